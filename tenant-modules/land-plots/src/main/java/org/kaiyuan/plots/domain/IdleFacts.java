package org.kaiyuan.plots.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.StopCause;

/**
 * What the rule of 闲置 asks.
 *
 * @param startOn the agreed start (约定动工日期)
 * @param startedOn the actual start; null while there is none
 * @param groundM2 ground to be built on, m²
 * @param builtM2 ground that is built on, m²; null while nobody knows
 * @param promisedYuan the whole investment that was promised, yuan; null where none was
 * @param investedYuan to date, yuan; null while nobody knows
 * @param stops in any order, may overlap
 */
public record IdleFacts(
        @Nullable LocalDate startOn,
        @Nullable LocalDate startedOn,
        BigDecimal groundM2,
        @Nullable BigDecimal builtM2,
        @Nullable BigDecimal promisedYuan,
        @Nullable BigDecimal investedYuan,
        List<Stop> stops) {
    public IdleFacts {
        stops = List.copyOf(stops);
    }

    /**
     * A time without work.
     *
     * @param from the day on which the work stopped
     * @param to the last day without work; null while it lasts
     */
    public record Stop(LocalDate from, @Nullable LocalDate to, StopCause cause) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }
}
