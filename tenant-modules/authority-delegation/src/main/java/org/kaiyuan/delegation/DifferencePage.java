package org.kaiyuan.delegation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of what two editions differ by; {@code next} is null on the last one. */
public record DifferencePage(List<EntryDifference> items, @Nullable EntryId next) {
    public DifferencePage {
        items = List.copyOf(items);
    }
}
