package org.kaiyuan.plots;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.kaiyuan.plots.domain.ChemicalSite;
import org.kaiyuan.plots.domain.MatchTerms;
import org.kaiyuan.plots.domain.Placing;
import org.kaiyuan.plots.domain.PlotGates;
import org.kaiyuan.plots.ground.Crs;
import org.kaiyuan.plots.ground.Ground;
import org.kaiyuan.plots.ground.GroundShape;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where chemistry may stand, asked of the layers: exact, in the plane of each plot's own 3° zone. A recognised
 * chemical park is a shape of the layer {@link LayerKind#SUB_PARK} whose name says 化工.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ChemicalSites {
    private static final String CHEMICAL_PARK = "化工";

    /** Degrees that are surely more than {@link MatchTerms#RIVER_METRES}, up to 54° north. */
    private static final double AROUND = 0.02;

    private static final String KNOWN =
            """
            select coalesce(bool_or(kind = 'WATER'), false),
                   coalesce(bool_or(kind = 'SUB_PARK' and strpos(name, ?) > 0), false)
            from plots.layer_shape where kind in ('WATER', 'SUB_PARK')\
            """;

    private static final String NEAR =
            """
            select kind, zone, shape from plots.layer_shape
            where (kind = 'WATER' or kind = 'SUB_PARK' and strpos(name, ?) > 0)
              and west <= ? and east >= ? and south <= ? and north >= ?\
            """;

    private final JdbcTemplate jdbc;

    ChemicalSites(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What the layers of the zone say at all. */
    private record Known(boolean water, boolean parks) {}

    private record Site(
            PlotId id, GroundShape ground, double west, double south, double east, double north) {}

    /** Water and chemical parks in one plane. */
    private record Around(List<Geometry> water, Geometry parks) {}

    /** Of each of the plots; three statements, however many there are. */
    Map<PlotId, ChemicalSite> of(Collection<PlotId> plots) {
        var found = new HashMap<PlotId, ChemicalSite>();
        if (plots.isEmpty()) {
            return found;
        }
        var known =
                Objects.requireNonNull(
                        jdbc.queryForObject(
                                KNOWN,
                                (row, n) -> new Known(row.getBoolean(1), row.getBoolean(2)),
                                CHEMICAL_PARK));
        if (!known.water() && !known.parks()) {
            plots.forEach(plot -> found.put(plot, ChemicalSite.UNKNOWN));
            return found;
        }
        var sites = sites(plots);
        var water = new ArrayList<GroundShape>();
        var parks = new ArrayList<GroundShape>();
        jdbc.query(
                NEAR,
                row -> {
                    (LayerKind.valueOf(row.getString(1)) == LayerKind.WATER ? water : parks)
                            .add(Placing.shape(row.getInt(2), row.getBytes(3)));
                },
                CHEMICAL_PARK,
                sites.stream().mapToDouble(Site::east).max().orElse(0) + AROUND,
                sites.stream().mapToDouble(Site::west).min().orElse(0) - AROUND,
                sites.stream().mapToDouble(Site::north).max().orElse(0) + AROUND,
                sites.stream().mapToDouble(Site::south).min().orElse(0) - AROUND);
        var planes = new HashMap<Crs, Around>();
        for (var site : sites) {
            var plane = site.ground().crs();
            var around = planes.computeIfAbsent(plane, p -> in(p, water, parks));
            var ground = site.ground().geometry();
            found.put(
                    site.id(),
                    new ChemicalSite(
                            known.water() ? isNear(ground, around.water()) : null,
                            known.parks() ? isInside(ground, around.parks()) : null));
        }
        return found;
    }

    private List<Site> sites(Collection<PlotId> plots) {
        return jdbc.query(
                "select id, zone, shape, west, south, east, north from plots.plot where id = any (?)",
                (row, n) ->
                        new Site(
                                new PlotId(row.getObject(1, UUID.class)),
                                Placing.shape(row.getInt(2), row.getBytes(3)),
                                row.getDouble(4),
                                row.getDouble(5),
                                row.getDouble(6),
                                row.getDouble(7)),
                (Object) plots.stream().map(PlotId::value).toArray(UUID[]::new));
    }

    private static Around in(Crs plane, List<GroundShape> water, List<GroundShape> parks) {
        return new Around(
                water.stream().map(shape -> shape.in(plane).geometry()).toList(),
                Ground.together(parks.stream().map(shape -> shape.in(plane).geometry()).toList()));
    }

    private static boolean isNear(Geometry ground, List<Geometry> water) {
        var box = ground.getEnvelopeInternal();
        return water.stream()
                .filter(one -> box.distance(one.getEnvelopeInternal()) <= MatchTerms.RIVER_METRES)
                .anyMatch(one -> ground.isWithinDistance(one, MatchTerms.RIVER_METRES));
    }

    private static boolean isInside(Geometry ground, Geometry parks) {
        return Ground.without(ground, parks, PlotGates.SLIVER_WIDTH).getArea()
                <= PlotGates.TOLERANCE_M2.doubleValue();
    }
}
