package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.plots.domain.Differences;
import org.kaiyuan.plots.domain.FloorText;
import org.kaiyuan.plots.domain.LeaseRules;
import org.kaiyuan.plots.domain.RentSchedule;
import org.kaiyuan.plots.domain.RentSchedule.Due;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changing a lease that runs, ending it early, withdrawing one that was entered by mistake. */
@Service
@Transactional
@PreAuthorize("hasRole('" + PlotPermissions.LEASES + "')")
public class LeaseKeeping {
    private final LeaseStore store;
    private final FloorParties parties;
    private final JdbcTemplate jdbc;
    private final ChangeHistory history;
    private final Clock clock;

    LeaseKeeping(
            LeaseStore store,
            FloorParties parties,
            JdbcTemplate jdbc,
            ChangeHistory history,
            Clock clock) {
        this.store = store;
        this.parties = parties;
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Changes what was agreed. Instalments that have begun stay as they are; those that begin after today are reckoned
     * anew, and what was paid is spread over all of them.
     *
     * @param basedOn the version that the person saw
     * @param tenant its name; may be left out where the enterprise is given
     * @return the version that is stored then
     * @throws UnknownLease when there is none
     * @throws FloorChangedMeanwhile when somebody else was quicker
     * @throws LeaseRefused when it was ended early
     * @throws PlotFieldsRefused when a field is not as it must be, or it would end within what has begun
     * @throws UnitLeasedRefused when it would last into another lease of a unit
     * @throws FloorNumberTaken when another lease has the number
     */
    public long revise(
            LeaseId id,
            long basedOn,
            String number,
            @Nullable UUID enterprise,
            @Nullable String tenant,
            LeaseTerms terms,
            @Nullable String note) {
        var before = hold(id, basedOn);
        var units = store.unitsOf(id);
        Set<UnitId> ids = units.stream().map(UnitId::new).collect(Collectors.toSet());
        var checked =
                LeaseRules.checked(
                        new LeaseDraft(
                                number, enterprise, tenant, ids, before.fromDay(), terms, note));
        var name = parties.name("enterprise", enterprise, before.enterprise(), checked.tenant());
        if (name == null) {
            throw new PlotFieldsRefused("tenant", "plots.rule.required");
        }
        var changes =
                Differences.between(
                        FloorText.of(
                                before.number(), before.tenant(), before.terms(), before.note()),
                        FloorText.of(checked.number(), name, checked.terms(), checked.note()));
        if (changes.isEmpty() && Objects.equals(before.enterprise(), enterprise)) {
            return basedOn;
        }
        if (checked.terms().toDay().isAfter(before.lastDay())) {
            store.holdUnits(units);
            store.refuseOverlap(units, before.fromDay(), checked.terms().toDay(), id);
        }
        store.update(id, checked.number(), enterprise, name, checked.terms(), checked.note());
        reckonAnew(before, checked.terms());
        history.record(LeaseStore.LEASE, id.value(), "revised", changes);
        return basedOn + 1;
    }

    /**
     * Ends it before its last day (提前终止). Instalments after that day go, the one of that day is cut short; what was
     * paid beyond shows as credit.
     *
     * @param end its reason is needed; both sides settle on its last day or later
     * @return the version that is stored then
     * @throws UnknownLease when there is none
     * @throws FloorChangedMeanwhile when somebody else was quicker
     * @throws LeaseRefused when it was ended early already
     * @throws PlotFieldsRefused when a field is not as it must be
     */
    public long end(LeaseId id, long basedOn, LeaseDetails.EarlyEnd end) {
        var before = hold(id, basedOn);
        var reason = end.reason().replace("\u0000", "").strip();
        if (reason.isEmpty()) {
            throw new PlotFieldsRefused("reason", "plots.rule.required");
        }
        if (reason.length() > 1000) {
            throw new PlotFieldsRefused("reason", "plots.rule.tooLong", 1000);
        }
        if (end.lastDay().isBefore(before.fromDay()) || !end.lastDay().isBefore(before.lastDay())) {
            throw new PlotFieldsRefused("lastDay", "plots.rule.endsEarly");
        }
        if (end.settledOn().isBefore(end.lastDay())
                || end.settledOn().isAfter(end.lastDay().plusYears(5))) {
            throw new PlotFieldsRefused("settledOn", "plots.rule.settled");
        }
        store.end(id, new LeaseDetails.EarlyEnd(end.lastDay(), end.settledOn(), reason));
        cut(before, end.lastDay());
        history.record(
                LeaseStore.LEASE,
                id.value(),
                "endedEarly",
                List.of(
                        new FieldChange(
                                "toDay",
                                before.terms().toDay().toString(),
                                end.lastDay().toString()),
                        new FieldChange("settledOn", null, end.settledOn().toString()),
                        new FieldChange("reason", null, reason)));
        return basedOn + 1;
    }

    /**
     * Takes back a lease that was entered by mistake, as if it had never been; the history keeps that it was.
     *
     * @throws UnknownLease when there is none
     * @throws FloorChangedMeanwhile when somebody else was quicker
     * @throws LeaseRefused when money was booked on it
     */
    public void withdraw(LeaseId id, long basedOn) {
        var before = hold(id, basedOn);
        try {
            jdbc.update("delete from plots.lease where id = ?", id.value());
        } catch (DataIntegrityViolationException paid) {
            throw LeaseRefused.paid();
        }
        history.record(
                LeaseStore.LEASE,
                id.value(),
                "withdrawn",
                List.of(new FieldChange("number", before.number(), null)));
    }

    private LeaseStore.Kept hold(LeaseId id, long basedOn) {
        var now = store.hold(id);
        if (now.version() != basedOn) {
            throw new FloorChangedMeanwhile(
                    now.version(),
                    history.newest(id.value(), (int) Math.clamp(now.version() - basedOn, 1, 50)));
        }
        if (now.end() != null) {
            throw LeaseRefused.ended();
        }
        return now;
    }

    private void reckonAnew(LeaseStore.Kept lease, LeaseTerms terms) {
        if (lease.terms().equals(terms)) {
            return;
        }
        var today = LocalDate.now(clock);
        var begun =
                store.instalments(lease.id()).stream()
                        .filter(due -> !due.fromDay().isAfter(today))
                        .map(Due::toDay)
                        .max(LocalDate::compareTo)
                        .orElse(lease.fromDay().minusDays(1));
        if (terms.toDay().isBefore(begun)) {
            throw new PlotFieldsRefused("terms.toDay", "plots.rule.begun", begun);
        }
        var next = begun.plusDays(1);
        store.replace(
                lease.id(),
                next,
                new RentSchedule(lease.fromDay(), lease.areaM2(), terms).from(next));
    }

    private void cut(LeaseStore.Kept lease, LocalDate lastDay) {
        var schedule = new RentSchedule(lease.fromDay(), lease.areaM2(), lease.terms());
        var last =
                store.instalments(lease.id()).stream()
                        .filter(due -> !due.fromDay().isAfter(lastDay))
                        .reduce((one, other) -> other)
                        .orElseThrow();
        store.replace(lease.id(), last.fromDay(), List.of(cut(last, lastDay, schedule)));
    }

    /** By the same share of its days' rent, where terms were changed after it had begun. */
    private static Due cut(Due due, LocalDate lastDay, RentSchedule schedule) {
        if (!due.toDay().isAfter(lastDay)) {
            return due;
        }
        var whole = schedule.rent(due.fromDay(), due.toDay());
        var part = schedule.rent(due.fromDay(), lastDay);
        if (whole.compareTo(due.amountYuan()) != 0) {
            boolean byDays = whole.signum() == 0;
            part =
                    due.amountYuan()
                            .multiply(byDays ? days(due.fromDay(), lastDay) : part)
                            .divide(
                                    byDays ? days(due.fromDay(), due.toDay()) : whole,
                                    2,
                                    RoundingMode.HALF_UP);
        }
        return new Due(due.fromDay(), lastDay, due.dueOn(), part);
    }

    private static BigDecimal days(LocalDate first, LocalDate last) {
        return BigDecimal.valueOf(ChronoUnit.DAYS.between(first, last) + 1);
    }
}
