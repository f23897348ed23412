package org.kaiyuan.platform.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works, or worked, for the current zone.
 *
 * @param roles ids, see {@link RoleRow}
 * @param signedInAt when they last came in, to whichever zone; null for never
 */
public record PersonRow(
        AccountId id,
        String username,
        String displayName,
        @Nullable String team,
        Set<String> roles,
        boolean active,
        @Nullable Instant signedInAt,
        long version) {
    public PersonRow {
        roles = Set.copyOf(roles);
    }
}
