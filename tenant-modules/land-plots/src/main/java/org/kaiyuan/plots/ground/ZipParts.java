package org.kaiyuan.plots.ground;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What we look for in a zip, held in memory and never written to disk. */
final class ZipParts {
    private static final Set<String> WANTED = Set.of("shp", "dbf", "prj", "cpg", "kml");

    private ZipParts() {}

    static boolean isZip(byte[] content) {
        return content.length > 3
                && content[0] == 'P'
                && content[1] == 'K'
                && (content[2] == 3 && content[3] == 4 || content[2] == 5 && content[3] == 6);
    }

    /** By lower-case names. The limit holds for parts that nobody wants, too: they are unpacked to be skipped. */
    static Map<String, byte[]> of(byte[] content) throws Unreadable.File {
        var parts = new LinkedHashMap<String, byte[]>();
        int entries = 0;
        int left = GroundLimits.UNPACKED_BYTES;
        // names may be GBK; this charset takes any bytes, and only the ending is read
        try (var zip =
                new ZipInputStream(
                        new ByteArrayInputStream(content), StandardCharsets.ISO_8859_1)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > GroundLimits.ZIP_ENTRIES) {
                    throw new Unreadable.File("zipEntries", GroundLimits.ZIP_ENTRIES);
                }
                refuseTricks(entry);
                var name = entry.getName().toLowerCase(Locale.ROOT);
                var kept = isWanted(name) ? new ByteArrayOutputStream() : null;
                var buffer = new byte[65536];
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    left -= read;
                    if (left < 0) {
                        throw new Unreadable.File("zipBomb", GroundLimits.UNPACKED_BYTES >> 20);
                    }
                    if (kept != null) {
                        kept.write(buffer, 0, read);
                    }
                }
                if (kept != null && parts.put(name, kept.toByteArray()) != null) {
                    throw new Unreadable.File("zipTwice", entry.getName());
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new Unreadable.File("zipBroken");
        }
        return parts;
    }

    private static void refuseTricks(ZipEntry entry) throws Unreadable.File {
        var name = entry.getName().replace('\\', '/');
        if (name.startsWith("/")
                || name.indexOf('\0') >= 0
                || name.matches("(?s)[A-Za-z]:.*")
                || ("/" + name + "/").contains("/../")) {
            throw new Unreadable.File("zipPath", entry.getName());
        }
    }

    private static boolean isWanted(String name) {
        var file = name.substring(name.lastIndexOf('/') + 1);
        return !file.startsWith("._") && WANTED.contains(ending(file));
    }

    static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
