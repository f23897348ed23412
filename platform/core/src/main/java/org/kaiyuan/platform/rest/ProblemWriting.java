package org.kaiyuan.platform.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Messages;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Problems (RFC 9457) of what never reaches a controller. */
@Component
public class ProblemWriting {
    private final Messages messages;
    private final JsonMapper json;

    ProblemWriting(Messages messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    public void write(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String key,
            @Nullable Object... arguments)
            throws IOException {
        var problem =
                ProblemDetail.forStatusAndDetail(
                        status, messages.text(request.getLocale(), key, arguments));
        problem.setTitle(status.getReasonPhrase());
        problem.setProperty("code", key);
        problem.setInstance(URI.create(request.getRequestURI()));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
