package org.kaiyuan.ui.plots;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.LandUses;
import org.kaiyuan.plots.PlotDetails;
import org.kaiyuan.ui.kit.Shown;

/** What the papers say of a plot, in groups. */
class PlotFacts extends Div {
    /** 亩 in m², and 万元 in yuan: figures a year or once, per 亩, are shown in 万元. */
    private static final BigDecimal MU_PER_TEN_THOUSAND = BigDecimal.valueOf(15);

    PlotFacts(PlotDoors doors, PlotDetails plot) {
        var p = plot.profile();
        addClassName("plot-facts");
        var ground =
                group(
                        fact("plots.column.number", p.number()),
                        fact("plots.column.name", p.name()),
                        fact("plots.column.useCode", LandUses.shown(p.useCode())),
                        fact(
                                "plots.column.shares",
                                p.shares().stream()
                                        .map(share ->
                                                LandUses.shown(share.useCode())
                                                        + " "
                                                        + Shown.figure(share.percent())
                                                        + "%")
                                        .collect(Collectors.joining("\n"))),
                        fact("ui.plots.area", area(plot.computedM2())),
                        fact("ui.plots.declared", area(p.declaredM2())),
                        fact("ui.plots.begun", Shown.date(plot.begunOn())),
                        plot.endedOn() == null
                                ? null
                                : fact("ui.plots.ended", Shown.date(plot.endedOn())));
        section("ui.plots.group.ground", ground);
        section(
                "ui.plots.group.plan",
                group(
                        fact("plots.column.planName", p.planName()),
                        fact("plots.column.plannedOn", Shown.date(p.plannedOn())),
                        fact("ui.plots.ratio", between(p.leastRatio(), p.mostRatio())),
                        fact("plots.column.leastDensity", with("≥ ", p.leastDensity(), "%")),
                        fact("plots.column.mostHeightM", with("≤ ", p.mostHeightM(), " m")),
                        fact("plots.column.mostGreen", with("≤ ", p.mostGreen(), "%")),
                        fact("plots.column.mostService", with("≤ ", p.mostService(), "%"))));
        section(
                "ui.plots.group.standard",
                group(
                        fact("ui.plots.investment", perMu(p.investmentYuanM2())),
                        fact("ui.plots.tax", perMu(p.taxYuanM2())),
                        fact("ui.plots.output", perMu(p.outputYuanM2())),
                        fact("ui.plots.price", perMu(p.priceYuanM2())),
                        fact("plots.column.priceBasis", Shown.text(p.priceBasis())),
                        fact(
                                "plots.column.utilities",
                                p.utilities().stream()
                                        .map(one -> doors.messages().of(getLocale(), one))
                                        .collect(Collectors.joining("、"))),
                        fact("plots.column.industries", String.join("、", p.industries()))));
        var holder = fact("plots.column.holder", p.holderName());
        if (holder != null && p.holderId() != null) {
            holder.add(
                    new Anchor(
                            "enterprises/" + p.holderId(), getTranslation("ui.plots.enterprise")));
        }
        section("ui.plots.group.holder", group(holder, fact("plots.column.note", p.note())));
    }

    /** Such as 「1.2 — 2」. */
    static @Nullable String between(@Nullable BigDecimal least, @Nullable BigDecimal most) {
        if (least == null) {
            return most == null ? null : "≤ " + Shown.figure(most);
        }
        return most == null
                ? "≥ " + Shown.figure(least)
                : Shown.figure(least) + " — " + Shown.figure(most);
    }

    /** From yuan per m² to 万元 per 亩. */
    static @Nullable BigDecimal tenThousandsPerMu(@Nullable BigDecimal yuanPerM2) {
        return yuanPerM2 == null
                ? null
                : yuanPerM2.divide(MU_PER_TEN_THOUSAND, 4, RoundingMode.HALF_UP);
    }

    private @Nullable String perMu(@Nullable BigDecimal yuanPerM2) {
        return yuanPerM2 == null ? null : Shown.figure(tenThousandsPerMu(yuanPerM2));
    }

    private static @Nullable String area(@Nullable BigDecimal squareMetres) {
        return squareMetres == null
                ? null
                : Shown.mu(squareMetres) + "（" + Shown.figure(squareMetres) + " m²）";
    }

    private static @Nullable String with(String before, @Nullable BigDecimal figure, String unit) {
        return figure == null ? null : before + Shown.figure(figure) + unit;
    }

    private Div group(@Nullable Div... facts) {
        var group = new Div();
        group.addClassName("facts");
        for (var fact : facts) {
            if (fact != null) {
                group.add(fact);
            }
        }
        return group;
    }

    private void section(String key, Div group) {
        if (group.getComponentCount() > 0) {
            var section = new Section(new H2(getTranslation(key)), group);
            section.addClassName("lead-section");
            add(section);
        }
    }

    private @Nullable Div fact(String key, @Nullable String text) {
        if (text == null || text.isBlank() || text.equals(Shown.NOTHING)) {
            return null;
        }
        var what = new Div(getTranslation(key));
        what.addClassName("what");
        var value = new Div(text);
        value.addClassName("value");
        return new Div(what, value);
    }
}
