package org.kaiyuan.leads;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one cell.
 *
 * @param row where a person finds it in the file
 * @param column its heading; — for the row as a whole
 * @param field as the API names it
 * @param value what stands there, cut short
 * @param reasonKey message that says why, with {@code arguments}
 */
public record LeadImportError(
        long row,
        String column,
        String field,
        @Nullable String value,
        String reasonKey,
        List<String> arguments) {}
