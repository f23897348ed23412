package org.kaiyuan.platform.access;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A role as it can be given to somebody.
 *
 * @param id the name of a ready-made role, or the id of one of the zone's own
 * @param name of the zone's own role; null for a ready-made one
 * @param nameKey message key of a ready-made role's name; null for one of the zone's own
 * @param version of the zone's own role; null for a ready-made one, which never changes
 */
public record RoleRow(
        String id,
        @Nullable String name,
        @Nullable String nameKey,
        Set<String> permissions,
        DataScope scope,
        @Nullable Long version) {
    public RoleRow {
        permissions = java.util.Collections.unmodifiableSet(new TreeSet<>(permissions));
    }

    public boolean isOwn() {
        return version != null;
    }
}
