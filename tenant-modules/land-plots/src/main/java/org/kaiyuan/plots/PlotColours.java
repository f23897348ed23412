package org.kaiyuan.plots;

/** What the colours of a map of plots say. */
public enum PlotColours {
    /** Where each is in its life. */
    STATE,
    /** What may stand on it. */
    USE,
    /** What its ground yields: {@link PlotRatings.OutputBand}. */
    OUTPUT,
    /** How near it is to lying idle: {@link PlotRatings.IdleRisk}. */
    IDLE
}
