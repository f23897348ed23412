package org.kaiyuan.enterprises.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.YearlyFigures;

/** A year's figures as stored, with two decimals. */
@Embeddable
public record Figures(
        @Column(name = "tenant_id") long tenantId,
        int year,
        @Column(name = "revenue_yuan") @Nullable BigDecimal revenueYuan,
        @Column(name = "tax_yuan") @Nullable BigDecimal taxYuan,
        @Column(name = "fixed_asset_investment_yuan") @Nullable BigDecimal fixedAssetInvestmentYuan,
        @Column(name = "rd_yuan") @Nullable BigDecimal rdYuan,
        @Column(name = "land_area_m2") @Nullable BigDecimal landAreaM2,
        @Column(name = "energy_tce") @Nullable BigDecimal energyTce,
        @Nullable Integer employees,
        @Column(name = "export_yuan") @Nullable BigDecimal exportYuan,
        String source,
        @Column(name = "reported_on") LocalDate reportedOn) {

    static Figures of(long tenant, YearlyFigures year) {
        return new Figures(
                tenant,
                year.year(),
                cents(year.revenueYuan()),
                cents(year.taxYuan()),
                cents(year.fixedAssetInvestmentYuan()),
                cents(year.rdYuan()),
                cents(year.landAreaM2()),
                cents(year.energyTce()),
                year.employees(),
                cents(year.exportYuan()),
                year.source(),
                year.reportedOn());
    }

    YearlyFigures line() {
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
                source,
                reportedOn);
    }

    static @Nullable BigDecimal cents(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.setScale(2, RoundingMode.HALF_UP);
    }
}
