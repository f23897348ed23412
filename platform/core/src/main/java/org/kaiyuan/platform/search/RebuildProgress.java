package org.kaiyuan.platform.search;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a rebuild has come.
 *
 * @param word whose index it is
 * @param done documents written
 * @param total documents there were when it began
 * @param reason why it failed; null unless it did
 */
public record RebuildProgress(
        UUID id,
        String word,
        RebuildState state,
        long done,
        long total,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String reason) {}
