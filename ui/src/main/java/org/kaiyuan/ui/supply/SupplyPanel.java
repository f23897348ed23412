package org.kaiyuan.ui.supply;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.PlotDetails;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Tell;

/** A part of a plot's page about its supply; the whole page is read anew when something was done. */
abstract class SupplyPanel extends Div {
    final transient SupplyDoors doors;
    final transient PlotDetails plot;
    final SerializableRunnable changed;

    SupplyPanel(SupplyDoors doors, PlotDetails plot, SerializableRunnable changed) {
        this.doors = doors;
        this.plot = plot;
        this.changed = changed;
        addClassNames("supply-panel", "stacking");
    }

    final boolean maySupply() {
        return plot.endedOn() == null && doors.person().may(PlotPermissions.SUPPLY);
    }

    final boolean mayWrite() {
        return plot.endedOn() == null && doors.person().may(PlotPermissions.WRITE);
    }

    final String word(String key, Object... arguments) {
        return getTranslation("ui.supply." + key, arguments);
    }

    final String name(Enum<?> constant) {
        return doors.messages().of(getLocale(), constant);
    }

    final List<String> heads(String... keys) {
        return Arrays.stream(keys).map(this::word).toList();
    }

    final void done(String key) {
        Tell.done(word(key));
        changed.run();
    }

    final Section section(String titleKey, Component... acts) {
        var head = new Div(new H2(word(titleKey)));
        head.add(acts);
        head.addClassName("supply-head");
        var section = new Section(head);
        section.addClassName("lead-section");
        add(section);
        return section;
    }

    final Button act(String key, Glyph.@Nullable Of glyph, SerializableRunnable act) {
        var button = new Button(word(key), click -> act.run());
        if (glyph != null) {
            button.setIcon(new Glyph(glyph));
        }
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    /** A drawing alone; what it does and to what is said to those who do not see it. */
    final Button small(String key, String of, Glyph.Of glyph, SerializableRunnable act) {
        var button = new Button(new Glyph(glyph), click -> act.run());
        var said = word(key) + " " + of;
        button.setAriaLabel(said);
        button.setTooltipText(said);
        button.addThemeNames("tertiary", "icon", "small");
        return button;
    }

    static Div acts(Component... acts) {
        var row = new Div(acts);
        row.addClassName("row-acts");
        return row;
    }

    static Div facts(Component... facts) {
        var group = new Div(facts);
        group.addClassNames("facts", "tight");
        return group;
    }

    final Div fact(String key, Object value) {
        var what = new Div(word(key));
        what.addClassName("what");
        var shown = value instanceof Component one ? new Div(one) : new Div(String.valueOf(value));
        shown.addClassName("value");
        return new Div(what, shown);
    }

    static Div figures(Component... figures) {
        var row = new Div(figures);
        row.addClassName("key-figures");
        return row;
    }

    /** @param note below it, such as the threshold that it is held against */
    final Div figure(String key, String figure, @Nullable String note) {
        var number = new Div(figure);
        number.addClassName("figure");
        var what = new Div(word(key));
        what.addClassName("what");
        var box = new Div(what, number);
        if (note != null) {
            var below = new Div(note);
            below.addClassName("what");
            box.add(below);
        }
        box.addClassName("key-figure");
        return box;
    }

    static Div quiet(String sentence) {
        var said = new Div(sentence);
        said.addClassName("lead-quiet");
        return said;
    }

    static Div source(String sentence) {
        var said = new Div(sentence);
        said.addClassNames("lead-quiet", "supply-source");
        return said;
    }

    static Div lines(Component... lines) {
        var cell = new Div(lines);
        cell.addClassName("name-cell");
        return cell;
    }

    static Span strong(String text) {
        var said = new Span(text);
        said.addClassName("title");
        return said;
    }

    static DayField day(@Nullable LocalDate day) {
        var field = new DayField();
        field.setValue(day);
        return field;
    }
}
