package org.kaiyuan.plots;

import java.util.List;

/**
 * Why a place fits a lead, or does not quite.
 *
 * @param points what it adds to the score
 * @param of what it would add at best; 0 for what is only said
 * @param key the sentence, {@code plots.match.<…>}
 */
public record MatchReason(MatchTone tone, int points, int of, String key, List<Object> arguments) {
    public MatchReason {
        arguments = List.copyOf(arguments);
    }
}
