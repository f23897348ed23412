package org.kaiyuan.ui.services;

import static org.kaiyuan.ui.services.PortalPieces.chip;
import static org.kaiyuan.ui.services.PortalPieces.row;
import static org.kaiyuan.ui.services.PortalPieces.sub;
import static org.kaiyuan.ui.services.PortalPieces.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.services.CaseOutcome;
import org.kaiyuan.services.CaseRow;
import org.kaiyuan.services.CaseState;
import org.kaiyuan.services.WaitingFor;
import org.kaiyuan.ui.kit.Shown;

/** A case in a list of the portal: what, where it stands, and how long it still takes. */
final class PortalCaseCard {
    private PortalCaseCard() {}

    static Anchor of(Component at, CaseRow row, Messages messages) {
        var title = new Span(row.title());
        title.addClassName("title");
        return PortalPieces.card(
                PortalServiceNavigation.one(row.id()),
                title,
                sub(row.receipt() + " · " + Shown.moment(row.submittedAt())),
                chips(at, row, messages));
    }

    static Div chips(Component at, CaseRow row, Messages messages) {
        var locale = PortalPieces.locale(at);
        var chips = row("chips", chip(messages.of(locale, row.state()), style(row.state())));
        if (row.waitingFor() == WaitingFor.ENTERPRISE) {
            chips.add(chip(word(at, "case.yourTurn"), "waiting"));
        }
        if (row.outcome() != null) {
            chips.add(
                    chip(
                            messages.of(locale, row.outcome()),
                            row.outcome() == CaseOutcome.REFUSED ? "bad" : "good"));
        }
        var left = left(at, row);
        if (left != null) {
            chips.add(left);
        }
        return chips;
    }

    /** Null where nothing is due. */
    private static @Nullable Span left(Component at, CaseRow row) {
        if (ended(row.state())) {
            return null;
        }
        if (row.stopped()) {
            return chip(word(at, "case.stopped"), "quiet");
        }
        if (row.overdue()) {
            return chip(word(at, "case.overdue"), "bad");
        }
        return row.remaining() == null
                ? null
                : chip(word(at, "case.left", row.remaining()), "quiet");
    }

    static boolean ended(CaseState state) {
        return switch (state) {
            case SUBMITTED, SUPPLEMENT, ACCEPTED -> false;
            case DECIDED, DELIVERED, ARCHIVED, NOT_ACCEPTED, WITHDRAWN -> true;
        };
    }

    private static String style(CaseState state) {
        return switch (state) {
            case SUBMITTED, ACCEPTED -> "";
            case SUPPLEMENT -> "waiting";
            case DECIDED, DELIVERED -> "good";
            case ARCHIVED, WITHDRAWN -> "quiet";
            case NOT_ACCEPTED -> "bad";
        };
    }
}
