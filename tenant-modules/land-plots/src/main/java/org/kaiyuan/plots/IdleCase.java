package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the rule says of a plot and what a person made of it.
 *
 * @param evidence as computed when it was last looked at; it stays once a person has decided
 * @param document of the decision, such as 《闲置土地认定书》 and its number
 * @param measures in the order of their deadlines, at most 50
 */
public record IdleCase(
        UUID id,
        long version,
        PlotId plot,
        String plotNumber,
        String plotName,
        BigDecimal groundM2,
        @Nullable String holderName,
        IdleState state,
        IdleEvidence evidence,
        @Nullable LocalDate decidedOn,
        @Nullable String decidedBy,
        @Nullable String document,
        @Nullable String reason,
        Instant madeAt,
        @Nullable Instant endedAt,
        List<IdleMeasure> measures) {
    public IdleCase {
        measures = List.copyOf(measures);
    }

    /** How many measures are past their deadline and not done. */
    public long overdue() {
        return measures.stream().filter(one -> one.overdueDays() > 0).count();
    }
}
