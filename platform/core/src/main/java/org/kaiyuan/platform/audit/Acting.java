package org.kaiyuan.platform.audit;

import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Who does something, and where from.
 *
 * @param username sign-in name
 * @param name what colleagues call them
 * @param cameFrom the tenant whose staff they really are, when they act by entrustment
 * @param address of the request; null for what no request asked for
 */
public record Acting(
        String username, String name, @Nullable TenantId cameFrom, @Nullable String address) {

    /** Whoever acts on this thread. */
    public static Acting now() {
        return new Acting(
                ChangeHistory.actor(),
                ChangeHistory.actorName(),
                CurrentTenant.cameFrom(),
                currentAddress());
    }

    static @Nullable String currentAddress() {
        if (RequestContextHolder.getRequestAttributes()
                instanceof ServletRequestAttributes request) {
            return request.getRequest().getRemoteAddr();
        }
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn != null && signedIn.getDetails() instanceof WebAuthenticationDetails came
                ? came.getRemoteAddress()
                : null;
    }
}
