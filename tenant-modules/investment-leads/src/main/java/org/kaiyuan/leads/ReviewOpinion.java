package org.kaiyuan.leads;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one reviewer says.
 *
 * @param points by the items' keys; null while they have not answered
 * @param vetoes those of the table that apply
 */
public record ReviewOpinion(
        String username,
        String name,
        @Nullable Map<String, Integer> points,
        List<String> vetoes,
        @Nullable String remark,
        @Nullable Instant givenAt) {

    /** The sum of the points; null while they have not answered. */
    public @Nullable Integer total() {
        return points == null ? null : points.values().stream().mapToInt(Integer::intValue).sum();
    }
}
