package org.kaiyuan.leads;

import org.jspecify.annotations.Nullable;

/**
 * A row that is perhaps a lead that is there already.
 *
 * @param row where a person finds it in the file
 * @param reason what both have in common
 * @param existing what it is like; null where it may not be seen, or is another row of the file
 * @param otherRow that other row; null where it is a lead
 * @param decision null until somebody has decided
 */
public record LikelyTwin(
        long row,
        String projectName,
        @Nullable String investor,
        TwinReason reason,
        @Nullable LeadRow existing,
        @Nullable Long otherRow,
        @Nullable LikelyChoice decision) {}
