package org.kaiyuan.plots.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.plots.PlotFieldsRefused;

/** What is wrong with the fields of something, all of it told at once; and their tidying. */
final class Faults {
    private static final int MOST_DIGITS = 20;

    private final List<FieldFault> faults = new ArrayList<>();

    void add(String field, String rule, Object... arguments) {
        faults.add(new FieldFault(field, "plots.rule." + rule, List.of(arguments)));
    }

    /** @throws PlotFieldsRefused when there are any */
    void refuse() {
        if (!faults.isEmpty()) {
            throw new PlotFieldsRefused(faults);
        }
    }

    String needed(String field, @Nullable String text, int longest) {
        var tidy = text(field, text, longest);
        if (tidy == null) {
            add(field, "required");
            return "";
        }
        return tidy.replaceAll("\\s+", " ");
    }

    @Nullable String text(String field, @Nullable String text, int longest) {
        if (text == null) {
            return null;
        }
        var tidy = text.replace("\u0000", "").strip();
        if (tidy.length() > longest) {
            add(field, "tooLong", longest);
        }
        return tidy.isEmpty() ? null : tidy;
    }

    /** More than 0. */
    @Nullable BigDecimal size(
            String field, @Nullable BigDecimal size, BigDecimal most, int decimals) {
        var tidy = amount(field, size, most, decimals);
        if (tidy != null && tidy.signum() == 0) {
            add(field, "nothing");
        }
        return tidy;
    }

    /** 0 or more. */
    @Nullable BigDecimal amount(
            String field, @Nullable BigDecimal amount, BigDecimal most, int decimals) {
        if (amount == null) {
            return null;
        }
        if (amount.signum() < 0) {
            add(field, "negative");
        } else if (amount.compareTo(most) > 0) {
            add(field, "tooMuch", most.toPlainString());
        }
        return scaled(field, amount, decimals);
    }

    /** Half up; what has more digits than anybody writes, such as 1e-999999, is refused before it fills the memory. */
    BigDecimal scaled(String field, BigDecimal value, int decimals) {
        if (value.scale() > MOST_DIGITS || (long) value.precision() - value.scale() > MOST_DIGITS) {
            add(field, "digits", MOST_DIGITS);
            return BigDecimal.ZERO;
        }
        return value.setScale(decimals, RoundingMode.HALF_UP);
    }

    void between(String field, @Nullable Number value, long least, long most) {
        if (value != null && (value.doubleValue() < least || value.doubleValue() > most)) {
            add(field, "between", String.valueOf(least), String.valueOf(most));
        }
    }
}
