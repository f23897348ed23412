package org.kaiyuan.plots;

import java.util.List;

/**
 * Leads for a place, the best first; only those that whoever asks may see, in the figures, too.
 *
 * @param excluded what of those that want about so much was left out, by the condition
 * @param more how many more fit that are not shown
 */
public record LeadMatches(List<LeadMatch> items, List<MatchExclusion> excluded, long more) {
    public LeadMatches {
        items = List.copyOf(items);
        excluded = List.copyOf(excluded);
    }
}
