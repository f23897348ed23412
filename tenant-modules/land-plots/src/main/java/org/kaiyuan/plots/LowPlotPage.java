package org.kaiyuan.plots;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of 低效; {@code next} is null on the last one. */
public record LowPlotPage(List<LowPlot> items, @Nullable String next) {
    public LowPlotPage {
        items = List.copyOf(items);
    }
}
