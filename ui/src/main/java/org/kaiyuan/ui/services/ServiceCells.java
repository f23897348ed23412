package org.kaiyuan.ui.services;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.services.ServiceState;
import org.kaiyuan.ui.kit.Glyph;

/** Small things that say something about services. */
final class ServiceCells {
    private ServiceCells() {}

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

    static Span state(Messages messages, Locale locale, ServiceState state) {
        return chip(
                messages.of(locale, state),
                switch (state) {
                    case OPEN -> "good";
                    case DRAFT -> "waiting";
                    case CLOSED -> "past";
                });
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
        var below = new Span(text);
        below.addClassName("sub");
        return below;
    }

    /** Nothing where nothing is said. */
    static void fact(Div facts, String what, @Nullable Object value, boolean whole) {
        if (value == null || value.equals("")) {
            return;
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
        var fact = new Div(label, box);
        if (whole) {
            fact.addClassName("whole");
        }
        facts.add(fact);
    }

    /** A small button of a line. */
    static Button small(Glyph.Of glyph, String label, Runnable act) {
        var button = new Button(new Glyph(glyph), click -> act.run());
        button.addThemeVariants(
                ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(label);
        button.setTooltipText(label);
        return button;
    }

    static Button arrow(String arrow, String label, Runnable act) {
        var button = new Button(arrow, click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.addClassName("arrow");
        button.setAriaLabel(label);
        button.setTooltipText(label);
        return button;
    }

    static @Nullable String said(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    static String typed(@Nullable String text) {
        return text == null ? "" : text;
    }
}
