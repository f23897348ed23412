package org.kaiyuan.plots.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.plots.PlotFieldsRefused;

/** What is wrong with the fields of something, all of it told at once; and their tidying. */
public final class Faults {
    /** yuan. */
    public static final BigDecimal MOST_MONEY = new BigDecimal("9999999999999.99");

    private static final int MOST_DIGITS = 20;
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

    private final List<FieldFault> faults = new ArrayList<>();

    /** @param rule of {@code plots.rule.} */
    public void add(String field, String rule, Object... arguments) {
        faults.add(new FieldFault(field, "plots.rule." + rule, List.of(arguments)));
    }

    /** @throws PlotFieldsRefused when there are any; names every field at fault */
    public void refuse() {
        if (!faults.isEmpty()) {
            throw new PlotFieldsRefused(faults);
        }
    }

    /** In one line, with single blanks. */
    public String needed(String field, @Nullable String text, int longest) {
        return line(neededText(field, text, longest));
    }

    /** As {@link #needed} tidies it. */
    public static String line(String text) {
        return text.replace("\u0000", "").strip().replaceAll("\\s+", " ");
    }

    /** As {@link #needed}, with its lines. */
    public String neededText(String field, @Nullable String text, int longest) {
        var tidy = text(field, text, longest);
        if (tidy == null) {
            add(field, "required");
            return "";
        }
        return tidy;
    }

    /** Trimmed; empty text is no text. */
    public @Nullable String text(String field, @Nullable String text, int longest) {
        if (text == null) {
            return null;
        }
        var tidy = text.replace("\u0000", "").strip();
        if (tidy.length() > longest) {
            add(field, "tooLong", longest);
        }
        return tidy.isEmpty() ? null : tidy;
    }

    /** More than 0, also once it is rounded. */
    public @Nullable BigDecimal size(
            String field, @Nullable BigDecimal size, BigDecimal most, int decimals) {
        var tidy = amount(field, size, most, decimals);
        if (tidy != null && tidy.signum() == 0) {
            add(field, "nothing");
        }
        return tidy;
    }

    /** 0 or more. */
    public @Nullable BigDecimal amount(
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
    public BigDecimal scaled(String field, BigDecimal value, int decimals) {
        if (!isWritten(value)) {
            add(field, "digits", MOST_DIGITS);
            return BigDecimal.ZERO;
        }
        return value.setScale(decimals, RoundingMode.HALF_UP);
    }

    /** Whether it has no more digits, before and behind the point, than anybody writes. */
    public static boolean isWritten(BigDecimal value) {
        return value.scale() <= MOST_DIGITS
                && (long) value.precision() - value.scale() <= MOST_DIGITS;
    }

    public void between(String field, @Nullable Number value, long least, long most) {
        if (value != null && (value.doubleValue() < least || value.doubleValue() > most)) {
            add(field, "between", String.valueOf(least), String.valueOf(most));
        }
    }

    public void whole(String field, @Nullable Integer number, int least, int most) {
        if (number != null && (number < least || number > most)) {
            add(field, "range", least, most);
        }
    }

    /** Between 1990 and 2100. */
    public void day(String field, @Nullable LocalDate day) {
        if (day != null && (day.isBefore(EARLIEST) || day.isAfter(LATEST))) {
            add(field, "day");
        }
    }

    /** Between 1990 and today: a fact cannot lie ahead. */
    public void past(String field, @Nullable LocalDate day, LocalDate today) {
        if (day != null && (day.isBefore(EARLIEST) || day.isAfter(today))) {
            add(field, "dayPast");
        }
    }

    /** The second not before the first, where both are known. */
    public void order(@Nullable LocalDate first, String field, @Nullable LocalDate second) {
        if (first != null && second != null && second.isBefore(first)) {
            add(field, "order");
        }
    }
}
