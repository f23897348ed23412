package org.kaiyuan.plots.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that GDAL wrote (see README.md beside them), and what becomes of them when they are tampered with. */
class ShapefileTest {
    @ParameterizedTest
    @CsvSource({
        "gbk4523.zip,4523",
        "utf4490.zip,4490",
        "z4544.zip,4544",
        "dk.kml,4490",
        "dk4490.geojson,4490",
        "dk4523.geojson,4523"
    })
    void what_another_program_wrote_is_read(String file, int epsg) throws IOException {
        var reading = GroundReader.read(resource(file), ReadingOptions.NONE);

        assertThat(reading.faults()).isEmpty();
        assertThat(reading.repairs()).isEmpty();
        var first = reading.records().get(0);
        assertThat(first.number()).isEqualTo("A-01");
        assertThat(first.name()).isEqualTo("东区一号地");
        assertThat(first.declaredAreaM2()).isEqualByComparingTo("47500");
        assertThat(first.useCode()).isEqualTo("100101");
        assertThat(first.useName()).isEqualTo("一类工业用地");
        assertThat(first.attributes()).containsEntry("备注", "中间有水塘");
        // ten bytes of UTF-8 end after three characters
        var date = epsg == 4490 && file.endsWith("zip") ? "批准日" : "批准日期";
        assertThat(first.attributes().get(date).replace('/', '-')).isEqualTo("2025-03-18");
        var second = reading.records().get(1);
        assertThat(second.shape().geometry().getNumGeometries()).isEqualTo(2);
        assertThat(second.attributes()).isEmpty();
        assertThat(reading.records())
                .allSatisfy(record -> {
                    assertThat(record.shape().crs().epsg()).isEqualTo(epsg);
                    assertThat(Ground.areaM2(record.shape()))
                            .isCloseTo(record.declaredAreaM2().doubleValue(), within(0.05));
                });
        var corner = Ground.canonical(first.shape()).geometry().getEnvelopeInternal();
        assertThat(corner.getMinX()).isCloseTo(35511000.125, within(0.001));
        assertThat(corner.getMaxY()).isCloseTo(3431250.5, within(0.001));
    }

    @Test
    void without_projection_and_code_page_the_numbers_and_texts_tell() throws IOException {
        var parts = parts("gbk4523.zip");
        parts.remove("dk.prj");
        parts.remove("dk.cpg");

        var reading = GroundReader.read(zip(parts), ReadingOptions.NONE);

        assertThat(reading.certain()).isTrue();
        assertThat(reading.records().get(0).name()).isEqualTo("东区一号地");
        assertThat(reading.records().get(0).shape().crs()).isEqualTo(Crs.withPrefix(35));
    }

    @Test
    void eastings_without_prefix_nor_projection_ask_for_the_zone() throws IOException {
        var parts = parts("z4544.zip");
        parts.remove("dk.prj");

        assertThat(GroundReader.read(zip(parts), ReadingOptions.NONE).faults())
                .extracting(GroundFault::key)
                .containsOnly("plots.file.noZone");
        assertThat(GroundReader.read(zip(parts), ReadingOptions.usualZone(35)).repairs())
                .hasSize(2);
    }

    @Test
    void the_code_page_of_the_language_driver_is_heeded() throws IOException {
        var parts = parts("gbk4523.zip");
        parts.remove("dk.cpg");
        parts.get("dk.dbf")[29] = 0x4d;

        assertThat(GroundReader.read(zip(parts), ReadingOptions.NONE).records().get(0).name())
                .isEqualTo("东区一号地");
    }

    @Test
    void a_wrong_code_page_is_a_fault_of_the_row_and_not_a_wrong_name() throws IOException {
        var parts = parts("gbk4523.zip");
        parts.put("dk.cpg", "UTF-8".getBytes());

        var reading = GroundReader.read(zip(parts), ReadingOptions.NONE);

        assertThat(reading.records()).isEmpty();
        assertThat(reading.faults())
                .extracting(GroundFault::key)
                .containsOnly("plots.file.dbfText");
    }

    @Test
    void a_ring_within_another_is_a_hole_even_if_all_are_turned_the_same_way() throws IOException {
        var parts = parts("gbk4523.zip");
        var shp = ByteBuffer.wrap(parts.get("dk.shp")).order(ByteOrder.LITTLE_ENDIAN);
        int hole = 100 + 8 + 44 + 2 * 4 + 5 * 16;
        var points = new double[10];
        for (int i = 0; i < 10; i++) {
            points[i] = shp.getDouble(hole + 8 * i);
        }
        for (int i = 0; i < 5; i++) {
            shp.putDouble(hole + 16 * i, points[8 - 2 * i]);
            shp.putDouble(hole + 16 * i + 8, points[9 - 2 * i]);
        }

        var shape = GroundReader.read(zip(parts), ReadingOptions.NONE).records().get(0).shape();

        assertThat(Ground.areaM2(shape)).isCloseTo(47500, within(1e-6));
    }

    @Test
    void rows_marked_as_deleted_are_passed_over() throws IOException {
        var parts = parts("gbk4523.zip");
        var dbf = parts.get("dk.dbf");
        dbf[Short.toUnsignedInt(ByteBuffer.wrap(dbf).order(ByteOrder.LITTLE_ENDIAN).getShort(8))] =
                '*';

        assertThat(GroundReader.read(zip(parts), ReadingOptions.NONE).records())
                .extracting(GroundRecord::number)
                .containsExactly("A-02");
    }

    @Test
    void other_projections_and_missing_parts_are_said() throws IOException {
        var parts = parts("gbk4523.zip");
        parts.put(
                "dk.prj",
                "PROJCS[\"Xian_1980_3_Degree_GK_Zone_35\",GEOGCS[\"GCS_Xian_1980\"]]".getBytes());
        assertFault(parts, "crsUnknown");

        parts = parts("gbk4523.zip");
        parts.remove("dk.dbf");
        assertFault(parts, "dbfMissing");

        parts = parts("gbk4523.zip");
        parts.put("other.shp", parts.get("dk.shp"));
        assertFault(parts, "zipMany");

        parts = parts("gbk4523.zip");
        parts.get("dk.shp")[32] = 3;
        assertFault(parts, "shpKind");

        parts = parts("gbk4523.zip");
        parts.get("dk.dbf")[4] = 1;
        assertFault(parts, "dbfRows");

        parts = parts("gbk4523.zip");
        parts.put("dk.cpg", "Klingon".getBytes());
        assertFault(parts, "cpgUnknown");

        assertThat(GroundReader.read(parts.get("dk.shp"), ReadingOptions.NONE).faults())
                .extracting(GroundFault::key)
                .containsExactly("plots.file.shpAlone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../dk.shp", "a/../../dk.shp", "/etc/dk.shp", "C:\\dk.shp", "..\\dk.shp"})
    void paths_that_lead_out_of_the_zip_are_refused(String path) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put(path, new byte[10]);

        assertFault(parts, "zipPath");
    }

    @Test
    void a_zip_bomb_is_refused_even_in_a_part_that_nobody_wants() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("bomb.bin"));
            var zeros = new byte[1 << 20];
            for (int i = 0; i <= GroundLimits.UNPACKED_BYTES >> 20; i++) {
                zip.write(zeros);
            }
        }
        assertThat(out.size()).isLessThan(GroundLimits.FILE_BYTES);

        assertThat(GroundReader.read(out.toByteArray(), ReadingOptions.NONE).faults())
                .extracting(GroundFault::key)
                .containsExactly("plots.file.zipBomb");
    }

    /** Whatever is in it, a file is an answer and never an exception. */
    @ParameterizedTest
    @ValueSource(strings = {"dk.shp", "dk.dbf", "dk.prj", "dk.cpg"})
    void broken_bytes_end_in_faults(String part) throws IOException {
        var random = new Random(11);
        for (int round = 0; round < 500; round++) {
            var parts = parts("z4544.zip");
            var bytes = parts.get(part);
            for (int i = 0; i <= random.nextInt(4); i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            if (random.nextInt(4) == 0) {
                parts.put(part, java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)));
            }
            var reading = GroundReader.read(zip(parts), ReadingOptions.usualZone(35));
            assertThat(reading.records().size() + reading.faults().size()).isPositive();
        }
    }

    private static void assertFault(Map<String, byte[]> parts, String key) throws IOException {
        var reading = GroundReader.read(zip(parts), ReadingOptions.NONE);
        assertThat(reading.records()).isEmpty();
        assertThat(reading.faults())
                .extracting(GroundFault::key)
                .containsExactly("plots.file." + key);
    }

    static byte[] resource(String name) throws IOException {
        try (var in = ShapefileTest.class.getResourceAsStream("/ground/" + name)) {
            return in.readAllBytes();
        }
    }

    private static Map<String, byte[]> parts(String name) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(resource(name)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    static byte[] zip(Map<String, byte[]> parts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return out.toByteArray();
    }
}
