package org.kaiyuan.ui.openpages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.ServletWebRequest;

/** How pages and files go out: with what a browser, or a server in between, needs in order not to ask again. */
public final class Sending {
    /** For what stands as it is until somebody publishes: asked again after a minute, and mostly answered with 304. */
    public static final String NOW = "public, max-age=60";

    /** For what never changes. A month: then a browser may look whether it is still shown at all. */
    public static final String FOR_EVER = "public, max-age=2592000, immutable";

    public static final String SOON_AGAIN = "public, max-age=10";

    private static final Pattern PACKED =
            Pattern.compile("(?i)\\s*(gzip|\\*)\\s*(;\\s*q=(?!0(\\.0*)?\\s*$).*)?");

    private Sending() {}

    public static void page(
            HttpServletRequest request,
            HttpServletResponse response,
            KeptPage page,
            Instant changed,
            String keeping,
            PageWords words)
            throws IOException {
        if (isKnown(request, response, page.tag(), changed, keeping)) {
            return;
        }
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, words.language());
        content(request, response, page);
    }

    /** Sets what has to be said in any case; answers 304 where the other has it already. */
    public static boolean isKnown(
            HttpServletRequest request,
            HttpServletResponse response,
            String tag,
            Instant changed,
            String keeping) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, keeping);
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        return new ServletWebRequest(request, response)
                .checkNotModified(tag, changed.toEpochMilli());
    }

    public static void content(
            HttpServletRequest request, HttpServletResponse response, KeptPage page)
            throws IOException {
        var content = page.packed();
        if (takesPacked(request)) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        } else {
            content = page.content();
        }
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    public static boolean takesPacked(HttpServletRequest request) {
        var taken = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return taken != null
                && Arrays.stream(taken.split(",", 20))
                        .anyMatch(one -> PACKED.matcher(one).matches());
    }
}
