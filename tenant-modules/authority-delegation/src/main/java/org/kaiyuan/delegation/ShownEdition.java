package org.kaiyuan.delegation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a list that is shown; it never changes.
 *
 * @param title what the list was called
 * @param note what was new in it
 * @param batches of integrated empowerment, with their policies
 */
public record ShownEdition(
        ListId list,
        PowerListKind kind,
        int number,
        String title,
        Instant publishedAt,
        @Nullable String note,
        int entries,
        List<Batch> batches) {
    public ShownEdition {
        batches = List.copyOf(batches);
    }
}
