package org.kaiyuan.delegation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What counts where the file is silent. What is null here and silent there: the body is the authority and the other way
 * round, the mode is 直接下放, the first day follows from the decision, else it is the day of the import.
 *
 * @param recallOn the day on which entries end that the file does not have, where they are recalled
 */
public record ListImportDefaults(
        @Nullable String originalAuthority,
        @Nullable String receivingBody,
        @Nullable DelegationMode mode,
        @Nullable LocalDate effectiveOn,
        @Nullable String document,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate recallOn) {
    /** Nothing is said. */
    public static final ListImportDefaults NONE =
            new ListImportDefaults(null, null, null, null, null, null, null);
}
