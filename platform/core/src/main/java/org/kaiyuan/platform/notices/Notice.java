package org.kaiyuan.platform.notices;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that one person is told.
 *
 * @param messageKey the sentence, shown in the reader's own language with the arguments
 * @param link the path of the page that it is about
 */
public record Notice(
        UUID id,
        String messageKey,
        List<String> arguments,
        @Nullable String link,
        Instant at,
        boolean read) {}
