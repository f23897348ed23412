package org.kaiyuan.enterprises;

import org.jspecify.annotations.Nullable;

/**
 * A row that is perhaps an enterprise that is there already.
 *
 * @param row where a person finds it in the file
 * @param existing what it is like; null where that is another row of the same file, not yet imported
 * @param otherRow that other row; null where it is an enterprise
 * @param decision null until somebody has decided
 */
public record LikelyDuplicate(
        long row,
        String name,
        @Nullable String creditCode,
        @Nullable EnterpriseId existing,
        @Nullable String existingName,
        @Nullable String existingCreditCode,
        @Nullable Long otherRow,
        @Nullable DuplicateChoice decision) {}
