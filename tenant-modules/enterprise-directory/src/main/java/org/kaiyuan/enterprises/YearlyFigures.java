package org.kaiyuan.enterprises;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an enterprise reported for one year; what is null was not reported.
 *
 * @param energyTce tonnes of coal equivalent (吨标准煤)
 * @param source who reported it, such as 企业填报 or 统计局
 */
public record YearlyFigures(
        int year,
        @Nullable BigDecimal revenueYuan,
        @Nullable BigDecimal taxYuan,
        @Nullable BigDecimal fixedAssetInvestmentYuan,
        @Nullable BigDecimal rdYuan,
        @Nullable BigDecimal landAreaM2,
        @Nullable BigDecimal energyTce,
        @Nullable Integer employees,
        @Nullable BigDecimal exportYuan,
        String source,
        LocalDate reportedOn) {

    /** The same by another source. */
    public YearlyFigures from(String other) {
        return new YearlyFigures(
                year,
                revenueYuan,
                taxYuan,
                fixedAssetInvestmentYuan,
                rdYuan,
                landAreaM2,
                energyTce,
                employees,
                exportYuan,
                other,
                reportedOn);
    }
}
