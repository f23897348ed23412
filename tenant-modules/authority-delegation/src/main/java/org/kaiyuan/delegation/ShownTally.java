package org.kaiyuan.delegation;

import org.jspecify.annotations.Nullable;

/** How many powers are shown that have all of this in common. */
public record ShownTally(
        PowerListKind list, MatterKind kind, @Nullable String field, String body, int count) {
    /** Whether the filter lets them through. */
    public boolean isOf(ShownFilter filter) {
        return filter.lists().contains(list)
                && (filter.kind() == null || filter.kind() == kind)
                && (filter.field() == null || filter.field().equals(field))
                && (filter.body() == null || filter.body().equals(body));
    }
}
