package org.kaiyuan.plots;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.kaiyuan.plots.domain.PlacedShape;
import org.kaiyuan.plots.domain.Placing;
import org.kaiyuan.plots.ground.Crs;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What lies around a piece of ground, found by boxes and answered in its own plane. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class LayerShapes {
    private static final String TOUCHING =
            """
            select kind, zone, shape from plots.layer_shape
            where west <= ? and east >= ? and south <= ? and north >= ?\
            """;

    private final JdbcTemplate jdbc;

    LayerShapes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** All layers' shapes whose box touches that of the ground, by kind; one statement. */
    public Map<LayerKind, List<Geometry>> around(PlacedShape ground) {
        var plane = Crs.withPrefix(ground.zone());
        var found = new EnumMap<LayerKind, List<Geometry>>(LayerKind.class);
        jdbc.query(
                TOUCHING,
                row -> {
                    found.computeIfAbsent(
                                    LayerKind.valueOf(row.getString(1)), kind -> new ArrayList<>())
                            .add(
                                    Placing.shape(row.getInt(2), row.getBytes(3))
                                            .in(plane)
                                            .geometry());
                },
                ground.east(),
                ground.west(),
                ground.north(),
                ground.south());
        return found;
    }
}
