package org.kaiyuan.plots.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Polygon;

/** The national text as it should be (numbers of our own, laid out as the bureau's samples are) and as it is found. */
class CoordinateTextTest {
    private static final String HEADER =
            """
            [属性描述]
            格式版本号=1.01版本
            数据产生单位=开园测绘队
            数据产生日期=2026-03-02
            坐标系=2000国家大地坐标系
            几度分带=3
            投影类型=高斯克吕格
            计量单位=米
            带号=35
            精度=0.001
            转换参数=,,,,,,
            [地块坐标]
            """;

    /** 250 m × 160 m with a pond of 40 m × 30 m, and 120 m × 75 m. */
    private static final String PLOTS =
            """
            10,3.8800,B-1,河东一号,面,H48,工业用地,100101,@
            J1,1,3431500.250,35511000.500
            J2,1,3431500.250,35511250.500
            J3,1,3431340.250,35511250.500
            J4,1,3431340.250,35511000.500
            J1,1,3431500.250,35511000.500
            J5,2,3431450.250,35511100.500
            J6,2,3431450.250,35511140.500
            J7,2,3431420.250,35511140.500
            J8,2,3431420.250,35511100.500
            J5,2,3431450.250,35511100.500
            5,0.9000,B-2,河东二号,面,,物流仓储用地,110101,@
            J1,1,3431300.250,35511000.500
            J2,1,3431300.250,35511120.500
            J3,1,3431225.250,35511120.500
            J4,1,3431225.250,35511000.500
            J1,1,3431300.250,35511000.500
            """;

    private static final String FILE = HEADER + PLOTS;

    private static final String ONE =
            """
            4,0.5000,C-1,南区,面,,工业用地,100102,@
            J1,1,3431500.250,35511000.500
            J2,1,3431500.250,35511100.500
            J3,1,3431450.250,35511100.500
            J4,1,3431450.250,35511000.500
            """;

    @Test
    void the_plots_of_a_proper_file_are_read_with_all_that_it_says_of_them() {
        var reading = read(FILE.replace("\n", "\r\n"));

        assertThat(reading.certain()).isTrue();
        assertThat(reading.format()).isEqualTo(GroundFormat.COORDINATE_TEXT);
        assertThat(reading.header()).containsEntry("数据产生单位", "开园测绘队");
        assertThat(reading.records())
                .extracting(GroundRecord::label)
                .containsExactly("B-1 河东一号", "B-2 河东二号");
        var first = reading.records().get(0);
        assertThat(first.line()).isEqualTo(13);
        assertThat(first.declaredAreaM2()).isEqualByComparingTo("38800");
        assertThat(first.useCode()).isEqualTo("100101");
        assertThat(first.useName()).isEqualTo("工业用地");
        assertThat(first.attributes()).containsEntry("图幅号", "H48").hasSize(1);
        assertThat(first.shape().crs()).isEqualTo(Crs.withPrefix(35));
        assertThat(((Polygon) first.shape().geometry()).getNumInteriorRing()).isEqualTo(1);
        assertThat(first.shape().geometry().getCoordinate().x).isEqualTo(35511000.5);
    }

    @Test
    void the_declared_areas_are_the_computed_ones() {
        assertThat(read(FILE).records())
                .allSatisfy(record ->
                        assertThat(Ground.areaM2(record.shape()))
                                .isCloseTo(record.declaredAreaM2().doubleValue(), within(0.5)));
    }

    @Test
    void utf8_with_and_without_mark_gb18030_and_utf16_are_read_alike() {
        var expected = read(FILE).records();

        assertThat(read(("\ufeff" + FILE).getBytes(StandardCharsets.UTF_8)).records())
                .isEqualTo(expected);
        var chinese = read(FILE.getBytes(Charset.forName("GB18030")));
        assertThat(chinese.records()).isEqualTo(expected);
        assertThat(chinese.charset()).isEqualTo(Charset.forName("GB18030"));
        assertThat(read(FILE.getBytes(StandardCharsets.UTF_16)).records()).isEqualTo(expected);
    }

    @Test
    void leading_blanks_points_without_j_and_full_width_commas_change_nothing() {
        var expected = read(FILE).records();

        assertThat(read(FILE.replaceAll("(?m)^J", "  \t J")).records()).isEqualTo(expected);
        assertThat(read(FILE.replaceAll("(?m)^J", "　")).records()).isEqualTo(expected);
        assertThat(read(HEADER + PLOTS.replace(',', '，')).records()).isEqualTo(expected);
    }

    @Test
    void rings_that_do_not_come_back_to_their_first_point_are_closed() {
        var open =
                FILE.replaceAll("J1,1,3431500.250,35511000.500\nJ5", "J5")
                        .replaceAll("J5,2,3431450.250,35511100.500\n5,", "5,")
                        .replaceAll("J4(.*)\nJ1,1,3431300.250,35511000.500\n$", "J4$1\n");

        assertThat(open.lines().count()).isEqualTo(FILE.lines().count() - 3);
        assertThat(shapes(read(open))).isEqualTo(shapes(read(FILE)));
        assertThat(read(open).faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4,0.5,C-1,南区,面,,工业用地,@",
                "4,0.5,C-1,南区,面,,工业用地,100102,@",
                "4,0.5,C-1,南区,面,,工业用地,100102,国有,@",
                "4,0.5,C-1,南区,面,,工业用地,国有,100102,出让,@",
                "4,0.5,C-1,南区,面,,工业用地,100102,a,b,c,d,e,f,@",
                " 4, 0.5, C-1 ,南区,面,,工业用地,100102,,,@ ,",
                "0,0.5,C-1,南区,面,,工业用地,100102@"
            })
    void heads_of_seven_to_fourteen_fields_are_read(String head) {
        var reading = read(HEADER + ONE.replaceFirst(".*@", head));

        assertThat(reading.faults()).isEmpty();
        var record = reading.records().get(0);
        assertThat(record.label()).isEqualTo("C-1 南区");
        assertThat(record.declaredAreaM2()).isEqualByComparingTo("5000");
        assertThat(record.useName()).isEqualTo("工业用地");
        assertThat(record.useCode()).isEqualTo(head.contains("100102") ? "100102" : "");
    }

    @Test
    void eastings_without_prefix_are_read_in_the_declared_zone() {
        var reading = read(FILE.replace(",355", ",5"));

        assertThat(reading.certain()).isTrue();
        assertThat(reading.records().get(0).shape().crs()).isEqualTo(Crs.withoutPrefix(35));
        assertThat(canonical(reading)).isEqualTo(canonical(read(FILE)));
    }

    @Test
    void eastings_without_prefix_and_without_a_declared_zone_need_somebody_to_tell_it() {
        var zoneless = FILE.replace(",355", ",5").replace("带号=35\n", "");

        assertThat(read(zoneless).records()).isEmpty();
        assertThat(read(zoneless).faults())
                .extracting(GroundFault::key)
                .containsOnly("plots.file.noZone");

        var proposed = GroundReader.read(bytes(zoneless), ReadingOptions.usualZone(35));
        assertThat(proposed.repairs())
                .containsExactly(
                        new Repair.NoZone(12, "B-1 河东一号", 35),
                        new Repair.NoZone(23, "B-2 河东二号", 35));
        assertThat(proposed.certain()).isFalse();
        assertThat(canonical(proposed)).isEqualTo(canonical(read(FILE)));

        var decided = GroundReader.read(bytes(zoneless), ReadingOptions.zone(35));
        assertThat(decided.certain()).isTrue();
        assertThat(canonical(decided)).isEqualTo(canonical(read(FILE)));
    }

    @Test
    void a_missing_zone_is_no_matter_where_the_eastings_tell_it() {
        var reading = read(FILE.replace("带号=35", "带号="));

        assertThat(reading.certain()).isTrue();
        assertThat(shapes(reading)).isEqualTo(shapes(read(FILE)));
    }

    @Test
    void a_central_meridian_and_a_six_degree_zone_tell_the_zone_as_well() {
        var bare = FILE.replace(",355", ",5");

        assertThat(shapes(read(bare.replace("带号=35", "中央子午线=105")))).isEqualTo(shapes(read(bare)));
        assertThat(shapes(read(bare.replace("几度分带=3", "几度分带=6").replace("带号=35", "带号=18"))))
                .isEqualTo(shapes(read(bare)));
        assertThat(
                        shapes(
                                read(
                                        FILE.replace(",355", ",185")
                                                .replace("几度分带=3", "几度分带=6")
                                                .replace("带号=35", "带号=18"))))
                .isEqualTo(shapes(read(FILE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"35511", "511"})
    void swapped_axes_are_recognised_and_their_repair_is_proposed(String east) {
        var proper = FILE.replace("35511", east);
        var swapped = proper.replaceAll("(?m)^(J\\d+,\\d+),([\\d.]+),([\\d.]+)$", "$1,$3,$2");
        assertThat(swapped).isNotEqualTo(proper);

        var reading = read(swapped);

        assertThat(reading.faults()).isEmpty();
        assertThat(reading.repairs())
                .containsExactly(
                        new Repair.SwappedAxes(13, "B-1 河东一号"),
                        new Repair.SwappedAxes(24, "B-2 河东二号"));
        assertThat(shapes(reading)).isEqualTo(shapes(read(proper)));
    }

    @Test
    void a_prefix_against_the_declared_zone_is_believed_until_somebody_says_otherwise() {
        var wrong = FILE.replace("带号=35", "带号=34");

        assertThat(read(wrong).repairs()).contains(new Repair.WrongZone(13, "B-1 河东一号", 34, 35));
        assertThat(shapes(read(wrong))).isEqualTo(shapes(read(FILE)));

        var decided = GroundReader.read(bytes(wrong), ReadingOptions.zone(34));
        assertThat(decided.certain()).isTrue();
        var point = decided.records().get(0).shape().geometry().getCoordinate();
        assertThat(point.x).isEqualTo(34511000.5);
    }

    @Test
    void a_second_ring_outside_of_the_first_is_a_second_piece_and_an_island_in_a_hole_a_third() {
        var pieces =
                HEADER
                        + """
                        0,2.2,D-1,三片,面,,,,@
                        1,1,3431500,35511000
                        2,1,3431500,35511200
                        3,1,3431400,35511200
                        4,1,3431400,35511000
                        5,2,3431500,35511300
                        6,2,3431500,35511400
                        7,2,3431450,35511400
                        8,2,3431450,35511300
                        9,3,3431480,35511020
                        10,3,3431480,35511120
                        11,3,3431420,35511120
                        12,3,3431420,35511020
                        13,4,3431460,35511040
                        14,4,3431460,35511060
                        15,4,3431440,35511060
                        16,4,3431440,35511040
                        """;
        var shape = read(pieces).records().get(0).shape();

        assertThat(shape.geometry().getNumGeometries()).isEqualTo(3);
        assertThat(Ground.areaM2(shape)).isCloseTo(20000 + 5000 - 6000 + 400, within(1e-6));
        assertThat(Ground.fault(shape)).isEmpty();
    }

    @Test
    void pieces_with_one_ring_number_are_told_apart_by_coming_back_to_the_first_point() {
        var pieces =
                HEADER
                        + """
                        10,1.5,D-2,两片,面,,,,@
                        1,1,3431500,35511000
                        2,1,3431500,35511100
                        3,1,3431400,35511100
                        4,1,3431400,35511000
                        1,1,3431500,35511000
                        1,1,3431500,35511300
                        2,1,3431500,35511400
                        3,1,3431450,35511400
                        4,1,3431450,35511300
                        1,1,3431500,35511300
                        """;
        assertThat(Ground.areaM2(read(pieces).records().get(0).shape()))
                .isCloseTo(15000, within(1e-6));
    }

    @Test
    void a_fault_names_line_and_plot_and_the_other_plots_are_read() {
        var reading = read(FILE.replace("J6,2,3431450.250", "J6,2,343145O.250"));

        assertThat(reading.faults())
                .containsExactly(
                        new GroundFault(
                                20, "B-1 河东一号", "plots.file.pointNumber", List.of("343145O.250")));
        assertThat(reading.faults().get(0).arguments())
                .containsExactly("20", "B-1 河东一号", "343145O.250");
        assertThat(reading.records()).extracting(GroundRecord::label).containsExactly("B-2 河东二号");
        assertThat(reading.complete()).isFalse();
    }

    @Test
    void each_thing_that_cannot_be_read_is_said() {
        assertFault(FILE.replace("J3,1,3431340.250", "J3,1,343134.025"), 16, "unlikeOthers");
        assertFault(FILE.replace("J2,1,3431500.250,35", "J2,1,3431500.250,36"), 15, "unlikeOthers");
        assertFault(FILE.replace("J1,1,3431500", "J1,1,9431500"), 14, "outsideChina");
        assertFault(FILE.replace("J7,2,3431420.250,35511140.500\n", ""), 13, "pointCount");
        assertFault(FILE.replace("J7,2,", "J7,"), 21, "pointFields");
        assertFault(FILE.replace("J7,2,", "J7,二,"), 21, "pointRing");
        assertFault(FILE.replace("10,3.8800", "十,3.8800"), 13, "headCount");
        assertFault(FILE.replace("10,3.8800", "10,约四公顷"), 13, "headArea");
        assertFault(FILE.replace("一号,面", "一号,线"), 13, "notGround");
        assertFault(FILE.replace(",H48,工业用地,100101", ""), 13, "headFields");
        assertFault(FILE.replaceFirst("10,3.*\n", ""), 13, "pointWithoutHead");
        assertFault(FILE.replace("2000国家大地", "1980西安"), 5, "otherDatum");
        assertFault(FILE.replace("单位=米", "单位=公里"), 8, "otherUnit");
        assertFault(FILE.replace("带号=35", "带号=53"), 9, "zoneUnknown");
        assertFault(FILE.replace("分带=3", "分带=1.5"), 6, "zoneWidth");
        assertFault(HEADER, 0, "nothing");
        assertFault(
                HEADER + ONE.replaceAll("J[34].*\n", "").replace("4,0.5", "2,0.5"),
                14,
                "ringShort");
        assertFault(
                HEADER + ONE.lines().findFirst().orElseThrow().replace("4,0", "0,0"),
                13,
                "noRings");
    }

    @Test
    void degrees_in_a_text_are_recognised_in_either_order() {
        var degrees =
                """
                [地块坐标]
                4,1,E-1,经纬度,面,,,,@
                1,1,31.10,104.40
                2,1,31.10,104.41
                3,1,31.09,104.41
                4,1,31.09,104.40
                """;
        var swapped = degrees.replaceAll("(31\\.\\d+),(104\\.\\d+)", "$2,$1");

        assertThat(read(degrees).certain()).isTrue();
        assertThat(read(degrees).records().get(0).shape().crs()).isEqualTo(Crs.GEOGRAPHIC);
        assertThat(read(swapped).repairs()).hasSize(1);
        assertThat(shapes(read(swapped))).isEqualTo(shapes(read(degrees)));
    }

    @Test
    void however_long_a_name_is_its_fault_stays_a_sentence() {
        var fault = read(HEADER + ONE.replace("南区", "南".repeat(5000))).faults().get(0);

        assertThat(fault.key()).isEqualTo("plots.file.attributeLong");
        assertThat(fault.plot()).hasSizeLessThan(110);
        assertThat(fault.details()).allSatisfy(d -> assertThat(d).hasSizeLessThan(110));
    }

    @Test
    void broken_characters_end_in_faults_and_never_in_exceptions() {
        var random = new Random(5);
        var signs = "0123456789,.@J[]= -面\n";
        for (int round = 0; round < 3000; round++) {
            var text = new StringBuilder(FILE);
            for (int i = 0; i <= random.nextInt(6); i++) {
                text.setCharAt(
                        random.nextInt(text.length()),
                        signs.charAt(random.nextInt(signs.length())));
            }
            var reading = GroundReader.read(bytes(text.toString()), ReadingOptions.usualZone(35));
            assertThat(reading.records().size() + reading.faults().size()).isPositive();
        }
    }

    private static void assertFault(String file, int line, String key) {
        assertThat(read(file).faults())
                .first()
                .satisfies(fault -> {
                    assertThat(fault.key()).isEqualTo("plots.file." + key);
                    assertThat(fault.line()).isEqualTo(line);
                });
    }

    private static GroundReading read(String file) {
        return read(bytes(file));
    }

    private static GroundReading read(byte[] file) {
        return GroundReader.read(file, ReadingOptions.NONE);
    }

    private static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }

    private static List<GroundShape> shapes(GroundReading reading) {
        return reading.records().stream().map(GroundRecord::shape).toList();
    }

    private static List<GroundShape> canonical(GroundReading reading) {
        return shapes(reading).stream().map(Ground::canonical).toList();
    }
}
