package org.kaiyuan.delegation;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way to a draft.
 *
 * @param fields what each column holds; null for one that is not taken
 * @param samples the first rows as they came
 * @param comparedWith the edition that it was compared with; null before that
 * @param counts how many lines of each kind there are; empty before it was compared
 * @param open how many lines somebody has to decide before it can become a draft
 */
public record ListImportView(
        UUID id,
        ListId list,
        String fileName,
        State state,
        List<String> headings,
        List<@Nullable ListImportField> fields,
        List<List<String>> samples,
        int rows,
        ListImportDefaults defaults,
        @Nullable Integer comparedWith,
        Map<ListImportLine.Kind, Integer> counts,
        int open,
        Instant broughtAt,
        String broughtName) {
    /** How far it is. */
    public enum State {
        BROUGHT,
        COMPARED,
        DRAFTED
    }

    public ListImportView {
        counts = counts.isEmpty() ? Map.of() : new EnumMap<>(counts);
    }

    public int count(ListImportLine.Kind kind) {
        return counts.getOrDefault(kind, 0);
    }
}
