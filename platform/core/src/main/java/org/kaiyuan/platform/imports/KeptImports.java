package org.kaiyuan.platform.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The imports of one module: how far they are and what they kept out. */
public interface KeptImports<C> {
    /** The newest first, at most 200. */
    List<ImportJob> newest(int limit);

    /** @throws UnknownImport when there is none, or it is another zone's */
    ImportJob status(UUID id);

    /**
     * The columns of its file, with what they are taken for: as ordered, else remembered, else guessed.
     *
     * @throws UnknownImport when there is none, or it is another zone's
     */
    ImportPreview<C> preview(UUID id);

    /**
     * In the order of the file.
     *
     * @param after the last of the page before; null for the first page
     * @throws UnknownImport when there is none, or it is another zone's
     */
    List<ImportError> errors(UUID id, @Nullable ImportError after, int limit);

    /**
     * All errors as CSV, in constant memory; {@code out} is closed.
     *
     * @param locale of the reasons
     * @param captions of row, column, field, value and reason
     */
    void writeErrors(UUID id, Locale locale, List<String> captions, OutputStream out)
            throws IOException;
}
