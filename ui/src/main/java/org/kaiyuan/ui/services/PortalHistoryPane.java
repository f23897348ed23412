package org.kaiyuan.ui.services;

import static org.kaiyuan.ui.services.PortalPieces.word;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Comparator;
import org.kaiyuan.services.CaseEvent;
import org.kaiyuan.services.CaseSheet;
import org.kaiyuan.ui.kit.Shown;

/** What happened to a case, the newest first. */
class PortalHistoryPane extends Div {
    PortalHistoryPane(PortalServiceDoors doors, CaseSheet of) {
        var lines = new Div();
        lines.addClassName("timeline");
        of.events().stream()
                .filter(CaseEvent::open)
                .sorted(Comparator.comparingInt(CaseEvent::number).reversed())
                .forEach(event -> lines.add(line(doors, event)));
        var fold = new Details(word(this, "history"), lines);
        fold.setWidthFull();
        add(fold);
    }

    private Div line(PortalServiceDoors doors, CaseEvent event) {
        var what = new Span(doors.messages().of(PortalPieces.locale(this), event.act()));
        what.addClassName("title");
        var when = new Div(Shown.moment(event.at()) + " · " + event.byName());
        when.addClassName("when");
        var line = new Div(what, when);
        if (event.said() != null && !event.said().isBlank()) {
            line.add(PortalPieces.prose(event.said()));
        }
        return line;
    }
}
