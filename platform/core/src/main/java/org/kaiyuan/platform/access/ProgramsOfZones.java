package org.kaiyuan.platform.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.kaiyuan.platform.rest.ProblemWriting;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses the programs of a zone that stands still, also those whose token is still good; and says why. */
class ProgramsOfZones extends OncePerRequestFilter {
    private final StillZones still;
    private final ProblemWriting problems;

    ProgramsOfZones(StillZones still, ProblemWriting problems) {
        this.still = still;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller != null && caller.getPrincipal() instanceof SignedInClient client) {
            var why = still.recently(client.tenantId());
            if (why.isPresent()) {
                var reason = why.get().reason();
                problems.write(
                        request,
                        response,
                        HttpStatus.FORBIDDEN,
                        reason == null ? "access.refusal.still" : "access.refusal.still.because",
                        why.get().zone(),
                        why.get().state(),
                        reason);
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
