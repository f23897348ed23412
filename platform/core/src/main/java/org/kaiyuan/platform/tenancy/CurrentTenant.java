package org.kaiyuan.platform.tenancy;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The zone in whose name this thread works.
 *
 * <p>An explicit binding ({@link #actAs}) wins over the signed-in person's active membership or the
 * API client's registration. Nothing that a request carries (header, parameter, path) is ever asked.
 */
public final class CurrentTenant {
    private static final ThreadLocal<@Nullable TenantId> BOUND = new ThreadLocal<>();

    private CurrentTenant() {}

    /** @throws IllegalStateException when this thread works for no zone */
    public static TenantId get() {
        return maybe().orElseThrow(
                        () -> new IllegalStateException("No tenant is current on this thread"));
    }

    public static Optional<TenantId> maybe() {
        var bound = BOUND.get();
        return bound != null ? Optional.of(bound) : ofSignedIn();
    }

    /**
     * Does the work in the name of {@code tenant}, and restores what was before.
     *
     * @throws IllegalStateException when a transaction is open for another tenant, or for none: its
     *     connection would silently keep the old one
     */
    public static <T extends @Nullable Object> T actAs(TenantId tenant, Supplier<T> work) {
        refuseInsideForeignTransaction(tenant);
        var before = BOUND.get();
        BOUND.set(tenant);
        try {
            return work.get();
        } finally {
            if (before == null) {
                BOUND.remove();
            } else {
                BOUND.set(before);
            }
        }
    }

    /** @see #actAs(TenantId, Supplier) */
    public static void actAs(TenantId tenant, Runnable work) {
        CurrentTenant.<@Nullable Object>actAs(
                tenant,
                () -> {
                    work.run();
                    return null;
                });
    }

    private static void refuseInsideForeignTransaction(TenantId tenant) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return;
        }
        var ofTransaction = TransactionTenant.current();
        if (!tenant.equals(ofTransaction)) {
            throw new IllegalStateException(
                    "A transaction is open for tenant %s; acting as %s needs one of its own"
                            .formatted(ofTransaction, tenant));
        }
    }

    /** The tenant whose staff the signed-in person really is, when they act by entrustment; else null. */
    public static @Nullable TenantId cameFrom() {
        return signedIn().map(ActsInTenant::cameFrom).orElse(null);
    }

    /**
     * For what asks no permission but {@code :read}, or none, and changes something all the same.
     *
     * @throws ReadsOnly while somebody looks through another person's eyes
     */
    public static void refuseReadingOnly() {
        if (isReadingOnly()) {
            throw new ReadsOnly();
        }
    }

    /** Whether whoever acts looks through another person's eyes. */
    public static boolean isReadingOnly() {
        return signedIn().filter(ActsInTenant::readsOnly).isPresent();
    }

    private static Optional<TenantId> ofSignedIn() {
        return signedIn().map(ActsInTenant::tenantId);
    }

    private static Optional<ActsInTenant> signedIn() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null || !signedIn.isAuthenticated()) {
            return Optional.empty();
        }
        if (signedIn.getPrincipal() instanceof ActsInTenant principal) {
            return Optional.of(principal);
        }
        return signedIn.getDetails() instanceof ActsInTenant details
                ? Optional.of(details)
                : Optional.empty();
    }
}
