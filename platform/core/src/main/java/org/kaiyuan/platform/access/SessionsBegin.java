package org.kaiyuan.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Writes down that somebody came in, from where and with what, and that they left. */
@Component
class SessionsBegin {
    private static final int LONGEST = 300;

    private final SessionRegister sessions;

    SessionsBegin(SessionRegister sessions) {
        this.sessions = sessions;
    }

    @EventListener
    void on(InteractiveAuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedIn someone
                && RequestContextHolder.getRequestAttributes()
                        instanceof ServletRequestAttributes attributes) {
            var request = attributes.getRequest();
            sessions.begin(someone, request.getRemoteAddr(), agent(request));
        }
    }

    @EventListener
    void on(LogoutSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedIn someone) {
            var session = someone.session();
            sessions.end(session.owner(), session.id(), "signed out");
        }
    }

    private static String agent(HttpServletRequest request) {
        var agent = request.getHeader("User-Agent");
        return agent == null ? "" : agent.substring(0, Math.min(LONGEST, agent.length()));
    }
}
