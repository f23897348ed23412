package org.kaiyuan.ui.services;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.ui.kit.Glyph;

/** Lines in an order that can be changed, each with what it is and what is wrong with it. */
final class ServiceLines<T> extends Div {
    /** Position of a line that is not there yet. */
    static final int NEW = -1;

    final @Nullable Button more;
    private final transient List<T> values = new ArrayList<>();
    private final transient List<List<String>> faults = new ArrayList<>();
    private final transient BiFunction<T, Integer, Component> summary;
    private final transient @Nullable IntConsumer edit;
    private final SerializableRunnable changed;
    private final String none;
    private final Div lines = new Div();
    private transient @Nullable Beyond<T> beyond;

    /** Lists before and after this one, into which a line goes on. */
    interface Beyond<T> {
        boolean isThere(int direction);

        /** Takes what was taken out here. */
        void take(int direction, T value);
    }

    /**
     * @param addText null where lines are added by other means
     * @param none what is said where there are none
     * @param edit changes the line at a position, or makes a new one; null where a line is only what it is
     * @param changed told after each change
     */
    ServiceLines(
            @Nullable String addText,
            String none,
            BiFunction<T, Integer, Component> summary,
            @Nullable IntConsumer edit,
            SerializableRunnable changed) {
        this.summary = summary;
        this.edit = edit;
        this.changed = changed;
        this.none = none;
        addClassName("service-lines");
        add(lines);
        if (addText != null && edit != null) {
            more = new Button(addText, new Glyph(Glyph.Of.PLUS), click -> edit.accept(NEW));
            more.addThemeVariants(ButtonVariant.LUMO_SMALL);
            add(more);
        } else {
            more = null;
        }
        list();
    }

    void show(List<T> shown) {
        values.clear();
        values.addAll(shown);
        faults.clear();
        list();
    }

    List<T> value() {
        return List.copyOf(values);
    }

    void goesOnIn(Beyond<T> lists) {
        beyond = lists;
        list();
    }

    /** A line from the list before or after. */
    void take(int direction, T value) {
        values.add(direction < 0 ? values.size() : 0, value);
        list();
    }

    /** Buttons of lines at the ends, after lists were added or taken away. */
    void renew() {
        list();
    }

    /** Puts it where it was, or at the end. */
    void put(int at, T value) {
        if (at == NEW) {
            values.add(value);
        } else {
            values.set(at, value);
        }
        tell();
    }

    /** What is wrong, by line. */
    void mark(List<List<String>> said) {
        faults.clear();
        faults.addAll(said);
        list();
    }

    /** The nth button of a line, for whoever presses it by hand: up, down, edit, remove. */
    Button button(int line, int nth) {
        return (Button) buttons(line).getComponentAt(nth);
    }

    private Div buttons(int line) {
        return (Div) ((Div) lines.getComponentAt(line)).getComponentAt(1);
    }

    private void move(int from, int direction) {
        int to = from + direction;
        if (to >= 0 && to < values.size()) {
            values.add(to, values.remove(from));
        } else if (beyond != null) {
            beyond.take(direction, values.remove(from));
        }
        tell();
    }

    private boolean canMove(int from, int direction) {
        int to = from + direction;
        return (to >= 0 && to < values.size()) || (beyond != null && beyond.isThere(direction));
    }

    private void tell() {
        faults.clear(); // what was wrong stood elsewhere
        list();
        changed.run();
    }

    private void list() {
        lines.removeAll();
        for (int i = 0; i < values.size(); i++) {
            lines.add(line(i));
        }
        if (values.isEmpty()) {
            lines.getElement().removeAttribute("role"); // a list without lines is none
            var said = new Paragraph(none);
            said.addClassName("sub");
            lines.add(said);
        } else {
            lines.getElement().setAttribute("role", "list");
        }
    }

    private Component line(int at) {
        var said = new Div(summary.apply(values.get(at), at));
        said.addClassName("said");
        if (at < faults.size()) {
            for (var sentence : faults.get(at)) {
                var fault = new Span(sentence);
                fault.addClassName("form-fault");
                said.add(fault);
            }
        }
        var up = ServiceCells.arrow("↑", word("up"), () -> move(at, -1));
        up.setEnabled(canMove(at, -1));
        var down = ServiceCells.arrow("↓", word("down"), () -> move(at, 1));
        down.setEnabled(canMove(at, 1));
        var buttons = new Div(up, down);
        buttons.addClassName("buttons");
        var change = edit;
        if (change != null) {
            buttons.add(ServiceCells.small(Glyph.Of.EDIT, word("change"), () -> change.accept(at)));
        }
        buttons.add(
                ServiceCells.small(
                        Glyph.Of.TRASH,
                        word("remove"),
                        () -> {
                            values.remove(at);
                            tell();
                        }));
        var line = new Div(said, buttons);
        line.addClassName("service-line");
        line.getElement().setAttribute("role", "listitem");
        return line;
    }

    private String word(String key) {
        return getTranslation("ui.services.catalogue.line." + key);
    }
}
