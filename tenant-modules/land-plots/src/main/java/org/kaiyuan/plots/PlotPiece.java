package org.kaiyuan.plots;

import org.kaiyuan.plots.ground.GroundShape;

/** A piece of a plot that is split. */
public record PlotPiece(PlotNaming naming, GroundShape shape) {}
