package org.kaiyuan.delegation;

import org.jspecify.annotations.Nullable;

/**
 * A line of the catalogue.
 *
 * @param body who decides it today by a published entry that is in force; null where no entry is
 */
public record MatterRow(
        MatterId id,
        @Nullable String code,
        String name,
        MatterKind kind,
        @Nullable String field,
        BasisState basisState,
        boolean shared,
        @Nullable String body) {}
