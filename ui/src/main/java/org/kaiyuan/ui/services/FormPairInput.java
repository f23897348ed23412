package org.kaiyuan.ui.services;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.Divisions;
import org.kaiyuan.services.FieldKind;
import org.kaiyuan.services.FormAnswers;
import org.kaiyuan.services.FormField;
import org.kaiyuan.ui.services.FormPane.NamedEnterprise;

/** A field of two parts: an address by its division and the rest, an enterprise by its credit code and its name. */
final class FormPairInput extends FormInput {
    private static final int CODE = 18;
    private static final int REST = 200;
    private static final int FOUND = 10;

    final ComboBox<String> division = new ComboBox<>();
    final ComboBox<NamedEnterprise> finder = new ComboBox<>();
    final TextField code = new TextField();
    final TextField rest = new TextField();
    private final Div pair = new Div();

    FormPairInput(FormField field, String label, UnaryOperator<String> words) {
        super(field);
        pair.addClassNames("form-pair", "wide");
        pair.getElement().setAttribute("role", "group");
        pair.getElement().setAttribute("aria-label", label);
        pair.getElement().setAttribute("data-field", field.key());
        boolean address = field.kind() == FieldKind.ADDRESS;
        if (address) {
            division.setItems(Divisions.codes());
            division.setItemLabelGenerator(Divisions::shown);
            division.setLabel(label);
            division.setClearButtonVisible(true);
            division.setPlaceholder(words.apply("ui.services.form.division"));
            rest.setLabel(words.apply("ui.services.form.street"));
            pair.add(division, rest);
        } else {
            finder.setLabel(words.apply("ui.services.form.find"));
            finder.setItemLabelGenerator(NamedEnterprise::name);
            finder.setVisible(false);
            finder.addValueChangeListener(change -> take(change.getValue()));
            rest.setLabel(label);
            code.setLabel(words.apply("ui.services.form.code"));
            code.setMaxLength(CODE);
            finder.addClassName("broad");
            pair.add(finder, rest, code);
        }
        rest.setMaxLength(REST);
        division.setWidthFull();
        code.setWidthFull();
        rest.setWidthFull();
        finder.setWidthFull();
        division.setManualValidation(true);
        code.setManualValidation(true);
        rest.setManualValidation(true);
        if (field.required()) {
            division.setRequiredIndicatorVisible(true);
            rest.setRequiredIndicatorVisible(true);
        }
        if (field.help() != null) {
            rest.setHelperText(field.help());
        }
    }

    /** Enterprises may be looked for by these words. */
    void find(SerializableFunction<String, List<NamedEnterprise>> found) {
        finder.setVisible(true);
        finder.setItems(query -> {
            query.getLimit(); // asked for or Vaadin complains
            return found.apply(query.getFilter().orElse("")).stream()
                    .skip(query.getOffset())
                    .limit(FOUND);
        });
        finder.setRenderer(new ComponentRenderer<>(FormPairInput::offered));
    }

    private static Component offered(NamedEnterprise one) {
        var code = new Span(one.creditCode() == null ? "" : one.creditCode());
        code.addClassName("sub");
        var cell = new Div(new Span(one.name()), code);
        cell.addClassName("name-cell");
        return cell;
    }

    private void take(@Nullable NamedEnterprise chosen) {
        if (chosen != null) {
            rest.setValue(chosen.name());
            code.setValue(chosen.creditCode() == null ? "" : chosen.creditCode());
        }
    }

    @Override
    Component component() {
        return pair;
    }

    @Override
    void show(FormAnswers answers) {
        var said = answers.values().getOrDefault(field.key(), List.of());
        var first = said.isEmpty() ? "" : said.getFirst();
        boolean address = field.kind() == FieldKind.ADDRESS;
        division.setValue(address && !first.isBlank() ? first : null); // also one not offered now
        code.setValue(address ? "" : first);
        rest.setValue(said.size() < 2 ? "" : said.get(1));
    }

    @Override
    List<String> values() {
        var chosen = division.getValue();
        var first =
                field.kind() == FieldKind.ADDRESS
                        ? (chosen == null ? "" : chosen)
                        : code.getValue().strip();
        var second = rest.getValue().strip();
        return first.isEmpty() && second.isEmpty() ? List.of() : List.of(first, second);
    }

    @Override
    void onChange(SerializableRunnable told) {
        division.addValueChangeListener(change -> told.run());
        code.addValueChangeListener(change -> told.run());
        rest.addValueChangeListener(change -> told.run());
    }

    @Override
    void mark(@Nullable String sentence) {
        mark(rest, sentence);
        boolean missing = sentence != null;
        division.setInvalid(missing && division.isEmpty());
        code.setInvalid(missing && field.kind() == FieldKind.ENTERPRISE && !rest.isEmpty());
    }

    @Override
    void focus() {
        focus(field.kind() == FieldKind.ADDRESS && division.isInvalid() ? division : rest);
    }
}
