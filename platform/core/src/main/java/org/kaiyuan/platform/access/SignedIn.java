package org.kaiyuan.platform.access;

import java.io.Serializable;
import java.security.Principal;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.ActsInTenant;
import org.kaiyuan.platform.tenancy.TenantId;

/**
 * A person who has signed in, acting through one of their memberships: what they are at this request. The
 * next request looks again ({@link Standing}).
 *
 * @param displayName what colleagues call them, with the tenant that they came from where they act by
 *     entrustment
 * @param tenantId the zone of the active membership; null for a platform operator
 * @param cameFrom the tenant whose staff they really are, when they act by entrustment
 * @param scopes what they may do, and how far
 * @param watchedBy user name of the administrator who looks through this person's eyes, and may only read
 * @param stage what is still wanted before they may do anything
 */
public record SignedIn(
        AccountId accountId,
        String username,
        String displayName,
        @Nullable TenantId tenantId,
        @Nullable TenantId cameFrom,
        boolean operator,
        Set<String> roles,
        Map<String, DataScope> scopes,
        @Nullable String team,
        Session session,
        @Nullable String watchedBy,
        Stage stage)
        implements ActsInTenant, Principal, Serializable {

    /** What is still wanted of somebody who has shown one thing that they know or hold. */
    public enum Stage {
        /** Nothing: they may what they may. */
        READY,
        /** They hold a second factor and have not shown it in this session. */
        SECOND_FACTOR,
        /** The zone wants a second factor of them and they have none yet. */
        ENROL,
        /** Their password is older than the zone lets it be. */
        PASSWORD
    }

    /**
     * The row of {@code access.session} behind it.
     *
     * @param owner who signed in, also while they look through another's eyes
     */
    public record Session(UUID id, AccountId owner, Beginning began) implements Serializable {
        @Nullable TenantId vouchedBy() {
            return began.vouchedBy();
        }
    }

    /**
     * How a session began; where it stands now is in its row.
     *
     * @param zone where it stood at first; null for nowhere
     * @param cameFrom the tenant through which it came there; null for a member
     * @param vouchedBy the zone whose own provider said who it is, in whose name alone the session acts; null
     *     for who showed it to us
     * @param strong whether what they came in with counts as a second factor
     */
    public record Beginning(
            @Nullable TenantId zone,
            @Nullable TenantId cameFrom,
            @Nullable TenantId vouchedBy,
            boolean strong)
            implements Serializable {}

    @Override
    public boolean readsOnly() {
        return watchedBy != null;
    }

    public SignedIn {
        roles = Set.copyOf(roles);
        scopes = Collections.unmodifiableMap(new TreeMap<>(scopes));
    }

    /** The same person who still owes something: in no zone, and allowed nothing. */
    SignedIn owing(Stage owed) {
        return new SignedIn(
                accountId,
                username,
                displayName,
                null,
                null,
                false,
                Set.of(),
                Map.of(),
                null,
                session,
                null,
                owed);
    }

    @Override
    public String getName() {
        return username;
    }

    public boolean isOperator() {
        return operator;
    }
}
