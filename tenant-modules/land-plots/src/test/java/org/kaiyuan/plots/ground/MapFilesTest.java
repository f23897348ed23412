package org.kaiyuan.plots.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Polygon;

/** GeoJSON, KML, KMZ and WKT, proper and otherwise. */
class MapFilesTest {
    private static final String RING =
            "[[104.40,31.10],[104.41,31.10],[104.41,31.09],[104.40,31.09],[104.40,31.10]]";
    private static final String HOLE =
            "[[104.402,31.098],[104.404,31.098],[104.404,31.096],[104.402,31.098]]";
    private static final String FEATURE =
            "{\"type\":\"Feature\",\"properties\":{\"地块编号\":\"F-1\",\"地块名称\":\"北区\",\"面积（亩）\":1500,\"层\":3,\"空\":null,\"单\":{\"a\":[1]}},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":["
                    + RING
                    + ","
                    + HOLE
                    + "]}}";
    private static final String KML =
            """
            <?xml version="1.0" encoding="GBK"?>
            <kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>规划</name><Folder>
            <Placemark><name>G-1 北区</name>
            <ExtendedData><Data name="备注"><displayName>x</displayName><value>甲 &amp; 乙</value></Data>
            <SchemaData schemaUrl="#s"><SimpleData name="DLBM">100103</SimpleData></SchemaData></ExtendedData>
            <MultiGeometry>
            <Point><coordinates>104.405,31.095,0</coordinates></Point>
            <Polygon><innerBoundaryIs><LinearRing><coordinates>104.402,31.098 104.404,31.098 104.404,31.096 104.402,31.098</coordinates></LinearRing></innerBoundaryIs>
            <outerBoundaryIs><LinearRing><coordinates>
            104.40,31.10,500 104.41,31.10,500
            104.41,31.09,500 104.40,31.09,500 104.40,31.10,500
            </coordinates></LinearRing></outerBoundaryIs></Polygon>
            <Polygon><outerBoundaryIs><LinearRing><coordinates>104.42,31.10 104.43,31.10 104.43,31.09 104.42,31.10</coordinates></LinearRing></outerBoundaryIs></Polygon>
            </MultiGeometry></Placemark>
            </Folder></Document></kml>
            """;

    @Test
    void a_collection_a_feature_and_a_bare_shape_are_read() {
        var collection = read("{\"features\":[" + FEATURE + "],\"type\":\"FeatureCollection\"}");
        assertThat(collection.certain()).isTrue();
        var record = collection.records().get(0);
        assertThat(record.label()).isEqualTo("F-1 北区");
        assertThat(record.declaredAreaM2()).isEqualByComparingTo("1000000");
        assertThat(record.attributes()).isEqualTo(Map.of("层", "3"));
        assertThat(((Polygon) record.shape().geometry()).getNumInteriorRing()).isEqualTo(1);

        assertThat(read(FEATURE).records().get(0).shape()).isEqualTo(record.shape());
        var bare = read("\n {\"coordinates\":[" + RING + "," + HOLE + "],\"type\":\"Polygon\"}");
        assertThat(bare.records().get(0).shape()).isEqualTo(record.shape());
        assertThat(bare.records().get(0).line()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "urn:ogc:def:crs:EPSG::4523,35,true",
        "EPSG:4544,,false",
        "urn:ogc:def:crs:EPSG:6.18:4523,35,true",
        "http://www.opengis.net/def/crs/EPSG/0/4523,35,true"
    })
    void projected_coordinates_with_a_crs_are_read(String crs, String prefix, boolean prefixed) {
        var p = prefix == null ? "" : prefix;
        var file =
                ("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":null,\"geometry\":"
                                + "{\"type\":\"Polygon\",\"coordinates\":[[[@511000,3431500],[@511100,3431500],[@511100,3431400],[@511000,3431500]]]}}],"
                                + "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\""
                                + crs
                                + "\"}}}")
                        .replace("@", p);
        var reading = read(file);

        assertThat(reading.faults()).isEmpty();
        var shape = reading.records().get(0).shape();
        assertThat(shape.crs()).isEqualTo(prefixed ? Crs.withPrefix(35) : Crs.withoutPrefix(35));
        assertThat(Ground.areaM2(shape)).isCloseTo(5000, within(1e-3));
    }

    @Test
    void a_byte_order_mark_hides_nothing() {
        assertThat(read("\ufeff" + FEATURE).records()).isEqualTo(read(FEATURE).records());
        var kml = KML.replace("GBK", "UTF-8");
        assertThat(read("\ufeff" + kml).records()).isEqualTo(read(kml).records());
    }

    @Test
    void exchanged_longitude_and_latitude_are_offered_for_repair() {
        var swapped = FEATURE.replaceAll("\\[(104\\.\\d+),(31\\.\\d+)]", "[$2,$1]");

        assertThat(read(swapped).repairs()).containsExactly(new Repair.SwappedAxes(1, "F-1 北区"));
        assertThat(read(swapped).records().get(0).shape())
                .isEqualTo(read(FEATURE).records().get(0).shape());
    }

    @Test
    void geojson_says_what_is_wrong_and_where() {
        assertFault(
                "{\"type\":\"FeatureCollection\",\n\"features\":[\n" + FEATURE + ",\n{]",
                4,
                "jsonBroken");
        assertFault(FEATURE.replace("31.10]", "\"x\"]"), 1, "jsonPosition");
        assertFault(FEATURE.replace("\"Polygon\"", "\"LineString\""), 1, "notGround");
        assertFault(FEATURE.replace("\"Polygon\"", "\"MultiPolygon\""), 1, "jsonRings");
        assertFault("{\"type\":\"Feature\",\"geometry\":null,\"properties\":null}", 1, "noRings");
        assertFault("{\"type\":\"Topology\"}", 0, "unknownFormat");
        assertFault(
                "{\"crs\":{\"properties\":{\"name\":\"EPSG:3857\"}}," + FEATURE.substring(1),
                1,
                "crsUnknown");
        assertFault(
                "{\"crs\":{\"properties\":{\"name\":\"EPSG:4523\"}}," + FEATURE.substring(1),
                1,
                "degreesInPlane");
        assertFault(
                "{\"type\":\"Polygon\",\"coordinates\":" + "[".repeat(400) + "]".repeat(400) + "}",
                1,
                "jsonBroken");
        assertFault(FEATURE.replace("104.41,31.10", "1e999,31.10"), 1, "unlikeOthers");
        assertFault(FEATURE.replace("\"北区\"", "\"" + "长".repeat(4001) + "\""), 1, "attributeLong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "UTF-8"})
    void placemarks_are_read_with_holes_pieces_and_words(String charset) {
        var bytes = KML.replace("GBK", charset).getBytes(Charset.forName(charset));
        var reading = GroundReader.read(bytes, ReadingOptions.NONE);

        assertThat(reading.faults()).isEmpty();
        assertThat(reading.format()).isEqualTo(GroundFormat.KML);
        var record = reading.records().get(0);
        assertThat(record.name()).isEqualTo("G-1 北区");
        assertThat(record.line()).isEqualTo(3);
        assertThat(record.useCode()).isEqualTo("100103");
        assertThat(record.attributes()).isEqualTo(Map.of("备注", "甲 & 乙"));
        assertThat(record.shape().geometry().getNumGeometries()).isEqualTo(2);
        assertThat(((Polygon) record.shape().geometry().getGeometryN(0)).getNumInteriorRing())
                .isEqualTo(1);
    }

    @Test
    void a_kmz_is_read_as_what_it_holds() throws IOException {
        var kmz =
                ShapefileTest.zip(
                        Map.of(
                                "doc.kml",
                                KML.replace("GBK", "UTF-8").getBytes(StandardCharsets.UTF_8)));

        assertThat(GroundReader.read(kmz, ReadingOptions.NONE).records()).hasSize(1);
    }

    @Test
    void kml_reaches_for_nothing_outside_and_expands_nothing() {
        var outside =
                "<?xml version=\"1.0\"?><!DOCTYPE kml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><kml><Placemark><name>&x;</name></Placemark></kml>";
        var laughs =
                "<!DOCTYPE kml [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><kml><Placemark><name>&b;</name></Placemark></kml>";

        assertFault(outside, 0, "kmlDoctype");
        assertFault(laughs, 0, "kmlDoctype");
        assertFault("<!DOCTYPE kml SYSTEM \"http://127.0.0.1:1/x.dtd\"><kml/>", 0, "kmlDoctype");
    }

    @Test
    void kml_says_what_is_wrong_and_where() {
        assertFault(KML.replace("104.41,31.09,500", "104.41"), 9, "pointNumber");
        assertFault(KML.replace("</Folder>", ""), 15, "kmlBroken");
        assertFault(
                "<kml><Placemark><name>针</name><Point><coordinates>104,31</coordinates></Point></Placemark></kml>",
                1,
                "notGround");
        assertFault("<kml><Placemark><name>空</name></Placemark></kml>", 1, "noRings");
        assertFault("<html></html>", 0, "unknownFormat");
        assertFault("<kml>" + "<a>".repeat(200), 1, "kmlBroken");
        assertFault("<kml/>", 0, "nothing");
        assertFault(
                KML.replaceAll(
                        "104\\.(\\d\\d)(\\d*),31\\.(\\d\\d)(\\d*)", "355110$1.$2,34315$3.$4"),
                3,
                "metresInDegrees");
    }

    @Test
    void lines_of_wkt_are_read_with_and_without_srid() {
        var reading =
                read(
                        """
                        SRID=4523;POLYGON ((35511000 3431500, 35511100 3431500, 35511100 3431400, 35511000 3431500))
                        srid = 4490 ; MULTIPOLYGON (((104.40 31.10, 104.41 31.10, 104.41 31.09, 104.40 31.10)))

                        POLYGON Z ((35511000 3431500 9,
                            35511100 3431500 9, 35511100 3431400 9,
                            35511000 3431500 9))
                        POLYGON ((31.10 104.40, 31.10 104.41, 31.09 104.41, 31.10 104.40))
                        """);

        assertThat(reading.faults()).isEmpty();
        assertThat(reading.format()).isEqualTo(GroundFormat.WKT);
        assertThat(reading.records()).extracting(GroundRecord::line).containsExactly(1, 2, 4, 7);
        assertThat(reading.records().get(2).shape()).isEqualTo(reading.records().get(0).shape());
        assertThat(reading.repairs()).containsExactly(new Repair.SwappedAxes(7, "#4"));
    }

    @Test
    void wkt_says_what_is_wrong_and_where() {
        var good =
                "POLYGON ((35511000 3431500, 35511100 3431500, 35511100 3431400, 35511000 3431500))\n";
        assertFault(good + "POLYGON ((35511000 x))", 2, "wktBroken");
        assertFault(good + "POLYGON ((35511000 3431500, 35511100 3431500", 2, "wktBroken");
        assertFault(good + "POINT (1 2)", 2, "notGround");
        assertFault("SRID=3857;" + good, 1, "plotCrs");
        assertFault("POLYGON ((73.1 35, 73.2 35, 73.2 35.1, 73.1 35))", 1, "outsideChina");
        assertFault(
                "POLYGON ((25020000 3431500, 25020100 3431500, 25020100 3431400, 25020000 3431500))",
                1,
                "outsideChina");
        assertFault("POLYGON EMPTY", 1, "noRings");
        assertFault("GEOMETRYCOLLECTION" + "(".repeat(100_000), 1, "wktDeep");
        assertFault(("GEOMETRYCOLLECTION(\n").repeat(50_000), 9, "wktDeep");
    }

    @Test
    void what_is_no_file_of_shapes_is_said() {
        assertFault("", 0, "empty");
        assertFault("  \n ", 0, "empty");
        assertFault("name,area\n甲,3", 0, "unknownFormat");
        assertThat(
                        GroundReader.read(new byte[] {1, 0, 2}, ReadingOptions.NONE)
                                .faults()
                                .get(0)
                                .key())
                .isEqualTo("plots.file.unknownFormat");
        assertThat(
                        GroundReader.read(
                                        new byte[GroundLimits.FILE_BYTES + 1], ReadingOptions.NONE)
                                .faults()
                                .get(0)
                                .key())
                .isEqualTo("plots.file.large");
        assertThat(
                        GroundReader.read(
                                        new byte[] {'a', (byte) 0xff, (byte) 0xff},
                                        ReadingOptions.NONE)
                                .faults()
                                .get(0)
                                .key())
                .isEqualTo("plots.file.undecodable");
    }

    @Test
    void too_many_points_are_refused_and_nothing_is_kept() {
        var text = new StringBuilder("[地块坐标]\n0,1,1,多,面,,,,@\n");
        for (int i = 0; i <= GroundLimits.POINTS; i++) {
            text.append("1,1,3431500.25,35511000.5\n");
        }
        assertFault(text.toString(), 0, "pointsMany");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dk.kml", "dk4490.geojson"})
    void broken_texts_end_in_faults(String name) throws IOException {
        var random = new Random(3);
        for (int round = 0; round < 500; round++) {
            var bytes = ShapefileTest.resource(name);
            for (int i = 0; i <= random.nextInt(4); i++) {
                bytes[random.nextInt(bytes.length)] = (byte) (32 + random.nextInt(95));
            }
            var reading = GroundReader.read(bytes, ReadingOptions.NONE);
            assertThat(reading.records().size() + reading.faults().size()).isPositive();
        }
    }

    private static void assertFault(String file, int line, String key) {
        var faults = read(file).faults();
        assertThat(faults).isNotEmpty();
        assertThat(faults.get(0).key()).isEqualTo("plots.file." + key);
        assertThat(faults.get(0).line()).as(key).isEqualTo(line);
    }

    private static GroundReading read(String file) {
        return GroundReader.read(file.getBytes(StandardCharsets.UTF_8), ReadingOptions.NONE);
    }
}
