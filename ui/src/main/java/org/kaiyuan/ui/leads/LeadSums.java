package org.kaiyuan.ui.leads;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.kit.Shown;

/** Sums of money with their unit: 万元, and 亿元 from one on. */
final class LeadSums {
    private static final BigDecimal HUNDRED_MILLION = BigDecimal.valueOf(100_000_000);

    private LeadSums() {}

    static String of(Messages messages, Locale locale, long yuan) {
        var sum = BigDecimal.valueOf(yuan);
        return sum.compareTo(HUNDRED_MILLION) >= 0
                ? messages.text(
                        locale,
                        "ui.leads.list.hundredMillions",
                        Shown.figure(sum.divide(HUNDRED_MILLION, 2, RoundingMode.HALF_UP)))
                : messages.text(locale, "ui.leads.list.tenThousands", Shown.tenThousands(sum));
    }
}
