package org.kaiyuan.plots;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person found.
 *
 * @param year whose figures were looked at
 * @param document its number (文号)
 */
public record VerificationNote(
        int year,
        ProductionVerdict verdict,
        String document,
        LocalDate decidedOn,
        @Nullable String note) {}
