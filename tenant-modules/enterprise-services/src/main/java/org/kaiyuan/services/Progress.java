package org.kaiyuan.services;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a case is, as anybody with receipt and code sees it: no names, no answers, no papers. */
public record Progress(
        String receipt,
        String title,
        CaseState state,
        StepKind step,
        Instant submittedAt,
        @Nullable LocalDate dueOn,
        @Nullable Integer remaining,
        boolean stopped,
        @Nullable CaseOutcome outcome,
        List<CaseEvent> events) {}
