package org.kaiyuan.ui.services;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.services.FormAnswers;
import org.kaiyuan.services.FormField;
import org.kaiyuan.ui.kit.Glyph;

/** Rows that can be added and taken away; on a phone each is a card. */
final class FormTableInput extends FormInput {
    /** A form is no ledger. */
    private static final int MOST = 200;

    final Button more;
    private final Div table = new Div();
    private final Div lines = new Div();
    private final Span fault = new Span();
    private final transient List<Row> rows = new ArrayList<>();
    private final transient Locale locale;
    private final transient UnaryOperator<String> words;
    private SerializableRunnable changed = () -> {};

    /** A row and its cells. */
    private record Row(Div line, List<FormInput> cells) {
        Map<String, String> said() {
            var said = new LinkedHashMap<String, String>();
            for (var cell : cells) {
                var values = cell.values();
                if (!values.isEmpty()) {
                    said.put(cell.field.key(), values.getFirst());
                }
            }
            return said;
        }
    }

    FormTableInput(FormField field, Locale locale, UnaryOperator<String> words) {
        super(field);
        this.locale = locale;
        this.words = words;
        var label = FormWords.label(locale, field);
        table.addClassNames("form-table", "wide");
        table.getElement().setAttribute("role", "group");
        table.getElement().setAttribute("aria-label", label);
        table.getElement().setAttribute("data-field", field.key());
        var head = new Span(label + (field.required() ? " •" : ""));
        head.addClassName("form-label");
        table.add(head);
        if (field.help() != null) {
            var help = new Span(field.help());
            help.addClassName("sub");
            table.add(help);
        }
        fault.addClassName("form-fault");
        fault.getElement().setAttribute("role", "alert");
        fault.setVisible(false);
        lines.addClassName("form-table-rows");
        more =
                new Button(
                        words.apply("ui.services.form.row.add"),
                        new Glyph(Glyph.Of.PLUS),
                        click -> {
                            append(Map.of());
                            changed.run();
                        });
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        table.add(lines, fault, more);
        fill(List.of());
    }

    @Override
    Component component() {
        return table;
    }

    @Override
    void show(FormAnswers answers) {
        fill(answers.tables().getOrDefault(field.key(), List.of()));
    }

    @Override
    List<String> values() {
        return List.of();
    }

    /** Rows in which nothing stands are none. */
    @Override
    List<Map<String, String>> rows() {
        return rows.stream().map(Row::said).filter(said -> !said.isEmpty()).toList();
    }

    @Override
    void onChange(SerializableRunnable told) {
        changed = told;
    }

    @Override
    void mark(@Nullable String sentence) {
        fault.setText(sentence == null ? "" : sentence);
        fault.setVisible(sentence != null);
    }

    @Override
    void mark(int row, String column, String sentence) {
        int at = 0;
        for (var one : rows) {
            if (one.said().isEmpty() || at++ != row) {
                continue;
            }
            for (var cell : one.cells()) {
                if (cell.field.key().equals(column)) {
                    cell.mark(sentence);
                    return;
                }
            }
        }
        mark(sentence);
    }

    @Override
    void clear() {
        mark(null);
        rows.forEach(row -> row.cells().forEach(FormInput::clear));
    }

    @Override
    void focus() {
        for (var row : rows) {
            for (var cell : row.cells()) {
                if (cell.component() instanceof com.vaadin.flow.component.HasValidation validated
                        && validated.isInvalid()) {
                    cell.focus();
                    return;
                }
            }
        }
        if (rows.isEmpty()) {
            focus(more);
        } else {
            rows.getFirst().cells().getFirst().focus();
        }
    }

    /** The cell of a row, for whoever fills it in by hand. */
    Component cell(int row, String column) {
        return rows.get(row).cells().stream()
                .filter(cell -> cell.field.key().equals(column))
                .findFirst()
                .orElseThrow()
                .component();
    }

    private void fill(List<Map<String, String>> values) {
        rows.clear();
        lines.removeAll();
        values.stream().limit(MOST).forEach(this::append);
        int least = field.least() == null ? 0 : field.least().intValue();
        int wanted = Math.min(Math.max(least, field.required() ? 1 : 0), MOST);
        while (rows.size() < wanted) {
            append(Map.of());
        }
        settle();
    }

    private void append(Map<String, String> said) {
        var cells = new ArrayList<FormInput>();
        var line = new Div();
        line.addClassName("form-table-row");
        line.getElement().setAttribute("role", "group");
        var values = new LinkedHashMap<String, List<String>>();
        said.forEach((column, value) -> values.put(column, List.of(value)));
        var answers = new FormAnswers(values, Map.of());
        for (var column : field.columns()) {
            var cell = FormFieldInput.of(column, locale, true, words);
            cell.show(answers);
            cell.onChange(() -> changed.run());
            cells.add(cell);
            line.add(cell.component());
        }
        var row = new Row(line, cells);
        var remove =
                new Button(
                        new Glyph(Glyph.Of.TRASH),
                        click -> {
                            rows.remove(row);
                            lines.remove(line);
                            settle();
                            changed.run();
                        });
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        remove.addClassName("row-remove");
        remove.setAriaLabel(words.apply("ui.services.form.row.remove"));
        line.add(remove);
        rows.add(row);
        lines.add(line);
        settle();
    }

    private void settle() {
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).line().getElement().setAttribute("aria-label", Integer.toString(i + 1));
        }
        int most = field.most() == null ? MOST : Math.min(field.most().intValue(), MOST);
        more.setEnabled(rows.size() < most);
    }
}
