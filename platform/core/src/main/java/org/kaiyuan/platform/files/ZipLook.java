package org.kaiyuan.platform.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * What a zip is by the names in it: an Office document, an OFD, or just a zip. Reads the directory at its
 * end and unpacks nothing, so that no bomb goes off.
 */
final class ZipLook {
    static final String WORD = "zip:word";
    static final String SHEET = "zip:xl";
    static final String SLIDES = "zip:ppt";
    static final String OPEN_DOCUMENT = "zip:odf";
    static final String OFD = "zip:ofd";
    private static final String ZIP = "application/zip";

    private static final int ENTRY = 0x02014b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY_LENGTH = 46;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int ENTRIES_LOOKED_AT = 2000;

    private ZipLook() {}

    /** Also one of nothing, which has only an end. */
    static boolean isZip(Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            var begin = content.readNBytes(4);
            return begin.length == 4
                    && begin[0] == 'P'
                    && begin[1] == 'K'
                    && (begin[2] == 3 && begin[3] == 4 || begin[2] == 5 && begin[3] == 6);
        }
    }

    /** @throws FileRefused when it is broken, or there is nothing in it */
    static String into(Path file) throws IOException {
        try (var zip = new RandomAccessFile(file.toFile(), "r")) {
            var names = names(zip);
            if (names.contains("OFD.xml")) {
                return OFD;
            }
            if (names.contains("[Content_Types].xml")) {
                for (var office : Set.of(WORD, SHEET, SLIDES)) {
                    var folder = office.substring(office.indexOf(':') + 1) + "/";
                    boolean macros = names.contains(folder + "vbaProject.bin");
                    if (!macros && names.stream().anyMatch(name -> name.startsWith(folder))) {
                        return office;
                    }
                }
            }
            return names.contains("mimetype") && names.contains("META-INF/manifest.xml")
                    ? OPEN_DOCUMENT
                    : ZIP;
        } catch (EOFException lying) { // a name that reaches beyond the end
            throw new FileRefused("files.refusal.brokenArchive");
        }
    }

    private static Set<String> names(RandomAccessFile zip) throws IOException {
        long end = end(zip);
        zip.seek(end + 10);
        int entries = little16(zip);
        long size = little32(zip);
        long at = little32(zip);
        if (entries == 0) {
            throw new FileRefused("files.refusal.emptyArchive");
        }
        if (at + size > end) {
            if (at == 0xFFFFFFFFL) {
                return Set.of(); // zip64: larger than any document
            }
            throw new FileRefused("files.refusal.brokenArchive");
        }
        var names = new HashSet<String>();
        for (int i = 0; i < Math.min(entries, ENTRIES_LOOKED_AT); i++) {
            if (at + ENTRY_LENGTH > end) {
                throw new FileRefused("files.refusal.brokenArchive");
            }
            zip.seek(at);
            if (little32(zip) != ENTRY) {
                throw new FileRefused("files.refusal.brokenArchive");
            }
            zip.seek(at + 28);
            int nameLength = little16(zip);
            int extraLength = little16(zip);
            int commentLength = little16(zip);
            zip.seek(at + ENTRY_LENGTH);
            var name = new byte[nameLength];
            zip.readFully(name);
            names.add(new String(name, StandardCharsets.UTF_8));
            at += ENTRY_LENGTH + nameLength + extraLength + commentLength;
        }
        return names;
    }

    private static long end(RandomAccessFile zip) throws IOException {
        long from = Math.max(0, zip.length() - END_LENGTH - LONGEST_COMMENT);
        var tail = new byte[(int) (zip.length() - from)];
        zip.seek(from);
        zip.readFully(tail);
        for (int i = tail.length - END_LENGTH; i >= 0; i--) {
            if (tail[i] == 'P' && tail[i + 1] == 'K' && tail[i + 2] == 5 && tail[i + 3] == 6) {
                return from + i;
            }
        }
        throw new FileRefused("files.refusal.brokenArchive");
    }

    private static int little16(RandomAccessFile zip) throws IOException {
        return Short.toUnsignedInt(Short.reverseBytes(zip.readShort()));
    }

    private static long little32(RandomAccessFile zip) throws IOException {
        return Integer.toUnsignedLong(Integer.reverseBytes(zip.readInt()));
    }
}
