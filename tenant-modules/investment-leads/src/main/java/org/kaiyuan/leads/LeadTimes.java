package org.kaiyuan.leads;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.domain.Lead;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.calendar.CalendarYearMissing;
import org.kaiyuan.platform.calendar.WorkingDays;
import org.kaiyuan.platform.jobs.ZoneChore;
import org.kaiyuan.platform.notices.Notices;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The clock of leads: reminds owners before something is due, tells the head after, lets silent leads fall
 * back into the pool, and counts anew when the zone's rules or the calendar change. Each exactly once: what
 * was told is written down in the transaction that tells it.
 */
@Component
class LeadTimes implements ZoneChore {
    private static final int PAGE = 200;
    private static final int MOST_PAGES = 500;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final LeadRulesKeeping rules;
    private final LeadStore store;
    private final LeadSight sight;
    private final WorkingDays days;
    private final ZonePeople people;
    private final Notices notices;
    private final ChangeHistory history;
    private final Clock clock;

    LeadTimes(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            LeadRulesKeeping rules,
            LeadStore store,
            LeadSight sight,
            WorkingDays days,
            ZonePeople people,
            Notices notices,
            ChangeHistory history,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.rules = rules;
        this.store = store;
        this.sight = sight;
        this.days = days;
        this.people = people;
        this.notices = notices;
        this.history = history;
        this.clock = clock;
    }

    /** A lead that somebody is to be told of. */
    private record Told(
            String projectName,
            String owner,
            @Nullable String ownerName,
            boolean confidential,
            List<String> team) {
        boolean mayBeToldTo(String username) {
            return !confidential || owner.equals(username) || team.contains(username);
        }
    }

    @Override
    public void run() {
        countAnew();
        transaction.executeWithoutResult(t -> remind());
        transaction.executeWithoutResult(t -> escalate());
        backIntoThePool();
    }

    /** Leads whose days were counted by rules that have changed, or by a calendar that was not known. */
    private void countAnew() {
        boolean changed =
                Boolean.TRUE.equals(
                        transaction.execute(t ->
                                !jdbc.queryForList(
                                                "select 1 from leads.setting where counted_at is null or counted_at < updated_at")
                                        .isEmpty()));
        var began = clock.instant();
        var condition = changed ? "" : " and due_estimated";
        @Nullable UUID after = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            var from = after == null ? new UUID(0, 0) : after;
            var last =
                    transaction.execute(t -> {
                        var ids =
                                jdbc.queryForList(
                                        "select id from leads.lead where id > ? and state = 'ACTIVE' and merged_into is null"
                                                + condition
                                                + " order by id limit "
                                                + PAGE,
                                        UUID.class,
                                        from);
                        for (var id : Objects.requireNonNull(ids)) {
                            sight.find(new LeadId(Objects.requireNonNull(id)))
                                    .ifPresent(store::recount);
                        }
                        return ids.size() < PAGE ? null : ids.getLast();
                    });
            if (last == null) {
                break;
            }
            after = last;
        }
        if (changed) {
            transaction.executeWithoutResult(t ->
                    jdbc.update(
                            "update leads.setting set counted_at = ? where updated_at <= ?",
                            Timestamp.from(began),
                            Timestamp.from(began)));
        }
    }

    private void remind() {
        var today = LocalDate.now(clock);
        var until = soonest(today, rules.current().remindDays());
        var byOwner = new LinkedHashMap<String, List<Told>>();
        told(
                        "reminded_for = due_on",
                        "due_on <= ? and (reminded_for is null or reminded_for <> due_on)",
                        until)
                .forEach(one ->
                        byOwner.computeIfAbsent(one.owner(), o -> new ArrayList<>()).add(one));
        byOwner.forEach((owner, leads) ->
                notices.tell(
                        owner,
                        "leads.notice.due",
                        List.of(String.valueOf(leads.size()), leads.getFirst().projectName()),
                        "/leads/today"));
    }

    private void escalate() {
        var today = LocalDate.now(clock);
        var decided = rules.current();
        var late =
                told(
                        "escalated_for = due_on",
                        "due_on < ? and (escalated_for is null or escalated_for <> due_on)",
                        workingDaysBefore(today, decided.escalateDays()));
        if (late.isEmpty()) {
            return;
        }
        for (var head : heads(decided)) { // a handful
            var seen = late.stream().filter(one -> one.mayBeToldTo(head)).toList();
            if (!seen.isEmpty()) {
                var first = seen.getFirst();
                notices.tell(
                        head,
                        "leads.notice.overdue",
                        List.of(
                                String.valueOf(seen.size()),
                                first.projectName(),
                                first.ownerName() == null ? first.owner() : first.ownerName()),
                        "/leads?order=DUE&dueUntil=" + today.minusDays(1));
            }
        }
    }

    private void backIntoThePool() {
        var today = LocalDate.now(clock);
        for (int page = 0; page < MOST_PAGES; page++) {
            var released =
                    transaction.execute(t -> {
                        var ids =
                                jdbc.queryForList(
                                        """
                                        select id from leads.lead
                                        where silent_on < ? and owner is not null and state = 'ACTIVE' and merged_into is null
                                        order by silent_on, id limit 100\
                                        """,
                                        UUID.class,
                                        today);
                        for (var id : ids) { // each has a history and an owner of its own
                            sight.find(new LeadId(Objects.requireNonNull(id)))
                                    .ifPresent(this::release);
                        }
                        return ids.size();
                    });
            if (released == null || released < 100) {
                return;
            }
        }
    }

    private void release(Lead lead) {
        var owner = Objects.requireNonNull(lead.owner());
        lead.release("leads.pool.silent", clock.instant());
        store.save(lead);
        history.record(
                Lead.SUBJECT,
                lead.id().value(),
                "silent",
                List.of(new FieldChange("owner", owner, null)));
        notices.tell(
                owner, "leads.notice.silent", List.of(lead.projectName()), "/leads/" + lead.id());
    }

    /** Marks and hands back what nobody was told of yet; at most 2,000 at once, the rest in an hour. */
    private List<Told> told(String mark, String condition, LocalDate day) {
        return jdbc.query(
                """
                with due as (
                    select tenant_id, id from leads.lead
                    where owner is not null and state = 'ACTIVE' and merged_into is null and %s
                    order by due_on, id limit 2000 for update skip locked)
                update leads.lead l set %s from due where l.tenant_id = due.tenant_id and l.id = due.id
                returning l.project_name, l.owner, l.owner_name, l.confidential,
                    array(select m.username from leads.member m where m.tenant_id = l.tenant_id and m.lead_id = l.id)\
                """
                        .formatted(condition, mark),
                (row, number) ->
                        new Told(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getBoolean(4),
                                List.of((String[]) row.getArray(5).getArray())),
                day);
    }

    private List<String> heads(LeadRules decided) {
        if (decided.head() != null) {
            return List.of(decided.head());
        }
        return people.whoMay(LeadPermissions.ASSIGN).stream()
                .map(ZonePeople.Colleague::username)
                .toList();
    }

    private LocalDate soonest(LocalDate today, int workingDays) {
        try {
            return workingDays == 0 ? today : days.plus(today, workingDays);
        } catch (CalendarYearMissing unknown) {
            return today.plusDays(workingDays);
        }
    }

    /** The day before which something due is late by that many working days. */
    private LocalDate workingDaysBefore(LocalDate today, int workingDays) {
        var day = today;
        for (int left = workingDays; left > 0; ) { // at most 400 days are counted
            day = day.minusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    private boolean isWorkingDay(LocalDate day) {
        try {
            return days.isWorkingDay(day);
        } catch (CalendarYearMissing unknown) {
            return day.getDayOfWeek() != DayOfWeek.SATURDAY
                    && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        }
    }
}
