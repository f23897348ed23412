package org.kaiyuan.platform.rest;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.kaiyuan.platform.refusal.Incident;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.refusal.Refusal;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Answers refusals as problems in the caller's language, and faults by their incident number alone. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {
    private final Messages messages;

    Problems(Messages messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal, Locale locale) {
        var status =
                switch (refusal.kind()) {
                    case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
                    case CONFLICT -> HttpStatus.CONFLICT;
                    case NOT_THERE -> HttpStatus.NOT_FOUND;
                    case FORBIDDEN -> HttpStatus.FORBIDDEN;
                    case TOO_MUCH -> HttpStatus.CONTENT_TOO_LARGE;
                    case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
                };
        var problem = ProblemDetail.forStatusAndDetail(status, messages.text(locale, refusal));
        problem.setProperty("code", refusal.messageKey());
        if (!refusal.fields().isEmpty()) {
            problem.setProperty(
                    "errors",
                    refusal.fields().stream().map(fault -> field(locale, fault)).toList());
        }
        return ResponseEntity.status(status).body(problem);
    }

    @ExceptionHandler({
        HttpMessageNotReadableException.class,
        MethodArgumentTypeMismatchException.class
    })
    ResponseEntity<ProblemDetail> notUnderstood(Exception malformed, Locale locale) {
        return ResponseEntity.badRequest()
                .body(
                        ProblemDetail.forStatusAndDetail(
                                HttpStatus.BAD_REQUEST,
                                messages.text(locale, "rest.refusal.notUnderstood")));
    }

    @ExceptionHandler
    void leftToSecurity(AccessDeniedException denied) {
        throw denied;
    }

    @ExceptionHandler
    void leftToSecurity(AuthenticationException unknown) {
        throw unknown;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> fault(Exception fault, Locale locale) {
        if (fault instanceof ErrorResponse known) {
            return ResponseEntity.status(known.getStatusCode()).body(known.getBody());
        }
        var incident = Incident.of(fault);
        var problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        messages.text(locale, "rest.fault", incident.number()));
        problem.setProperty("incident", incident.number());
        return ResponseEntity.internalServerError().body(problem);
    }

    private Map<String, String> field(Locale locale, Refusal.FieldFault fault) {
        var told = new LinkedHashMap<String, String>();
        told.put("field", fault.field());
        told.put("message", messages.text(locale, fault.messageKey(), fault.arguments().toArray()));
        return told;
    }
}
