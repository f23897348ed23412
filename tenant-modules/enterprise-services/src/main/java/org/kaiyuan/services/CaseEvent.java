package org.kaiyuan.services;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a case.
 *
 * @param on the day as of which it counts
 * @param said in words; null where the act says all
 * @param open whether the enterprise sees it
 */
public record CaseEvent(
        int number,
        CaseAct act,
        StepKind step,
        LocalDate on,
        Instant at,
        String byName,
        @Nullable String said,
        boolean open) {}
