package org.kaiyuan.services;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which fields of a form are asked for, by what was answered so far; all that a form can compute. */
public final class FormConditions {
    private final Map<String, FormField> fields = new HashMap<>();
    private final Map<String, Boolean> known = new HashMap<>();
    private final Set<String> asking = new LinkedHashSet<>();
    private final FormAnswers answers;

    private FormConditions(FormDefinition form, FormAnswers answers) {
        form.fields().forEach(field -> fields.put(field.key(), field));
        this.answers = answers;
    }

    /**
     * The fields that are asked for, in the order of the form. A field that is not asked for counts as empty where others
     * look at it; fields that wait for one another in a circle are not asked for.
     */
    public static Set<String> shown(FormDefinition form, FormAnswers answers) {
        var conditions = new FormConditions(form, answers);
        var shown = new LinkedHashSet<String>();
        for (var field : form.fields()) {
            if (conditions.isShown(field)) {
                shown.add(field.key());
            }
        }
        return shown;
    }

    /** Whether all of it is true of the answers, such as what a material is asked for by. */
    public static boolean hold(List<Condition> when, FormDefinition form, FormAnswers answers) {
        return new FormConditions(form, answers).hold(when);
    }

    /** Only what is asked for: what was typed into a field that was hidden afterwards is left out. */
    public static FormAnswers asked(FormDefinition form, FormAnswers answers) {
        var shown = shown(form, answers);
        var values = new HashMap<>(answers.values());
        values.keySet().retainAll(shown);
        var tables = new HashMap<>(answers.tables());
        tables.keySet().retainAll(shown);
        return new FormAnswers(values, tables);
    }

    private boolean isShown(FormField field) {
        var found = known.get(field.key());
        if (found != null) {
            return found;
        }
        if (!asking.add(field.key())) {
            return false; // it waits for itself
        }
        boolean shown = hold(field.when());
        asking.remove(field.key());
        known.put(field.key(), shown);
        return shown;
    }

    private boolean hold(List<Condition> when) {
        return when.stream().allMatch(this::holds);
    }

    private boolean holds(Condition condition) {
        var field = fields.get(condition.field());
        var said = field == null || !isShown(field) ? List.<String>of() : said(field);
        return switch (condition.is()) {
            case IS -> said.stream().anyMatch(condition.values()::contains);
            case IS_NOT -> said.stream().noneMatch(condition.values()::contains);
            case IS_FILLED -> !said.isEmpty();
            case AT_LEAST -> compares(field, said, condition, false);
            case AT_MOST -> compares(field, said, condition, true);
        };
    }

    /** What is there of a field, without blanks; of a table its rows. */
    private List<String> said(FormField field) {
        if (field.kind() == FieldKind.TABLE) {
            var rows = new ArrayList<String>();
            for (var row : answers.tables().getOrDefault(field.key(), List.of())) {
                if (row.values().stream().anyMatch(cell -> !cell.isBlank())) {
                    rows.add(row.toString());
                }
            }
            return rows;
        }
        return answers.values().getOrDefault(field.key(), List.of()).stream()
                .filter(value -> !value.isBlank())
                .toList();
    }

    private static boolean compares(
            @Nullable FormField field, List<String> said, Condition condition, boolean most) {
        if (field == null || said.isEmpty() || condition.values().isEmpty()) {
            return false;
        }
        var compared = compared(field.kind(), said.getFirst(), condition.values().getFirst());
        return compared != null && (most ? compared <= 0 : compared >= 0);
    }

    /** Null where the two are not to be compared. */
    private static @Nullable Integer compared(FieldKind kind, String said, String wanted) {
        try {
            return switch (kind) {
                case NUMBER, MONEY ->
                        new BigDecimal(said.strip()).compareTo(new BigDecimal(wanted.strip()));
                case DATE ->
                        LocalDate.parse(said.strip()).compareTo(LocalDate.parse(wanted.strip()));
                default -> null;
            };
        } catch (NumberFormatException | DateTimeException unreadable) {
            return null;
        }
    }
}
