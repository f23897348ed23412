package org.kaiyuan.services;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form.
 *
 * @param key stable, of letters, digits and {@code _}; answers are kept by it
 * @param unit of a number, such as 人 or ㎡
 * @param choices of CHOICE and CHOICES
 * @param least a number, or of a table the least rows
 * @param most a number, or of a table the most rows
 * @param longest characters of a text
 * @param columns of a TABLE: simple fields
 * @param when shown, and asked for, only where all are true; empty for always
 */
public record FormField(
        String key,
        FieldKind kind,
        String label,
        @Nullable String labelEn,
        @Nullable String help,
        boolean required,
        @Nullable String unit,
        List<Choice> choices,
        @Nullable BigDecimal least,
        @Nullable BigDecimal most,
        @Nullable Integer longest,
        List<FormField> columns,
        @Nullable Prefill prefill,
        List<Condition> when) {
    public FormField {
        choices = List.copyOf(choices);
        columns = List.copyOf(columns);
        when = List.copyOf(when);
    }

    /** A plain field. */
    public static FormField of(String key, FieldKind kind, String label, boolean required) {
        return new FormField(
                key, kind, label, null, null, required, null, List.of(), null, null, null,
                List.of(), null, List.of());
    }
}
