package org.kaiyuan.ui.floors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.plots.LeaseState;
import org.kaiyuan.plots.RentInstalmentState;
import org.kaiyuan.plots.UnitProfile;
import org.kaiyuan.plots.UnitState;
import org.kaiyuan.ui.kit.Shown;

/** Small things that say something about units, leases and rent. */
final class FloorCells {
    private static final BigDecimal TWELVE = BigDecimal.valueOf(12);

    private FloorCells() {}

    /** With the colour that the stacking plan gives it. */
    static Span state(Messages messages, Locale locale, UnitState state) {
        var chip = chip(messages.of(locale, state), "unit-state");
        chip.getStyle().set("--key", "var(--ky-unit-" + state.name() + ")");
        return chip;
    }

    static Span state(Messages messages, Locale locale, LeaseState state) {
        return chip(
                messages.of(locale, state),
                switch (state) {
                    case RUNNING -> "good";
                    case TO_COME -> "waiting";
                    case EXPIRED, ENDED_EARLY -> "past";
                });
    }

    static Span state(Messages messages, Locale locale, RentInstalmentState state) {
        return chip(
                messages.of(locale, state),
                switch (state) {
                    case PAID -> "good";
                    case OPEN -> "past";
                    case OVERDUE -> "bad";
                });
    }

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

    /** A fact of a record; null where nothing is known. */
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

    /** Of 0 to 1, with one decimal. */
    static String percent(@Nullable BigDecimal rate) {
        return rate == null
                ? Shown.NOTHING
                : rate.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString() + "%";
    }

    /** What of the space that may be let is not; null where there is none. */
    static @Nullable BigDecimal vacancy(BigDecimal lettableM2, BigDecimal leasedM2) {
        return lettableM2.signum() == 0
                ? null
                : lettableM2.subtract(leasedM2).divide(lettableM2, 4, RoundingMode.HALF_UP);
    }

    /** A share as a bar and in words. */
    static Component bar(@Nullable BigDecimal rate) {
        var said = new Span(percent(rate));
        if (rate == null) {
            return said;
        }
        var bar = new Span();
        bar.addClassName("bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        bar.getStyle().set("--share", rate.movePointRight(2).toPlainString() + "%");
        var cell = new Div(bar, said);
        cell.addClassName("share-cell");
        return cell;
    }

    /** Such as 3F or B1. */
    static String level(int level) {
        return level > 0 ? level + "F" : "B" + -level;
    }

    static String m2(@Nullable BigDecimal squareMetres) {
        return squareMetres == null ? Shown.NOTHING : Shown.figure(squareMetres) + " m²";
    }

    /** kN/m², and what people call it, 吨/㎡. */
    static String load(@Nullable BigDecimal knPerM2, String tonnesPerM2) {
        return knPerM2 == null
                ? Shown.NOTHING
                : Shown.figure(knPerM2)
                        + " kN/m²（"
                        + Shown.figure(tonnes(knPerM2))
                        + " "
                        + tonnesPerM2
                        + "）";
    }

    static BigDecimal tonnes(BigDecimal knPerM2) {
        return knPerM2.divide(UnitProfile.KN_PER_TONNE, 2, RoundingMode.HALF_UP);
    }

    static String period(LocalDate from, LocalDate to) {
        return from + " — " + to;
    }

    /** Yuan a year, by the m² and month. */
    static BigDecimal yearly(BigDecimal areaM2, BigDecimal rentYuanM2) {
        return areaM2.multiply(rentYuanM2).multiply(TWELVE);
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
}
