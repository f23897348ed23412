package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why a plot lies idle, as computed from the facts of one day.
 *
 * @param since the agreed start, or the day on which the work stopped; not counted itself
 * @param computedOn the day of which the facts are
 * @param daysCounted full days since then, without those that do not count
 * @param daysNeeded as many as the year has that begins with {@code since}
 * @param daysExcluded days of stops that a government or force majeure caused
 * @param areaShare built ground by the plot's, four decimals; null while nobody knows
 * @param investmentShare what was invested by what was promised, four decimals; null while nobody knows
 */
public record IdleEvidence(
        IdleKind kind,
        LocalDate since,
        LocalDate computedOn,
        int daysCounted,
        int daysNeeded,
        int daysExcluded,
        @Nullable LocalDate startedOn,
        @Nullable BigDecimal areaShare,
        @Nullable BigDecimal investmentShare) {}
