package org.kaiyuan.delegation;

import java.util.List;

/**
 * The report of a year for an authority that delegated.
 *
 * @param sums of all rows
 * @param rows at most {@link PowerEvaluations#MOST_ROWS}
 */
public record EvaluationReport(EvaluationGroup group, UseFigures sums, List<EvaluationLine> rows) {
    public EvaluationReport {
        rows = List.copyOf(rows);
    }
}
