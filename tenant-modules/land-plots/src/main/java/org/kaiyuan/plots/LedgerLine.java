package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A plot of a ledger.
 *
 * @param groundM2 declared, or else computed, m²
 * @param since of 批而未供 the approval, of 供而未用 the signing of the contract
 * @param days since then
 * @param startOn of 供而未用: the agreed start
 * @param daysLate of 供而未用: since the agreed start; 0 before it
 * @param idle the state of an open case of 闲置; null where there is none
 */
public record LedgerLine(
        PlotId plot,
        String number,
        String name,
        String useCode,
        PlotState state,
        BigDecimal groundM2,
        LocalDate since,
        int days,
        @Nullable String holderName,
        @Nullable String contractNumber,
        @Nullable LocalDate startOn,
        int daysLate,
        @Nullable IdleState idle) {}
