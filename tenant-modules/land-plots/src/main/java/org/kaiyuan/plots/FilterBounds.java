package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.search.names.ChineseText;

/** Whatever comes from outside is brought into the bounds that PostgreSQL knows, or refused. */
final class FilterBounds {
    private static final BigDecimal MOST = BigDecimal.TEN.pow(15);
    private static final int FINEST = 20;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private FilterBounds() {}

    /** Without what no stored text has. */
    static @Nullable String text(@Nullable String text) {
        return text == null ? null : ChineseText.storable(text);
    }

    /** Before anything reckons with it: 1E+999999999 takes a gigabyte to write out. */
    static @Nullable BigDecimal amount(@Nullable BigDecimal amount) {
        if (amount == null || amount.signum() == 0) {
            return amount == null ? null : BigDecimal.ZERO;
        }
        if (amount.abs().compareTo(MOST) > 0) {
            return amount.signum() > 0 ? MOST : MOST.negate();
        }
        return amount.scale() <= FINEST
                ? amount
                : BigDecimal.valueOf(amount.doubleValue()).setScale(FINEST, RoundingMode.HALF_UP);
    }

    /** @throws PlotFieldsRefused for a day that no calendar of ours reaches */
    static void day(String field, LocalDate day) {
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            throw new PlotFieldsRefused(
                    field,
                    "plots.rule.between",
                    String.valueOf(EARLIEST.getYear()),
                    String.valueOf(LATEST.getYear()));
        }
    }
}
