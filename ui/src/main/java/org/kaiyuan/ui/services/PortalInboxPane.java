package org.kaiyuan.ui.services;

import static org.kaiyuan.ui.services.PortalPieces.chip;
import static org.kaiyuan.ui.services.PortalPieces.sub;
import static org.kaiyuan.ui.services.PortalPieces.word;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.kaiyuan.services.PortalToDo;
import org.kaiyuan.ui.kit.Shown;

/** What waits for an enterprise, with its days; or what it was told. */
class PortalInboxPane extends Div {
    private static final int SOON = 3;
    private final transient PortalServiceDoors doors;

    PortalInboxPane(PortalServiceDoors doors, List<PortalToDo> items) {
        this.doors = doors;
        items.forEach(item -> add(card(item)));
    }

    private Anchor card(PortalToDo item) {
        var sentence =
                new Span(
                        doors.messages()
                                .text(PortalPieces.locale(this), item.messageKey(), item.title()));
        sentence.addClassName("title");
        var card =
                PortalPieces.card(
                        PortalServiceNavigation.one(item.caseId()),
                        sentence,
                        sub(item.receipt() + " · " + Shown.moment(item.at())));
        if (item.todo() && item.dueOn() != null) {
            long days = ChronoUnit.DAYS.between(doors.today(), item.dueOn());
            var left =
                    days < 0
                            ? word(this, "todo.late", Shown.date(item.dueOn()))
                            : days == 0
                                    ? word(this, "todo.today")
                                    : word(this, "todo.left", days, Shown.date(item.dueOn()));
            ((Div) card.getChildren().findFirst().orElseThrow())
                    .add(chip(left, days < 0 ? "bad" : days <= SOON ? "waiting" : "quiet"));
        }
        card.setClassName("todo", item.todo());
        return card;
    }
}
