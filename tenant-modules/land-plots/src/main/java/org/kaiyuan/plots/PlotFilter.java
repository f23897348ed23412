package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    public PlotFilter {
        text = FilterBounds.text(text);
        states = Set.copyOf(states);
        usePrefix = FilterBounds.text(usePrefix);
        leastM2 = FilterBounds.amount(leastM2);
        mostM2 = FilterBounds.amount(mostM2);
    }
}
