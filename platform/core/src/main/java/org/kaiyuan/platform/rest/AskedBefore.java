package org.kaiyuan.platform.rest;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Objects;

/**
 * A request whose body has been read for its fingerprint and can be read once more.
 *
 * <p>Of a multipart body the parts count, not their borders, which differ with every attempt.
 */
final class AskedBefore {

    private final HttpServletRequest request;
    private final byte[] fingerprint;

    private AskedBefore(HttpServletRequest request, byte[] fingerprint) {
        this.request = request;
        this.fingerprint = fingerprint;
    }

    static AskedBefore of(HttpServletRequest request) throws IOException, ServletException {
        var digest = sha256();
        add(digest, request.getRequestURI());
        add(digest, Objects.requireNonNullElse(request.getQueryString(), ""));
        var type = Objects.requireNonNullElse(request.getContentType(), "");
        if (type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            for (var part : request.getParts()) {
                add(digest, part.getName());
                add(digest, Objects.requireNonNullElse(part.getSubmittedFileName(), ""));
                add(digest, Long.toString(part.getSize()));
                var buffer = new byte[65536];
                try (var content = part.getInputStream()) {
                    for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                        digest.update(buffer, 0, n);
                    }
                }
            }
            return new AskedBefore(request, digest.digest());
        }
        var body = request.getInputStream().readAllBytes(); // BodyLimit has seen to its size
        digest.update(body);
        return new AskedBefore(new ReadAgain(request, body), digest.digest());
    }

    HttpServletRequest request() {
        return request;
    }

    byte[] fingerprint() {
        return fingerprint;
    }

    /** With its length, so that two neighbours cannot trade letters. */
    private static void add(MessageDigest digest, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class ReadAgain extends HttpServletRequestWrapper {
        private final byte[] body;

        ReadAgain(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            var content = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return content.read();
                }

                @Override
                public int read(byte[] into, int from, int most) {
                    return content.read(into, from, most);
                }

                @Override
                public boolean isFinished() {
                    return content.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("The body is here already");
                }
            };
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(
                    new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}
