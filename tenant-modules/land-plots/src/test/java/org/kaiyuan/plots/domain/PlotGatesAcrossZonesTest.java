package org.kaiyuan.plots.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kaiyuan.plots.LayerKind;
import org.kaiyuan.plots.PlotGate;
import org.kaiyuan.plots.PlotState;
import org.kaiyuan.plots.RefusedGround;
import org.kaiyuan.plots.ground.Crs;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class PlotGatesAcrossZonesTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final Crs THERE = Crs.withPrefix(34);
    private static final Crs HERE = Crs.withPrefix(35);

    /** Where zones 34 and 35 meet; 3 km on each side. */
    private static final double EAST = 34_640_000;

    private static final double NORTH = 3_440_000;
    private static final double SIDE = 3_000;

    @Test
    void a_border_that_is_straight_in_one_zone_and_not_in_the_next_refuses_nothing() {
        var plan = here(square(EAST, NORTH, SIDE, SIDE));
        // between two points of the plan's own border, east and west of it
        var plots =
                List.of(
                        here(square(EAST, NORTH + 1000, 200, 1000)),
                        here(square(EAST + SIDE - 200, NORTH + 1000, 200, 1000)));

        assertThat(plots)
                .anySatisfy(plot -> assertThat(plot.difference(plan).getArea()).isGreaterThan(1));
        assertThat(plots).allSatisfy(plot -> assertThat(refused(plot, plan)).isEmpty());
    }

    @Test
    void what_is_wider_than_a_centimetre_is_ground_and_told_with_its_area() {
        var plan = here(square(EAST, NORTH, SIDE, SIDE));
        var plot = here(square(EAST - 0.05, NORTH + 1000, 200, 1000));

        assertThat(refused(plot, plan))
                .singleElement()
                .satisfies(refused -> {
                    assertThat(refused.gate()).isEqualTo(PlotGate.DETAILED_PLAN);
                    assertThat(refused.areaM2().doubleValue()).isBetween(35d, 65d);
                });
    }

    @Test
    void pieces_of_a_layer_that_meet_are_one() {
        var plot = square(0, 0, 100, 100);
        var west = square(-50, -50, 100.0000001, 200);
        var east = square(50, -50, 100, 200);
        var around =
                Map.of(
                        LayerKind.DETAILED_PLAN,
                        List.of(west, east),
                        LayerKind.URBAN_BORDER,
                        List.of(square(-500, -500, 1000, 1000)),
                        LayerKind.FARMLAND,
                        List.of(square(100, 0, 50, 100), square(0, -50, 100, 50.0005)));

        assertThat(PlotGates.refusing(PlotState.ANNOUNCED, plot, around)).isEmpty();
    }

    private static List<RefusedGround> refused(Geometry plot, Geometry plan) {
        return PlotGates.refusing(
                PlotState.ANNOUNCED,
                plot,
                Map.of(
                        LayerKind.DETAILED_PLAN,
                        List.of(plan),
                        LayerKind.URBAN_BORDER,
                        List.of(plot.getEnvelope())));
    }

    private static Geometry here(Geometry there) {
        return THERE.to(HERE, there);
    }

    private static Geometry square(double east, double north, double wide, double high) {
        return FACTORY.createPolygon(
                new Coordinate[] {
                    new Coordinate(east, north),
                    new Coordinate(east, north + high),
                    new Coordinate(east + wide, north + high),
                    new Coordinate(east + wide, north),
                    new Coordinate(east, north)
                });
    }
}
