package org.kaiyuan.plots.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.kaiyuan.plots.ground.SomeGround.box;
import static org.kaiyuan.plots.ground.SomeGround.rectangle;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

class GroundTest {
    private static final double EAST = 35_512_340.125;
    private static final double NORTH = 3_431_200.5;
    private static final int ROUNDS = 300;

    @Test
    void holes_are_subtracted_and_the_area_is_that_of_the_own_zone() {
        var hole = Rings.FACTORY.createLinearRing(box(EAST + 20, NORTH - 20, 10, 10));
        var shape =
                new GroundShape(
                        Rings.FACTORY.createPolygon(
                                Rings.FACTORY.createLinearRing(box(EAST, NORTH, 200, 100)),
                                new LinearRing[] {hole}),
                        Crs.withPrefix(35));

        assertThat(Ground.areaM2(shape)).isCloseTo(19_900, within(1e-6));
        assertThat(Ground.areaM2(shape.in(Crs.GEOGRAPHIC))).isCloseTo(19_900, within(1e-4));
        assertThat(Ground.areaM2(shape.in(Crs.withoutPrefix(36)))).isCloseTo(19_900, within(1e-4));
        assertThat(Ground.areaM2(shape.in(Crs.withPrefix(37)))).isCloseTo(19_900, within(1e-4));
    }

    @Test
    void the_map_gets_degrees() {
        var box = Ground.boundingBox(rectangle(35442756.8352, 3442216.1770, 300, 200));

        assertThat(box.getMinX()).isCloseTo(104.4, within(0.0001));
        assertThat(box.getMaxY()).isCloseTo(31.1, within(0.0001));
        assertThat(box.getWidth()).isBetween(0.003, 0.0033);
    }

    @Test
    void a_border_that_crosses_itself_is_shown_where_it_does() {
        var bow =
                Rings.FACTORY.createPolygon(
                        new Coordinate[] {
                            new Coordinate(EAST, NORTH),
                            new Coordinate(EAST + 100, NORTH - 100),
                            new Coordinate(EAST + 100, NORTH),
                            new Coordinate(EAST, NORTH - 100),
                            new Coordinate(EAST, NORTH)
                        });
        var fault = Ground.fault(new GroundShape(bow, Crs.withPrefix(35))).orElseThrow();

        assertThat(fault.fault()).isEqualTo(ShapeFault.SELF_INTERSECTION);
        assertThat(fault.place().distance(new Coordinate(EAST + 50, NORTH - 50))).isLessThan(1e-3);
        assertThat(Crs.zoneAt(fault.lonLat().x)).isEqualTo(35);
        var record = GroundRecord.of(new GroundShape(bow, Crs.withPrefix(35)), "7", "领结");
        assertThat(fault.arguments(record))
                .containsExactly(
                        "0", "7 领结", ShapeFault.SELF_INTERSECTION, "3431150.500", "35512390.125");
    }

    @Test
    void a_border_that_crosses_itself_and_encloses_next_to_nothing_still_has_a_zone() {
        var bow =
                Rings.FACTORY.createPolygon(
                        new Coordinate[] {
                            new Coordinate(EAST, NORTH),
                            new Coordinate(EAST + 300, NORTH - 100),
                            new Coordinate(EAST + 300, NORTH),
                            new Coordinate(EAST, NORTH - 100.0001),
                            new Coordinate(EAST, NORTH)
                        });

        assertThat(Ground.fault(new GroundShape(bow, Crs.withPrefix(35)))).isPresent();
    }

    @Test
    void a_hole_outside_of_its_ring_is_a_fault_and_a_sound_shape_has_none() {
        var stray =
                Rings.FACTORY.createPolygon(
                        Rings.FACTORY.createLinearRing(box(EAST, NORTH, 50, 50)),
                        new LinearRing[] {
                            Rings.FACTORY.createLinearRing(box(EAST + 80, NORTH, 10, 10))
                        });

        assertThat(Ground.fault(new GroundShape(stray, Crs.withPrefix(35))))
                .hasValueSatisfying(f -> assertThat(f.fault()).isEqualTo(ShapeFault.HOLE_OUTSIDE));
        assertThat(Ground.fault(rectangle(EAST, NORTH, 50, 50))).isEmpty();
    }

    @Test
    void an_overlap_is_measured_and_touching_is_none() {
        var one = rectangle(EAST, NORTH, 100, 100);

        assertThat(Ground.overlap(one, rectangle(EAST + 90, NORTH, 100, 50)))
                .hasValueSatisfying(o -> assertThat(o.areaM2()).isCloseTo(500, within(1e-4)));
        assertThat(Ground.overlap(one, rectangle(EAST + 100, NORTH, 100, 50))).isEmpty();
        assertThat(Ground.overlap(one, rectangle(EAST + 900, NORTH, 100, 50))).isEmpty();
    }

    @Test
    void slivers_below_a_millimetre_and_crumbs_below_the_tolerance_are_no_overlap() {
        var one = rectangle(EAST, NORTH, 500, 500);

        assertThat(Ground.overlap(one, rectangle(EAST + 499.9991, NORTH, 100, 500))).isEmpty();
        assertThat(Ground.overlap(one, rectangle(EAST + 499.998, NORTH, 100, 500)))
                .hasValueSatisfying(o -> assertThat(o.areaM2()).isCloseTo(1, within(0.01)));
        assertThat(Ground.overlap(one, rectangle(EAST + 499.95, NORTH - 499.9, 9, 50))).isEmpty();
        assertThat(Ground.overlap(one, rectangle(EAST + 499.95, NORTH - 499.9, 9, 50), 0.004))
                .isPresent();
    }

    @Test
    void an_overlap_is_found_across_zones_and_systems() {
        var one = rectangle(35_640_000, 3_431_000, 100, 100);
        var other = rectangle(35_640_050, 3_431_000, 100, 100).in(Crs.withPrefix(36));

        assertThat(Ground.overlap(one, other).orElseThrow().areaM2()).isCloseTo(5000, within(0.05));
        assertThat(Ground.overlap(other, one.in(Crs.GEOGRAPHIC)).orElseThrow().areaM2())
                .isCloseTo(5000, within(0.05));
    }

    @Test
    void rings_are_closed_turned_and_freed_of_repeated_points_and_begin_where_they_began() {
        var points = box(EAST, NORTH, 100, 50);
        var untidy =
                Rings.FACTORY.createPolygon(
                        new Coordinate[] {
                            points[2], points[1], points[1].copy(), points[0], points[3], points[2]
                        });

        var tidy = Ground.normalised(new GroundShape(untidy, Crs.withPrefix(35))).geometry();

        assertThat(tidy.getNumPoints()).isEqualTo(5);
        assertThat(tidy.getCoordinate()).isEqualTo(points[2]);
        assertThat(Orientation.isCCW(tidy.getCoordinates())).isFalse();
    }

    @Test
    void vertices_near_a_neighbour_snap_to_it() {
        var neighbour = rectangle(EAST, NORTH, 100, 100);
        var loose = rectangle(EAST + 100.004, NORTH + 0.003, 80, 100);

        var snapped = Ground.snapped(loose, neighbour, 0.02);

        assertThat(Ground.overlap(snapped, neighbour)).isEmpty();
        assertThat(Ground.merge(List.of(snapped, neighbour)).geometry())
                .isInstanceOf(Polygon.class);
    }

    @Test
    void a_line_cuts_and_the_parts_have_the_points_of_the_cut_in_common() {
        var parts =
                Ground.split(
                        rectangle(EAST, NORTH, 90, 60),
                        line(EAST + 30, NORTH + 10, EAST + 33.3333, NORTH - 70),
                        Crs.withPrefix(35));

        assertThat(parts).hasSize(2);
        assertThat(parts.stream().mapToDouble(Ground::areaM2).sum()).isCloseTo(5400, within(0.01));
        assertThat(Ground.overlap(parts.get(0), parts.get(1))).isEmpty();
        assertThat(parts.get(0).geometry().touches(parts.get(1).geometry())).isTrue();
    }

    @Test
    void a_line_that_ends_inside_cuts_nothing() {
        var shape = rectangle(EAST, NORTH, 90, 60);
        var parts =
                Ground.split(
                        shape,
                        line(EAST + 30, NORTH + 10, EAST + 33, NORTH - 20),
                        Crs.withPrefix(35));

        assertThat(parts).hasSize(1);
        assertThat(Ground.areaM2(parts.get(0))).isCloseTo(5400, within(0.01));
    }

    @Test
    void a_line_drawn_on_the_map_cuts_as_well() {
        var shape = rectangle(EAST, NORTH, 90, 60);
        var drawn =
                Crs.withPrefix(35)
                        .to(Crs.GEOGRAPHIC, line(EAST - 5, NORTH - 30, EAST + 95, NORTH - 30));

        assertThat(Ground.split(shape, drawn, Crs.GEOGRAPHIC)).hasSize(2);
    }

    @Test
    void parts_merged_again_are_the_original_and_areas_add_up() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            var some = new SomeGround(seed);
            var shape = Ground.canonical(some.shape());
            assertThat(Ground.fault(shape)).as("seed %s", seed).isEmpty();
            var box = shape.geometry().getEnvelopeInternal();
            var cut =
                    line(
                            box.getMinX() - 10,
                            box.getMinY() + some.random.nextDouble() * box.getHeight(),
                            box.getMaxX() + 10,
                            box.getMinY() + some.random.nextDouble() * box.getHeight());

            var parts = Ground.split(shape, cut, shape.crs());
            var merged = Ground.merge(parts);

            double perimeter = shape.geometry().getLength();
            assertThat(parts.stream().mapToDouble(Ground::areaM2).sum())
                    .as("seed %s", seed)
                    .isCloseTo(Ground.areaM2(shape), within(perimeter * 0.0001));
            assertThat(parts)
                    .as("seed %s", seed)
                    .hasSizeGreaterThan(shape.geometry().getNumGeometries());
            assertThat(parts).allSatisfy(part -> assertThat(Ground.fault(part)).isEmpty());
            assertThat(apart(merged.geometry(), shape.geometry()))
                    .as("seed %s", seed)
                    .isLessThan(0.00015);
            assertThat(merged.geometry().getNumGeometries())
                    .isEqualTo(shape.geometry().getNumGeometries());
        }
    }

    @Test
    void areas_of_disjoint_shapes_are_additive_when_merged() {
        var a = rectangle(EAST, NORTH, 100, 40);
        var b = rectangle(EAST + 100, NORTH, 30, 40);
        var c = rectangle(EAST + 300, NORTH, 10, 10);

        var merged = Ground.merge(List.of(a, b, c));

        assertThat(merged.geometry().getNumGeometries()).isEqualTo(2);
        assertThat(Ground.areaM2(merged)).isCloseTo(4000 + 1200 + 100, within(0.001));
    }

    @Test
    void far_views_have_fewer_points_and_stay_sound() {
        for (int seed = 0; seed < 50; seed++) {
            var shape = new SomeGround(seed).shape();

            var far = Ground.simplified(shape, 40);

            assertThat(far.geometry().getNumPoints()).isLessThan(shape.geometry().getNumPoints());
            assertThat(Ground.fault(far)).isEmpty();
            assertThat(far.geometry().getNumGeometries())
                    .isEqualTo(shape.geometry().getNumGeometries());
        }
    }

    @Test
    void what_is_kept_is_in_its_own_zone_and_within_a_tenth_of_a_millimetre() {
        for (int seed = 0; seed < 100; seed++) {
            var shape = new SomeGround(seed).shape();
            var elsewhere = shape.in(Crs.withPrefix(shape.crs().zone() == 35 ? 34 : 35));

            var kept = Ground.canonical(elsewhere);

            assertThat(kept.crs()).isEqualTo(Crs.withPrefix(shape.zone()));
            assertThat(apart(kept.in(shape.crs()).geometry(), shape.geometry())).isLessThan(0.0001);
            assertThat(Ground.canonical(kept)).isEqualTo(kept);
        }
    }

    private static double apart(Geometry one, Geometry other) {
        return DiscreteHausdorffDistance.distance(one.getBoundary(), other.getBoundary());
    }

    private static LineString line(double... ordinates) {
        return Rings.FACTORY.createLineString(
                new Coordinate[] {
                    new Coordinate(ordinates[0], ordinates[1]),
                    new Coordinate(ordinates[2], ordinates[3])
                });
    }
}
