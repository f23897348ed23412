package org.kaiyuan.delegation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.kaiyuan.delegation.PowerReminders.Due;
import org.kaiyuan.platform.jobs.ZoneChore;
import org.kaiyuan.platform.notices.Notices;
import org.kaiyuan.platform.notices.WebhookOutbox;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds those who see to powers: of a last day, of a handover, of the yearly evaluation, of a basis that is no more what
 * it was, and every day of powers that are in force and for which the park is not ready. Each once: what is told is written
 * down in the transaction that tells it.
 */
@Component
class PowerTimes implements ZoneChore {
    /** What other systems build on. */
    static final String EXPIRING = "delegation.expiring";

    private static final int MOST_ROUNDS = 40;

    /** What is longer past is not told any more to who hears it first. */
    private static final int PAST_DAYS = 30;

    private static final int EVALUATION_PAST_DAYS = 60;

    /** The day after. */
    private static final int AFTER = -1;

    private static final String EXPIRY =
            """
            select distinct on (g.entry_id) g.tenant_id, g.entry_id as subject_id, g.expires_on as of_day, b.days as days_before
            from grants g join unnest(?::int[]) b (days) on g.expires_on - b.days <= ?
            order by g.entry_id, b.days\
            """;

    private static final String HANDOVER =
            """
            select distinct on (g.entry_id) g.tenant_id, g.entry_id as subject_id, g.handover_on as of_day, b.days as days_before
            from grants g
            left join delegation.readiness p on p.tenant_id = g.tenant_id and p.entry_id = g.entry_id
            join unnest(?::int[]) b (days) on g.handover_on - b.days <= ?
            where g.handover_on >= ? and coalesce(p.open_items, 6) > 0
            order by g.entry_id, b.days\
            """;

    private static final String EVALUATION =
            """
            select g.tenant_id, g.entry_id as subject_id, ?::date as of_day, 0 as days_before from grants g
            where g.effective_on <= ? and not exists (
                select from delegation.evaluation e
                where e.tenant_id = g.tenant_id and e.entry_id = g.entry_id and e.year = ?)\
            """;

    private static final String NOT_READY =
            """
            select g.tenant_id, g.entry_id as subject_id, ?::date as of_day, 0 as days_before from grants g
            left join delegation.readiness p on p.tenant_id = g.tenant_id and p.entry_id = g.entry_id
            where g.effective_on <= ? and coalesce(p.open_items, 6) > 0\
            """;

    private final PowerReminders reminders;
    private final PowerUseRulesKeeping rules;
    private final Notices notices;
    private final WebhookOutbox outbox;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PowerTimes(
            PowerReminders reminders,
            PowerUseRulesKeeping rules,
            Notices notices,
            WebhookOutbox outbox,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.reminders = reminders;
        this.rules = rules;
        this.notices = notices;
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public void run() {
        var today = LocalDate.now(clock);
        inRounds(() -> hooks(today));
        inRounds(() -> expiries(today));
        inRounds(() -> handovers(today));
        inRounds(() -> evaluations(today));
        inRounds(() -> notReady(today));
        inRounds(() -> bases(today));
        transaction.executeWithoutResult(t -> forget(today));
    }

    /** @param round whether there may be more of it */
    private void inRounds(BooleanSupplier round) {
        for (int i = 0; i < MOST_ROUNDS; i++) {
            if (!Boolean.TRUE.equals(transaction.execute(t -> round.getAsBoolean()))) {
                return;
            }
        }
    }

    private boolean hooks(LocalDate today) {
        var due =
                reminders.mark(
                        "EXPIRY_HOOK", today, EXPIRY, days(rules.current().expiryDays()), today);
        for (var one : due) { // each is a happening of its own
            outbox.tell(
                    EXPIRING,
                    one.entry() + " " + one.ofDay() + " " + one.days(),
                    Map.of(
                            "entryId", one.entry(),
                            "matterId", one.matter(),
                            "expiresOn", one.ofDay().toString(),
                            "daysBefore", one.days()));
        }
        return due.size() == PowerReminders.AT_ONCE;
    }

    private boolean expiries(LocalDate today) {
        return remind(
                "EXPIRY",
                today.minusDays(PAST_DAYS),
                EXPIRY,
                "expiring",
                "expired",
                "/delegation/use?only=EXPIRING",
                withAfter(rules.current().expiryDays()),
                today);
    }

    private boolean handovers(LocalDate today) {
        return remind(
                "HANDOVER",
                today,
                HANDOVER,
                "handover",
                "handoverOverdue",
                "/delegation/readiness",
                withAfter(rules.current().handoverDays()),
                today,
                today.minusDays(PAST_DAYS));
    }

    private boolean evaluations(LocalDate today) {
        var decided = rules.current();
        int year = decided.yearDueOn(today);
        var due = decided.evaluationDue(year);
        if (due.isBefore(today.minusDays(EVALUATION_PAST_DAYS))) {
            return false;
        }
        return remind(
                "EVALUATION",
                today,
                EVALUATION,
                "evaluation",
                "evaluation",
                "/delegation/evaluations?year=" + year,
                due,
                UseSql.lastDayOf(year, today),
                year);
    }

    private boolean notReady(LocalDate today) {
        return remind(
                "NOT_READY",
                today,
                NOT_READY,
                "notReady",
                "notReady",
                "/delegation/readiness",
                today,
                today);
    }

    private boolean remind(
            String kind,
            LocalDate until,
            String which,
            String before,
            String after,
            String link,
            Object... arguments) {
        var listeners = reminders.listeners();
        if (listeners == null) {
            return false;
        }
        var due = reminders.mark(kind, until, which, arguments);
        reminders.tell(listeners, due, one -> one.days() == AFTER ? after : before, link);
        return due.size() == PowerReminders.AT_ONCE;
    }

    private record Basis(UUID matter, BasisState state) {}

    /** Once of a matter and what became of its basis; whoever sees to one of its grants is told. */
    private boolean bases(LocalDate today) {
        var listeners = reminders.listeners();
        if (listeners == null) {
            return false;
        }
        Map<Basis, List<Due>> byMatter = new LinkedHashMap<>();
        jdbc.query(
                """
                with %s, gone as (
                    select distinct g.tenant_id, g.matter_id, g.basis_state from grants g where g.basis_state <> 'IN_FORCE'),
                told as (
                    insert into delegation.use_told (tenant_id, kind, subject_id, of_day, days_before, at)
                    select b.tenant_id, 'BASIS_' || b.basis_state, b.matter_id,
                           coalesce((select max(o.since) from delegation.matter_basis o where o.tenant_id = b.tenant_id
                                     and o.matter_id = b.matter_id and o.state = b.basis_state), date '2000-01-01'), 0, ?
                    from gone b order by b.matter_id
                    on conflict do nothing returning tenant_id, subject_id)
                select g.entry_id, g.matter_id, g.matter_name, r.owner, g.basis_state
                from told t
                join grants g on g.tenant_id = t.tenant_id and g.matter_id = t.subject_id
                left join delegation.readiness r on r.tenant_id = g.tenant_id and r.entry_id = g.entry_id
                order by g.name_key, g.entry_id\
                """
                        .formatted(CurrentGrants.GRANTS),
                row -> {
                    var matter = row.getObject(2, UUID.class);
                    byMatter.computeIfAbsent(
                                    new Basis(matter, BasisState.valueOf(row.getString(5))),
                                    b -> new ArrayList<>())
                            .add(
                                    new Due(
                                            row.getObject(1, UUID.class),
                                            matter,
                                            row.getString(3),
                                            row.getString(4),
                                            today,
                                            0));
                },
                today,
                today,
                Timestamp.from(clock.instant()));
        var ofTheZone =
                reminders.stillThere(byMatter.values().stream().flatMap(List::stream).toList());
        byMatter.forEach((basis, of) -> {
            for (var username : hearing(of, ofTheZone, listeners.writers())) { // a handful
                notices.tell(
                        username,
                        "delegation.notice.basis." + basis.state(),
                        List.of(String.valueOf(of.size()), of.getFirst().matterName()),
                        "/delegation/matters/" + basis.matter());
            }
        });
        return false;
    }

    private static Set<String> hearing(List<Due> of, Set<String> ofTheZone, List<String> writers) {
        var hearing = new TreeSet<String>();
        for (var one : of) {
            var owner = one.owner();
            if (owner != null && ofTheZone.contains(owner)) {
                hearing.add(owner);
            } else {
                hearing.addAll(writers);
            }
        }
        return hearing;
    }

    /** What was told of single days need not be kept for ever. */
    private void forget(LocalDate today) {
        jdbc.update(
                "delete from delegation.use_told where kind = 'NOT_READY' and of_day < ?",
                today.minusDays(PAST_DAYS));
    }

    private static Integer[] days(List<Integer> days) {
        return days.toArray(Integer[]::new);
    }

    private static Integer[] withAfter(List<Integer> days) {
        return Stream.concat(days.stream(), Stream.of(AFTER)).toArray(Integer[]::new);
    }
}
