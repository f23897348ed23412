package org.kaiyuan.ui.services;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.services.CaseOutcome;
import org.kaiyuan.services.CaseRow;
import org.kaiyuan.services.CaseState;
import org.kaiyuan.services.CheckVerdict;
import org.kaiyuan.services.MaterialState;
import org.kaiyuan.services.WaitingFor;
import org.kaiyuan.ui.kit.Shown;

/** Small things that say something about a case; a colour never says it alone. */
final class CaseCells {
    /** From so many working days on a case is near its day. */
    private static final int NEAR = 3;

    private final Messages messages;
    private final Locale locale;

    CaseCells(Messages messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    static Span chip(String text, String className) {
        var chip = new Span(text);
        chip.addClassNames("chip", className);
        return chip;
    }

    static Div chips(Component... parts) {
        var chips = new Div(parts);
        chips.addClassName("chips");
        return chips;
    }

    static Anchor link(String address, String text) {
        var link = new Anchor(address, text);
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    static Span sub(String text) {
        var line = new Span(text);
        line.addClassName("sub");
        line.setTitle(text);
        return line;
    }

    static Div quiet(String text) {
        var line = new Div(text);
        line.addClassName("lead-quiet");
        return line;
    }

    /** A name above, something smaller below. */
    static Div named(Component title, @Nullable String sub) {
        title.addClassName("title");
        var cell = new Div(title);
        cell.addClassName("name-cell");
        if (sub != null && !sub.isBlank()) {
            cell.add(sub(sub));
        }
        return cell;
    }

    /** What is called so, and what it is; nothing where nobody said. */
    static @Nullable Div fact(String what, @Nullable Object value) {
        if (value == null
                || value instanceof String text && (text.isBlank() || text.equals(Shown.NOTHING))) {
            return null;
        }
        var label = new Div(what);
        label.addClassName("what");
        var said = value instanceof Component one ? new Div(one) : new Div(value.toString());
        said.addClassName("value");
        return new Div(label, said);
    }

    static Div facts(@Nullable Div... facts) {
        var all = new Div();
        all.addClassName("facts");
        for (var fact : facts) {
            if (fact != null) {
                all.add(fact);
            }
        }
        return all;
    }

    static Button small(String text, SerializableRunnable act) {
        var button = new Button(text, click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    String of(Enum<?> constant) {
        return messages.of(locale, constant);
    }

    Span state(CaseState state) {
        return chip(
                of(state),
                switch (state) {
                    case SUBMITTED, SUPPLEMENT -> "waiting";
                    case ACCEPTED -> "stage";
                    case DECIDED, DELIVERED -> "good";
                    case ARCHIVED, WITHDRAWN -> "neutral";
                    case NOT_ACCEPTED -> "bad";
                });
    }

    Span outcome(CaseOutcome outcome) {
        return chip(of(outcome), outcome == CaseOutcome.REFUSED ? "bad" : "good");
    }

    Span verdict(CheckVerdict verdict) {
        return chip(
                of(verdict),
                switch (verdict) {
                    case AGREED -> "good";
                    case AGREED_WITH_REMARKS -> "waiting";
                    case OPPOSED -> "bad";
                });
    }

    Span material(MaterialState state) {
        return chip(
                of(state),
                switch (state) {
                    case MISSING, FOUND_BAD -> "bad";
                    case HANDED_IN, HELD -> "neutral";
                    case DEFERRED -> "waiting";
                    case FOUND_GOOD -> "good";
                });
    }

    /** Where it stands, and whose turn it is. */
    Div standing(CaseRow row) {
        var chips = chips(state(row.state()));
        if (row.outcome() != null) {
            chips.add(outcome(row.outcome()));
        }
        if (row.stopped()) {
            chips.add(chip(word("stopped"), "waiting"));
        }
        if (row.waitingFor() == WaitingFor.ENTERPRISE || row.waitingFor() == WaitingFor.UPPER) {
            chips.add(chip(of(row.waitingFor()), "waiting"));
        }
        return chips;
    }

    /** Working days left, in words; nothing where nothing is due. */
    Component remaining(CaseRow row) {
        if (row.overdue()) {
            var days = row.remaining();
            return chip(
                    days == null || days >= 0
                            ? word("overdue")
                            : word("overdue.by", Shown.figure(-days)),
                    "bad");
        }
        if (row.stopped()) {
            return chip(word("stopped"), "waiting");
        }
        var days = row.remaining();
        if (days == null) {
            return new Span(Shown.NOTHING);
        }
        return chip(
                days == 0 ? word("remaining.today") : word("remaining", Shown.figure(days)),
                days <= NEAR ? "waiting" : "neutral");
    }

    private String word(String key, Object... arguments) {
        return messages.text(locale, "ui.services.desk." + key, arguments);
    }
}
