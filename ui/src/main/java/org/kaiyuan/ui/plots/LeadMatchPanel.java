package org.kaiyuan.ui.plots;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Locale;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.plots.LeadMatches;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.leads.LeadNavigation;

/** Which leads would fit a place, best first, among those that the person may see. */
public final class LeadMatchPanel extends Div {
    private LeadMatchPanel() {}

    /** Of a plot or a unit. */
    public static LeadMatchPanel of(LeadMatches found, Messages messages, Locale locale) {
        var panel = new LeadMatchPanel();
        panel.show(found, new MatchCells(messages, locale));
        return panel;
    }

    /** Of a plot that is not to be had any more. */
    static LeadMatchPanel notOpen() {
        var panel = new LeadMatchPanel();
        panel.add(new EmptyState(Glyph.Of.STAR, panel.getTranslation("ui.plots.match.notOpen")));
        return panel;
    }

    private void show(LeadMatches found, MatchCells cells) {
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
