package org.kaiyuan.ui.plots;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.plots.PlotState;

/** Small things that say something about a plot. */
final class PlotCells {
    private PlotCells() {}

    /** With the colour that the map gives it. */
    static Span state(Messages messages, Locale locale, PlotState state) {
        var chip = chip(messages.of(locale, state), "plot-state");
        chip.getStyle().set("--key", "var(--ky-plot-" + state.name() + ")");
        return chip;
    }

    static Span chip(String text, String className) {
        var chip = new Span(text);
        chip.addClassNames("chip", className);
        return chip;
    }
}
