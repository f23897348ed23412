package org.kaiyuan.platform.files;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes what somebody calls a file safe for every file system, every header and every eye. */
final class FileNames {
    /** Bytes in UTF-8, below the 255 that most file systems take. */
    static final int LONGEST = 200;

    private static final int LONGEST_EXTENSION = 16;
    private static final String NAMELESS = "file";
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[<>:\"|?*]");
    private static final Pattern EDGES = Pattern.compile("^[\\s.]+|[\\s.]+$");

    /** Names that Windows keeps for devices, whatever their extension. */
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9¹²³])(\\..*)?");

    private FileNames() {}

    /** The last part of a path, without control characters, marks that turn the reading direction, and the like. */
    static String safe(@Nullable String given) {
        var name = Normalizer.normalize(given == null ? "" : given, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var kept = new StringBuilder();
        name.codePoints().filter(FileNames::isVisible).forEach(kept::appendCodePoint);
        name = NOT_IN_NAMES.matcher(kept).replaceAll("_");
        name = EDGES.matcher(name).replaceAll("");
        if (DEVICE.matcher(name).matches()) {
            name = "_" + name;
        }
        return name.isEmpty() ? NAMELESS : shortened(name);
    }

    /** In lower case, without the dot; empty where there is none. */
    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 1 || name.length() - dot - 1 > LONGEST_EXTENSION
                ? ""
                : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }

    private static String shortened(String name) {
        var extension = extension(name);
        var tail =
                extension.isEmpty() ? "" : name.substring(name.length() - extension.length() - 1);
        var head = name.substring(0, name.length() - tail.length());
        while (bytes(head) + bytes(tail) > LONGEST) {
            head = head.substring(0, head.offsetByCodePoints(head.length(), -1));
        }
        return head + tail;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
