package org.kaiyuan.plots.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.kaiyuan.plots.LeaseDraft;
import org.kaiyuan.plots.LeaseTerms;
import org.kaiyuan.plots.PlotFieldsRefused;
import org.kaiyuan.plots.RentPayment;

/** What leases and payments must be like, and their tidying. */
public final class LeaseRules {
    /** Years that a lease lasts at most: 《中华人民共和国民法典》第七百零五条. */
    public static final int MOST_YEARS = 20;

    private static final int MOST_UNITS = 200;
    private static final int MOST_PERIODS = 60;
    private static final Set<Integer> INTERVALS = Set.of(1, 3, 6, 12);
    private static final BigDecimal MOST_RENT = BigDecimal.valueOf(5000);
    private static final BigDecimal MOST_YUAN = new BigDecimal("99999999999.99");
    private static final LocalDate EARLIEST = LocalDate.of(1980, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    private LeaseRules() {}

    /**
     * The draft, tidied; whether there are such units is not looked at.
     *
     * @throws PlotFieldsRefused when a field is not as it must be; names every such field
     */
    public static LeaseDraft checked(LeaseDraft draft) {
        var faults = new Faults();
        if (draft.units().isEmpty()) {
            faults.add("units", "required");
        } else if (draft.units().size() > MOST_UNITS) {
            faults.add("units", "tooMany", MOST_UNITS);
        }
        if (draft.fromDay().isBefore(EARLIEST) || draft.fromDay().isAfter(LATEST)) {
            faults.add("fromDay", "day");
        }
        var number = faults.needed("number", draft.number(), 60);
        var tenant = faults.text("tenant", draft.tenant(), 200);
        var note = faults.text("note", draft.note(), 4000);
        var terms = terms(draft.fromDay(), draft.terms(), faults);
        faults.refuse();
        refuseTooMuch(draft.fromDay(), terms);
        return new LeaseDraft(
                number, draft.enterprise(), tenant, draft.units(), draft.fromDay(), terms, note);
    }

    /**
     * The payment, tidied.
     *
     * @throws PlotFieldsRefused as {@link #checked(LeaseDraft)}
     */
    public static RentPayment checked(RentPayment payment, LocalDate today) {
        var faults = new Faults();
        var reference = faults.needed("reference", payment.reference(), 100);
        var amount = faults.scaled("amountYuan", payment.amountYuan(), 2);
        if (amount.signum() == 0) {
            faults.add("amountYuan", "zero");
        }
        faults.amount("amountYuan", amount.abs(), MOST_YUAN, 2);
        if (payment.paidOn().isAfter(today) || payment.paidOn().isBefore(EARLIEST)) {
            faults.add("paidOn", "dayPast");
        }
        var note = faults.text("note", payment.note(), 500);
        faults.refuse();
        return new RentPayment(reference, amount, payment.paidOn(), note);
    }

    private static LeaseTerms terms(LocalDate fromDay, LeaseTerms t, Faults faults) {
        if (t.toDay().isBefore(fromDay)) {
            faults.add("terms.toDay", "endsBefore");
        } else if (!t.toDay().isBefore(fromDay.plusYears(MOST_YEARS))) {
            faults.add("terms.toDay", "leaseYears", MOST_YEARS);
        }
        if (!INTERVALS.contains(t.intervalMonths())) {
            faults.add("terms.intervalMonths", "interval");
        }
        faults.between("terms.dueDay", t.dueDay(), 1, 31);
        var growth = t.growth();
        if (growth != null) {
            faults.between("terms.growth.percent", growth.percent(), -50, 100);
            faults.between("terms.growth.everyMonths", growth.everyMonths(), 1, 240);
            if (!t.steps().isEmpty()) {
                faults.add("terms.steps", "growthAndSteps");
            }
        }
        return new LeaseTerms(
                t.toDay(),
                Objects.requireNonNull(
                        faults.amount("terms.rentYuanM2", t.rentYuanM2(), MOST_RENT, 4)),
                faults.amount("terms.depositYuan", t.depositYuan(), MOST_YUAN, 2),
                free(fromDay, t, faults),
                steps(fromDay, t, faults),
                growth == null
                        ? null
                        : new LeaseTerms.Growth(
                                faults.scaled("terms.growth.percent", growth.percent(), 4),
                                growth.everyMonths()),
                t.intervalMonths(),
                t.dueDay());
    }

    private static List<LeaseTerms.FreeDays> free(LocalDate fromDay, LeaseTerms t, Faults faults) {
        if (t.free().size() > MOST_PERIODS) {
            faults.add("terms.free", "tooMany", MOST_PERIODS);
        }
        var sorted =
                t.free().stream()
                        .sorted(Comparator.comparing(LeaseTerms.FreeDays::fromDay))
                        .toList();
        LocalDate last = fromDay.minusDays(1);
        for (var free : sorted) {
            if (free.toDay().isBefore(free.fromDay())) {
                faults.add("terms.free", "endsBefore");
            }
            if (free.fromDay().isBefore(fromDay) || free.toDay().isAfter(t.toDay())) {
                faults.add("terms.free", "withinLease");
            } else if (!free.fromDay().isAfter(last)) {
                faults.add("terms.free", "twice");
            }
            last = free.toDay();
        }
        return sorted;
    }

    private static List<LeaseTerms.Step> steps(LocalDate fromDay, LeaseTerms t, Faults faults) {
        if (t.steps().size() > MOST_PERIODS) {
            faults.add("terms.steps", "tooMany", MOST_PERIODS);
        }
        var sorted =
                t.steps().stream().sorted(Comparator.comparing(LeaseTerms.Step::fromDay)).toList();
        LocalDate last = fromDay;
        for (var step : sorted) {
            if (!step.fromDay().isAfter(fromDay) || step.fromDay().isAfter(t.toDay())) {
                faults.add("terms.steps", "withinLease");
            } else if (!step.fromDay().isAfter(last)) {
                faults.add("terms.steps", "twice");
            }
            faults.amount("terms.steps", step.rentYuanM2(), MOST_RENT, 4);
            last = step.fromDay();
        }
        return sorted.stream()
                .map(step ->
                        new LeaseTerms.Step(
                                step.fromDay(), faults.scaled("terms.steps", step.rentYuanM2(), 4)))
                .toList();
    }

    /** What grows often enough is more than anybody pays. */
    private static void refuseTooMuch(LocalDate fromDay, LeaseTerms terms) {
        var last = new RentSchedule(fromDay, BigDecimal.ONE, terms).rentOn(terms.toDay());
        if (last.compareTo(MOST_RENT) > 0) {
            var faults = new Faults();
            faults.add("terms.growth.percent", "tooMuch", MOST_RENT.toPlainString());
            faults.refuse();
        }
    }
}
