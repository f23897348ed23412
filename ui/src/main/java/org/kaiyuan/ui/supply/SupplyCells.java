package org.kaiyuan.ui.supply;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.plots.IdleState;
import org.kaiyuan.plots.IndicatorOutcome;
import org.kaiyuan.plots.PlotId;
import org.kaiyuan.plots.PlotState;
import org.kaiyuan.plots.ProductionVerdict;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.plots.PlotNavigation;

/** Small things that say something about a supply; a colour never says it alone. */
final class SupplyCells {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private SupplyCells() {}

    static Span chip(String text, String... classes) {
        var chip = new Span(text);
        chip.addClassName("chip");
        chip.addClassNames(classes);
        return chip;
    }

    static Span of(Messages messages, Locale locale, IdleState state) {
        return chip(
                messages.of(locale, state),
                switch (state) {
                    case PROPOSED -> "waiting";
                    case CONFIRMED -> "bad";
                    case CLOSED -> "good";
                    case REJECTED, WITHDRAWN, LAPSED -> "neutral";
                });
    }

    static Span of(Messages messages, Locale locale, IndicatorOutcome outcome) {
        return chip(
                messages.of(locale, outcome),
                switch (outcome) {
                    case MET -> "good";
                    case PARTLY -> "waiting";
                    case NOT_MET -> "bad";
                    case UNKNOWN -> "neutral";
                });
    }

    static Span of(Messages messages, Locale locale, ProductionVerdict verdict) {
        return chip(
                messages.of(locale, verdict),
                switch (verdict) {
                    case REACHED -> "good";
                    case PARTLY -> "waiting";
                    case NOT_REACHED -> "bad";
                });
    }

    /** With the colour that the map gives it. */
    static Span of(Messages messages, Locale locale, PlotState state) {
        var chip = chip(messages.of(locale, state), "plot-state");
        chip.getStyle().set("--key", "var(--ky-plot-" + state.name() + ")");
        return chip;
    }

    /** A plot by number and name; leads to the part of its page. */
    static Div plot(PlotId id, String number, String name, String tab) {
        var link = new Anchor(PlotNavigation.plot(id) + "?tab=" + tab, number);
        link.getElement().setAttribute("router-link", true);
        link.addClassName("title");
        var cell = new Div(link, sub(name));
        cell.addClassName("name-cell");
        return cell;
    }

    static Span sub(String text) {
        var line = new Span(text);
        line.addClassName("sub");
        return line;
    }

    /** Such as 12.5 %; a dash for what is not known. */
    static String percent(@Nullable BigDecimal share) {
        return share == null ? Shown.NOTHING : Shown.figure(share.multiply(HUNDRED)) + "%";
    }
}
