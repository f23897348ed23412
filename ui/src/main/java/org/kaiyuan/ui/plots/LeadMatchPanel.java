package org.kaiyuan.ui.plots;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.PlotId;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.leads.LeadNavigation;

/** Which leads would fit an open plot, best first, among those that the person may see. */
class LeadMatchPanel extends Div {
    /** @param plot null where it is not to be had any more */
    LeadMatchPanel(MatchDoors doors, @Nullable PlotId plot) {
        if (plot == null) {
            add(new EmptyState(Glyph.Of.STAR, getTranslation("ui.plots.match.notOpen")));
            return;
        }
        var cells = new MatchCells(doors.messages(), getLocale());
        var found = doors.matching().leads(plot);
        if (found.items().isEmpty()) {
            add(new EmptyState(Glyph.Of.STAR, getTranslation("ui.plots.match.noLeads")));
        } else {
            var table =
                    new PlainTable(
                            getTranslation("ui.plots.tab.leads"),
                            List.of(
                                    getTranslation("ui.plots.match.score"),
                                    getTranslation("ui.plots.reserve.lead"),
                                    getTranslation("ui.plots.match.reasons"),
                                    getTranslation("ui.plots.match.wantedBy")));
            found.items()
                    .forEach(match ->
                            table.row(
                                    cells.score(match.score()),
                                    new Anchor(
                                            LeadNavigation.lead(match.lead().id()),
                                            match.lead().projectName()),
                                    cells.reasons(match.reasons()),
                                    Shown.date(match.wantedBy())));
            add(table);
        }
        add(cells.excluded(found.excluded()));
    }
}
