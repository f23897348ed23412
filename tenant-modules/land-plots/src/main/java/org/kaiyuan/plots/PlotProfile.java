package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the papers say of a plot.
 *
 * @param number 地块编号, no other plot that is now has it
 * @param useCode 用地分类 (自然资发〔2023〕234号), such as 100101
 * @param shares mixed use, together 100 percent; empty for one use
 * @param declaredM2 as surveyed, m²
 * @param planName the detailed plan; null while there is none
 * @param leastRatio 容积率 from
 * @param mostRatio 容积率 to
 * @param leastDensity 建筑系数 in percent, at least
 * @param mostGreen 绿地率 in percent, at most
 * @param mostService offices and living in percent of the ground, at most (7 for industry)
 * @param investmentYuanM2 固定资产投资强度, yuan per m² of ground
 * @param taxYuanM2 税收 a year, yuan per m² of ground
 * @param outputYuanM2 产出 a year, yuan per m² of ground
 * @param priceYuanM2 what the price begins from, yuan per m²
 * @param priceBasis 定价依据: the benchmark price (基准地价) or the appraisal that it comes from
 * @param industries those that it is meant for, by the plan's names
 * @param holderId the enterprise of the directory that holds it
 */
public record PlotProfile(
        String number,
        String name,
        String useCode,
        List<UseShare> shares,
        @Nullable BigDecimal declaredM2,
        @Nullable String planName,
        @Nullable LocalDate plannedOn,
        @Nullable BigDecimal leastRatio,
        @Nullable BigDecimal mostRatio,
        @Nullable BigDecimal leastDensity,
        @Nullable BigDecimal mostHeightM,
        @Nullable BigDecimal mostGreen,
        @Nullable BigDecimal mostService,
        @Nullable BigDecimal investmentYuanM2,
        @Nullable BigDecimal taxYuanM2,
        @Nullable BigDecimal outputYuanM2,
        @Nullable BigDecimal priceYuanM2,
        @Nullable String priceBasis,
        List<Utility> utilities,
        List<String> industries,
        @Nullable UUID holderId,
        @Nullable String holderName,
        @Nullable String note) {
    public PlotProfile {
        shares = List.copyOf(shares);
        utilities = List.copyOf(utilities);
        industries = List.copyOf(industries);
    }

    /** The same, held by somebody else. */
    public PlotProfile heldBy(@Nullable UUID holder, @Nullable String named) {
        return new PlotProfile(
                number,
                name,
                useCode,
                shares,
                declaredM2,
                planName,
                plannedOn,
                leastRatio,
                mostRatio,
                leastDensity,
                mostHeightM,
                mostGreen,
                mostService,
                investmentYuanM2,
                taxYuanM2,
                outputYuanM2,
                priceYuanM2,
                priceBasis,
                utilities,
                industries,
                holder,
                named,
                note);
    }

    /** One of several uses. */
    public record UseShare(String useCode, BigDecimal percent) {}
}
