package org.kaiyuan.delegation;

import org.jspecify.annotations.Nullable;

/**
 * A power in the evaluation of a year.
 *
 * @param figures of the year: as they were when it was evaluated, else as they are
 * @param evaluation null while there is none
 */
public record EvaluationLine(
        EntryId entry,
        @Nullable String matterCode,
        String matterName,
        String receivingBody,
        DelegationMode mode,
        UseFigures figures,
        @Nullable PowerEvaluation evaluation) {}
