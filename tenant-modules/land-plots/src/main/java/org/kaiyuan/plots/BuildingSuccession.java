package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.plots.domain.Plot;
import org.kaiyuan.plots.ground.Crs;
import org.kaiyuan.plots.ground.GroundShape;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Buildings follow the ground they stand on when other plots take its place. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class BuildingSuccession {
    private final JdbcTemplate jdbc;
    private final ChangeHistory history;
    private final Clock clock;

    BuildingSuccession(JdbcTemplate jdbc, ChangeHistory history, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    /** @param point degrees (CGCS2000); null where none is known */
    private record Standing(UUID building, UUID plot, @Nullable Coordinate point) {}

    private record Move(UUID from, PlotId to) {}

    /**
     * Those in the register come to stand on the new plot at their point, or nearest to it; without a point on the
     * first one.
     */
    void follow(UUID[] old, List<Plot> beginning) {
        var standing = standing(old);
        if (standing.isEmpty()) {
            return;
        }
        var shapes = new LinkedHashMap<PlotId, GroundShape>();
        beginning.forEach(plot -> shapes.put(plot.id(), PlotSuccession.shape(plot)));
        var moves = new LinkedHashMap<Move, List<UUID>>();
        for (var one : standing) {
            moves.computeIfAbsent(
                            new Move(one.plot(), under(one.point(), shapes)),
                            move -> new ArrayList<>())
                    .add(one.building());
        }
        moves.forEach(this::move);
    }

    private List<Standing> standing(UUID[] plots) {
        return jdbc.query(
                """
                select id, plot_id, longitude, latitude from plots.building
                where plot_id = any (?) and ended_on is null order by id for update\
                """,
                (row, number) ->
                        new Standing(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                point(row.getBigDecimal(3), row.getBigDecimal(4))),
                (Object) plots);
    }

    private static @Nullable Coordinate point(
            @Nullable BigDecimal longitude, @Nullable BigDecimal latitude) {
        return longitude == null || latitude == null
                ? null
                : new Coordinate(longitude.doubleValue(), latitude.doubleValue());
    }

    private static PlotId under(@Nullable Coordinate point, Map<PlotId, GroundShape> shapes) {
        return point == null
                ? shapes.keySet().iterator().next()
                : shapes.entrySet().stream()
                        .min(Comparator.comparingDouble(one -> distance(point, one.getValue())))
                        .orElseThrow()
                        .getKey();
    }

    /** In metres; 0 within. */
    private static double distance(Coordinate point, GroundShape shape) {
        var geometry = shape.geometry();
        return geometry.distance(
                geometry.getFactory().createPoint(Crs.GEOGRAPHIC.to(shape.crs(), point)));
    }

    private void move(Move move, List<UUID> buildings) {
        jdbc.update(
                "update plots.building set plot_id = ?, updated_at = ?, version = version + 1 where id = any (?)",
                move.to().value(),
                Timestamp.from(clock.instant()),
                buildings.toArray(UUID[]::new));
        history.recordEach(
                FloorSql.BUILDING,
                buildings,
                "plotSucceeded",
                List.of(new FieldChange("plot", move.from().toString(), move.to().toString())));
    }
}
