package org.kaiyuan.plots.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.ProjCoordinate;

class CrsTest {
    private static final Coordinate PLACE = new Coordinate(104.4, 31.1);

    @Test
    void the_known_pair_of_zone_35_is_met_to_a_tenth_of_a_millimetre() {
        var plane = Crs.GEOGRAPHIC.to(new Crs(4523), PLACE);

        assertThat(plane.x).isCloseTo(35442756.8352, within(0.00005));
        assertThat(plane.y).isCloseTo(3442216.1770, within(0.00005));

        var back = new Crs(4523).to(Crs.GEOGRAPHIC, new Coordinate(35442756.8352, 3442216.1770));
        assertThat(back.x).isCloseTo(104.4, within(1e-9));
        assertThat(back.y).isCloseTo(31.1, within(1e-9));
    }

    /** Computed by PROJ 9.1 (gdaltransform of gdal-bin 3.6.2), up to 5° from the meridian. */
    @Test
    void another_program_computes_the_same() {
        record Pair(double lon, double lat, double x, double y) {}
        for (var pair :
                new Pair[] {
                    new Pair(104.4, 20, 35437210.8630702, 2212478.70060373),
                    new Pair(106.5, 31.1, 35643114.3656298, 3443029.14781819),
                    new Pair(106.5, 50, 35607541.5099663, 5541925.52686715),
                    new Pair(108, 50, 35715070.2648428, 5545162.08335936),
                    new Pair(110, 31.1, 35977306.663841, 3452835.94557797)
                }) {
            var plane = Crs.GEOGRAPHIC.to(Crs.withPrefix(35), new Coordinate(pair.lon, pair.lat));
            assertThat(plane.x).isCloseTo(pair.x, within(1e-5));
            assertThat(plane.y).isCloseTo(pair.y, within(1e-5));
        }
    }

    @Test
    void every_zone_agrees_with_the_registry() {
        var systems = new CRSFactory();
        var transforms = new CoordinateTransformFactory();
        for (int epsg = 4513; epsg <= 4554; epsg++) {
            var crs = new Crs(epsg);
            var transform =
                    transforms.createTransform(
                            systems.createFromName("EPSG:4490"),
                            systems.createFromName("EPSG:" + epsg));
            var expected = new ProjCoordinate();
            var place = new Coordinate(crs.centralMeridian() + 1.2, 33.3);
            transform.transform(new ProjCoordinate(place.x, place.y), expected);

            var plane = Crs.GEOGRAPHIC.to(crs, place);

            assertThat(plane.x).as("EPSG:%s", epsg).isCloseTo(expected.x, within(1e-5));
            assertThat(plane.y).as("EPSG:%s", epsg).isCloseTo(expected.y, within(1e-5));
        }
    }

    @Test
    void codes_zones_and_meridians_belong_together() {
        assertThat(Crs.withPrefix(35)).isEqualTo(new Crs(4523));
        assertThat(Crs.withoutPrefix(35)).isEqualTo(new Crs(4544));
        assertThat(Crs.withPrefix(33)).isEqualTo(new Crs(4521));
        assertThat(Crs.withoutPrefix(33)).isEqualTo(new Crs(4542));
        assertThat(new Crs(4554).zone()).isEqualTo(45);
        assertThat(new Crs(4554).prefixed()).isFalse();
        assertThat(new Crs(4533).prefixed()).isTrue();
        assertThat(Crs.ofEpsg(4326)).contains(Crs.GEOGRAPHIC);
        assertThat(Crs.ofEpsg(4507)).contains(Crs.withoutPrefix(35));
        assertThat(Crs.ofEpsg(3857)).isEmpty();
        assertThatThrownBy(() -> new Crs(4555)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Crs.withPrefix(24)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void zones_change_halfway_between_meridians() {
        assertThat(Crs.zoneAt(103.4999)).isEqualTo(34);
        assertThat(Crs.zoneAt(103.5)).isEqualTo(35);
        assertThat(Crs.zoneAt(106.4999)).isEqualTo(35);
        assertThatThrownBy(() -> Crs.zoneAt(2.3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_two_forms_of_a_zone_differ_by_its_number_only() {
        var bare = Crs.withPrefix(35).to(Crs.withoutPrefix(35), new Coordinate(35442756.8352, 1));

        assertThat(bare.x).isEqualTo(35442756.8352 - 35e6);
    }

    @Test
    void there_and_back_moves_nothing_by_a_micrometre_even_in_the_next_zone() {
        var random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            int zone = 33 + random.nextInt(4);
            var place =
                    new Coordinate(
                            zone * 3 + random.nextDouble() * 9 - 4.5,
                            18 + random.nextDouble() * 35);
            var plane = Crs.GEOGRAPHIC.to(Crs.withPrefix(zone), place);
            var there = Crs.withPrefix(zone).to(Crs.withPrefix(zone + 1), plane);
            var back = Crs.withPrefix(zone + 1).to(Crs.withPrefix(zone), there);
            assertThat(back.distance(plane)).isLessThan(1e-6);
        }
    }

    @Test
    void many_threads_compute_what_one_does() throws Exception {
        var expected = Crs.GEOGRAPHIC.to(Crs.withPrefix(35), PLACE);
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Boolean> much =
                    () ->
                            IntStream.range(0, 20_000)
                                    .allMatch(i -> {
                                        Crs.GEOGRAPHIC.to(
                                                Crs.withPrefix(35),
                                                new Coordinate(103 + i % 5, 30 + i % 7));
                                        return Crs.GEOGRAPHIC
                                                .to(Crs.withPrefix(35), PLACE)
                                                .equals2D(expected);
                                    });
            var answers = threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> much).toList());
            for (var answer : answers) {
                assertThat(answer.get()).isTrue();
            }
        }
    }
}
