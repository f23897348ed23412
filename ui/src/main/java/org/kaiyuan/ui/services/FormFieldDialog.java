package org.kaiyuan.ui.services;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.services.Choice;
import org.kaiyuan.services.FieldKind;
import org.kaiyuan.services.FormField;
import org.kaiyuan.services.Prefill;
import org.kaiyuan.services.ServicesFieldsRefused;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.Rows;

/** One field of a form, or a column of a table in it: all that can be said of its kind. */
final class FormFieldDialog {
    /** What a cell of a table can hold. */
    private static final Set<FieldKind> CELLS =
            EnumSet.of(
                    FieldKind.TEXT,
                    FieldKind.LONG_TEXT,
                    FieldKind.NUMBER,
                    FieldKind.MONEY,
                    FieldKind.DATE,
                    FieldKind.CHOICE,
                    FieldKind.YES_NO);

    final TextField label = new TextField();
    final TextField labelEn = new TextField();
    final Select<FieldKind> kind = new Select<>();
    final TextField key = new TextField();
    final TextArea help = new TextArea();
    final Checkbox required = new Checkbox();
    final TextField unit = new TextField();
    final BigDecimalField least = new BigDecimalField();
    final BigDecimalField most = new BigDecimalField();
    final IntegerField longest = new IntegerField();
    final Rows<Choice> choices;
    final ServiceLines<FormField> columns;
    final Select<Prefill> prefill = new Select<>();
    final ConditionLines when;
    final AskDialog dialog;
    private final transient Messages messages;
    private final Set<String> used;
    private final boolean column;
    @Nullable FormFieldDialog open;

    /**
     * @param used keys of the other fields
     * @param others that conditions may look at
     * @param column whether it is a column of a table
     */
    FormFieldDialog(
            Messages messages,
            @Nullable FormField before,
            Set<String> used,
            List<FormField> others,
            boolean column,
            SerializableConsumer<FormField> done) {
        this.messages = messages;
        this.used = Set.copyOf(used);
        this.column = column;
        dialog =
                new AskDialog(
                        word(before == null ? "field.new" : "field.change"),
                        word("apply"),
                        () -> {
                            check();
                            done.accept(value());
                        });
        dialog.addClassName("form-field-dialog");
        choices = new Rows<>(word("field.choices"), word("field.choices.add"), ChoiceRow::new);
        columns =
                new ServiceLines<>(
                        word("field.columns.add"),
                        word("field.columns.none"),
                        (one, at) -> summary(one),
                        this::editColumn,
                        () -> {});
        when = new ConditionLines(messages, others);
        build();
        show(before);
    }

    private void build() {
        dialog.with("label", word("field.label"), label).setMaxLength(100);
        label.setRequiredIndicatorVisible(true);
        dialog.with("labelEn", word("field.labelEn"), labelEn).setMaxLength(200);
        dialog.with("kind", word("field.kind"), kind);
        kind.setItems(
                Arrays.stream(FieldKind.values())
                        .filter(one -> !column || CELLS.contains(one))
                        .toList());
        kind.setItemLabelGenerator(one -> one == null ? "" : of(one));
        kind.addValueChangeListener(change -> fit());
        dialog.with("key", word("field.key"), key).setMaxLength(40);
        key.setHelperText(word("field.key.help"));
        dialog.with("unit", word("field.unit"), unit).setMaxLength(20);
        dialog.with("least", word("field.least"), least);
        dialog.with("most", word("field.most"), most);
        dialog.with("longest", word("field.longest"), longest).setMin(1);
        dialog.with("prefill", word("field.prefill"), prefill);
        prefill.setItems(Prefill.values());
        prefill.setEmptySelectionAllowed(true);
        prefill.setEmptySelectionCaption(word("field.prefill.none"));
        prefill.setItemLabelGenerator(one -> one == null ? word("field.prefill.none") : of(one));
        required.setLabel(word("field.required"));
        dialog.form.add(required);
        dialog.with("help", word("field.help"), help).setMaxLength(500);
        wide(help);
        wide(choices);
        wide(columns);
        dialog.refusedAt("choices", choices);
        dialog.form.add(choices, columns, when);
    }

    private void show(@Nullable FormField before) {
        kind.setValue(before == null ? FieldKind.TEXT : before.kind());
        if (before != null) {
            label.setValue(before.label());
            labelEn.setValue(ServiceCells.typed(before.labelEn()));
            key.setValue(before.key());
            key.setReadOnly(true); // answers are kept by it
            help.setValue(ServiceCells.typed(before.help()));
            required.setValue(before.required());
            unit.setValue(ServiceCells.typed(before.unit()));
            least.setValue(before.least());
            most.setValue(before.most());
            longest.setValue(before.longest());
            choices.setValue(before.choices());
            columns.show(before.columns());
            prefill.setValue(before.prefill());
            when.show(before.when());
        }
        fit();
    }

    /** Only what its kind has. */
    private void fit() {
        var chosen = Objects.requireNonNullElse(kind.getValue(), FieldKind.TEXT);
        boolean table = chosen == FieldKind.TABLE;
        boolean number = FormWords.isNumber(chosen);
        boolean text = chosen == FieldKind.TEXT || chosen == FieldKind.LONG_TEXT;
        unit.setVisible(chosen == FieldKind.NUMBER);
        least.setVisible(number || table);
        most.setVisible(number || table);
        least.setLabel(word(table ? "field.least.rows" : "field.least"));
        most.setLabel(word(table ? "field.most.rows" : "field.most"));
        longest.setVisible(text);
        choices.setVisible(chosen == FieldKind.CHOICE || chosen == FieldKind.CHOICES);
        columns.setVisible(table);
        prefill.setVisible(!column && !table && chosen != FieldKind.FILE && !choices.isVisible());
        when.setVisible(!column);
    }

    private void check() {
        var faults = new ArrayList<FieldFault>();
        if (label.getValue().isBlank()) {
            faults.add(new FieldFault("label", "services.rule.required", List.of()));
        }
        var said = key.getValue().strip();
        if (!said.isEmpty() && !said.matches("[A-Za-z][A-Za-z0-9_]*")) {
            faults.add(new FieldFault("key", "ui.services.catalogue.field.key.rule", List.of()));
        } else if (used.contains(said)) {
            faults.add(new FieldFault("key", "ui.services.catalogue.field.key.used", List.of()));
        }
        if (choices.isVisible() && choices.now().isEmpty()) {
            faults.add(new FieldFault("choices", "services.rule.required", List.of()));
        }
        if (!faults.isEmpty()) {
            throw new ServicesFieldsRefused(faults);
        }
    }

    private FormField value() {
        return new FormField(
                key(),
                kind.getValue(),
                label.getValue().strip(),
                ServiceCells.said(labelEn.getValue()),
                ServiceCells.said(help.getValue()),
                required.getValue(),
                unit.isVisible() ? ServiceCells.said(unit.getValue()) : null,
                choices.isVisible() ? named(choices.now()) : List.of(),
                least.isVisible() ? least.getValue() : null,
                most.isVisible() ? most.getValue() : null,
                longest.isVisible() ? longest.getValue() : null,
                columns.isVisible() ? columns.value() : List.of(),
                prefill.isVisible() ? prefill.getValue() : null,
                column ? List.of() : when.value());
    }

    private String key() {
        var said = key.getValue().strip();
        return said.isEmpty() ? next(used, "f") : said;
    }

    /** Choices for which nobody wrote a value get one. */
    private static List<Choice> named(List<Choice> written) {
        var values = new HashSet<String>();
        written.forEach(one -> values.add(one.value()));
        var named = new ArrayList<Choice>();
        for (var one : written) {
            var value = one.value().isEmpty() ? next(values, "v") : one.value();
            values.add(value);
            named.add(new Choice(value, one.label(), one.labelEn()));
        }
        return named;
    }

    private static String next(Set<String> used, String letter) {
        int number = 1;
        while (used.contains(letter + number)) {
            number++;
        }
        return letter + number;
    }

    private Component summary(FormField one) {
        return ServiceCells.named(
                new Span(one.label() + (one.required() ? " •" : "")), of(one.kind()));
    }

    private void editColumn(int at) {
        var before = at == ServiceLines.NEW ? null : columns.value().get(at);
        var others = new HashSet<String>();
        columns.value().forEach(one -> others.add(one.key()));
        if (before != null) {
            others.remove(before.key());
        }
        var child =
                new FormFieldDialog(
                        messages, before, others, List.of(), true, one -> columns.put(at, one));
        open = child;
        child.dialog.open();
    }

    private static void wide(com.vaadin.flow.component.HasStyle field) {
        field.addClassName("wide");
    }

    private String of(Enum<?> constant) {
        return messages.of(UI.getCurrent().getLocale(), constant);
    }

    private String word(String key) {
        return messages.text(UI.getCurrent().getLocale(), "ui.services.catalogue." + key);
    }

    /** What can be chosen: what people read first, the value that is kept last. */
    private final class ChoiceRow implements Rows.Row<Choice> {
        private final TextField said = new TextField();
        private final TextField english = new TextField();
        private final TextField value = new TextField();

        ChoiceRow(@Nullable Choice choice) {
            said.setLabel(word("field.choice.label"));
            said.setMaxLength(100);
            english.setLabel(word("field.choice.labelEn"));
            english.setMaxLength(200);
            value.setLabel(word("field.choice.value"));
            value.setMaxLength(40);
            if (choice != null) {
                said.setValue(choice.label());
                english.setValue(ServiceCells.typed(choice.labelEn()));
                value.setValue(choice.value());
            }
        }

        @Override
        public List<Component> fields() {
            return List.of(said, english, value);
        }

        @Override
        public @Nullable Choice value() {
            return said.getValue().isBlank()
                    ? null
                    : new Choice(
                            value.getValue().strip(),
                            said.getValue().strip(),
                            ServiceCells.said(english.getValue()));
        }
    }
}
