package org.kaiyuan.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kaiyuan.plots.ground.Crs;
import org.kaiyuan.plots.ground.ReadingOptions;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.springframework.beans.factory.annotation.Autowired;

/** What is assumed to read a file is offered to a person, who takes it or not. */
@KaiyuanTest
@ActAsZone("deyang")
class PlotImportRepairsTest {
    private static final String PROPER =
            """
            [属性描述]
            坐标系=2000国家大地坐标系
            几度分带=3
            计量单位=米
            带号=35
            精度=0.001
            [地块坐标]
            5,4.0000,A-01,甲地块,面,,工业用地,100102,@
            J1,1,3442000.000,35442000.000
            J2,1,3442200.000,35442000.000
            J3,1,3442200.000,35442200.000
            J4,1,3442000.000,35442200.000
            J1,1,3442000.000,35442000.000
            """;
    private static final ReadingOptions USUAL = ReadingOptions.usualZone(35);

    @Autowired PlotImport imports;
    @Autowired PlotDirectory directory;
    @Autowired TestServers servers;

    @BeforeEach
    void bare_ground() throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("truncate plots.plot cascade");
        }
    }

    static Stream<Arguments> repaired() {
        return Stream.of(
                Arguments.of(
                        List.of("plots.file.swappedAxes"),
                        PROPER.replaceAll("(?m)^(J\\d,1),([\\d.]+),([\\d.]+)$", "$1,$3,$2")),
                Arguments.of(List.of("plots.file.wrongZone"), PROPER.replace("带号=35", "带号=34")),
                Arguments.of(
                        List.of("plots.file.zoneTaken"),
                        PROPER.replace("带号=35\n", "").replace(",35442", ",442")),
                Arguments.of(
                        List.of("plots.file.swappedAxes", "plots.file.zoneTaken"),
                        PROPER.replace("带号=35\n", "")
                                .replaceAll("(?m)^(J\\d,1),([\\d.]+),35([\\d.]+)$", "$1,$3,$2")),
                Arguments.of(
                        List.of("plots.import.areaDiffers"), PROPER.replace("4.0000", "5.0000")),
                Arguments.of(
                        List.of("plots.import.numberMissing"),
                        PROPER.replaceFirst(",[^,]+,([^,]+),面", ",,$1,面")),
                Arguments.of(
                        List.of("plots.import.useMissing"), PROPER.replace("工业用地,100102", ",")));
    }

    @ParameterizedTest
    @MethodSource("repaired")
    void what_was_assumed_is_taken_only_when_it_is_agreed_with(List<String> notes, String file) {
        assertThat(file).isNotEqualTo(PROPER);

        for (var offered : List.of(imports.look(bytes(file), USUAL), bring(file, false))) {
            assertThat(offered.taken()).isFalse();
            assertThat(offered.isGood()).isTrue();
            assertThat(offered.plots())
                    .singleElement()
                    .satisfies(one ->
                            assertThat(one.notes()).extracting(FileNote::key).isEqualTo(notes));
            assertThat(directory.find(PlotFilter.ALL, null, 10).items()).isEmpty();
        }

        var taken = bring(file, true);

        assertThat(taken.taken()).isTrue();
        liesWhereItIs(taken);
    }

    @Test
    void a_file_that_needs_no_repair_needs_nobody_to_agree() {
        var taken = bring(PROPER, false);

        assertThat(taken.taken()).isTrue();
        liesWhereItIs(taken);
    }

    /** Who believes the file's zone and not its eastings says so, and the plot lies there. */
    @Test
    void the_other_way_out_of_a_wrong_zone_is_to_decide_on_it() {
        var taken =
                imports.bring(
                        bytes(PROPER.replace("带号=35", "带号=34")), ReadingOptions.zone(34), false);

        assertThat(taken.taken()).isTrue();
        var shape =
                directory.details(Objects.requireNonNull(taken.plots().getFirst().id())).shape();
        assertThat(shape.in(Crs.GEOGRAPHIC).geometry().getCentroid().getX())
                .isCloseTo(101.39, within(0.01));
    }

    private void liesWhereItIs(BroughtFile taken) {
        var plot = directory.details(Objects.requireNonNull(taken.plots().getFirst().id()));
        assertThat(plot.computedM2()).isEqualByComparingTo("40000.00");
        var box = plot.shape().in(Crs.withPrefix(35)).geometry().getEnvelopeInternal();
        assertThat(box.getMinX()).isCloseTo(35_442_000, within(0.001));
        assertThat(box.getMaxY()).isCloseTo(3_442_200, within(0.001));
    }

    private BroughtFile bring(String file, boolean agreed) {
        return imports.bring(bytes(file), USUAL, agreed);
    }

    private static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }
}
