package org.kaiyuan.plots;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.ground.GroundFormat;

/**
 * What a file of plots brings.
 *
 * @param faults of the file itself, and of plots that could not be read
 * @param taken whether it was taken in; only when nothing was at fault
 */
public record BroughtFile(
        @Nullable GroundFormat format,
        List<BroughtPlot> plots,
        List<FileNote> faults,
        boolean taken) {

    /** Whether all of it could come in. */
    public boolean isGood() {
        return faults.isEmpty() && plots.stream().allMatch(plot -> plot.faults().isEmpty());
    }

    /** Whether a person has to agree with something first. */
    public boolean isCertain() {
        return plots.stream().allMatch(plot -> plot.notes().isEmpty());
    }
}
