package org.kaiyuan.platform.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.kaiyuan.platform.rest.ProblemWriting;
import org.kaiyuan.platform.rest.RateLimits;
import org.kaiyuan.platform.rest.SecurityProblems;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks at every call of the API what the program may do now, and from where; counts the calls that are let in,
 * until its zone has made all those of the day. No bean, as {@link StandingFilter}.
 */
class ApiClientStandingFilter extends OncePerRequestFilter {
    private final ApiClientStanding standing;
    private final SecurityProblems unknown;
    private final ProblemWriting problems;
    private final RateLimits limits;
    private final ProgramCalls calls;

    ApiClientStandingFilter(
            ApiClientStanding standing,
            SecurityProblems unknown,
            ProblemWriting problems,
            RateLimits limits,
            ProgramCalls calls) {
        this.standing = standing;
        this.unknown = unknown;
        this.problems = problems;
        this.limits = limits;
        this.calls = calls;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var shown = SecurityContextHolder.getContext().getAuthentication();
        if (!(shown instanceof ClientToken token)
                || !(token.getPrincipal() instanceof SignedInClient client)) {
            chain.doFilter(request, response);
            return;
        }
        if (limits.refuses(RateLimits.Of.CLIENT, client.clientId(), request, response)) {
            return;
        }
        var asked = Permissions.of(token.getAuthorities());
        switch (standing.of(client, asked, request.getRemoteAddr())) {
            case ApiClientStanding.Answer.May may -> {
                if (!calls.another(client.tenantId())) {
                    problems.write(
                            request,
                            response,
                            HttpStatus.TOO_MANY_REQUESTS,
                            "tenancy.refusal.quota.calls");
                    return;
                }
                var now = new ClientToken(client, may.permissions());
                now.setDetails(token.getDetails());
                SecurityContextHolder.setContext(new SecurityContextImpl(now));
                chain.doFilter(request, response);
            }
            case ApiClientStanding.Answer.FromElsewhere elsewhere -> {
                SecurityContextHolder.clearContext();
                problems.write(
                        request,
                        response,
                        HttpStatus.FORBIDDEN,
                        "access.refusal.client.address",
                        request.getRemoteAddr());
            }
            case ApiClientStanding.Answer.Over over -> {
                SecurityContextHolder.clearContext();
                unknown.commence(
                        request,
                        response,
                        new InvalidBearerTokenException("The client may nothing any more"));
            }
        }
    }
}
