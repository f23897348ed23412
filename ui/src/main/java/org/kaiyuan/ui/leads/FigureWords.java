package org.kaiyuan.ui.leads;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadQuestion;
import org.kaiyuan.ui.kit.Shown;

/** How the director's figures are written. */
final class FigureWords {
    private static final BigDecimal HUNDRED_MILLION = BigDecimal.valueOf(100_000_000);

    private FigureWords() {}

    /** In 亿元, at most two decimals. */
    static String yi(long yuan) {
        return yi(BigDecimal.valueOf(yuan));
    }

    static String yi(BigDecimal yuan) {
        return Shown.figure(yuan.divide(HUNDRED_MILLION, 2, RoundingMode.HALF_UP));
    }

    static String percent(@Nullable Double percent) {
        return percent == null ? Shown.NOTHING : Shown.figure(percent) + "%";
    }

    static String days(@Nullable Double days) {
        return days == null ? Shown.NOTHING : Shown.figure(Math.round(days * 10) / 10.0);
    }

    /** The address of the list that the question opens. */
    static @Nullable String address(@Nullable LeadQuestion question) {
        if (question == null) {
            return null;
        }
        var text = question.text();
        return text.isEmpty() ? "leads" : "leads?" + text;
    }
}
