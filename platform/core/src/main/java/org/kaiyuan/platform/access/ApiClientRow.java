package org.kaiyuan.platform.access;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program of the zone, without its secret, which nobody can read.
 *
 * @param clientId what it calls itself at {@code /oauth2/token}
 * @param scopes permissions that it may ask for
 * @param addresses networks that it may come from; empty: any
 * @param expiresAt null: never
 * @param formerSecretUntil while the secret before the last rotation still works
 * @param lastUsedAt to within a minute; null: never
 */
public record ApiClientRow(
        UUID id,
        String clientId,
        String name,
        Set<String> scopes,
        List<String> addresses,
        @Nullable Instant expiresAt,
        Instant createdAt,
        String createdBy,
        @Nullable Instant formerSecretUntil,
        @Nullable Instant lastUsedAt,
        @Nullable String lastUsedFrom,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy,
        long version) {
    public ApiClientRow {
        scopes = Collections.unmodifiableSet(new TreeSet<>(scopes));
        addresses = List.copyOf(addresses);
    }

    public ApiClientState state(Instant now) {
        if (revokedAt != null) {
            return ApiClientState.REVOKED;
        }
        return expiresAt != null && !expiresAt.isAfter(now)
                ? ApiClientState.EXPIRED
                : ApiClientState.ACTIVE;
    }
}
