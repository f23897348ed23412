package org.kaiyuan.plots;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plot that fits a lead.
 *
 * @param score 0 to 100
 * @param heldUntil until when a lead holds it, this one or another; null while none does
 * @param waiting how many leads queue for it
 */
public record PlotMatch(
        PlotRow plot,
        int score,
        List<MatchReason> reasons,
        @Nullable LocalDate heldUntil,
        int waiting) {
    public PlotMatch {
        reasons = List.copyOf(reasons);
    }
}
