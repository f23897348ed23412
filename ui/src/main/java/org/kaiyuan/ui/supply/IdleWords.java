package org.kaiyuan.ui.supply;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kaiyuan.plots.IdleEvidence;
import org.kaiyuan.plots.IdleKind;
import org.kaiyuan.ui.kit.Shown;

/** Evidence of idle ground in sentences: dates, days, shares, and the day on which it is full. */
final class IdleWords {
    /** Below a third of the ground, or below a quarter of the investment: 国土资源部令第53号 art. 2. */
    private static final BigDecimal THIRD =
            BigDecimal.ONE.divide(BigDecimal.valueOf(3), 6, RoundingMode.HALF_UP);

    private static final BigDecimal QUARTER = new BigDecimal("0.25");

    private IdleWords() {}

    /** How a page translates. */
    interface Words {
        String of(String key, Object... arguments);
    }

    static boolean isFull(IdleEvidence e) {
        return e.daysCounted() >= e.daysNeeded();
    }

    /** The first day on which the ground is idle by the rule, if no more days are excluded. */
    static LocalDate fullOn(IdleEvidence e) {
        return e.since().plusDays(e.daysNeeded() + (long) e.daysExcluded() + 1);
    }

    static List<String> sentences(IdleEvidence e, Words words) {
        var all = new ArrayList<String>();
        if (e.kind() == IdleKind.NOT_STARTED) {
            all.add(
                    words.of(
                            "idle.says.notStarted",
                            Shown.date(e.since()),
                            Shown.date(e.computedOn())));
        } else {
            all.add(
                    words.of(
                            "idle.says.stopped",
                            Shown.date(e.startedOn()),
                            Shown.date(e.since()),
                            Shown.date(e.computedOn())));
            var shares = new ArrayList<String>();
            if (e.areaShare() != null) {
                shares.add(
                        words.of(
                                e.areaShare().compareTo(THIRD) < 0
                                        ? "idle.says.areaBelow"
                                        : "idle.says.area",
                                SupplyCells.percent(e.areaShare())));
            }
            if (e.investmentShare() != null) {
                shares.add(
                        words.of(
                                e.investmentShare().compareTo(QUARTER) < 0
                                        ? "idle.says.investmentBelow"
                                        : "idle.says.investment",
                                SupplyCells.percent(e.investmentShare())));
            }
            if (!shares.isEmpty()) {
                all.add(String.join(words.of("idle.says.and"), shares));
            }
        }
        all.add(
                e.daysExcluded() == 0
                        ? words.of("idle.says.days", e.daysCounted(), e.daysNeeded())
                        : words.of(
                                "idle.says.daysWithout",
                                e.daysCounted(),
                                e.daysNeeded(),
                                e.daysExcluded()));
        return all;
    }
}
