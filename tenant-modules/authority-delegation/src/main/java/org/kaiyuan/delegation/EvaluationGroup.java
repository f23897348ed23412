package org.kaiyuan.delegation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one authority delegated, in the evaluation of a year.
 *
 * @param powers how many were in force on the last day of the year, or are today
 * @param keep how many of them are to be kept, and so on; the rest has no verdict yet
 * @param closedAt when the report was closed; null while it is open
 */
public record EvaluationGroup(
        int year,
        String originalAuthority,
        int powers,
        int keep,
        int adjust,
        int recall,
        @Nullable Instant closedAt,
        @Nullable String closedName) {

    public int missing() {
        return powers - keep - adjust - recall;
    }
}
