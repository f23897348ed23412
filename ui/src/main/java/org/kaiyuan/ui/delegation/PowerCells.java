package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.BasisState;
import org.kaiyuan.delegation.BoundaryShare;
import org.kaiyuan.delegation.Duty;
import org.kaiyuan.delegation.EntryAct;
import org.kaiyuan.delegation.EntryDifference;
import org.kaiyuan.delegation.EntryNote;
import org.kaiyuan.delegation.PowerList;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.kit.Shown;

/** Small things that say something about powers. */
final class PowerCells {
    private PowerCells() {}

    static Span chip(String text, String className) {
        var chip = new Span(text);
        chip.addClassNames("chip", className);
        return chip;
    }

    static Anchor link(String address, String text) {
        var link = new Anchor(address, text);
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    static Span state(Messages messages, Locale locale, PowerList.State state) {
        return chip(
                messages.of(locale, state),
                switch (state) {
                    case PUBLISHED -> "good";
                    case DRAFT -> "waiting";
                    case CHECKED -> "tag";
                    case EMPTY -> "past";
                });
    }

    static Span act(Messages messages, Locale locale, EntryAct act) {
        return chip(
                messages.of(locale, act),
                switch (act) {
                    case GRANT -> "good";
                    case RECALL -> "bad";
                    case EXPIRY -> "past";
                });
    }

    static Span kind(Messages messages, Locale locale, EntryDifference.Kind kind) {
        return chip(
                messages.of(locale, kind),
                switch (kind) {
                    case NEW -> "good";
                    case CHANGED -> "waiting";
                    case GONE -> "bad";
                });
    }

    /** Nothing while the basis is in force. */
    static @Nullable Span basis(Messages messages, Locale locale, BasisState state) {
        return switch (state) {
            case IN_FORCE -> null;
            case AMENDED -> chip(messages.text(locale, "ui.delegation.basis.AMENDED"), "waiting");
            case REPEALED -> chip(messages.text(locale, "ui.delegation.basis.REPEALED"), "bad");
        };
    }

    /** A name above, something smaller below. */
    static Div named(Component title, @Nullable String sub) {
        title.addClassName("title");
        var cell = new Div(title);
        cell.addClassName("name-cell");
        if (sub != null && !sub.isBlank()) {
            var below = new Span(sub);
            below.addClassName("sub");
            below.setTitle(sub);
            cell.add(below);
        }
        return cell;
    }

    /** Where and for what an entry holds, in one line; null for everything everywhere. */
    static @Nullable String scope(Messages messages, Locale locale, EntryNote note) {
        var parts = new java.util.ArrayList<String>();
        if (note.subPark() != null) {
            parts.add(note.subPark());
        }
        if (note.category() != null) {
            parts.add(note.category());
        }
        if (note.scope().mostYuan() != null) {
            parts.add(
                    messages.text(
                            locale,
                            "ui.delegation.upTo",
                            Shown.tenThousands(note.scope().mostYuan())));
        }
        if (note.scope().conditions() != null) {
            parts.add(note.scope().conditions());
        }
        return parts.isEmpty() ? null : String.join(" · ", parts);
    }

    /** A value of a field of an entry, in the words of people. */
    static String value(Messages messages, Locale locale, @Nullable Object value) {
        return switch (value) {
            case null -> Shown.NOTHING;
            case Enum<?> constant -> messages.of(locale, constant);
            case java.math.BigDecimal amount ->
                    messages.text(locale, "ui.delegation.wan", Shown.tenThousands(amount));
            case Duty duty -> messages.of(locale, duty.step()) + "：" + duty.responsibility();
            case BoundaryShare share ->
                    messages.of(locale, share.party())
                            + (share.unit() == null ? "" : "（" + share.unit() + "）")
                            + " "
                            + messages.of(locale, share.part());
            case Collection<?> several ->
                    several.stream()
                            .map(one -> value(messages, locale, one))
                            .collect(Collectors.joining("；"));
            default -> value.toString();
        };
    }

    static @Nullable Div fact(String what, @Nullable Object value) {
        if (value == null || value.equals("") || value.equals(Shown.NOTHING)) {
            return null;
        }
        var label = new Div(what);
        label.addClassName("what");
        var box = new Div();
        box.addClassName("value");
        if (value instanceof Component component) {
            box.add(component);
        } else {
            box.setText(value.toString());
        }
        return new Div(label, box);
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
