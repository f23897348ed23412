package org.kaiyuan.platform.tenants;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP that is written from the first to the last byte once, and knows the checksum of each of its files. */
final class Archive implements Closeable {
    private final ZipOutputStream zip;
    private final MessageDigest whole = sha256();
    private final List<Entry> entries = new ArrayList<>();

    /**
     * A file of the archive.
     *
     * @param rows lines of a file of JSON lines; -1 for any other file
     * @param sha256 of its content, not packed
     */
    record Entry(String path, long rows, long bytes, String sha256) {}

    Archive(OutputStream to) {
        zip =
                new ZipOutputStream(
                        new BufferedOutputStream(new DigestOutputStream(to, whole), 1 << 16),
                        StandardCharsets.UTF_8);
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Of the whole archive, once it is closed. */
    String checksum() {
        return HexFormat.of().formatHex(whole.digest());
    }

    Entry lines(String path, Consumer<Consumer<String>> writing) throws IOException {
        var counted = new long[1];
        return entry(
                path,
                counted,
                out ->
                        writing.accept(line -> {
                            try {
                                out.write(line.getBytes(StandardCharsets.UTF_8));
                                out.write('\n');
                                counted[0]++;
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        }));
    }

    Entry file(String path, InputStream content) throws IOException {
        return entry(path, new long[] {-1}, content::transferTo);
    }

    private interface Writing {
        void into(OutputStream out) throws IOException;
    }

    private Entry entry(String path, long[] rows, Writing writing) throws IOException {
        var safe = safe(path);
        zip.putNextEntry(new ZipEntry(safe));
        var digest = sha256();
        var counting = new Counting(zip);
        writing.into(new DigestOutputStream(counting, digest));
        zip.closeEntry();
        var entry =
                new Entry(safe, rows[0], counting.bytes, HexFormat.of().formatHex(digest.digest()));
        entries.add(entry);
        return entry;
    }

    /** Nothing that is unpacked lands beside the archive. */
    private static String safe(String path) {
        if (path.startsWith("/")
                || path.contains("\\")
                || List.of(path.split("/")).contains("..")) {
            throw new IllegalArgumentException("No path inside an archive: " + path);
        }
        return path;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Counting extends FilterOutputStream {
        private long bytes;

        Counting(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            bytes++;
        }

        @Override
        public void write(byte[] many, int from, int length) throws IOException {
            out.write(many, from, length);
            bytes += length;
        }
    }
}
