package org.kaiyuan.platform.rest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.kaiyuan.platform.refusal.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Nobody takes all of a node: too many requests are answered with 429 and when to ask again. Each node
 * counts for itself.
 *
 * @see <a href="../../../../../../../../docs/decisions/0021-clients-limits-and-the-matrix.md">decision 0021</a>
 */
@Component
public class RateLimits {
    private static final int MOST = 100_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RateLimitSettings settings;
    private final ProblemWriting problems;
    private final Messages messages;
    private final TimeMeter time;

    /** One that nobody asked of for two minutes is full again anyhow, so forgetting it changes nothing. */
    private final Cache<Key, Bucket> buckets =
            Caffeine.newBuilder()
                    .maximumSize(MOST)
                    .expireAfterAccess(MINUTE.multipliedBy(2))
                    .build();

    @Autowired
    RateLimits(RateLimitSettings settings, ProblemWriting problems, Messages messages) {
        this(settings, problems, messages, TimeMeter.SYSTEM_MILLISECONDS);
    }

    RateLimits(
            RateLimitSettings settings,
            ProblemWriting problems,
            Messages messages,
            TimeMeter time) {
        this.settings = settings;
        this.problems = problems;
        this.messages = messages;
        this.time = time;
    }

    /** What is counted. */
    public enum Of {
        CLIENT,
        ADDRESS,
        SIGN_IN,
        TOKEN,
        OPEN
    }

    private record Key(Of what, String subject) {}

    /**
     * Counts the request; writes the refusal when there were too many.
     *
     * @param subject whose requests: a client's id, or an address
     * @return whether it was refused
     */
    public boolean refuses(
            Of what, String subject, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        long seconds = secondsToWait(what, subject);
        if (seconds == 0) {
            return false;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        if ((what == Of.SIGN_IN || what == Of.OPEN) && wantsAPage(request)) {
            writePage(request, response, seconds, what == Of.SIGN_IN);
        } else {
            problems.write(
                    request,
                    response,
                    HttpStatus.TOO_MANY_REQUESTS,
                    "rest.refusal.tooMany",
                    seconds);
        }
        return true;
    }

    /** 0 when it may be answered. */
    long secondsToWait(Of what, String subject) {
        int most = settings.of(what);
        if (most <= 0) {
            return 0;
        }
        var probe =
                buckets.get(new Key(what, subject), key -> bucket(most))
                        .tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            return 0;
        }
        var wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
        return wait.plusMillis(999).toSeconds();
    }

    private Bucket bucket(int most) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, MINUTE))
                .withCustomTimePrecision(time)
                .build();
    }

    private static boolean wantsAPage(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    /** A person reads a sentence, and behind a form a way back, not a problem. */
    private void writePage(
            HttpServletRequest request,
            HttpServletResponse response,
            long seconds,
            boolean ofTheForm)
            throws IOException {
        var locale = ProblemWriting.languageOf(request);
        var back =
                ofTheForm
                        ? "<p><a href=\"login\">%s</a></p>"
                                .formatted(messages.text(locale, "rest.back"))
                        : "";
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter()
                .write(
                        """
                        <!doctype html><html lang="%s"><meta charset="utf-8"><meta name="viewport" content="width=device-width">\
                        <title>429</title><p>%s</p>%s</html>\
                        """
                                .formatted(
                                        "en".equals(locale.getLanguage()) ? "en" : "zh-CN",
                                        messages.text(locale, "rest.refusal.tooMany", seconds),
                                        back));
    }
}
