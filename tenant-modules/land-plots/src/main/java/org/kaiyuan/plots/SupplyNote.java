package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a supply contract says.
 *
 * @param number of the contract or its electronic supervision number
 * @param holderId an enterprise of the directory
 * @param holderName may be left out where the directory knows it
 * @param leadId the lead that it comes of
 * @param termYears whole years, the first lease included
 * @param leaseYears of 先租后让: how many of them are the first lease
 * @param priceYuan the land's price (or the whole rent of a lease), without taxes and fees
 * @param startOn 约定动工日期
 * @param investmentYuanM2 固定资产投资强度, yuan per m² of ground
 * @param taxYuanM2 税收 a year, yuan per m² of ground
 * @param outputYuanM2 产出 a year, yuan per m² of ground
 * @param floorRatio 容积率, at least
 * @param energyTce tonnes of coal equivalent a year, at most
 * @param jobs at least
 */
public record SupplyNote(
        SupplyMode mode,
        String number,
        LocalDate signedOn,
        @Nullable UUID holderId,
        @Nullable String holderName,
        @Nullable UUID leadId,
        int termYears,
        @Nullable Integer leaseYears,
        @Nullable BigDecimal priceYuan,
        @Nullable LocalDate startOn,
        @Nullable LocalDate finishOn,
        @Nullable LocalDate productionOn,
        @Nullable BigDecimal investmentYuanM2,
        @Nullable BigDecimal taxYuanM2,
        @Nullable BigDecimal outputYuanM2,
        @Nullable BigDecimal floorRatio,
        @Nullable BigDecimal energyTce,
        @Nullable Integer jobs,
        @Nullable String note) {}
