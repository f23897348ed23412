package org.kaiyuan.plots.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.plots.PlotFieldsRefused;

/** Looks at what somebody entered, field by field, and tells all that is at fault at once. */
public final class FieldChecks {
    /** yuan. */
    public static final BigDecimal MOST_MONEY = new BigDecimal("9999999999999.99");

    private static final int MOST_DIGITS = 20;
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

    private final List<FieldFault> faults = new ArrayList<>();

    /** @throws PlotFieldsRefused names every field at fault */
    public void refuse() {
        if (!faults.isEmpty()) {
            throw new PlotFieldsRefused(faults);
        }
    }

    /** @param rule of {@code plots.rule.} */
    public void fault(String field, String rule, Object... arguments) {
        faults.add(new FieldFault(field, "plots.rule." + rule, List.of(arguments)));
    }

    public String needed(String field, @Nullable String text, int longest) {
        var tidy = text(field, text, longest);
        if (tidy == null) {
            fault(field, "required");
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
            fault(field, "tooLong", longest);
        }
        return tidy.isEmpty() ? null : tidy;
    }

    public @Nullable BigDecimal amount(
            String field, @Nullable BigDecimal amount, BigDecimal most, int decimals) {
        if (amount == null) {
            return null;
        }
        // 1e-999999 fills the memory once it is scaled
        boolean endless = Math.abs((long) amount.scale()) > MOST_DIGITS;
        if (amount.signum() < 0) {
            fault(field, "negative");
        } else if (amount.compareTo(most) > 0) {
            fault(field, "tooMuch", most.toPlainString());
        } else if (endless) {
            fault(field, "digits", MOST_DIGITS);
        }
        return endless ? BigDecimal.ZERO : amount.setScale(decimals, RoundingMode.HALF_UP);
    }

    public void whole(String field, @Nullable Integer number, int least, int most) {
        if (number != null && (number < least || number > most)) {
            fault(field, "range", least, most);
        }
    }

    /** Between 1990 and 2100. */
    public void day(String field, @Nullable LocalDate day) {
        if (day != null && (day.isBefore(EARLIEST) || day.isAfter(LATEST))) {
            fault(field, "day");
        }
    }

    /** Between 1990 and today: a fact cannot lie ahead. */
    public void past(String field, @Nullable LocalDate day, LocalDate today) {
        if (day != null && (day.isBefore(EARLIEST) || day.isAfter(today))) {
            fault(field, "dayPast");
        }
    }

    /** The second not before the first, where both are known. */
    public void order(@Nullable LocalDate first, String field, @Nullable LocalDate second) {
        if (first != null && second != null && second.isBefore(first)) {
            fault(field, "order");
        }
    }
}
