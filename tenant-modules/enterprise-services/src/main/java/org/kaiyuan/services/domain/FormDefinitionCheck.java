package org.kaiyuan.services.domain;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.services.Choice;
import org.kaiyuan.services.Condition;
import org.kaiyuan.services.FieldKind;
import org.kaiyuan.services.FormDefinition;
import org.kaiyuan.services.FormField;
import org.kaiyuan.services.Prefill;

/**
 * Whether a form can be filled in. A condition looks at fields that come before alone, so that there are no circles and whoever
 * fills in goes down the page.
 */
final class FormDefinitionCheck {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_]{1,60}");
    private static final Set<FieldKind> CELLS =
            EnumSet.of(
                    FieldKind.TEXT,
                    FieldKind.LONG_TEXT,
                    FieldKind.NUMBER,
                    FieldKind.MONEY,
                    FieldKind.DATE,
                    FieldKind.CHOICE,
                    FieldKind.YES_NO);

    private final NoteFaults faults;
    private final Set<String> keys = new HashSet<>();
    private final List<FormField> before = new ArrayList<>();

    private FormDefinitionCheck(NoteFaults faults) {
        this.faults = faults;
    }

    static void of(FormDefinition form, NoteFaults faults) {
        var check = new FormDefinitionCheck(faults);
        if (!faults.most("form.sections", form.sections(), 30)
                || !faults.most("form.sections", form.fields(), 300)) {
            return;
        }
        for (int s = 0; s < form.sections().size(); s++) {
            var section = form.sections().get(s);
            var place = "form.sections[" + s + "]";
            faults.text(place + ".title", section.title(), 100);
            faults.longest(place + ".titleEn", section.titleEn(), 100);
            if (section.fields().isEmpty()) {
                faults.add(place + ".fields", "required");
            }
            for (int f = 0; f < section.fields().size(); f++) {
                check.field(place + ".fields[" + f + "]", section.fields().get(f));
            }
        }
    }

    private void field(String place, FormField field) {
        simple(place, field, keys);
        bounds(place, field);
        if (field.prefill() != null && !fits(field.prefill(), field.kind())) {
            faults.add(place + ".prefill", "prefill");
        }
        if (field.kind() == FieldKind.TABLE) {
            columns(place, field);
        } else if (!field.columns().isEmpty()) {
            faults.add(place + ".columns", "notOfThisKind");
        }
        conditions(place, field.when(), before, faults);
        before.add(field);
    }

    /** What a column may have as well. */
    private void simple(String place, FormField field, Set<String> taken) {
        if (!KEY.matcher(field.key()).matches()) {
            faults.add(place + ".key", "fieldKey");
        } else if (!taken.add(field.key())) {
            faults.add(place + ".key", "twice");
        }
        faults.text(place + ".label", field.label(), 200);
        faults.longest(place + ".labelEn", field.labelEn(), 200);
        faults.longest(place + ".help", field.help(), 1000);
        faults.longest(place + ".unit", field.unit(), 20);
        choices(place, field);
    }

    private void choices(String place, FormField field) {
        if (field.kind() != FieldKind.CHOICE && field.kind() != FieldKind.CHOICES) {
            if (!field.choices().isEmpty()) {
                faults.add(place + ".choices", "notOfThisKind");
            }
            return;
        }
        if (field.choices().isEmpty()) {
            faults.add(place + ".choices", "required");
        } else if (faults.most(place + ".choices", field.choices(), 300)) {
            for (int i = 0; i < field.choices().size(); i++) {
                var choice = field.choices().get(i);
                faults.text(place + ".choices[" + i + "].value", choice.value(), 100);
                faults.text(place + ".choices[" + i + "].label", choice.label(), 200);
                faults.longest(place + ".choices[" + i + "].labelEn", choice.labelEn(), 200);
            }
            faults.once(field.choices(), Choice::value, i -> place + ".choices[" + i + "].value");
        }
    }

    private void bounds(String place, FormField field) {
        var least = field.least();
        var most = field.most();
        if (least != null && most != null && least.compareTo(most) > 0) {
            faults.add(place + ".most", "mostBelowLeast");
        }
        if (field.kind() == FieldKind.TABLE) {
            rows(place + ".least", least);
            rows(place + ".most", most);
        }
        if (field.longest() != null) {
            faults.between(place + ".longest", field.longest(), 1, 20_000);
        }
    }

    private void rows(String place, @Nullable BigDecimal rows) {
        if (rows != null
                && (rows.stripTrailingZeros().scale() > 0
                        || rows.signum() < 0
                        || rows.compareTo(BigDecimal.valueOf(FormCheck.MOST_ROWS)) > 0)) {
            faults.add(place, "between", 0, FormCheck.MOST_ROWS);
        }
    }

    private void columns(String place, FormField table) {
        if (table.columns().isEmpty()) {
            faults.add(place + ".columns", "required");
        } else if (faults.most(place + ".columns", table.columns(), 20)) {
            Set<String> taken = new HashSet<>();
            for (int c = 0; c < table.columns().size(); c++) {
                var column = table.columns().get(c);
                var at = place + ".columns[" + c + "]";
                simple(at, column, taken);
                bounds(at, column);
                if (!CELLS.contains(column.kind())
                        || !column.columns().isEmpty()
                        || !column.when().isEmpty()
                        || column.prefill() != null) {
                    faults.add(at + ".kind", "columnNotSimple");
                }
            }
        }
    }

    /** @param known the fields that may be looked at */
    static void conditions(
            String place, List<Condition> when, List<FormField> known, NoteFaults faults) {
        if (!faults.most(place + ".when", when, 10)) {
            return;
        }
        for (int i = 0; i < when.size(); i++) {
            var condition = when.get(i);
            var at = place + ".when[" + i + "]";
            known.stream()
                    .filter(field -> field.key().equals(condition.field()))
                    .findFirst()
                    .ifPresentOrElse(
                            field -> condition(at, condition, field, faults),
                            () -> faults.add(at + ".field", "notBefore"));
        }
    }

    private static void condition(
            String at, Condition condition, FormField field, NoteFaults faults) {
        boolean fits =
                switch (condition.is()) {
                    case IS_FILLED -> true;
                    case AT_LEAST, AT_MOST ->
                            EnumSet.of(FieldKind.NUMBER, FieldKind.MONEY, FieldKind.DATE)
                                    .contains(field.kind());
                    case IS, IS_NOT ->
                            !EnumSet.of(
                                            FieldKind.TABLE,
                                            FieldKind.FILE,
                                            FieldKind.ADDRESS,
                                            FieldKind.ENTERPRISE)
                                    .contains(field.kind());
                };
        if (!fits) {
            faults.add(at + ".is", "comparison");
            return;
        }
        var values = condition.values();
        boolean said =
                switch (condition.is()) {
                    case IS_FILLED -> values.isEmpty();
                    case AT_LEAST, AT_MOST -> values.size() == 1 && isOf(field, values.getFirst());
                    case IS, IS_NOT ->
                            !values.isEmpty()
                                    && values.size() <= 50
                                    && values.stream().allMatch(value -> isOf(field, value));
                };
        if (!said) {
            faults.add(at + ".values", "values");
        }
    }

    private static boolean isOf(FormField field, String value) {
        try {
            return switch (field.kind()) {
                case NUMBER, MONEY -> new BigDecimal(value).precision() < 30;
                case DATE -> LocalDate.parse(value).getYear() > 0;
                case CHOICE, CHOICES ->
                        field.choices().stream().anyMatch(choice -> choice.value().equals(value));
                case YES_NO -> value.equals("yes") || value.equals("no");
                default -> !value.isBlank() && value.length() <= 200;
            };
        } catch (NumberFormatException | DateTimeException unreadable) {
            return false;
        }
    }

    private static boolean fits(Prefill prefill, FieldKind kind) {
        boolean text = kind == FieldKind.TEXT || kind == FieldKind.LONG_TEXT;
        return text
                || switch (prefill) {
                    case ENTERPRISE_NAME, CREDIT_CODE -> kind == FieldKind.ENTERPRISE;
                    case REGISTERED_CAPITAL -> kind == FieldKind.MONEY || kind == FieldKind.NUMBER;
                    case ESTABLISHED_ON -> kind == FieldKind.DATE;
                    case ADDRESS -> kind == FieldKind.ADDRESS;
                    case LEGAL_REPRESENTATIVE, INDUSTRY, APPLICANT_NAME, APPLICANT_PHONE -> false;
                };
    }
}
