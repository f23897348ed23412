package org.kaiyuan.delegation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of entries; {@code next} is null on the last one. */
public record EntryPage(List<EntryRow> items, @Nullable EntryId next) {
    public EntryPage {
        items = List.copyOf(items);
    }
}
