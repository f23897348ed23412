package org.kaiyuan.plots;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.domain.Placing;
import org.kaiyuan.plots.ground.Crs;
import org.kaiyuan.plots.ground.Ground;
import org.kaiyuan.plots.ground.GroundShape;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a map shows, now or as of a day: only what lies in view, and from afar in simpler shapes. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + PlotPermissions.READ + "')")
public class PlotMap {
    /** More than anybody can tell apart. */
    public static final int MOST = 12_000;

    /** Below this, a map shows every point there is. */
    private static final double FINEST_METRES = 0.2;

    /** Farther away, what was drawn was meant so, metres. */
    public static final double FARTHEST_SNAP = 2;

    /** About {@link #FARTHEST_SNAP}, in degrees of latitude and no less in those of longitude. */
    private static final double NEAR_DEGREES = 0.00003;

    private static final String COLUMNS =
            "select p.id, p.number, p.name, p.use_code, p.state, p.computed_m2, p.zone, p.shape, ";

    private final JdbcTemplate jdbc;
    private final PlotPast past;

    PlotMap(JdbcTemplate jdbc, PlotPast past) {
        this.jdbc = jdbc;
        this.past = past;
    }

    /**
     * A plot on the map.
     *
     * @param shape in degrees of longitude and latitude
     */
    public record MapPlot(
            PlotId id,
            String number,
            String name,
            String useCode,
            PlotState state,
            double areaM2,
            boolean held,
            Geometry shape) {}

    /** A layer's shape on the map, in degrees. */
    public record MapShape(LayerKind kind, String name, Geometry shape) {}

    /**
     * The plots in view, at most {@link #MOST}, the largest first; one statement.
     *
     * @param metresPerPixel how much ground one dot shows; finer details are left out
     */
    public List<MapPlot> plots(PlotFilter filter, double metresPerPixel) {
        return plots(COLUMNS + PlotDirectory.HELD, PlotDirectory.NOW, filter, metresPerPixel);
    }

    /**
     * As {@link #plots(PlotFilter, double)} of those that were on a day, as {@link PlotDirectory} finds them; who
     * held them is not told.
     *
     * @param asOf null for those that are now
     */
    public List<MapPlot> plots(PlotFilter filter, @Nullable LocalDate asOf, double metresPerPixel) {
        return asOf == null
                ? plots(filter, metresPerPixel)
                : plots(COLUMNS + "false as held", past.plots(asOf), filter, metresPerPixel);
    }

    private List<MapPlot> plots(
            String columns, PlotPast.Source source, PlotFilter filter, double metresPerPixel) {
        var where = new StringBuilder(columns).append(' ').append(source.sql());
        var arguments = new ArrayList<>(source.arguments());
        PlotDirectory.narrow(filter, where, arguments);
        where.append(" order by p.computed_m2 desc, p.id limit ").append(MOST);
        return jdbc.query(
                where.toString(),
                (row, n) ->
                        new MapPlot(
                                new PlotId(row.getObject(1, UUID.class)),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                PlotState.valueOf(row.getString(5)),
                                row.getDouble(6),
                                row.getBoolean(9),
                                shown(
                                        Placing.shape(row.getInt(7), row.getBytes(8)),
                                        metresPerPixel)),
                arguments.toArray());
    }

    /**
     * What was drawn beside other plots, laid onto their borders: nobody can point at a millimetre.
     *
     * @param metres how far a point may be moved; at most {@link #FARTHEST_SNAP}
     * @param leftOut plots that end when the drawn one begins
     */
    public GroundShape snapped(GroundShape drawn, double metres, Set<PlotId> leftOut) {
        var box = Ground.boundingBox(drawn);
        var around = new ArrayList<GroundShape>();
        jdbc.query(
                """
                select id, zone, shape from plots.plot
                where ended_on is null and west <= ? and east >= ? and south <= ? and north >= ?
                order by id limit %d\
                """
                        .formatted(MOST),
                row -> {
                    if (!leftOut.contains(new PlotId(row.getObject(1, UUID.class)))) {
                        around.add(Placing.shape(row.getInt(2), row.getBytes(3)));
                    }
                },
                box.getMaxX() + NEAR_DEGREES,
                box.getMinX() - NEAR_DEGREES,
                box.getMaxY() + NEAR_DEGREES,
                box.getMinY() - NEAR_DEGREES);
        var laid = drawn;
        for (var neighbour : around) {
            laid = Ground.snapped(laid, neighbour, Math.min(metres, FARTHEST_SNAP));
        }
        return laid;
    }

    /** Where the zone lies: its boundary, or all its plots where none was brought; empty for bare ground. */
    public Optional<Box> whole() {
        return jdbc
                .query(
                        """
                        select west, south, east, north from (
                            select 1 as nth, min(west) as west, min(south) as south, max(east) as east, max(north) as north
                            from plots.layer_shape where kind = 'BOUNDARY'
                            union all
                            select 2, min(west), min(south), max(east), max(north)
                            from plots.plot where ended_on is null) known
                        where west is not null order by nth limit 1\
                        """,
                        (row, n) ->
                                new Box(
                                        row.getDouble(1),
                                        row.getDouble(2),
                                        row.getDouble(3),
                                        row.getDouble(4)))
                .stream()
                .findFirst();
    }

    /** The layers' shapes in view, at most {@link #MOST}. */
    public List<MapShape> layers(List<LayerKind> kinds, Box box, double metresPerPixel) {
        return jdbc.query(
                """
                select kind, name, zone, shape from plots.layer_shape
                where kind = any (?) and west <= ? and east >= ? and south <= ? and north >= ?
                order by area_m2 desc, id limit %d\
                """
                        .formatted(MOST),
                (row, n) ->
                        new MapShape(
                                LayerKind.valueOf(row.getString(1)),
                                row.getString(2),
                                shown(
                                        Placing.shape(row.getInt(3), row.getBytes(4)),
                                        metresPerPixel)),
                kinds.stream().map(Enum::name).toArray(String[]::new),
                box.east(),
                box.west(),
                box.north(),
                box.south());
    }

    private static Geometry shown(GroundShape shape, double metresPerPixel) {
        var simple =
                metresPerPixel <= FINEST_METRES ? shape : Ground.simplified(shape, metresPerPixel);
        return simple.in(Crs.GEOGRAPHIC).geometry();
    }
}
