package org.kaiyuan.platform.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.catalina.Host;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Messages;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * A problem (RFC 9457) also for a request whose head Tomcat could not read, most often because the question in its
 * address is too long. Nothing of such a request is known, so the answer is in both languages.
 */
@Component
@Order(1) // after Spring Boot's own customizer, so that this valve is the first to speak
class UnreadableRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final byte[] answer;

    UnreadableRequests(Messages messages, JsonMapper json) {
        var problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.BAD_REQUEST,
                        messages.text(Locale.CHINESE, "rest.refusal.headTooLong")
                                + " "
                                + messages.text(Locale.ENGLISH, "rest.refusal.headTooLong"));
        problem.setTitle(HttpStatus.BAD_REQUEST.getReasonPhrase());
        problem.setProperty("code", "rest.refusal.headTooLong");
        answer = json.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        tomcat.addContextCustomizers(context -> {
            if (context.getParent() instanceof Host host) {
                host.getPipeline().addValve(new Answering());
            }
        });
    }

    private final class Answering extends ErrorReportValve {
        @Override
        protected void report(Request request, Response response, @Nullable Throwable throwable) {
            if (response.getStatus() != 400
                    || response.getContentWritten() > 0
                    || !response.setErrorReported()) {
                super.report(request, response, throwable);
                return;
            }
            try {
                response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                response.getOutputStream().write(answer);
                response.finishResponse();
            } catch (IOException | IllegalStateException gone) {
                container.getLogger().debug("Nobody listens any more", gone);
            }
        }
    }
}
