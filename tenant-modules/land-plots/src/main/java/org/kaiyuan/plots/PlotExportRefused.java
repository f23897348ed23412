package org.kaiyuan.plots;

import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.plots.ground.GroundLimits;

/** It cannot be exported so: the sentence says why and what to do. */
public final class PlotExportRefused extends Refusal {
    private PlotExportRefused(String why, Object... arguments) {
        super("plots.refusal.export." + why, arguments);
    }

    public static PlotExportRefused tooMany() {
        return new PlotExportRefused("tooMany", GroundLimits.RECORDS);
    }

    public static PlotExportRefused tooLarge() {
        return new PlotExportRefused(
                "tooLarge", GroundLimits.POINTS, GroundLimits.FILE_BYTES >> 20);
    }

    /** @param known those that there are */
    public static PlotExportRefused format(String wanted, String known) {
        return new PlotExportRefused("format", wanted, known);
    }

    public static PlotExportRefused charset(String wanted) {
        return new PlotExportRefused("charset", wanted);
    }
}
