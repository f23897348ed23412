package org.kaiyuan.platform.tenancy;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/**
 * Lets whoever this thread acts as for the moment win over whoever the strategy behind it knows.
 *
 * <p>Vaadin's strategy asks the session of the page before the thread, so that work that is done as the system in the thread of a
 * page would be done as the signed-in person.
 */
final class ActingContexts implements SecurityContextHolderStrategy {
    private static final ThreadLocal<@Nullable SecurityContext> BOUND = new ThreadLocal<>();

    private final SecurityContextHolderStrategy behind;

    private ActingContexts(SecurityContextHolderStrategy behind) {
        this.behind = behind;
    }

    static SecurityContextHolderStrategy before(SecurityContextHolderStrategy behind) {
        return behind instanceof ActingContexts ? behind : new ActingContexts(behind);
    }

    /** Does the work in the context, whatever is behind, and restores what was before. */
    static <T extends @Nullable Object> T during(SecurityContext context, Supplier<T> work) {
        return SecurityContextHolder.getContextHolderStrategy() instanceof ActingContexts
                ? bound(context, work)
                : set(context, work);
    }

    private static <T extends @Nullable Object> T bound(SecurityContext context, Supplier<T> work) {
        var before = BOUND.get();
        BOUND.set(context);
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

    private static <T extends @Nullable Object> T set(SecurityContext context, Supplier<T> work) {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(context);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    @Override
    public SecurityContext getContext() {
        var bound = BOUND.get();
        return bound == null ? behind.getContext() : bound;
    }

    @Override
    public Supplier<SecurityContext> getDeferredContext() {
        var bound = BOUND.get();
        return bound == null ? behind.getDeferredContext() : () -> bound;
    }

    /** Whoever says otherwise meanwhile says so for the same while. */
    @Override
    public void setContext(SecurityContext context) {
        if (BOUND.get() == null) {
            behind.setContext(context);
        } else {
            BOUND.set(context);
        }
    }

    @Override
    public void setDeferredContext(Supplier<SecurityContext> context) {
        if (BOUND.get() == null) {
            behind.setDeferredContext(context);
        } else {
            BOUND.set(context.get());
        }
    }

    @Override
    public void clearContext() {
        if (BOUND.get() == null) {
            behind.clearContext();
        } else {
            BOUND.set(createEmptyContext());
        }
    }

    @Override
    public SecurityContext createEmptyContext() {
        return behind.createEmptyContext();
    }
}
