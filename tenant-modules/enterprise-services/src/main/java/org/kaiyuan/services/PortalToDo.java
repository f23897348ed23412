package org.kaiyuan.services;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for the enterprise, or that it was told.
 *
 * @param messageKey the sentence, of which the title is the one argument
 * @param dueOn by when; null where nothing is due
 */
public record PortalToDo(
        CaseId caseId,
        String title,
        String receipt,
        String messageKey,
        Instant at,
        @Nullable LocalDate dueOn,
        boolean todo) {}
