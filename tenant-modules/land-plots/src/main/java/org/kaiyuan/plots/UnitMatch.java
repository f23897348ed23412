package org.kaiyuan.plots;

import java.time.LocalDate;
import java.util.List;

/**
 * A unit that fits a lead.
 *
 * @param score 0 to 100
 * @param freeFrom when it can be had; today, or the day after its last lease
 */
public record UnitMatch(UnitRow unit, int score, List<MatchReason> reasons, LocalDate freeFrom) {
    public UnitMatch {
        reasons = List.copyOf(reasons);
    }
}
