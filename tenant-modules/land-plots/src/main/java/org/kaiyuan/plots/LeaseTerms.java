package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed on the rent.
 *
 * @param toDay the last day, counted
 * @param rentYuanM2 yuan per m² and month
 * @param depositYuan 押金, yuan
 * @param free days without rent (免租期)
 * @param steps another rent from a day on; not together with {@code growth}
 * @param growth the rent grows by so much every so often
 * @param intervalMonths for how many months rent is paid at once: 1, 3, 6 or 12
 * @param dueDay day of the month in which the paid months begin, 1 to 31; never before they begin, and the last day
 *     of a shorter month
 */
public record LeaseTerms(
        LocalDate toDay,
        BigDecimal rentYuanM2,
        @Nullable BigDecimal depositYuan,
        List<FreeDays> free,
        List<Step> steps,
        @Nullable Growth growth,
        int intervalMonths,
        int dueDay) {
    public LeaseTerms {
        free = List.copyOf(free);
        steps = List.copyOf(steps);
    }

    /** A rent that stays, paid every so many months on their first day. */
    public static LeaseTerms flat(LocalDate toDay, BigDecimal rentYuanM2, int intervalMonths) {
        return new LeaseTerms(
                toDay, rentYuanM2, null, List.of(), List.of(), null, intervalMonths, 1);
    }

    /** Both ends counted. */
    public record FreeDays(LocalDate fromDay, LocalDate toDay) {}

    /** @param rentYuanM2 yuan per m² and month, from that day on */
    public record Step(LocalDate fromDay, BigDecimal rentYuanM2) {}

    /** @param percent of the rent before, compounded: after n times rent × (1 + percent/100)ⁿ, to 0.0001 yuan */
    public record Growth(BigDecimal percent, int everyMonths) {}
}
