package org.kaiyuan.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.kaiyuan.demo.DemoEnterprise.Year;
import org.kaiyuan.demo.Trade.Kind;

/**
 * Figures of 2022 to 2025 that hang together.
 *
 * <p>Growth lies around the plan's 8 % a year, revenue per mu around what 标准地 tables ask for.
 */
final class InventedFigures {
    /** 规上工业, and 限上批发: yearly revenue from 20 million yuan. */
    static final long SCALE_YUAN = 20_000_000;

    private static final int FIRST = 2022;
    private static final int LAST = 2025;
    private static final double MU_M2 = 10_000 / 15.0;

    private InventedFigures() {}

    /** @param lastYear the last that is reported; an earlier one than the first gives nothing */
    static List<Year> years(Draws draws, Trade trade, long capital, int firstYear, int lastYear) {
        double revenue = draws.around(capital * (trade.kind() == Kind.TRADES ? 6.0 : 1.6), 0.9);
        double taxShare = trade.distils() ? draws.between(0.10, 0.22) : draws.between(0.015, 0.06);
        double researchShare =
                trade.kind() == Kind.MAKES && draws.chance(0.5)
                        ? draws.between(0.01, 0.07)
                        : draws.chance(0.2) ? 0.005 : 0;
        double landMu =
                trade.kind() == Kind.MAKES
                        ? revenue / 10_000 / draws.between(180, 520)
                        : revenue / 10_000 / draws.between(900, 4000);
        double tcePerWan = trade.kind() == Kind.MAKES ? draws.between(0.02, 0.28) : 0.01;
        double perHead = draws.between(450_000, 1_600_000);
        double exportShare =
                trade.kind() == Kind.MAKES && draws.chance(0.13) ? draws.between(0.02, 0.35) : 0;
        var years = new ArrayList<Year>();
        for (int year = LAST; year >= FIRST; year--) {
            if (year <= lastYear && year >= firstYear) {
                long now = Math.round(revenue / 10_000) * 10_000;
                years.add(
                        new Year(
                                year,
                                now,
                                Math.round(now * taxShare * draws.between(0.9, 1.1)),
                                Math.round(now * draws.between(0.0, 0.14)),
                                Math.round(now * researchShare * draws.between(0.85, 1.15)),
                                Math.round(landMu * MU_M2),
                                Math.round(now / 10_000.0 * tcePerWan),
                                (int) Math.max(2, Math.round(now / perHead)),
                                Math.round(now * exportShare * draws.between(0.8, 1.2))));
            }
            revenue /= 1.08 + 0.11 * Math.clamp(draws.normal(), -2.0, 2.0);
        }
        Collections.reverse(years);
        return List.copyOf(years);
    }
}
