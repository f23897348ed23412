package org.kaiyuan.ui.plots;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.kaiyuan.plots.LineageStep;
import org.kaiyuan.plots.PlotId;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Shown;

/** Which plots a plot comes of, and which came of it. */
class LineagePanel extends Div {
    private final transient PlotDoors doors;

    LineagePanel(PlotDoors doors, PlotId id) {
        this.doors = doors;
        var lineage = doors.lineage().of(id);
        if (lineage.ancestors().isEmpty() && lineage.descendants().isEmpty()) {
            add(new EmptyState(Glyph.Of.MERGE, getTranslation("ui.plots.lineage.none")));
            return;
        }
        var table =
                new PlainTable(
                        getTranslation("ui.plots.tab.lineage"),
                        List.of(
                                getTranslation("ui.plots.lineage.on"),
                                getTranslation("ui.plots.lineage.act"),
                                getTranslation("ui.plots.lineage.from"),
                                getTranslation("ui.plots.lineage.to"),
                                getTranslation("ui.plots.lineage.by")));
        lineage.descendants().reversed().forEach(step -> row(table, step, id));
        lineage.ancestors().forEach(step -> row(table, step, id));
        add(table);
        if (lineage.more()) {
            add(new Span(getTranslation("ui.plots.lineage.more")));
        }
    }

    private void row(PlainTable table, LineageStep step, PlotId here) {
        table.row(
                Shown.date(step.on()),
                doors.messages().of(getLocale(), step.act()),
                plots(step.from(), here),
                plots(step.to(), here),
                step.reason() == null ? step.actorName() : step.actorName() + "：" + step.reason());
    }

    private static Component plots(List<LineageStep.LineagePlot> plots, PlotId here) {
        var list = new Div();
        list.addClassName("lineage-plots");
        for (var plot : plots) {
            var said = plot.number() + "（" + Shown.mu(plot.computedM2()) + "）";
            if (plot.id().equals(here)) {
                var self = new Span(said);
                self.addClassName("here");
                list.add(self);
            } else {
                list.add(new Anchor(PlotNavigation.plot(plot.id()), said));
            }
        }
        return list;
    }
}
