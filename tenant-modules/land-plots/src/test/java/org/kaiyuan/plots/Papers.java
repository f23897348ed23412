package org.kaiyuan.plots;

import java.util.List;

/** Plots' profiles for tests. */
final class Papers {
    private Papers() {}

    static PlotProfile of(String number) {
        return of(number, number + "号地块");
    }

    static PlotProfile of(String number, String name) {
        return new PlotProfile(
                number,
                name,
                "100102",
                List.of(),
                null,
                "控制性详细规划",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(Utility.ROAD),
                List.of(),
                null,
                null,
                null);
    }

    static PlotProfile named(PlotProfile p, String name) {
        return new PlotProfile(
                p.number(),
                name,
                p.useCode(),
                p.shares(),
                p.declaredM2(),
                p.planName(),
                p.plannedOn(),
                p.leastRatio(),
                p.mostRatio(),
                p.leastDensity(),
                p.mostHeightM(),
                p.mostGreen(),
                p.mostService(),
                p.investmentYuanM2(),
                p.taxYuanM2(),
                p.outputYuanM2(),
                p.priceYuanM2(),
                p.priceBasis(),
                p.utilities(),
                p.industries(),
                p.holderId(),
                p.holderName(),
                p.note());
    }

    static PlotProfile held(String number, String holder) {
        var p = of(number);
        return new PlotProfile(
                p.number(),
                p.name(),
                p.useCode(),
                p.shares(),
                new java.math.BigDecimal("40000"),
                p.planName(),
                p.plannedOn(),
                p.leastRatio(),
                p.mostRatio(),
                p.leastDensity(),
                p.mostHeightM(),
                p.mostGreen(),
                p.mostService(),
                p.investmentYuanM2(),
                p.taxYuanM2(),
                p.outputYuanM2(),
                p.priceYuanM2(),
                p.priceBasis(),
                p.utilities(),
                p.industries(),
                null,
                holder,
                p.note());
    }
}
