package org.kaiyuan.ui.supply;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Units;

/** Money by ground: stored in yuan per m², typed and shown in 万元 per 亩. */
final class PerMu {
    /** 亩 in m², and 万元 in yuan. */
    private static final BigDecimal FIFTEEN = BigDecimal.valueOf(15);

    private PerMu() {}

    static @Nullable BigDecimal of(@Nullable BigDecimal yuanPerM2) {
        return yuanPerM2 == null
                ? null
                : Units.plain(yuanPerM2.divide(FIFTEEN, 6, RoundingMode.HALF_UP));
    }

    static @Nullable BigDecimal stored(@Nullable BigDecimal tenThousandsPerMu) {
        return tenThousandsPerMu == null
                ? null
                : tenThousandsPerMu.multiply(FIFTEEN).setScale(4, RoundingMode.HALF_UP);
    }

    static String shown(@Nullable BigDecimal yuanPerM2) {
        return Shown.figure(of(yuanPerM2));
    }
}
