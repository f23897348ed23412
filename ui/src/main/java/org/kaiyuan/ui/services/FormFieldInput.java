package org.kaiyuan.ui.services;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValueAndElement;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.function.SerializableRunnable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.services.Choice;
import org.kaiyuan.services.FieldKind;
import org.kaiyuan.services.FormAnswers;
import org.kaiyuan.services.FormField;
import org.kaiyuan.ui.kit.DayField;

/** A field with one thing to type or to choose. */
final class FormFieldInput<C extends Component & HasValueAndElement<?, V>, V> extends FormInput {
    /** More choices than these are found by typing. */
    private static final int SEEN_AT_ONCE = 6;

    private static final int TEXT = 500;
    private static final int LONG_TEXT = 4000;

    private final C input;
    private final SerializableFunction<List<String>, @Nullable V> read;
    private final SerializableFunction<V, List<String>> write;

    private FormFieldInput(
            FormField field,
            String label,
            C input,
            SerializableFunction<List<String>, @Nullable V> read,
            SerializableFunction<V, List<String>> write) {
        super(field);
        this.input = input;
        this.read = read;
        this.write = write;
        if (input instanceof HasLabel labelled) {
            labelled.setLabel(label);
        }
        if (input instanceof HasHelper helped && field.help() != null) {
            helped.setHelperText(field.help());
        }
        if (input instanceof HasSize sized) {
            sized.setWidthFull();
        }
        if (input instanceof HasValidation validated) {
            validated.setManualValidation(true); // who checks it says it in words
        }
        input.setRequiredIndicatorVisible(field.required());
        input.getElement().setAttribute("data-field", field.key());
    }

    /**
     * @param inTable where there is little room
     * @param words translates keys
     */
    static FormInput of(
            FormField field, Locale locale, boolean inTable, UnaryOperator<String> words) {
        var label = FormWords.label(locale, field);
        return switch (field.kind()) {
            case LONG_TEXT -> longText(field, label);
            case NUMBER -> number(field, label, field.unit());
            case MONEY -> number(field, label, words.apply("ui.services.form.yuan"));
            case DATE ->
                    new FormFieldInput<DayField, LocalDate>(
                            field,
                            label,
                            new DayField(),
                            said -> day(said.getFirst()),
                            day -> List.of(day.toString()));
            case CHOICE -> choice(field, label, locale, inTable);
            case CHOICES -> choices(field, label, locale);
            case YES_NO ->
                    one(
                            field,
                            label,
                            List.of("yes", "no"),
                            value -> words.apply("ui.services.form." + value),
                            inTable);
            default -> text(field, label);
        };
    }

    @Override
    Component component() {
        return input;
    }

    @Override
    void show(FormAnswers answers) {
        var said = answers.values().getOrDefault(field.key(), List.of());
        var value = said.isEmpty() || said.getFirst().isBlank() ? null : read.apply(said);
        if (value == null) {
            input.clear();
        } else {
            input.setValue(value);
        }
    }

    @Override
    List<String> values() {
        return input.isEmpty() ? List.of() : write.apply(input.getValue());
    }

    @Override
    void onChange(SerializableRunnable told) {
        input.addValueChangeListener(change -> told.run());
    }

    @Override
    void mark(@Nullable String sentence) {
        mark(input, sentence);
    }

    private static FormInput text(FormField field, String label) {
        var input = new TextField();
        input.setValueChangeMode(
                ValueChangeMode.LAZY); // what is typed is kept before the field is left
        input.setMaxLength(field.longest() == null ? TEXT : field.longest());
        return new FormFieldInput<TextField, String>(
                field, label, input, List::getFirst, said -> List.of(said));
    }

    private static FormInput longText(FormField field, String label) {
        var input = new TextArea();
        input.setValueChangeMode(ValueChangeMode.LAZY);
        input.setMaxLength(field.longest() == null ? LONG_TEXT : field.longest());
        input.setMinRows(3);
        input.addClassName("wide");
        return new FormFieldInput<TextArea, String>(
                field, label, input, List::getFirst, said -> List.of(said));
    }

    private static FormInput number(FormField field, String label, @Nullable String unit) {
        var input = new BigDecimalField();
        input.addClassName("number");
        if (unit != null && !unit.isBlank()) {
            input.setSuffixComponent(new Span(unit));
        }
        return new FormFieldInput<BigDecimalField, BigDecimal>(
                field,
                label,
                input,
                said -> FormWords.number(said.getFirst()),
                number -> List.of(number.toPlainString()));
    }

    private static FormInput choice(FormField field, String label, Locale locale, boolean inTable) {
        return one(
                field,
                label,
                field.choices().stream().map(Choice::value).distinct().toList(),
                value -> FormWords.choice(locale, field, value),
                inTable || field.choices().size() > SEEN_AT_ONCE);
    }

    private static FormInput one(
            FormField field,
            String label,
            List<String> values,
            SerializableFunction<String, String> shown,
            boolean folded) {
        if (folded) {
            var box = new ComboBox<String>();
            box.setItems(values);
            box.setItemLabelGenerator(shown::apply);
            box.setClearButtonVisible(!field.required());
            return new FormFieldInput<ComboBox<String>, String>(
                    field, label, box, said -> among(values, said.getFirst()), List::of);
        }
        var group = new RadioButtonGroup<String>();
        group.setItems(values);
        group.setItemLabelGenerator(shown::apply);
        if (field.kind() == FieldKind.CHOICE) {
            group.addClassName("wide");
        }
        return new FormFieldInput<RadioButtonGroup<String>, String>(
                field, label, group, said -> among(values, said.getFirst()), List::of);
    }

    private static FormInput choices(FormField field, String label, Locale locale) {
        var values = field.choices().stream().map(Choice::value).distinct().toList();
        var group = new CheckboxGroup<String>();
        group.setItems(values);
        group.setItemLabelGenerator(value -> FormWords.choice(locale, field, value));
        group.addClassName("wide");
        return new FormFieldInput<CheckboxGroup<String>, Set<String>>(
                field,
                label,
                group,
                said -> {
                    var kept = new LinkedHashSet<>(said);
                    kept.retainAll(values);
                    return kept.isEmpty() ? null : kept;
                },
                chosen -> inOrder(values, chosen));
    }

    /** A choice that is no longer offered is none. */
    private static @Nullable String among(List<String> values, String said) {
        return values.contains(said) ? said : null;
    }

    private static List<String> inOrder(List<String> values, Set<String> chosen) {
        var all = new ArrayList<>(values);
        all.retainAll(chosen);
        return all;
    }

    private static @Nullable LocalDate day(String said) {
        try {
            return LocalDate.parse(said.strip());
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
