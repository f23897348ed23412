package org.kaiyuan.delegation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what is shown.
 *
 * @param before where the page before ends, as this one was asked for; null on the first
 * @param after where the next begins; null on the last
 */
public record ShownPage(List<ShownEntry> items, @Nullable EntryId before, @Nullable EntryId after) {
    public ShownPage {
        items = List.copyOf(items);
    }
}
