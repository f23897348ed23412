package org.kaiyuan.services;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A time in which the clock stood still.
 *
 * @param document what it rests on
 * @param to first day that counts again; null while it stands
 */
public record CaseStop(
        StopReason reason, LocalDate from, @Nullable LocalDate to, String document) {}
