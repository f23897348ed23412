package org.kaiyuan.platform.rest;

import java.util.List;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.refusal.Refusal;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Says no as RFC 9457 wants it, in a sentence that a person can read. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {
    private final Messages messages;

    Problems(Messages messages) {
        this.messages = messages;
    }

    /** A field at fault, in the words of the API. */
    record FieldError(String field, String message) {}

    @ExceptionHandler
    ProblemDetail refused(Refusal refusal) {
        var locale = LocaleContextHolder.getLocale();
        var problem =
                ProblemDetail.forStatusAndDetail(
                        status(refusal.kind()), messages.text(locale, refusal));
        List<FieldError> errors =
                refusal.fields().stream()
                        .map(fault ->
                                new FieldError(
                                        fault.field(),
                                        messages.text(
                                                locale,
                                                fault.messageKey(),
                                                fault.arguments().toArray())))
                        .toList();
        if (!errors.isEmpty()) {
            problem.setProperty("errors", errors);
        }
        return problem;
    }

    private static HttpStatus status(Refusal.Kind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case CONFLICT -> HttpStatus.CONFLICT;
            case NOT_THERE -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case TOO_MUCH -> HttpStatus.CONTENT_TOO_LARGE;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
