package org.kaiyuan.enterprises;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A qualification that an enterprise holds.
 *
 * @param id null for one that is new
 * @param kindCode of the managed list, such as {@code HIGH_TECH}
 * @param number of the certificate
 * @param validUntil the last valid day; null for one without an end
 */
public record QualificationLine(
        @Nullable UUID id,
        String kindCode,
        @Nullable String number,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil) {}
