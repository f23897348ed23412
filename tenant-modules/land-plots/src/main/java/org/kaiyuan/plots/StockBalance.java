package org.kaiyuan.plots;

import java.math.BigDecimal;

/**
 * 增存挂钩 of one year: new land is earned by stock that was disposed of. All in m².
 *
 * <p>{@code earned = (suppliedStock + settledIdle) × percent / 100}, {@code balance = earned − newlyApproved}.
 *
 * @param percent by the zone's rules, see {@link SupplyRules#stockPercent()}
 * @param suppliedStockM2 approved before the year and supplied in it
 * @param settledIdleM2 idle ground whose case was confirmed and closed in the year
 * @param newlyApprovedM2 approved in the year
 * @param approvedStockM2 批而未供 as of now
 * @param idleStockM2 confirmed idle ground as of now
 */
public record StockBalance(
        int year,
        BigDecimal percent,
        BigDecimal suppliedStockM2,
        BigDecimal settledIdleM2,
        BigDecimal earnedM2,
        BigDecimal newlyApprovedM2,
        BigDecimal balanceM2,
        BigDecimal approvedStockM2,
        BigDecimal idleStockM2) {}
