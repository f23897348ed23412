package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How construction stands, as somebody saw it on a day. A start that is entered moves no state by itself.
 *
 * @param plannedStartOn as the holder plans now; what was agreed is the contract's
 * @param startedOn 动工开发 as 国土资源部令第53号 art. 30 defines it
 * @param builtM2 ground that is built on, m²
 * @param floorM2 floors that count for 容积率, m²
 * @param investedYuan to date, yuan; without the price of the land and what is paid to the state (art. 30)
 * @param seenOn the day that this is of
 * @param evidence what shows it: a permit, a photo, a visit
 */
public record ConstructionNote(
        @Nullable LocalDate plannedStartOn,
        @Nullable LocalDate plannedFinishOn,
        @Nullable LocalDate plannedProductionOn,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate finishedOn,
        @Nullable LocalDate producedOn,
        @Nullable BigDecimal builtM2,
        @Nullable BigDecimal floorM2,
        @Nullable BigDecimal investedYuan,
        LocalDate seenOn,
        String evidence) {}
