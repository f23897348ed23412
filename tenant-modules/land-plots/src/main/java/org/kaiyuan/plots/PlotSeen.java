package org.kaiyuan.plots;

/** A plot as a person saw it before they decided. */
public record PlotSeen(PlotId id, long version) {}
