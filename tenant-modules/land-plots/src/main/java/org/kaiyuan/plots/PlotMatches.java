package org.kaiyuan.plots;

import java.util.List;
import org.kaiyuan.leads.LeadRow;

/**
 * Plots for a lead, the best first.
 *
 * @param excluded what was left out, by the condition
 * @param more how many more there are that were not ranked or not shown
 * @param floorOnly the lead wants no ground, so no plot was looked for
 */
public record PlotMatches(
        LeadRow lead,
        List<PlotMatch> items,
        List<MatchExclusion> excluded,
        long more,
        boolean floorOnly) {
    public PlotMatches {
        items = List.copyOf(items);
        excluded = List.copyOf(excluded);
    }
}
