package org.kaiyuan.plots.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Polygon;

/** What is written is read back: random shapes of zones 33 to 36, with holes and in pieces. */
class RoundTripTest {
    private static final double MILLIMETRE = 0.001;

    @ParameterizedTest
    @EnumSource
    void no_coordinate_moves_by_more_than_a_millimetre(GroundFormat format) {
        for (int seed = 0; seed < 60; seed++) {
            var some = new SomeGround(seed);
            var records = IntStream.rangeClosed(1, 5).mapToObj(some::record).toList();

            assertSame(records, format, WritingOptions.USUAL, "seed " + seed);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"COORDINATE_TEXT", "SHAPEFILE"})
    void nor_in_gb18030(GroundFormat format) {
        var some = new SomeGround(99);

        assertSame(
                List.of(some.record(1), some.record(2)),
                format,
                WritingOptions.USUAL.in(WritingOptions.GB18030),
                "GB18030");
    }

    @ParameterizedTest
    @EnumSource(names = {"GEOJSON", "WKT", "SHAPEFILE"})
    void nor_in_degrees_nor_in_a_zone_without_its_number(GroundFormat format) {
        var some = new SomeGround(5);
        var records = List.of(some.record(1));
        int zone = records.get(0).shape().zone();

        assertSame(records, format, WritingOptions.USUAL.in(Crs.GEOGRAPHIC), "degrees");
        assertSame(records, format, WritingOptions.USUAL.in(Crs.withoutPrefix(zone)), "bare");
        assertSame(records, format, WritingOptions.USUAL.in(Crs.withPrefix(zone + 1)), "next zone");
    }

    @ParameterizedTest
    @EnumSource
    void rings_that_are_turned_the_wrong_way_come_back_as_the_same_ground(GroundFormat format) {
        var proper =
                IntStream.range(0, 50)
                        .mapToObj(seed -> new SomeGround(seed).record(1))
                        .filter(r -> holes(r.shape()) > 1)
                        .findFirst()
                        .orElseThrow();
        var turned =
                GroundRecord.of(
                        new GroundShape(
                                Ground.normalised(proper.shape()).geometry().reverse(),
                                proper.shape().crs()),
                        "1",
                        "反向");

        assertSame(List.of(turned), format, WritingOptions.USUAL, "turned");
    }

    @Test
    void records_of_several_zones_go_into_one_file() {
        var some = new SomeGround(0);
        var records = IntStream.rangeClosed(1, 6).mapToObj(some::record).toList();
        assertThat(records).extracting(r -> r.shape().zone()).contains(33, 35);

        assertThat(
                        new String(
                                GroundWriter.write(
                                        GroundFormat.COORDINATE_TEXT,
                                        records,
                                        WritingOptions.USUAL),
                                StandardCharsets.UTF_8))
                .contains("带号=\r\n");
        assertSame(records, GroundFormat.COORDINATE_TEXT, WritingOptions.USUAL, "several");
        assertThatThrownBy(() ->
                        GroundWriter.write(
                                GroundFormat.SHAPEFILE,
                                records,
                                WritingOptions.USUAL.in(Crs.withPrefix(33))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void words_survive_where_the_format_has_room_for_them() {
        var record = new SomeGround(3).record(1);
        for (var format : List.of(GroundFormat.GEOJSON, GroundFormat.KML, GroundFormat.SHAPEFILE)) {
            var back =
                    GroundReader.read(
                                    GroundWriter.write(
                                            format, List.of(record), WritingOptions.USUAL),
                                    ReadingOptions.NONE)
                            .records()
                            .get(0);

            assertThat(back.number()).isEqualTo(record.number());
            assertThat(back.name()).isEqualTo(record.name());
            assertThat(back.declaredAreaM2()).isEqualByComparingTo(record.declaredAreaM2());
            assertThat(back.useCode()).isEqualTo("100102");
            assertThat(back.useName()).isEqualTo("二类工业用地");
            assertThat(back.attributes()).isEqualTo(record.attributes());
        }
    }

    @Test
    void a_coordinate_text_keeps_number_name_use_and_the_declared_area_to_the_last_digit() {
        var record = new SomeGround(4).record(1);

        var back =
                GroundReader.read(
                                GroundWriter.write(
                                        GroundFormat.COORDINATE_TEXT,
                                        List.of(record),
                                        WritingOptions.USUAL),
                                ReadingOptions.NONE)
                        .records()
                        .get(0);

        assertThat(back.label()).isEqualTo(record.label());
        assertThat(back.declaredAreaM2()).isEqualByComparingTo(record.declaredAreaM2());
        assertThat(back.useCode() + back.useName()).isEqualTo("100102二类工业用地");
    }

    private static int holes(GroundShape shape) {
        return Ground.polygons(shape.geometry()).stream()
                .mapToInt(Polygon::getNumInteriorRing)
                .sum();
    }

    private static void assertSame(
            List<GroundRecord> records, GroundFormat format, WritingOptions options, String what) {
        var reading =
                GroundReader.read(
                        GroundWriter.write(format, records, options), ReadingOptions.NONE);

        assertThat(reading.faults()).as(what).isEmpty();
        assertThat(reading.repairs()).as(what).isEmpty();
        assertThat(reading.format()).isEqualTo(format);
        assertThat(reading.records()).hasSameSizeAs(records);
        for (int i = 0; i < records.size(); i++) {
            var shape = Ground.normalised(records.get(i).shape());
            var back = Ground.normalised(reading.records().get(i).shape().in(shape.crs()));
            var expected = shape.geometry().getCoordinates();
            var found = back.geometry().getCoordinates();
            assertThat(found).as(what).hasSameSizeAs(expected);
            if (format != GroundFormat.GEOJSON && format != GroundFormat.KML) {
                // these two turn the rings, so their points come in another order
                for (int p = 0; p < expected.length; p++) {
                    assertThat(found[p].distance(expected[p])).as(what).isLessThan(MILLIMETRE);
                }
            }
            assertThat(back.geometry().norm().equalsExact(shape.geometry().norm(), MILLIMETRE))
                    .as(what)
                    .isTrue();
            assertThat(Ground.areaM2(back))
                    .isCloseTo(
                            Ground.areaM2(shape),
                            within(shape.geometry().getLength() * MILLIMETRE));
        }
    }
}
