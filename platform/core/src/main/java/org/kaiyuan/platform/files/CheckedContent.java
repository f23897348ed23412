package org.kaiyuan.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands out bytes while counting their checksum; the last ones only once it is right, so that whoever
 * fetches damaged bytes never gets a file that looks whole.
 */
final class CheckedContent extends InputStream {
    private static final Logger LOG = LoggerFactory.getLogger(CheckedContent.class);
    private static final int BLOCK = 1 << 14;

    private final InputStream source;
    private final String what;
    private final String sha256;
    private final MessageDigest digest = Checksums.sha256();
    private byte[] block;
    private int at;
    private byte @Nullable [] ahead;

    CheckedContent(InputStream source, String what, String sha256) throws IOException {
        this.source = source;
        this.what = what;
        this.sha256 = sha256;
        block = next();
        ahead = block.length == 0 ? null : next();
        check();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        if (most == 0) {
            return 0;
        }
        if (at == block.length) {
            if (ahead == null || ahead.length == 0) {
                return -1;
            }
            block = ahead;
            at = 0;
            ahead = next();
            check();
        }
        int n = Math.min(most, block.length - at);
        System.arraycopy(block, at, into, from, n);
        at += n;
        return n == 0 ? -1 : n;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private byte[] next() throws IOException {
        var read = source.readNBytes(BLOCK);
        digest.update(read);
        return read;
    }

    /** Once there is nothing ahead, what was read is all. */
    private void check() throws IOException {
        if (ahead != null && ahead.length > 0) {
            return;
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
            LOG.error("The bytes of {} are not those that were brought", what);
            throw new IOException("The bytes of " + what + " are not those that were brought");
        }
    }
}
