package org.kaiyuan.platform.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.kaiyuan.platform.refusal.Messages;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What security refuses is a problem (RFC 9457) as well, besides the header that OAuth 2 asks for. */
@Component
public class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final AuthenticationEntryPoint unknown = new BearerTokenAuthenticationEntryPoint();
    private final AccessDeniedHandler denied = new BearerTokenAccessDeniedHandler();
    private final Messages messages;
    private final JsonMapper json;

    SecurityProblems(Messages messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException fault)
            throws IOException, jakarta.servlet.ServletException {
        unknown.commence(request, response, fault);
        write(request, response, HttpStatus.UNAUTHORIZED, "rest.refusal.unauthorized");
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException fault)
            throws IOException, jakarta.servlet.ServletException {
        denied.handle(request, response, fault);
        write(request, response, HttpStatus.FORBIDDEN, "rest.refusal.forbidden");
    }

    private void write(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String key)
            throws IOException {
        var problem =
                ProblemDetail.forStatusAndDetail(status, messages.text(request.getLocale(), key));
        problem.setProperty("code", key);
        problem.setInstance(java.net.URI.create(request.getRequestURI()));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
