package org.kaiyuan.ui.kit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How figures and times are written.
 *
 * <p>Money is stored in yuan and shown in 万元, land in m² and shown in 亩 (1 亩 = 10000/15 m²), times in
 * Asia/Shanghai.
 */
public final class Shown {
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final BigDecimal FIFTEEN = BigDecimal.valueOf(15);
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    public static final String NOTHING = "—";

    private Shown() {}

    /** In 万元, at most two decimals; a dash for what is not known. */
    public static String tenThousands(@Nullable BigDecimal yuan) {
        return yuan == null ? NOTHING : figure(yuan.divide(TEN_THOUSAND, 2, RoundingMode.HALF_UP));
    }

    /** In 亩, at most two decimals. */
    public static String mu(@Nullable BigDecimal squareMetres) {
        return squareMetres == null
                ? NOTHING
                : figure(
                        squareMetres
                                .multiply(FIFTEEN)
                                .divide(TEN_THOUSAND, 2, RoundingMode.HALF_UP));
    }

    /** Grouped by thousands, at most two decimals. */
    public static String figure(@Nullable Number number) {
        return number == null
                ? NOTHING
                : new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT))
                        .format(number);
    }

    public static String date(@Nullable LocalDate date) {
        return date == null ? NOTHING : date.toString();
    }

    public static String moment(@Nullable Instant moment) {
        return moment == null ? NOTHING : MOMENT.format(moment.atZone(HERE));
    }

    public static String text(@Nullable String text) {
        return text == null || text.isBlank() ? NOTHING : text;
    }
}
