package org.kaiyuan.plots;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of cases; {@code next} is null on the last one. */
public record IdlePage(List<IdleCase> items, @Nullable String next) {
    public IdlePage {
        items = List.copyOf(items);
    }
}
