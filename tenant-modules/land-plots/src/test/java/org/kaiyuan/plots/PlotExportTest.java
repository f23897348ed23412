package org.kaiyuan.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kaiyuan.plots.ground.Ground;
import org.kaiyuan.plots.ground.GroundFormat;
import org.kaiyuan.plots.ground.GroundReader;
import org.kaiyuan.plots.ground.GroundRecord;
import org.kaiyuan.plots.ground.GroundShape;
import org.kaiyuan.plots.ground.GroundWriter;
import org.kaiyuan.plots.ground.ReadingOptions;
import org.kaiyuan.plots.ground.SomeGround;
import org.kaiyuan.plots.ground.WritingOptions;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** What is taken away as a file comes back by an import as the same ground. */
@KaiyuanTest
@ActAsZone(
        value = "deyang",
        permissions = {
            "plots:read",
            "plots:write",
            "plots:import",
            "plots:export",
            "plots:supply",
            "plots:layers"
        })
class PlotExportTest {
    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    @Autowired PlotRegistration registration;
    @Autowired PlotDirectory directory;
    @Autowired PlotImport imports;
    @Autowired PlotExport export;
    @Autowired LayerKeeping layers;
    @Autowired Zones zones;
    @Autowired TestServers servers;

    @BeforeEach
    void bare_ground() throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("truncate plots.plot, plots.layer_shape, leads.lead cascade");
        }
    }

    @ParameterizedTest
    @EnumSource
    void plots_come_back_as_they_were_within_a_millimetre(GroundFormat format) throws Exception {
        for (var charset : List.of(StandardCharsets.UTF_8, WritingOptions.GB18030)) {
            bare_ground();
            var shapes =
                    List.of(
                            Ground.canonical(new SomeGround(11).shape()),
                            Ground.canonical(new SomeGround(12).shape()));
            for (int i = 0; i < shapes.size(); i++) {
                registration.register(Papers.held("E-" + i, null), shapes.get(i));
            }

            var file = export.plots(PlotFilter.ALL, null, format, charset, CHINESE);

            assertThat(file.rows()).isEqualTo(2);
            assertThat(file.name()).endsWith("." + format.extension()).contains("地块");
            bare_ground();
            var brought = imports.bring(file.content(), ReadingOptions.NONE, true);
            assertThat(brought.taken()).as(brought.toString()).isTrue();
            for (int i = 0; i < shapes.size(); i++) {
                var back = directory.details(brought.plots().get(i).id());
                assertSame(back.shape(), shapes.get(i));
                if (format == GroundFormat.WKT) { // has nothing but shapes
                    assertThat(back.profile().number()).startsWith("未编号-3");
                } else {
                    assertThat(back.profile().number()).isEqualTo("E-" + i);
                    assertThat(back.profile().useCode()).isEqualTo("100102");
                    assertThat(back.profile().declaredM2()).isEqualByComparingTo("40000");
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_layer_comes_back_as_it_was(GroundFormat format) {
        var shape = Ground.canonical(new SomeGround(13).shape());
        var written =
                GroundWriter.write(
                        GroundFormat.WKT,
                        List.of(GroundRecord.of(shape, "", "")),
                        WritingOptions.USUAL);
        layers.bring(LayerKind.FARMLAND, written, ReadingOptions.NONE, true, false);

        var file = export.layer(LayerKind.FARMLAND, format, StandardCharsets.UTF_8, CHINESE);

        assertThat(file.rows()).isOne();
        var back = GroundReader.read(file.content(), ReadingOptions.NONE);
        assertThat(back.complete()).isTrue();
        assertSame(back.records().getFirst().shape(), shape);
        assertThat(
                        layers.bring(
                                        LayerKind.WATER,
                                        file.content(),
                                        ReadingOptions.NONE,
                                        true,
                                        true)
                                .taken())
                .isTrue();
    }

    @Test
    void only_what_the_filter_finds_leaves_and_who_took_it_is_recorded() throws Exception {
        registration.register(
                Papers.of("E-1"), PlotLineageTest.square(442_000, 3_442_200, 100, 100));
        registration.register(
                Papers.of("F-1"), PlotLineageTest.square(443_000, 3_442_200, 100, 100));

        var file =
                export.plots(
                        new PlotFilter(
                                "E-", Set.of(PlotState.PLANNED), null, null, null, null, null),
                        LocalDate.now(ZoneId.of("Asia/Shanghai")),
                        GroundFormat.GEOJSON,
                        StandardCharsets.UTF_8,
                        CHINESE);

        assertThat(new String(file.content(), StandardCharsets.UTF_8))
                .contains("E-1", "规划")
                .doesNotContain("F-1");
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute(
                    "select set_config('app.tenant_id', '"
                            + zones.zone("deyang").value()
                            + "', false)");
            var found =
                    sql.executeQuery(
                            "select after from audit.change where subject_kind = 'plots.export' "
                                    + "and field = 'question' order by at desc, id desc limit 1");
            assertThat(found.next()).isTrue();
            assertThat(found.getString(1)).startsWith("text=E-&state=PLANNED&asOf=");
        }
    }

    @Test
    void another_zone_takes_nothing_and_who_may_only_read_neither() {
        registration.register(
                Papers.of("E-1"), PlotLineageTest.square(442_000, 3_442_200, 100, 100));

        as("luzhou", "plots:export");
        assertThat(
                        export.plots(
                                        PlotFilter.ALL,
                                        null,
                                        GroundFormat.GEOJSON,
                                        StandardCharsets.UTF_8,
                                        CHINESE)
                                .rows())
                .isZero();
        as("deyang", "plots:read");
        assertThatThrownBy(() ->
                        export.plots(
                                PlotFilter.ALL,
                                null,
                                GroundFormat.GEOJSON,
                                StandardCharsets.UTF_8,
                                CHINESE))
                .isInstanceOf(AccessDeniedException.class);
    }

    private void as(String zone, String... permissions) {
        SecurityContextHolder.setContext(
                new SecurityContextImpl(zones.somebody(zone, permissions)));
    }

    /** Each point of either within a millimetre of the other's border, and as many of them. */
    private static void assertSame(GroundShape found, GroundShape wanted) {
        var there = Ground.canonical(found).in(wanted.crs()).geometry().norm();
        assertThat(there.equalsExact(wanted.geometry().norm(), 0.001))
                .as(there + "\n" + wanted.geometry())
                .isTrue();
    }
}
