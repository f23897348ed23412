package org.kaiyuan.platform.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Incident;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A POST that carries an {@code Idempotency-Key} is done once: whoever repeats it within a day, because
 * the answer was lost on its way, is given that answer again.
 *
 * <p>What is done and what is answered are one transaction, so neither is there without the other, also
 * after a {@code kill -9}. A refusal keeps nothing: the corrected request may use its key.
 *
 * @see <a href="../../../../../../../../docs/decisions/0009-access.md">decision 0009</a>
 */
@Component
class IdempotentPosts extends OncePerRequestFilter {
    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotent-Replayed";

    /** Set by {@link RestConfiguration} for a method that is {@link NeverKept}. */
    static final String NEVER_KEPT = IdempotentPosts.class.getName() + ".neverKept";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final KeptAnswers answers;
    private final TransactionTemplate transaction;
    private final ProblemWriting problems;

    IdempotentPosts(
            KeptAnswers answers, PlatformTransactionManager transactions, ProblemWriting problems) {
        this.answers = answers;
        this.transaction = new TransactionTemplate(transactions);
        this.problems = problems;
    }

    /** How it ended, besides doing it. */
    private sealed interface Outcome {
        record Done() implements Outcome {}

        record Busy() implements Outcome {}

        record OtherRequest() implements Outcome {}

        record Replay(KeptAnswers.Kept answer) implements Outcome {}
    }

    /** Carries what a servlet may throw through the transaction. */
    private static final class Thrown extends RuntimeException {
        Thrown(Exception cause) {
            super(cause);
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null
                || !"POST".equals(request.getMethod())
                || !request.getRequestURI().startsWith("/api/")
                || CurrentTenant.maybe().isEmpty();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = request.getHeader(HEADER);
        if (!KEY.matcher(key).matches()) {
            problems.write(request, response, HttpStatus.BAD_REQUEST, "rest.refusal.key");
            return;
        }
        AskedBefore asked;
        try {
            asked = AskedBefore.of(request);
        } catch (IllegalStateException | ServletException tooLargeOrBroken) {
            chain.doFilter(request, response); // is refused there, as without a key
            return;
        }
        var buffered = new ContentCachingResponseWrapper(response);
        Outcome outcome;
        try {
            outcome = once(asked, key, buffered, chain);
        } catch (Thrown thrown) {
            if (thrown.getCause() instanceof IOException io) {
                throw io;
            }
            throw new ServletException(thrown.getCause());
        } catch (TransactionException notCommitted) {
            response.reset();
            problems.write(
                    request,
                    response,
                    HttpStatus.INTERNAL_SERVER_ERROR,
                    "rest.fault",
                    Incident.of(notCommitted).number());
            return;
        }
        switch (outcome) {
            case Outcome.Done done -> buffered.copyBodyToResponse();
            case Outcome.Busy busy ->
                    problems.write(request, response, HttpStatus.CONFLICT, "rest.refusal.keyBusy");
            case Outcome.OtherRequest other ->
                    problems.write(
                            request,
                            response,
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "rest.refusal.keyUsed");
            case Outcome.Replay replay -> replay(replay.answer(), response);
        }
    }

    private Outcome once(
            AskedBefore asked,
            String key,
            ContentCachingResponseWrapper response,
            FilterChain chain) {
        var caller = caller();
        var outcome =
                transaction.execute(open -> {
                    if (!answers.take(caller, key)) {
                        return new Outcome.Busy();
                    }
                    var kept = answers.find(caller, key);
                    if (kept.isPresent()) {
                        return MessageDigest.isEqual(kept.get().fingerprint(), asked.fingerprint())
                                ? new Outcome.Replay(kept.get())
                                : new Outcome.OtherRequest();
                    }
                    try {
                        chain.doFilter(asked.request(), response);
                    } catch (IOException | ServletException e) {
                        throw new Thrown(e);
                    }
                    if (!HttpStatus.valueOf(response.getStatus()).is2xxSuccessful()) {
                        open.setRollbackOnly();
                    } else if (asked.request().getAttribute(NEVER_KEPT) == null) {
                        answers.keep(caller, key, answer(asked, response));
                    }
                    return new Outcome.Done();
                });
        return java.util.Objects.requireNonNull(outcome);
    }

    private static KeptAnswers.Kept answer(
            AskedBefore asked, ContentCachingResponseWrapper response) {
        return new KeptAnswers.Kept(
                asked.fingerprint(),
                response.getStatus(),
                response.getHeader(HttpHeaders.LOCATION),
                response.getHeader(HttpHeaders.ETAG),
                response.getContentType(),
                response.getContentAsByteArray());
    }

    private static void replay(KeptAnswers.Kept answer, HttpServletResponse response)
            throws IOException {
        response.setStatus(answer.status());
        response.setHeader(REPLAYED, "true");
        set(response, HttpHeaders.LOCATION, answer.location());
        set(response, HttpHeaders.ETAG, answer.entityTag());
        if (answer.contentType() != null) {
            response.setContentType(answer.contentType());
        }
        response.getOutputStream().write(answer.body());
    }

    private static void set(HttpServletResponse response, String header, @Nullable String value) {
        if (value != null) {
            response.setHeader(header, value);
        }
    }

    private static String caller() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? "" : authentication.getName();
    }
}
