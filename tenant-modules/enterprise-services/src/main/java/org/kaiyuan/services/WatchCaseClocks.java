package org.kaiyuan.services;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.calendar.WorkingCalendar;
import org.kaiyuan.platform.calendar.WorkingDays;
import org.kaiyuan.platform.jobs.ZoneChore;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.services.domain.CaseClock;
import org.kaiyuan.services.domain.ClockMark;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at the cases whose day has come: what was not said in time counts as accepted; who works on a case, who supervises,
 * and the enterprise are told of days that come near or have passed. Each once: what is told is written down in the
 * transaction that tells it. Of several times before one day that have passed only the shortest is told, so a clock that
 * jumps tells no more than one that walks.
 */
@Component
class WatchCaseClocks implements ZoneChore {
    private static final Logger LOG = LoggerFactory.getLogger(WatchCaseClocks.class);

    /** Cases of one transaction. */
    static final int AT_ONCE = 500;

    private static final int MOST_ROUNDS = 600;
    private static final DayPlace START = new DayPlace(LocalDate.of(1900, 1, 1), new UUID(0, 0));

    private final DueCases due;
    private final CareReminders care;
    private final CaseStore store;
    private final CaseAcceptance acceptance;
    private final WorkingDays workingDays;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WatchCaseClocks(
            DueCases due,
            CareReminders care,
            CaseStore store,
            CaseAcceptance acceptance,
            WorkingDays workingDays,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.due = due;
        this.care = care;
        this.store = store;
        this.acceptance = acceptance;
        this.workingDays = workingDays;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * How far it came.
     *
     * @param last null where there is no more
     * @param nothingSaid cases of which nothing was said in time
     */
    private record Round(@Nullable DayPlace last, List<CaseId> nothingSaid) {}

    /** About which day of which case. */
    private record About(DueCases.Due due, String group, LocalDate ofDay) {}

    @Override
    public void run() {
        var today = LocalDate.now(clock);
        DayPlace from = START;
        for (int i = 0; i < MOST_ROUNDS && from != null; i++) {
            var place = from;
            var round = Objects.requireNonNull(transaction.execute(t -> round(today, place)));
            round.nothingSaid().forEach(this::deem);
            from = round.last();
        }
        transaction.executeWithoutResult(t -> care.ratings(today));
        transaction.executeWithoutResult(t -> care.complaints(today));
    }

    private Round round(LocalDate today, DayPlace from) {
        var taken = due.take(today, from, AT_ONCE);
        if (taken.isEmpty()) {
            return new Round(null, List.of());
        }
        var calendar = workingDays.calendar();
        Map<UUID, List<ClockMark>> passed = new HashMap<>();
        var nothingSaid = new ArrayList<CaseId>();
        var marks = new ArrayList<DueCases.Told>();
        for (var one : taken) {
            var of =
                    new CaseClock(calendar, one.times())
                            .marks().stream().filter(mark -> !mark.on().isAfter(today)).toList();
            passed.put(one.id(), of);
            for (var mark : of) {
                if (mark.kind() == ClockMark.Kind.DEEM) {
                    nothingSaid.add(new CaseId(one.id()));
                } else {
                    marks.add(told(one, mark));
                }
            }
        }
        var fresh = due.mark(marks);
        var said = new ArrayList<CaseDue>();
        for (var one : taken) {
            said.addAll(
                    said(one, passed.getOrDefault(one.id(), List.of()), fresh, calendar, today));
        }
        for (int i = 0; i < said.size(); i += CasesDue.MOST) {
            events.publishEvent(
                    new CasesDue(
                            CurrentTenant.get(),
                            said.subList(i, Math.min(i + CasesDue.MOST, said.size()))));
        }
        putOff(taken, calendar, today, nothingSaid);
        var last = taken.getLast();
        return new Round(
                taken.size() < AT_ONCE ? null : new DayPlace(last.nextOn(), last.id()),
                nothingSaid);
    }

    /** Of all that has passed about one day the last, where nobody was told of it. */
    private static List<CaseDue> said(
            DueCases.Due one,
            List<ClockMark> passed,
            Set<DueCases.Told> fresh,
            WorkingCalendar calendar,
            LocalDate today) {
        Map<About, ClockMark> last = new LinkedHashMap<>();
        passed.forEach(mark -> last.put(new About(one, group(mark.kind()), mark.ofDay()), mark));
        var said = new ArrayList<CaseDue>();
        for (var mark : last.values()) {
            if (fresh.contains(told(one, mark))) {
                var left = CaseClock.known(() -> calendar.between(today, mark.ofDay()));
                said.add(
                        new CaseDue(
                                one.id(),
                                one.receipt(),
                                mark.kind().name(),
                                mark.ofDay(),
                                left == null ? mark.daysLeft() : left));
            }
        }
        return said;
    }

    private void putOff(
            List<DueCases.Due> taken,
            WorkingCalendar calendar,
            LocalDate today,
            List<CaseId> nothingSaid) {
        var told = due.told(taken);
        Map<UUID, @Nullable LocalDate> next = new LinkedHashMap<>();
        for (var one : taken) {
            if (nothingSaid.contains(new CaseId(one.id()))) {
                continue; // settled when it is accepted
            }
            var now = new CaseClock(calendar, one.times());
            boolean moved =
                    one.times().running()
                            && !Objects.equals(CaseClock.known(now::dueOn), one.dueOn());
            if (moved) { // a year's holidays have become known, or were told anew
                store.settleByClock(new CaseId(one.id()));
            } else {
                next.put(one.id(), now.nextOn(today, told.getOrDefault(one.id(), Set.of())));
            }
        }
        if (!next.isEmpty()) {
            due.putOff(next);
        }
    }

    private void deem(CaseId id) {
        try {
            acceptance.deemAccepted(id);
        } catch (RuntimeException e) { // the others go on; it is tried again in an hour
            LOG.warn("Case {} could not be accepted though nothing was said in time", id, e);
        }
    }

    private static DueCases.Told told(DueCases.Due one, ClockMark mark) {
        return new DueCases.Told(one.id(), mark.told(), mark.ofDay());
    }

    private static String group(ClockMark.Kind kind) {
        return switch (kind) {
            case WARN, OVERDUE -> "DUE";
            case SAY_TODAY, DEEM -> "SAY";
            case DELIVER_SOON, DELIVER_LATE -> "DELIVER";
            case PLEDGE_SOON, PLEDGE_LATE -> "PLEDGE";
            case ESCALATE, SUPPLEMENT_LATE, OPINION_LATE, DEFERRED_LATE -> kind.name();
        };
    }
}
