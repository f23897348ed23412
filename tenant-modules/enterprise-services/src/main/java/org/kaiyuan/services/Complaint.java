package org.kaiyuan.services;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A complaint (投诉) about a case. */
public record Complaint(
        ComplaintId id,
        CaseId caseId,
        String receipt,
        String title,
        String enterpriseName,
        String said,
        Instant at,
        ComplaintState state,
        LocalDate dueOn,
        @Nullable String answer,
        @Nullable Instant answeredAt,
        @Nullable String answeredName,
        long version) {}
