package org.kaiyuan.ui.plots;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.kaiyuan.plots.PlotFieldsRefused;
import org.kaiyuan.plots.PlotId;
import org.kaiyuan.plots.PlotMap;
import org.kaiyuan.plots.ground.Ground;
import org.kaiyuan.plots.ground.GroundReader;
import org.kaiyuan.plots.ground.GroundShape;
import org.kaiyuan.plots.ground.ReadingOptions;

/**
 * What was drawn on a map comes as a file of one shape does: the same reader, the same refusals; and is laid onto the
 * borders that it was drawn along.
 */
final class DrawnGround {
    /** Nobody points better than this, metres. */
    private static final double LEAST_SNAP = 0.05;

    private DrawnGround() {}

    /**
     * @param geoJson a geometry in degrees
     * @param metresPerPixel what the map showed when it was drawn: shapes there are simpler by so much
     * @param leftOut plots that it takes the place of
     * @throws PlotFieldsRefused where it encloses nothing that could be read, with what is wrong
     */
    static GroundShape of(PlotMap map, String geoJson, double metresPerPixel, Set<PlotId> leftOut) {
        var file = "{\"type\":\"Feature\",\"properties\":{},\"geometry\":" + geoJson + "}";
        var reading = GroundReader.read(file.getBytes(StandardCharsets.UTF_8), ReadingOptions.NONE);
        if (reading.records().isEmpty()) {
            var why = reading.faults().stream().findFirst();
            throw why.isEmpty()
                    ? new PlotFieldsRefused("shape", "ui.plots.draw.missing")
                    : new PlotFieldsRefused("shape", why.get().key(), why.get().arguments());
        }
        var shape = reading.records().getFirst().shape();
        return Ground.fault(shape).isPresent()
                ? shape // to be refused with its place
                : map.snapped(shape, Math.max(LEAST_SNAP, 2 * metresPerPixel), leftOut);
    }
}
