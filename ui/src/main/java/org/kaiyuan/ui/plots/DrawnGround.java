package org.kaiyuan.ui.plots;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.ground.GroundReader;
import org.kaiyuan.plots.ground.GroundShape;
import org.kaiyuan.plots.ground.ReadingOptions;

/** What was drawn on a map comes as a file of one shape does: the same reader, the same refusals. */
final class DrawnGround {
    private DrawnGround() {}

    /**
     * @param geoJson a geometry in degrees
     * @return null where it encloses nothing that could be read
     */
    static @Nullable GroundShape of(String geoJson) {
        var file = "{\"type\":\"Feature\",\"properties\":{},\"geometry\":" + geoJson + "}";
        var reading = GroundReader.read(file.getBytes(StandardCharsets.UTF_8), ReadingOptions.NONE);
        return reading.records().isEmpty() ? null : reading.records().getFirst().shape();
    }
}
