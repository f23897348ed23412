package org.kaiyuan.plots;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a ledger; {@code next} is null on the last one. */
public record LedgerPage(List<LedgerLine> items, @Nullable String next) {
    public LedgerPage {
        items = List.copyOf(items);
    }
}
