package org.kaiyuan.plots.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.kaiyuan.plots.LeaseTerms;

/**
 * The rent of a lease day by day, and the instalments that it is paid in.
 *
 * <p>Rent is reckoned by months of the lease: the first begins on its first day, the next on the same day of the next
 * month, or on the last day of a month that has no such day. Every day of such a month bears one of its so many parts
 * of area × rent, so a month that is cut short bears as many parts as it has days, a day without rent bears nothing,
 * and a rent that changes in the middle of a month is paid from that day on. An instalment is the exact sum of its
 * days, rounded once, half up, to the cent.
 */
public final class RentSchedule {
    /** Months have 28 to 31 days: this many parts are whole parts of each. */
    private static final BigDecimal PARTS = BigDecimal.valueOf(4L * 7 * 29 * 3 * 5 * 31);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final LocalDate fromDay;
    private final BigDecimal areaM2;
    private final LeaseTerms terms;

    public RentSchedule(LocalDate fromDay, BigDecimal areaM2, LeaseTerms terms) {
        this.fromDay = fromDay;
        this.areaM2 = areaM2;
        this.terms = terms;
    }

    /**
     * An instalment.
     *
     * @param amountYuan yuan, two decimals
     */
    public record Due(LocalDate fromDay, LocalDate toDay, LocalDate dueOn, BigDecimal amountYuan) {}

    /** All of the lease. */
    public List<Due> all() {
        return from(fromDay);
    }

    /**
     * Those from a day on, each for so many months as are paid at once. A day within a month of the lease, because
     * the lease was to end on the day before, is first followed by what is left of its interval; intervals are then
     * counted from the first day of the lease.
     *
     * @param first not before the lease begins; beyond its last day there are none
     */
    public List<Due> from(LocalDate first) {
        var all = new ArrayList<Due>();
        int month = monthOf(first);
        if (monthBegins(month).isBefore(first)) {
            month -= month % terms.intervalMonths();
        }
        var begins = first;
        while (!begins.isAfter(terms.toDay())) {
            month += terms.intervalMonths();
            var next = monthBegins(month);
            var last = earlier(next.minusDays(1), terms.toDay());
            all.add(new Due(begins, last, dueOn(begins), rent(begins, last)));
            begins = next;
        }
        return List.copyOf(all);
    }

    /**
     * The rent of some days of the lease.
     *
     * @return yuan, rounded half up to the cent
     */
    public BigDecimal rent(LocalDate first, LocalDate last) {
        var parts = BigDecimal.ZERO;
        for (int month = monthOf(first); !monthBegins(month).isAfter(last); month++) {
            var begins = monthBegins(month);
            var next = monthBegins(month + 1);
            long days = ChronoUnit.DAYS.between(begins, next);
            parts =
                    parts.add(
                            rentDays(later(begins, first), earlier(next.minusDays(1), last))
                                    .multiply(PARTS.divide(BigDecimal.valueOf(days))));
        }
        return parts.multiply(areaM2).divide(PARTS, 2, RoundingMode.HALF_UP);
    }

    /**
     * What a square metre costs a month on that day, free or not.
     *
     * @return yuan
     */
    public BigDecimal rentOn(LocalDate day) {
        var growth = terms.growth();
        if (growth != null) {
            int times = monthOf(day) / growth.everyMonths();
            return terms.rentYuanM2()
                    .multiply(
                            BigDecimal.ONE
                                    .add(growth.percent().divide(HUNDRED))
                                    .pow(times, MathContext.DECIMAL128))
                    .setScale(4, RoundingMode.HALF_UP);
        }
        var rent = terms.rentYuanM2();
        for (var step : terms.steps()) {
            if (!step.fromDay().isAfter(day)) {
                rent = step.rentYuanM2();
            }
        }
        return rent;
    }

    /** First day of a month of the lease; the first is 0. */
    private LocalDate monthBegins(int month) {
        return fromDay.plusMonths(month);
    }

    private int monthOf(LocalDate day) {
        int month =
                Math.toIntExact(
                        ChronoUnit.MONTHS.between(YearMonth.from(fromDay), YearMonth.from(day)));
        return monthBegins(month).isAfter(day) ? month - 1 : month;
    }

    /** Rent × days that bear it, within one month of the lease: piece by piece, where rent or freedom changes. */
    private BigDecimal rentDays(LocalDate first, LocalDate last) {
        var ends = new TreeSet<LocalDate>();
        ends.add(last.plusDays(1));
        for (var step : terms.steps()) {
            ends.add(step.fromDay());
        }
        for (var free : terms.free()) {
            ends.add(free.fromDay());
            ends.add(free.toDay().plusDays(1));
        }
        var sum = BigDecimal.ZERO;
        var begins = first;
        for (var end : ends.subSet(first, false, last.plusDays(1), true)) {
            if (!isFree(begins)) {
                sum =
                        sum.add(
                                rentOn(begins)
                                        .multiply(
                                                BigDecimal.valueOf(
                                                        ChronoUnit.DAYS.between(begins, end))));
            }
            begins = end;
        }
        return sum;
    }

    private boolean isFree(LocalDate day) {
        return terms.free().stream()
                .anyMatch(free -> !day.isBefore(free.fromDay()) && !day.isAfter(free.toDay()));
    }

    private LocalDate dueOn(LocalDate begins) {
        var month = YearMonth.from(begins);
        return later(begins, month.atDay(Math.min(terms.dueDay(), month.lengthOfMonth())));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
