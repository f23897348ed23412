package org.kaiyuan.ui.plots;

/** The columns beside the number that a person may show or hide. */
enum PlotColumn {
    STATE("plots.column.state", true),
    AREA("ui.plots.area", true),
    USE("plots.column.useCode", true),
    HOLDER("plots.column.holder", true),
    SINCE("ui.plots.since", false),
    DECLARED("ui.plots.declared", false),
    CHANGED("ui.plots.changed", false);

    final String titleKey;
    final boolean first;

    PlotColumn(String titleKey, boolean first) {
        this.titleKey = titleKey;
        this.first = first;
    }
}
