package org.kaiyuan.ui.plots;

import org.kaiyuan.plots.PlotBoundaryChange;
import org.kaiyuan.plots.PlotMerging;
import org.kaiyuan.plots.PlotSplitting;
import org.springframework.stereotype.Component;

/** The use cases that put plots in the place of others. */
@Component
record BorderDoors(PlotSplitting splitting, PlotMerging merging, PlotBoundaryChange boundary) {}
