package org.kaiyuan.ui.services;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.Divisions;
import org.kaiyuan.services.Choice;
import org.kaiyuan.services.FieldKind;
import org.kaiyuan.services.FormField;
import org.kaiyuan.services.FormSection;
import org.kaiyuan.ui.kit.Shown;

/** Words of a form in the person's language, and answers as they are read. */
final class FormWords {
    private FormWords() {}

    static String of(Locale locale, String chinese, @Nullable String english) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage())
                        && english != null
                        && !english.isBlank()
                ? english
                : chinese;
    }

    static String title(Locale locale, FormSection section) {
        return of(locale, section.title(), section.titleEn());
    }

    static String label(Locale locale, FormField field) {
        return of(locale, field.label(), field.labelEn());
    }

    static String choice(Locale locale, FormField field, String value) {
        return field.choices().stream()
                .filter(one -> one.value().equals(value))
                .findFirst()
                .map(one -> choice(locale, one))
                .orElse(value);
    }

    static String choice(Locale locale, Choice choice) {
        return of(locale, choice.label(), choice.labelEn());
    }

    /**
     * An answer as a sentence; nothing where there is none.
     *
     * @param words translates keys
     */
    static String answer(
            Locale locale, FormField field, List<String> values, UnaryOperator<String> words) {
        if (values.stream().allMatch(String::isBlank)) {
            return "";
        }
        var first = values.getFirst();
        return switch (field.kind()) {
            case NUMBER -> figure(first, field.unit());
            case MONEY -> figure(first, words.apply("ui.services.form.yuan"));
            case CHOICE -> choice(locale, field, first);
            case CHOICES ->
                    String.join(
                            words.apply("ui.services.form.between"),
                            values.stream().map(one -> choice(locale, field, one)).toList());
            case YES_NO -> words.apply("ui.services.form." + (first.equals("yes") ? "yes" : "no"));
            case ADDRESS -> (first.isBlank() ? "" : Divisions.shown(first) + " ") + second(values);
            case ENTERPRISE -> second(values) + (first.isBlank() ? "" : "（" + first + "）");
            default -> first;
        };
    }

    static boolean isNumber(FieldKind kind) {
        return kind == FieldKind.NUMBER || kind == FieldKind.MONEY;
    }

    /** Null where it is no number. */
    static @Nullable BigDecimal number(@Nullable String said) {
        try {
            return said == null || said.isBlank() ? null : new BigDecimal(said.strip());
        } catch (NumberFormatException unreadable) {
            return null;
        }
    }

    private static String figure(String said, @Nullable String unit) {
        var number = number(said);
        var figure = number == null ? said : Shown.figure(number);
        return unit == null || unit.isBlank() ? figure : figure + " " + unit;
    }

    private static String second(List<String> values) {
        return values.size() < 2 ? "" : values.get(1);
    }
}
