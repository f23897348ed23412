package org.kaiyuan.plots;

/** What the colours of a map of plots say. */
public enum PlotColours {
    /** Where each is in its life. */
    STATE,
    /** What may stand on it. */
    USE
}
