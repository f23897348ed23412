package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.AnswerOutcome;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.EvaluationVerdict;
import org.kaiyuan.delegation.ListId;
import org.kaiyuan.delegation.RequestState;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.kit.Shown;

/** Small things that say something about the use of a power; a colour never says it alone. */
final class PowerUseCells {
    private PowerUseCells() {}

    static Span chip(String text, String className) {
        var chip = new Span(text);
        chip.addClassNames("chip", className);
        return chip;
    }

    static Span of(Messages messages, Locale locale, EvaluationVerdict verdict) {
        return chip(
                messages.of(locale, verdict),
                switch (verdict) {
                    case KEEP -> "good";
                    case ADJUST -> "waiting";
                    case RECALL -> "bad";
                });
    }

    static Span of(Messages messages, Locale locale, RequestState state) {
        return chip(
                messages.of(locale, state),
                switch (state) {
                    case DRAFT, WITHDRAWN -> "neutral";
                    case SENT, RETURNED -> "waiting";
                    case GRANTED -> "good";
                    case REFUSED -> "bad";
                });
    }

    static Span of(Messages messages, Locale locale, AnswerOutcome outcome) {
        return chip(
                messages.of(locale, outcome),
                switch (outcome) {
                    case AGREED -> "good";
                    case CONDITIONAL, RETURNED -> "waiting";
                    case REFUSED -> "bad";
                });
    }

    static Anchor link(String address, String text) {
        var link = new Anchor(address, text);
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    /** The entry that grants it, on the page of its list. */
    static String entry(ListId list, EntryId entry) {
        return "delegation/lists/" + list + "/entries/" + entry;
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

    static Span sub(String text) {
        var line = new Span(text);
        line.addClassName("sub");
        line.setTitle(text);
        return line;
    }

    /** What is called so, and what it is; nothing where nobody said. */
    static @Nullable Div fact(String what, @Nullable String value) {
        if (value == null || value.isBlank() || value.equals(Shown.NOTHING)) {
            return null;
        }
        var label = new Div(what);
        label.addClassName("what");
        var said = new Div(value);
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
}
