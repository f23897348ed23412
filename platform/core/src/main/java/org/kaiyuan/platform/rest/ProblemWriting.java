package org.kaiyuan.platform.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Messages;
import org.springframework.http.HttpHeaders;
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

    /** As it is asked for; Chinese for who does not say, whatever the machine speaks. */
    public static Locale languageOf(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                ? Locale.SIMPLIFIED_CHINESE
                : request.getLocale();
    }

    /** @param key of the sentence; it is the problem's code as well */
    public void write(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String key,
            @Nullable Object... arguments)
            throws IOException {
        var problem =
                ProblemDetail.forStatusAndDetail(
                        status, messages.text(languageOf(request), key, arguments));
        problem.setTitle(status.getReasonPhrase());
        problem.setProperty("code", key);
        problem.setInstance(URI.create(request.getRequestURI()));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
