package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.domain.Faults;

/**
 * Which plots are meant; what is null or empty does not narrow.
 *
 * @param text a part of the number, the name or the holder's name
 * @param usePrefix the beginning of a use code
 * @param box in degrees of longitude and latitude
 */
public record PlotFilter(
        @Nullable String text,
        Set<PlotState> states,
        @Nullable String usePrefix,
        @Nullable BigDecimal leastM2,
        @Nullable BigDecimal mostM2,
        @Nullable UUID holder,
        @Nullable Box box) {
    public static final PlotFilter ALL =
            new PlotFilter(null, Set.of(), null, null, null, null, null);

    /** @throws PlotFieldsRefused for an area with more digits than anybody writes */
    public PlotFilter {
        text = text == null ? null : text.replace("\u0000", "");
        states = Set.copyOf(states);
        var faults = new Faults();
        if (leastM2 != null) {
            leastM2 = faults.scaled("areaFrom", leastM2, Math.min(2, leastM2.scale()));
        }
        if (mostM2 != null) {
            mostM2 = faults.scaled("areaTo", mostM2, Math.min(2, mostM2.scale()));
        }
        faults.refuse();
    }
}
