package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.ground.GroundShape;

/**
 * A plot of a file, before or after it was taken in.
 *
 * @param id null while it is only looked at
 * @param line of the file where it begins
 * @param declaredM2 as the file says
 * @param computedM2 in its own zone
 * @param notes what a person has to agree with: what was assumed, where the areas differ
 * @param faults why it cannot come in
 */
public record BroughtPlot(
        @Nullable PlotId id,
        int line,
        String number,
        String name,
        String useCode,
        @Nullable BigDecimal declaredM2,
        BigDecimal computedM2,
        GroundShape shape,
        List<FileNote> notes,
        List<FileNote> faults) {}
