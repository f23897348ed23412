package org.kaiyuan.plots;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next where the next page begins; null on the last */
public record ReservationTaskPage(List<ReservationTask> items, @Nullable String next) {
    public ReservationTaskPage {
        items = List.copyOf(items);
    }
}
