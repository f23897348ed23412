package org.kaiyuan.services;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An opinion that a seat was asked for.
 *
 * @param verdict null while it is awaited
 * @param hash SHA-256 over what was signed, who and when; null while it is awaited
 */
public record CaseOpinion(
        String seat,
        String seatName,
        @Nullable String team,
        LocalDate dueOn,
        @Nullable CheckVerdict verdict,
        @Nullable String said,
        @Nullable String signedName,
        @Nullable Instant signedAt,
        @Nullable String hash) {}
