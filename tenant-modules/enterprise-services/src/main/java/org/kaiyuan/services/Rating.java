package org.kaiyuan.services;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rating (好差评).
 *
 * @param stars 5 非常满意 to 1 非常不满意
 * @param callBackSaid what was said when they were called back
 * @param rectifyDueOn 15 working days after a bad rating
 */
public record Rating(
        RatingId id,
        CaseId caseId,
        String receipt,
        String title,
        String enterpriseName,
        RatingContact contact,
        int stars,
        List<String> reasons,
        @Nullable String said,
        Instant at,
        RatingState state,
        @Nullable LocalDate calledOn,
        @Nullable String callBackSaid,
        @Nullable LocalDate rectifyDueOn,
        @Nullable LocalDate rectifiedOn,
        @Nullable String rectifiedSaid,
        long version) {
    public Rating {
        reasons = List.copyOf(reasons);
    }
}
