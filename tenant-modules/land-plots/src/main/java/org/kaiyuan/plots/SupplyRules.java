package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.domain.Faults;

/**
 * What a zone has decided for its supplies. Limits of the law are not among them.
 *
 * @param contractBeforeSupply whether a plot is only supplied with a contract (城市房地产管理法 art. 15); a zone that
 *     also has land by allocation (划拨) may leave it out
 * @param mostFlexibleYears 弹性年期 at most; 50 unless decided otherwise, as industry has by law
 * @param leastLeaseYears 长期租赁 at least, 5 unless decided otherwise: customary
 * @param mostLeaseYears 长期租赁 at most, 20 unless decided otherwise: 民法典 art. 705
 * @param mostFirstLeaseYears the lease of 先租后让 at most, 5 unless decided otherwise: customary
 * @param remindDays so many days before something is due; 30 and 7 unless decided otherwise
 * @param lowPercent 低效: an indicator is low below so many percent of what was promised; 60 unless decided otherwise, a
 *     custom and no law
 * @param lowTaxYuanM2 低效 where no tax was promised: below it, yuan a year per m²; 8 万元/亩 (the standard of 隆昌)
 * @param lowOutputYuanM2 the same of output; 250 万元/亩, the least of the same standard
 * @param lowFloorRatio the same of 容积率; null for none
 * @param lowInvestmentYuanM2 the same of investment; 150 万元/亩 of the same standard
 * @param partlyPercent 达产: an indicator is partly met from so many percent of the promise; 80 unless decided otherwise, a
 *     custom and no law
 * @param stockPercent 增存挂钩: so much new land is earned by a piece of stock that was disposed of, in percent of its
 *     area; 50 unless decided otherwise. 自然资规〔2018〕1号 ties both together and gives no number; what is allotted
 *     follows each year's notice
 */
public record SupplyRules(
        boolean contractBeforeSupply,
        int mostFlexibleYears,
        int leastLeaseYears,
        int mostLeaseYears,
        int mostFirstLeaseYears,
        List<Integer> remindDays,
        BigDecimal lowPercent,
        @Nullable BigDecimal lowTaxYuanM2,
        @Nullable BigDecimal lowOutputYuanM2,
        @Nullable BigDecimal lowFloorRatio,
        @Nullable BigDecimal lowInvestmentYuanM2,
        BigDecimal partlyPercent,
        BigDecimal stockPercent) {
    public static final SupplyRules DEFAULT =
            new SupplyRules(
                    true,
                    50,
                    5,
                    20,
                    5,
                    List.of(30, 7),
                    BigDecimal.valueOf(60),
                    new BigDecimal("120"),
                    new BigDecimal("3750"),
                    null,
                    new BigDecimal("2250"),
                    BigDecimal.valueOf(80),
                    BigDecimal.valueOf(50));

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MOST = new BigDecimal("9999999999");

    public SupplyRules {
        remindDays = List.copyOf(remindDays);
    }

    /**
     * Tidied: reminders once each, the earliest first; amounts rounded as they are shown.
     *
     * @throws PlotFieldsRefused names every field at fault
     */
    SupplyRules checked() {
        var faults = new Faults();
        faults.whole("mostFlexibleYears", mostFlexibleYears, 1, 50);
        faults.whole("leastLeaseYears", leastLeaseYears, 1, 20);
        faults.whole("mostLeaseYears", mostLeaseYears, leastLeaseYears, 20);
        faults.whole("mostFirstLeaseYears", mostFirstLeaseYears, 1, 20);
        if (remindDays.size() > 5) {
            faults.add("remindDays", "tooMany", 5);
        }
        remindDays.forEach(days -> faults.whole("remindDays", days, 0, 400));
        var tidy =
                new SupplyRules(
                        contractBeforeSupply,
                        mostFlexibleYears,
                        leastLeaseYears,
                        mostLeaseYears,
                        mostFirstLeaseYears,
                        remindDays.stream().distinct().sorted((a, b) -> b - a).toList(),
                        percent(faults, "lowPercent", lowPercent),
                        faults.amount("lowTaxYuanM2", lowTaxYuanM2, MOST, 4),
                        faults.amount("lowOutputYuanM2", lowOutputYuanM2, MOST, 4),
                        faults.amount("lowFloorRatio", lowFloorRatio, BigDecimal.valueOf(50), 2),
                        faults.amount("lowInvestmentYuanM2", lowInvestmentYuanM2, MOST, 4),
                        percent(faults, "partlyPercent", partlyPercent),
                        percent(faults, "stockPercent", stockPercent));
        faults.refuse();
        return tidy;
    }

    private static BigDecimal percent(Faults faults, String field, @Nullable BigDecimal percent) {
        if (percent == null) { // a program leaves out what it likes
            faults.add(field, "required");
            return BigDecimal.ZERO;
        }
        return Objects.requireNonNull(faults.amount(field, percent, HUNDRED, 2));
    }
}
