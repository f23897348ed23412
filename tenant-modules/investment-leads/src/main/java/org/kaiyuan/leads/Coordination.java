package org.kaiyuan.leads;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two zones reported the same investor (首报首谈). Of the other's lead nothing is here but the day on which it
 * was reported.
 *
 * @param leadId the zone's own lead; null for the supervisor
 * @param leadName its name; null when the person may not see it
 * @param outcome null while it is open
 * @param first what the zone says that reported first
 * @param later what the zone says that reported later
 */
public record Coordination(
        UUID id,
        Side side,
        @Nullable UUID leadId,
        @Nullable String leadName,
        LocalDate firstOn,
        LocalDate laterOn,
        Instant foundAt,
        @Nullable Instant settledAt,
        @Nullable Outcome outcome,
        Position first,
        Position later) {

    /** As what the zone takes part. */
    public enum Side {
        FIRST,
        LATER,
        SUPERVISOR
    }

    /** What a zone may say. */
    public enum Stance {
        /** It goes on by itself. */
        KEEP,
        /** It leaves the project to the other. */
        WITHDRAW,
        /** Both go on together, and the results are divided. */
        SHARE,
        /** It hands the project over for a share of the results. */
        TRANSFER,
        /** It takes the project over and gives a share of the results. */
        RECEIVE;

        /** Whether it says how the results are divided. */
        public boolean hasShare() {
            return this == SHARE || this == TRANSFER || this == RECEIVE;
        }
    }

    /** What came of it. */
    public enum Outcome {
        WITHDRAW,
        SHARE,
        TRANSFER
    }

    /**
     * What one of the two zones says.
     *
     * @param share percent of the results that it wants; null without
     * @param named whether it may be named to the other and to the supervisor
     * @param zone its name; null until both may be named
     */
    public record Position(
            @Nullable Stance stance,
            @Nullable Integer share,
            boolean named,
            @Nullable String zone) {}
}
