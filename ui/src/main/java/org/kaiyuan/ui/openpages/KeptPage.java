package org.kaiyuan.ui.openpages;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A page as it is sent.
 *
 * @param packed with gzip
 * @param bytes how many it is unpacked
 * @param tag of its content
 */
public record KeptPage(byte[] packed, int bytes, String tag) {
    public static KeptPage of(byte[] content) {
        var packed = new ByteArrayOutputStream(content.length / 4 + 64);
        try (var out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new KeptPage(packed.toByteArray(), content.length, tag(content));
    }

    public byte[] content() {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Weak, for it is the same packed and unpacked. */
    public static String tag(byte[] content) {
        try {
            return "W/\""
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 12)
                    + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
