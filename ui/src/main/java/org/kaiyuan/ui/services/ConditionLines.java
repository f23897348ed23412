package org.kaiyuan.ui.services;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.services.Choice;
import org.kaiyuan.services.Comparison;
import org.kaiyuan.services.Condition;
import org.kaiyuan.services.FieldKind;
import org.kaiyuan.services.FormField;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.Glyph;

/** When something is asked for: comparisons with fields of the form, all of which must be true. */
final class ConditionLines extends Div {
    final Button more;
    private final transient Messages messages;
    private final transient Map<String, FormField> fields = new LinkedHashMap<>();
    private final transient List<Line> lines = new ArrayList<>();
    private final Div rows = new Div();

    /** @param fields that may be compared with */
    ConditionLines(Messages messages, List<FormField> fields) {
        this.messages = messages;
        fields.forEach(field -> this.fields.put(field.key(), field));
        addClassNames("condition-lines", "wide");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", word("conditions"));
        var head = new Span(word("conditions"));
        head.addClassName("form-label");
        var help = new Span(word(fields.isEmpty() ? "conditions.noFields" : "conditions.help"));
        help.addClassName("sub");
        more = new Button(word("conditions.add"), new Glyph(Glyph.Of.PLUS), click -> append(null));
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        more.setEnabled(!fields.isEmpty());
        add(head, help, rows, more);
    }

    void show(List<Condition> conditions) {
        lines.clear();
        rows.removeAll();
        conditions.forEach(this::append);
    }

    /** Lines in which no field was chosen are none. */
    List<Condition> value() {
        return lines.stream().map(Line::value).filter(Objects::nonNull).toList();
    }

    Line line(int at) {
        return lines.get(at);
    }

    private void append(@Nullable Condition condition) {
        var line = new Line(condition);
        lines.add(line);
        rows.add(line);
    }

    private String word(String key) {
        return getTranslation("ui.services.catalogue." + key);
    }

    /** One comparison. Its fields are made once: what a list offers is set only when another field is chosen, never while it is open. */
    final class Line extends Div {
        final ComboBox<String> field = new ComboBox<>();
        final Select<Comparison> is = new Select<>();
        final MultiSelectComboBox<String> several = new MultiSelectComboBox<>();
        final BigDecimalField number = new BigDecimalField();
        final DayField day = new DayField();
        final TextField text = new TextField();
        private String offered = "";

        Line(@Nullable Condition condition) {
            addClassName("condition-line");
            field.setAriaLabel(word("condition.field"));
            field.setPlaceholder(word("condition.field"));
            var keys = new ArrayList<>(fields.keySet());
            if (condition != null && !keys.contains(condition.field())) {
                keys.add(condition.field()); // it is gone: who looks sees that
            }
            field.setItems(keys);
            field.setItemLabelGenerator(this::label);
            is.setAriaLabel(word("condition.is"));
            is.setItemLabelGenerator(one -> one == null ? "" : messages.of(getLocale(), one));
            several.setAriaLabel(word("condition.values"));
            several.setPlaceholder(word("condition.values"));
            number.setAriaLabel(word("condition.values"));
            day.setAriaLabel(word("condition.values"));
            text.setAriaLabel(word("condition.values"));
            text.setMaxLength(200);
            var remove =
                    ServiceCells.small(
                            Glyph.Of.TRASH,
                            word("line.remove"),
                            () -> {
                                lines.remove(this);
                                rows.remove(this);
                            });
            add(field, is, several, number, day, text, remove);
            field.addValueChangeListener(change -> offer());
            is.addValueChangeListener(change -> settle());
            if (condition != null) {
                field.setValue(condition.field());
            }
            offer();
            if (condition != null) {
                is.setValue(condition.is());
                show(condition);
            }
            settle();
        }

        private String label(String key) {
            var one = fields.get(key);
            return one == null ? key : one.label();
        }

        private @Nullable FieldKind kind() {
            var chosen = field.getValue() == null ? null : fields.get(field.getValue());
            return chosen == null ? null : chosen.kind();
        }

        /** What can be compared and with what, once for each field that is chosen. */
        private void offer() {
            var chosen = field.getValue();
            if (offered.equals(Objects.requireNonNullElse(chosen, ""))) {
                return;
            }
            offered = Objects.requireNonNullElse(chosen, "");
            var kept = is.getValue();
            var comparisons = comparisons(kind());
            is.setItems(comparisons);
            is.setValue(kept != null && comparisons.contains(kept) ? kept : comparisons.getFirst());
            var one = fields.get(offered);
            if (one != null && isChosen(one.kind())) {
                several.setItems(values(one));
                several.setItemLabelGenerator(value -> shown(one, value));
            }
            settle();
        }

        private String shown(FormField one, String value) {
            return one.kind() == FieldKind.YES_NO
                    ? getTranslation("ui.services.form." + value)
                    : FormWords.choice(getLocale(), one, value);
        }

        private static List<String> values(FormField one) {
            return one.kind() == FieldKind.YES_NO
                    ? List.of("yes", "no")
                    : one.choices().stream().map(Choice::value).toList();
        }

        private static boolean isChosen(FieldKind kind) {
            return kind == FieldKind.CHOICE
                    || kind == FieldKind.CHOICES
                    || kind == FieldKind.YES_NO;
        }

        private static List<Comparison> comparisons(@Nullable FieldKind kind) {
            if (kind == null) {
                return List.of(Comparison.IS_FILLED);
            }
            return switch (kind) {
                case CHOICE, CHOICES, YES_NO ->
                        List.of(Comparison.IS, Comparison.IS_NOT, Comparison.IS_FILLED);
                case NUMBER, MONEY, DATE ->
                        List.of(Comparison.AT_LEAST, Comparison.AT_MOST, Comparison.IS_FILLED);
                case TEXT -> List.of(Comparison.IS, Comparison.IS_NOT, Comparison.IS_FILLED);
                default -> List.of(Comparison.IS_FILLED);
            };
        }

        private void settle() {
            var kind = is.getValue() == Comparison.IS_FILLED ? null : kind();
            several.setVisible(kind != null && isChosen(kind));
            number.setVisible(kind != null && FormWords.isNumber(kind));
            day.setVisible(kind == FieldKind.DATE);
            text.setVisible(kind == FieldKind.TEXT);
        }

        private void show(Condition condition) {
            var kind = kind();
            if (kind == null || condition.values().isEmpty()) {
                return;
            }
            var first = condition.values().getFirst();
            if (isChosen(kind)) {
                var known = new LinkedHashSet<>(condition.values());
                known.retainAll(values(Objects.requireNonNull(fields.get(field.getValue()))));
                several.setValue(known);
            } else if (FormWords.isNumber(kind)) {
                number.setValue(FormWords.number(first));
            } else if (kind == FieldKind.DATE) {
                day.setValue(day(first));
            } else {
                text.setValue(first);
            }
        }

        @Nullable Condition value() {
            var chosen = field.getValue();
            return chosen == null
                    ? null
                    : new Condition(
                            chosen,
                            Objects.requireNonNullElse(is.getValue(), Comparison.IS_FILLED),
                            said());
        }

        private List<String> said() {
            if (several.isVisible()) {
                return several.getValue().stream().sorted().toList();
            }
            if (number.isVisible() && number.getValue() != null) {
                return List.of(number.getValue().toPlainString());
            }
            if (day.isVisible() && day.getValue() != null) {
                return List.of(day.getValue().toString());
            }
            return text.isVisible() && !text.getValue().isBlank()
                    ? List.of(text.getValue().strip())
                    : List.of();
        }

        private static @Nullable LocalDate day(String said) {
            try {
                return LocalDate.parse(said);
            } catch (DateTimeException unreadable) {
                return null;
            }
        }
    }
}
