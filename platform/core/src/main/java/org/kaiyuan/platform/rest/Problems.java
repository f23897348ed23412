package org.kaiyuan.platform.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.kaiyuan.platform.refusal.Incident;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.refusal.Refusal;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Answers refusals as problems in the caller's language, and faults by their incident number alone. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {
    private final Messages messages;

    Problems(Messages messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(
            Refusal refusal, Locale locale, HttpServletRequest request) {
        var status =
                switch (refusal.kind()) {
                    case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
                    case CONFLICT -> HttpStatus.CONFLICT;
                    case STALE ->
                            request.getHeader(HttpHeaders.IF_MATCH) == null
                                    ? HttpStatus.CONFLICT
                                    : HttpStatus.PRECONDITION_FAILED;
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
        if (!refusal.rules().isEmpty()) {
            problem.setProperty(
                    "rules", refusal.rules().stream().map(rule -> rule(locale, rule)).toList());
        }
        return ResponseEntity.status(status).body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notUnderstood(
            HttpMessageNotReadableException malformed, Locale locale, HttpServletRequest request) {
        if (malformed.getMostSpecificCause() instanceof Refusal refusal) { // of BodyLimit
            return refused(refusal, locale, request);
        }
        return malformed.getCause() instanceof JacksonException fault
                ? notUnderstood(fault, locale)
                : bad(notUnderstood(locale));
    }

    /** Says which field it is about, where it is about one. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> notUnderstood(JacksonException malformed, Locale locale) {
        var problem = notUnderstood(locale);
        var field =
                malformed.getPath().stream()
                        .map(step ->
                                step.getPropertyName() == null
                                        ? "[" + step.getIndex() + "]"
                                        : "." + step.getPropertyName())
                        .collect(Collectors.joining());
        if (!field.isEmpty()) {
            var key =
                    malformed instanceof UnrecognizedPropertyException
                            ? "rest.refusal.unknownField"
                            : "rest.refusal.fieldNotUnderstood";
            var name = field.startsWith(".") ? field.substring(1) : field;
            problem.setProperty(
                    "errors",
                    List.of(Map.of("field", name, "message", messages.text(locale, key))));
        }
        return bad(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notUnderstood(
            MethodArgumentTypeMismatchException malformed, Locale locale) {
        var problem = notUnderstood(locale);
        problem.setProperty(
                "errors",
                List.of(
                        Map.of(
                                "field",
                                malformed.getName(),
                                "message",
                                messages.text(locale, "rest.refusal.fieldNotUnderstood"))));
        return bad(problem);
    }

    /** Bytes that are no UTF-8, half an escape, or more parameters than anybody needs. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> notRead(InvalidParameterException malformed, Locale locale) {
        return answer(
                HttpStatus.BAD_REQUEST, messages.text(locale, "rest.refusal.parametersNotRead"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingRequestHeaderException missing, Locale locale) {
        boolean precondition = HttpHeaders.IF_MATCH.equalsIgnoreCase(missing.getHeaderName());
        return answer(
                precondition ? HttpStatus.PRECONDITION_REQUIRED : HttpStatus.BAD_REQUEST,
                messages.text(
                        locale,
                        precondition ? "rest.refusal.ifMatch" : "rest.refusal.missing",
                        missing.getHeaderName()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(
            MissingServletRequestParameterException missing, Locale locale) {
        return answer(
                HttpStatus.BAD_REQUEST,
                messages.text(locale, "rest.refusal.missing", missing.getParameterName()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(
            MissingServletRequestPartException missing, Locale locale) {
        return answer(
                HttpStatus.BAD_REQUEST,
                messages.text(locale, "rest.refusal.missing", missing.getRequestPartName()));
    }

    @ExceptionHandler
    void leftToSecurity(AccessDeniedException denied) {
        throw denied;
    }

    @ExceptionHandler
    void leftToSecurity(AuthenticationException unknown) {
        throw unknown;
    }

    /** Where part of the answer has gone out, nothing may follow it: it breaks off. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> fault(
            Exception fault, Locale locale, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            throw fault;
        }
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

    private ProblemDetail notUnderstood(Locale locale) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, messages.text(locale, "rest.refusal.notUnderstood"));
    }

    private static ResponseEntity<ProblemDetail> bad(ProblemDetail problem) {
        return ResponseEntity.badRequest().body(problem);
    }

    private static ResponseEntity<ProblemDetail> answer(HttpStatus status, String detail) {
        return ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, detail));
    }

    private Map<String, Object> rule(Locale locale, Refusal.BrokenRule broken) {
        var told = new LinkedHashMap<String, Object>();
        told.put("rule", broken.rule());
        told.put("message", messages.text(locale, broken.messageKey()));
        told.put("source", messages.text(locale, broken.sourceKey()));
        told.put("missing", broken.missing());
        return told;
    }

    private Map<String, String> field(Locale locale, Refusal.FieldFault fault) {
        var told = new LinkedHashMap<String, String>();
        told.put("field", fault.field());
        told.put("message", messages.text(locale, fault.messageKey(), fault.arguments().toArray()));
        return told;
    }
}
