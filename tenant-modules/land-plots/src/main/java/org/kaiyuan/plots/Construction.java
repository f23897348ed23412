package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts of construction under the running contract.
 *
 * @param version 0 while nothing was entered
 * @param note null while nothing was entered
 * @param groundM2 the plot's declared area, or else its computed one, m²
 * @param builtShare built ground by the plot's, four decimals; null while unknown
 * @param investedShare what was invested by what was promised, four decimals; null while unknown
 * @param floorRatio 容积率 as built; null while unknown
 * @param stops the newest first, at most 200
 * @param idle how far it is on its way to be idle, or that it is; null where nothing speaks for it
 */
public record Construction(
        long version,
        @Nullable ConstructionNote note,
        BigDecimal groundM2,
        @Nullable BigDecimal builtShare,
        @Nullable BigDecimal investedShare,
        @Nullable BigDecimal floorRatio,
        @Nullable Instant at,
        @Nullable String enteredBy,
        List<StopLine> stops,
        @Nullable IdleEvidence idle) {
    public Construction {
        stops = List.copyOf(stops);
    }
}
