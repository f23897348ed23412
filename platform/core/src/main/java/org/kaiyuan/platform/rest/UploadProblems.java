package org.kaiyuan.platform.rest;

import java.util.Locale;
import org.kaiyuan.platform.refusal.Messages;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Uploads that the server turns away before it knows for which controller they are. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UploadProblems {
    private static final String TOO_LARGE = "rest.refusal.tooLarge";

    private final Messages messages;

    UploadProblems(Messages messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ProblemDetail tooLarge(MaxUploadSizeExceededException large, Locale locale) {
        var problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.CONTENT_TOO_LARGE, messages.text(locale, TOO_LARGE));
        problem.setProperty("code", TOO_LARGE);
        return problem;
    }
}
