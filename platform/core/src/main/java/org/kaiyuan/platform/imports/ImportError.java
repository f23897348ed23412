package org.kaiyuan.platform.imports;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Messages;

/**
 * Why a row was kept out.
 *
 * @param row where a person finds it in the file
 * @param column the heading over the value; see {@link ColumnWords#nowhere} where no column holds it
 * @param field as the API names it
 * @param value what stands there, cut short
 * @param reasonKey message that says why, with {@code arguments}
 */
public record ImportError(
        long row,
        String column,
        String field,
        @Nullable String value,
        String reasonKey,
        List<String> arguments) {

    /** Why, as a sentence. */
    public String reason(Messages messages, Locale locale) {
        return messages.text(locale, reasonKey, arguments.toArray());
    }
}
