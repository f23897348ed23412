package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.util.List;
import org.kaiyuan.platform.refusal.Refusal;

/** 「与{0}重叠{1}平方米」: two plots cannot lie on the same ground. */
public final class PlotOverlapRefused extends Refusal {
    private final List<Overlap> overlaps;

    public PlotOverlapRefused(List<Overlap> overlaps) {
        super(
                "plots.refusal.overlap",
                overlaps.getFirst().number(),
                overlaps.getFirst().areaM2(),
                overlaps.size());
        this.overlaps = List.copyOf(overlaps);
    }

    /** With which plot, and how much. */
    public record Overlap(PlotId plot, String number, BigDecimal areaM2) {}

    public List<Overlap> overlaps() {
        return overlaps;
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
