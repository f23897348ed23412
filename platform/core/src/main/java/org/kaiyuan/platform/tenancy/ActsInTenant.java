package org.kaiyuan.platform.tenancy;

import org.jspecify.annotations.Nullable;

/** A principal that knows in which tenant it acts: its active membership or its API registration. */
public interface ActsInTenant {
    /** Null for one who acts in no tenant, such as a platform operator. */
    @Nullable TenantId tenantId();

    /** What colleagues call this person or program; null where only the sign-in name is known. */
    default @Nullable String displayName() {
        return null;
    }

    /** Whether they look through somebody else's eyes, and so may change nothing. */
    default boolean readsOnly() {
        return false;
    }

    /** The tenant whose staff they really are, where they act by entrustment; else null. */
    default @Nullable TenantId cameFrom() {
        return null;
    }
}
