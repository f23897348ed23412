package org.kaiyuan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kaiyuan.plots.ground.Ground;
import org.kaiyuan.plots.ground.GroundShape;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;

class InventedGroundTest {
    private static final double MU_M2 = 10_000 / 15.0;

    static List<Place> places() {
        return Place.populated();
    }

    @ParameterizedTest
    @MethodSource("places")
    void the_boundary_lies_near_the_zones_city_and_is_as_large_as_such_zones_are(Place place) {
        var site = Site.of(place.code());
        for (int seed = 0; seed < 5; seed++) {
            var ground = InventedGround.of(site, new Draws(seed));
            var box = Ground.boundingBox(new GroundShape(ground.boundary(), ground.plane()));

            assertThat(ground.boundary().getArea()).isBetween(8e6, 15e6);
            assertThat(box.contains(site.longitude(), site.latitude())).isTrue();
            assertThat(new Envelope(97, 109, 26, 35).contains(box)).isTrue(); // Sichuan
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void lots_are_sound_lie_inside_and_never_on_each_other(Place place) {
        for (int seed = 0; seed < 5; seed++) {
            var ground = InventedGround.of(Site.of(place.code()), new Draws(seed));
            var shapes =
                    ground.lots().stream()
                            .map(lot -> new GroundShape(lot.ground(), ground.plane()))
                            .toList();

            assertThat(shapes).hasSizeBetween(60, 120);
            assertThat(ground.lots())
                    .allSatisfy(lot -> {
                        assertThat(lot.ground().getArea() / MU_M2).isBetween(15.0, 200.0);
                        assertThat(ground.boundary().covers(lot.ground())).isTrue();
                        assertThat(lot.ground().intersects(ground.river())).isFalse();
                    });
            assertThat(shapes).allMatch(shape -> Ground.fault(shape).isEmpty());
            for (int i = 0; i < shapes.size(); i++) {
                for (int j = 0; j < i; j++) {
                    assertThat(Ground.overlap(shapes.get(i), shapes.get(j))).isEmpty();
                }
            }
            assertThat(ground.lots()).anyMatch(lot -> lot.ground().getNumInteriorRing() > 0);
            assertThat(ground.lots()).anyMatch(lot -> !isConvex(lot.ground()));
            assertThat(ground.lots()).extracting(Lot::ground).allMatch(Polygon::isValid);
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void the_same_seed_gives_the_same_ground(Place place) {
        var site = Site.of(place.code());

        assertThat(InventedGround.of(site, new Draws(7)).lots())
                .isEqualTo(InventedGround.of(site, new Draws(7)).lots());
    }

    private static boolean isConvex(Polygon ground) {
        return ground.convexHull().getArea() < 1.02 * ground.getArea();
    }
}
