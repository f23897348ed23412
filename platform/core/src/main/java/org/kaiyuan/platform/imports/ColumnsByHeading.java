package org.kaiyuan.platform.imports;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a client says of the columns: a JSON object of field names by headings, such as {"单位": "name"}. */
public final class ColumnsByHeading {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ColumnsByHeading() {}

    /**
     * @return null where it says nothing
     * @throws ImportColumnsRefused when it is no JSON object of texts
     */
    public static @Nullable Map<String, String> read(@Nullable String said) {
        if (said == null || said.isBlank()) {
            return null;
        }
        try {
            return JSON.readValue(said, new TypeReference<Map<String, String>>() {});
        } catch (JacksonException e) {
            throw new ImportColumnsRefused("imports.refusal.columns.unreadable", "");
        }
    }
}
