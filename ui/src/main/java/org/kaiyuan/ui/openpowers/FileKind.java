package org.kaiyuan.ui.openpowers;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The forms in which a version of a list is taken along. */
enum FileKind {
    CSV(".csv", "text/csv;charset=UTF-8", true),
    JSON(".json", "application/json", true),
    XLSX(
            ".xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            false), // packed already
    /** The official table, to be printed or kept as a document; opened, not saved. */
    PRINT("/print", "text/html;charset=UTF-8", true);

    private final String ending;
    private final String mediaType;
    private final boolean packed;

    FileKind(String ending, String mediaType, boolean packed) {
        this.ending = ending;
        this.mediaType = mediaType;
        this.packed = packed;
    }

    /** The one whose address ends so; null for a page. */
    static @Nullable FileKind of(String address) {
        return Arrays.stream(values())
                .filter(kind -> kind != PRINT && address.endsWith(kind.ending))
                .findFirst()
                .orElse(null);
    }

    /** Of its address. */
    String ending() {
        return ending;
    }

    String mediaType() {
        return mediaType;
    }

    /** Whether it is kept packed with gzip. */
    boolean isPacked() {
        return packed;
    }
}
