package org.kaiyuan.platform.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A body that would be read into memory is at most 16 MB, before anybody is asked who they are. Files have
 * limits of their own: those that programs send as parts to the API, and those that Vaadin's uploads stream.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BodyLimit extends OncePerRequestFilter {
    private static final int LARGEST_BODY = 16 << 20;

    private final ProblemWriting problems;

    BodyLimit(ProblemWriting problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        var type = Objects.requireNonNullElse(request.getContentType(), "");
        return path.startsWith("/VAADIN/dynamic/resource/")
                || path.startsWith("/api/")
                        && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var length = request.getContentLengthLong();
        if (length > LARGEST_BODY) {
            refuse(request, response);
            return;
        }
        try {
            chain.doFilter(length < 0 ? new Counted(request) : request, response);
        } catch (BodyTooLarge refused) {
            refuse(request, response);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!response.isCommitted()) {
            problems.write(
                    request, response, HttpStatus.CONTENT_TOO_LARGE, "rest.refusal.bodyTooLarge");
            response.flushBuffer(); // before the server waits for the rest of what it will not read
        }
    }

    /** A body of which nobody said how long it is. */
    private static final class Counted extends HttpServletRequestWrapper {
        Counted(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counting(super.getInputStream());
        }

        @Override
        public BufferedReader getReader() throws IOException {
            var encoding = getCharacterEncoding();
            return new BufferedReader(
                    new InputStreamReader(
                            getInputStream(),
                            encoding == null ? StandardCharsets.UTF_8.name() : encoding));
        }
    }

    private static final class Counting extends ServletInputStream {
        private final ServletInputStream content;
        private long counted;

        Counting(ServletInputStream content) {
            this.content = content;
        }

        @Override
        public int read() throws IOException {
            int one = content.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int some = content.read(into, from, most);
            count(Math.max(some, 0));
            return some;
        }

        private void count(int more) {
            counted += more;
            if (counted > LARGEST_BODY) {
                throw new BodyTooLarge();
            }
        }

        @Override
        public boolean isFinished() {
            return content.isFinished();
        }

        @Override
        public boolean isReady() {
            return content.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            content.setReadListener(listener);
        }
    }
}
