package org.kaiyuan.ui.kit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What people type against what is stored: 万 of a currency against its units, 亩 against m². */
public final class Units {
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final BigDecimal HUNDRED_MILLION = BigDecimal.valueOf(100_000_000);
    private static final BigDecimal FIFTEEN = BigDecimal.valueOf(15);

    private Units() {}

    /** From 万 to one. */
    public static @Nullable BigDecimal whole(@Nullable BigDecimal tenThousands) {
        return tenThousands == null ? null : tenThousands.multiply(TEN_THOUSAND);
    }

    public static @Nullable BigDecimal tenThousands(@Nullable BigDecimal whole) {
        return whole == null ? null : plain(whole.divide(TEN_THOUSAND, 6, RoundingMode.HALF_UP));
    }

    public static BigDecimal hundredMillions(long yuan) {
        return plain(BigDecimal.valueOf(yuan).divide(HUNDRED_MILLION, 8, RoundingMode.HALF_UP));
    }

    /** From 亿元 to yuan; nothing typed is nothing asked. */
    public static long yuanOfHundredMillions(@Nullable BigDecimal hundredMillions) {
        return hundredMillions == null ? 0 : hundredMillions.multiply(HUNDRED_MILLION).longValue();
    }

    public static @Nullable BigDecimal mu(@Nullable BigDecimal squareMetres) {
        return squareMetres == null
                ? null
                : plain(
                        squareMetres
                                .multiply(FIFTEEN)
                                .divide(TEN_THOUSAND, 4, RoundingMode.HALF_UP));
    }

    public static @Nullable BigDecimal squareMetres(@Nullable BigDecimal mu) {
        return mu == null
                ? null
                : mu.multiply(TEN_THOUSAND).divide(FIFTEEN, 2, RoundingMode.HALF_UP);
    }

    public static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null ? other == null : other != null && one.compareTo(other) == 0;
    }

    public static BigDecimal plain(BigDecimal number) {
        var least = number.stripTrailingZeros();
        return least.scale() < 0 ? least.setScale(0, RoundingMode.UNNECESSARY) : least;
    }
}
