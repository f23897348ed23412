package org.kaiyuan.delegation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was said of a power for a year.
 *
 * @param figures of the year, as they were when it was evaluated
 * @param version a change names the one that it is based on
 */
public record PowerEvaluation(
        int year,
        EvaluationVerdict verdict,
        @Nullable String said,
        UseFigures figures,
        String byName,
        Instant at,
        long version) {}
