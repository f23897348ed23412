package org.kaiyuan.plots;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadRow;

/**
 * A lead that fits a place.
 *
 * @param score 0 to 100
 * @param wantedBy the latest day on which the lead wants it
 */
public record LeadMatch(
        LeadRow lead, int score, List<MatchReason> reasons, @Nullable LocalDate wantedBy) {
    public LeadMatch {
        reasons = List.copyOf(reasons);
    }
}
