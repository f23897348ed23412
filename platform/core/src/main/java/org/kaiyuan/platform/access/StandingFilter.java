package org.kaiyuan.platform.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks at every request of a page what the person may do now. Who may no longer do anything is signed out
 * on the spot; whoever changed zone or roles goes on as what they are now.
 */
class StandingFilter extends OncePerRequestFilter {
    private final Standing standing;
    private final HttpSessionSecurityContextRepository contexts =
            new HttpSessionSecurityContextRepository();

    StandingFilter(Standing standing) {
        this.standing = standing;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn before) {
            var now = standing.of(before.session(), isUse(request));
            if (now.isEmpty()) {
                signOut(request);
            } else {
                lasts(request, now.get().idle());
                if (!now.get().person().equals(before)) {
                    goOnAs(now.get().person(), authentication, request, response);
                }
            }
        }
        chain.doFilter(request, response);
    }

    /** As long as the zone says, not as long as the web server would keep it. */
    private static void lasts(HttpServletRequest request, Duration idle) {
        var session = request.getSession(false);
        int seconds = Math.toIntExact(idle.toSeconds());
        if (session != null && session.getMaxInactiveInterval() != seconds) {
            session.setMaxInactiveInterval(seconds);
        }
    }

    /** Vaadin's heartbeat and polls are sent while nobody does anything. */
    private static boolean isUse(HttpServletRequest request) {
        var query = request.getQueryString(); // asking for a parameter would read the body away
        return query == null || !query.contains("v-r=heartbeat") && !query.contains("v-r=push");
    }

    private static void signOut(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    private void goOnAs(
            SignedIn now,
            Authentication before,
            HttpServletRequest request,
            HttpServletResponse response) {
        var authentication =
                UsernamePasswordAuthenticationToken.authenticated(
                        now, null, Permissions.authorities(now.scopes().keySet()));
        authentication.setDetails(before.getDetails());
        var context = new SecurityContextImpl(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
