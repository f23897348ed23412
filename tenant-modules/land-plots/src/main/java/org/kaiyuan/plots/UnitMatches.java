package org.kaiyuan.plots;

import java.util.List;
import org.kaiyuan.leads.LeadRow;

/**
 * Units for a lead, the best first.
 *
 * @param excluded what was left out, by the condition
 * @param more how many more there are that were not ranked or not shown
 * @param groundOnly the lead wants no floor, so no unit was looked for
 */
public record UnitMatches(
        LeadRow lead,
        List<UnitMatch> items,
        List<MatchExclusion> excluded,
        long more,
        boolean groundOnly) {
    public UnitMatches {
        items = List.copyOf(items);
        excluded = List.copyOf(excluded);
    }
}
