package org.kaiyuan.platform.transfer;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Finds out what a file is, and unpacks no more of it than the limits allow. */
final class Opening {
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

    /** In bytes; Excel itself keeps 32,767 characters in a cell. */
    private static final int LONGEST_TEXT = 1 << 20;

    private Opening() {}

    static TabularFile open(Path file, TabularLimits limits) {
        try {
            long size = Files.size(file);
            if (size > limits.fileBytes()) {
                throw new TabularFileRefused(
                        TabularFault.TOO_LARGE, Long.toString(limits.fileBytes() >> 20));
            }
            if (!startsWith(file, GZIP)) {
                return open(file, limits, null);
            }
            var unpacked = Files.createTempFile("kaiyuan-table-", ".tmp");
            boolean opened = false;
            try {
                gunzip(file, size, unpacked, limits);
                if (startsWith(unpacked, GZIP)) {
                    throw new TabularFileRefused(TabularFault.UNKNOWN_TYPE);
                }
                var table = open(unpacked, limits, unpacked);
                opened = true;
                return table;
            } finally {
                if (!opened) {
                    Files.deleteIfExists(unpacked);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TabularFile open(Path file, TabularLimits limits, @Nullable Path toDelete)
            throws IOException {
        if (Files.size(file) == 0) {
            throw new TabularFileRefused(TabularFault.EMPTY);
        }
        if (startsWith(file, ZIP)) {
            checkWorkbook(file, limits);
            return new XlsxFile(file, limits, toDelete);
        }
        if (startsWith(file, OLE)) {
            throw new TabularFileRefused(
                    isEncrypted(file) ? TabularFault.ENCRYPTED : TabularFault.OLD_EXCEL);
        }
        if (startsWith(file, "%PDF".getBytes(StandardCharsets.US_ASCII))) {
            throw new TabularFileRefused(TabularFault.UNKNOWN_TYPE);
        }
        return new CsvFile(file, TextNature.of(file), limits, toDelete);
    }

    private static void gunzip(Path file, long size, Path to, TabularLimits limits)
            throws IOException {
        try (var in =
                        new GZIPInputStream(
                                new BufferedInputStream(Files.newInputStream(file)), 65536);
                var out = Files.newOutputStream(to)) {
            var buffer = new byte[65536];
            long total = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                total += read;
                refuseBomb(total, size, limits);
                out.write(buffer, 0, read);
            }
        } catch (ZipException | EOFException e) {
            throw new TabularFileRefused(TabularFault.BROKEN);
        }
    }

    /** Unpacks every part once and counts, because what a bomb says of its size is a lie. */
    private static void checkWorkbook(Path file, TabularLimits limits) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > limits.entries()) {
                throw new TabularFileRefused(TabularFault.BOMB);
            }
            if (zip.getEntry("xl/workbook.xml") == null) {
                throw new TabularFileRefused(TabularFault.UNKNOWN_TYPE);
            }
            long packed = Files.size(file);
            long total = 0;
            var buffer = new byte[65536];
            for (var entry : Collections.list(zip.entries())) {
                var name = entry.getName().toLowerCase(Locale.ROOT);
                boolean xml = name.endsWith(".xml");
                boolean shared = name.endsWith("sharedstrings.xml");
                long part = 0;
                int text = 0;
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        part += read;
                        refuseBomb(total + part, packed, limits);
                        text = xml ? longest(buffer, read, text) : 0;
                        if (text > LONGEST_TEXT || (shared && part > limits.sharedBytes())) {
                            throw new TabularFileRefused(TabularFault.TOO_MUCH_TEXT);
                        }
                    }
                }
                total += part;
            }
        } catch (ZipException | EOFException e) {
            throw new TabularFileRefused(TabularFault.BROKEN);
        }
    }

    /** How long the text is that the part ends with so far: one cell must not fill the memory. */
    private static int longest(byte[] read, int length, int before) {
        int text = before;
        for (int i = 0; i < length && text <= LONGEST_TEXT; i++) {
            text = read[i] == '<' ? 0 : text + 1;
        }
        return text;
    }

    private static void refuseBomb(long unpacked, long packed, TabularLimits limits) {
        boolean swollen =
                unpacked > TabularLimits.RATIO_HEEDED_FROM
                        && unpacked / Math.max(1, packed) > limits.ratio();
        if (swollen || unpacked > limits.unpackedBytes()) {
            throw new TabularFileRefused(TabularFault.BOMB);
        }
    }

    /** An encrypted workbook is an OLE file with an entry of this name. */
    private static boolean isEncrypted(Path file) throws IOException {
        var name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        try (var in = Files.newInputStream(file)) {
            // The directory of an OLE file stands near its beginning or its end; encrypted ones are
            // written by Excel with it at the beginning.
            var start = new String(in.readNBytes(1 << 20), StandardCharsets.ISO_8859_1);
            return start.contains(new String(name, StandardCharsets.ISO_8859_1));
        }
    }

    private static boolean startsWith(Path file, byte[] magic) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(magic.length), magic);
        }
    }
}
