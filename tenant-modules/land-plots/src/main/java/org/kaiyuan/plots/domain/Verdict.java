package org.kaiyuan.plots.domain;

import java.util.List;
import org.kaiyuan.plots.MatchObstacle;
import org.kaiyuan.plots.MatchReason;

/**
 * What matching says of a lead and a place.
 *
 * @param obstacles the conditions that it breaks, in their order; none where it fits
 * @param score 0 to 100
 */
public record Verdict(List<MatchObstacle> obstacles, int score, List<MatchReason> reasons) {
    public Verdict {
        obstacles = List.copyOf(obstacles);
        reasons = List.copyOf(reasons);
    }

    public boolean fits() {
        return obstacles.isEmpty();
    }
}
