package org.kaiyuan.platform.tenancy;

import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Binds the event's tenant and a system principal before a reaction's transaction begins.
 *
 * <p>Reactions run after commit on another thread, which knows neither.
 */
@Aspect
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 100)
class ReactionsActAsTheirTenant {

    @Around(
            "@annotation(org.springframework.modulith.events.ApplicationModuleListener) && args(event,..)")
    @Nullable Object react(ProceedingJoinPoint reaction, TenantEvent event) throws Throwable {
        try {
            return SystemActing.inTenant(event.tenantId(), () -> proceed(reaction));
        } catch (ReactionFailed failed) {
            throw failed.getCause();
        }
    }

    private static @Nullable Object proceed(ProceedingJoinPoint reaction) {
        try {
            return reaction.proceed();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new ReactionFailed(e);
        }
    }

    private static final class ReactionFailed extends RuntimeException {
        ReactionFailed(Throwable cause) {
            super(cause);
        }

        @Override
        public synchronized Throwable getCause() {
            return java.util.Objects.requireNonNull(super.getCause());
        }
    }
}
