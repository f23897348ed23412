package org.kaiyuan.services;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for the enterprise, or that it was told.
 *
 * @param messageKey the sentence
 * @param arguments of the sentence: receipt and title
 * @param dueOn by when; null where nothing is due
 */
public record PortalToDo(
        CaseId caseId,
        String title,
        String messageKey,
        List<String> arguments,
        Instant at,
        @Nullable LocalDate dueOn,
        boolean todo) {}
