package org.kaiyuan.leads;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An admission review of a lead (入园评审).
 *
 * @param score mean of the reviewers' totals; null while it is open and nobody has answered
 * @param vetoed somebody found a veto
 */
public record LeadReview(
        ReviewId id,
        LeadId leadId,
        ReviewState state,
        ScoreTable table,
        @Nullable LocalDate meetingOn,
        @Nullable String minutes,
        @Nullable BigDecimal score,
        boolean vetoed,
        Instant openedAt,
        String openedBy,
        @Nullable Instant closedAt,
        List<ReviewOpinion> opinions,
        long version) {}
