package org.kaiyuan.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.plots.ground.Crs;
import org.kaiyuan.plots.ground.Ground;
import org.kaiyuan.plots.ground.ReadingOptions;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Files that wait for a person's decision, and what they do not bring. */
@KaiyuanTest
@ActAsZone("deyang")
class UploadUseCasesTest {
    @Autowired PlotUploads uploads;
    @Autowired LayerUploads layerUploads;
    @Autowired PlotImport imports;
    @Autowired LayerKeeping layers;
    @Autowired PlotDirectory directory;
    @Autowired PlotRegistration registration;
    @Autowired PlotMap map;
    @Autowired Messages messages;
    @Autowired JdbcTemplate jdbc;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Zones zones;
    @Autowired TestServers servers;

    @BeforeEach
    void bare_ground() throws Exception {
        owner("truncate plots.plot, plots.layer_shape, plots.upload, leads.lead cascade");
    }

    @Test
    void a_file_of_plots_waits_is_looked_at_and_taken_once() {
        var id = keep(text(square("A-01", "甲地块", 442_000, 200)));

        var waiting = uploads.look(id, ReadingOptions.NONE);
        assertThat(waiting.name()).isEqualTo("地块.txt");
        assertThat(waiting.file().plots()).extracting(BroughtPlot::number).containsExactly("A-01");
        assertThat(uploads.look(id, ReadingOptions.NONE).file().taken()).isFalse();
        assertThat(directory.find(PlotFilter.ALL, null, 10).items()).isEmpty();

        assertThat(uploads.bring(id, ReadingOptions.NONE, false).taken()).isTrue();
        assertThat(directory.find(PlotFilter.ALL, null, 10).items()).hasSize(1);
        assertThatThrownBy(() -> uploads.bring(id, ReadingOptions.NONE, false))
                .isInstanceOf(UnknownUpload.class);
        assertThatThrownBy(() -> uploads.look(id, ReadingOptions.NONE))
                .isInstanceOf(UnknownUpload.class);
    }

    @Test
    void a_file_of_a_layer_waits_is_looked_at_and_taken_once() {
        var id = keepLayer(text(square("", "规划一", 442_000, 200)));

        assertThat(layerUploads.look(id, ReadingOptions.NONE).layer().pieces()).hasSize(1);
        assertThat(layers.layers()).isEmpty();

        assertThat(bringLayer(id, false).taken()).isTrue();
        assertThat(layers.layers()).hasSize(1);
        assertThatThrownBy(() -> bringLayer(id, false)).isInstanceOf(UnknownUpload.class);
        assertThatThrownBy(() -> layerUploads.look(id, ReadingOptions.NONE))
                .isInstanceOf(UnknownUpload.class);
    }

    @Test
    void what_was_assumed_wants_a_persons_agreement_and_the_file_waits_for_it() {
        var swapped =
                text(square("A-01", "甲地块", 442_000, 200))
                        .replaceAll("(344\\d{4}\\.\\d+),(35\\d{6}\\.\\d+)", "$2,$1");
        var id = keep(swapped);
        var layer = keepLayer(swapped);

        assertThat(uploads.look(id, ReadingOptions.NONE).file().plots().getFirst().notes())
                .isNotEmpty();
        assertThat(uploads.bring(id, ReadingOptions.NONE, false).taken()).isFalse();
        assertThat(bringLayer(layer, false).taken()).isFalse();
        assertThat(directory.find(PlotFilter.ALL, null, 10).items()).isEmpty();
        assertThat(layers.layers()).isEmpty();

        assertThat(uploads.bring(id, ReadingOptions.NONE, true).taken()).isTrue();
        assertThat(bringLayer(layer, true).taken()).isTrue();
    }

    @Test
    void whoever_did_not_bring_a_file_does_not_know_of_it() throws Exception {
        var id = keep(text(square("A-01", "甲地块", 442_000, 200)));
        var layer = keepLayer(text(square("", "规划一", 442_000, 200)));

        zones.in(
                "luzhou",
                () -> {
                    unknown(id, layer);
                    return 0;
                });
        owner("update plots.upload set brought_by = 'somebody-else'");
        unknown(id, layer);

        assertThat(directory.find(PlotFilter.ALL, null, 10).items()).isEmpty();
        assertThat(layers.layers()).isEmpty();
    }

    @Test
    void a_name_is_kept_as_far_as_it_can_be() {
        var content = text(square("A-01", "甲地块", 442_000, 200)).getBytes(StandardCharsets.UTF_8);

        var odd = uploads.keep("地\u0000块.txt", new ByteArrayInputStream(content));
        assertThat(uploads.look(odd, ReadingOptions.NONE).name()).isEqualTo("地块.txt");
        PlotSupplyTest.refused(
                () -> uploads.keep("空.txt", new ByteArrayInputStream(new byte[0])), "file");
    }

    @Test
    void a_file_is_looked_at_with_the_registers_own_rules_by_line_and_plot() {
        bring(text(square("A 1", "甲地块", 442_000, 200)));
        var file =
                text(
                        square("A  1", "乙地块", 443_000, 200),
                        square("长".repeat(61), "丙地块", 444_000, 200),
                        square("A-03", "长".repeat(201), 445_000, 200),
                        square("B 1", "丁地块", 446_000, 200),
                        square("B   1", "戊地块", 447_000, 200));

        var looked = imports.look(file.getBytes(StandardCharsets.UTF_8), ReadingOptions.NONE);

        assertThat(looked.plots())
                .extracting(plot -> plot.faults().stream().map(FileNote::key).toList())
                .containsExactly(
                        List.of("plots.import.numberTaken"),
                        List.of("plots.import.number.tooLong"),
                        List.of("plots.import.name.tooLong"),
                        List.of(),
                        List.of("plots.import.numberTwice"));
        assertThat(told(looked.plots().get(1).faults().getFirst()))
                .startsWith("第 14 行，地块“长")
                .endsWith("编号超过 60 个字符，请缩短。");
        assertThat(
                        imports.bring(
                                        file.getBytes(StandardCharsets.UTF_8),
                                        ReadingOptions.NONE,
                                        true)
                                .taken())
                .isFalse();
    }

    @Test
    void of_two_who_replace_a_layer_at_once_the_later_ones_stays() throws Exception {
        try (var pool = Executors.newSingleThreadExecutor()) {
            var later =
                    new TransactionTemplate(transactions)
                            .execute(t -> {
                                replace("规划一");
                                var waiting =
                                        pool.submit(() ->
                                                zones.in(
                                                        "deyang",
                                                        () -> {
                                                            replace("规划二");
                                                            return 0;
                                                        }));
                                Awaitility.await()
                                        .pollInSameThread()
                                        .atMost(Duration.ofSeconds(20))
                                        .until(() -> waiting.isDone() || isWaitedFor());
                                return waiting;
                            });
            later.get();
        }

        assertThat(map.layers(List.of(LayerKind.DETAILED_PLAN), new Box(70, 10, 140, 60), 0))
                .extracting(PlotMap.MapShape::name)
                .containsExactly("规划二");
    }

    @Test
    void what_is_drawn_beside_plots_is_laid_onto_their_borders() {
        var neighbour =
                registration.register(
                        Papers.of("A-01"), PlotLineageTest.square(442_000, 3_442_200, 200, 200));
        var drawn = PlotLineageTest.square(442_200.6, 3_442_200.4, 200, 200);

        var laid = map.snapped(drawn, 1, Set.of());
        assertThat(laid.geometry().getEnvelopeInternal().getMinX()).isEqualTo(35_442_200);
        assertThat(laid.geometry().getEnvelopeInternal().getMaxX()).isEqualTo(35_442_400.6);
        assertThat(Ground.areaM2(laid)).isNotEqualTo(Ground.areaM2(drawn));

        // not further than wanted, nor than what was surely meant, nor onto what ends
        assertThat(west(map.snapped(drawn, 0.3, Set.of()))).isEqualTo(35_442_200.6);
        assertThat(west(map.snapped(drawn, 1, Set.of(neighbour)))).isEqualTo(35_442_200.6);
        assertThat(
                        west(
                                map.snapped(
                                        PlotLineageTest.square(442_203, 3_442_200, 200, 200),
                                        50,
                                        Set.of())))
                .isEqualTo(35_442_203);
        zones.in(
                "luzhou",
                () -> {
                    assertThat(west(map.snapped(drawn, 1, Set.of()))).isEqualTo(35_442_200.6);
                    return 0;
                });
    }

    @Test
    void another_zone_sees_nothing() {
        keep(text(square("A-01", "甲地块", 442_000, 200)));

        assertThat(zones.in("luzhou", () -> count())).isZero();
        assertThat(zones.in("deyang", () -> count())).isOne();
    }

    private int count() {
        return new TransactionTemplate(transactions)
                .execute(t ->
                        jdbc.queryForObject("select count(*) from plots.upload", Integer.class));
    }

    private boolean isWaitedFor() {
        return !jdbc.queryForList(
                        "select 1 from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))")
                .isEmpty();
    }

    private void unknown(UUID id, UUID layer) {
        assertThatThrownBy(() -> uploads.look(id, ReadingOptions.NONE))
                .isInstanceOf(UnknownUpload.class);
        assertThatThrownBy(() -> uploads.bring(id, ReadingOptions.NONE, true))
                .isInstanceOf(UnknownUpload.class);
        assertThatThrownBy(() -> layerUploads.look(layer, ReadingOptions.NONE))
                .isInstanceOf(UnknownUpload.class);
        assertThatThrownBy(() -> bringLayer(layer, true)).isInstanceOf(UnknownUpload.class);
    }

    private static double west(org.kaiyuan.plots.ground.GroundShape shape) {
        return shape.in(Crs.withPrefix(35)).geometry().getEnvelopeInternal().getMinX();
    }

    private String told(FileNote note) {
        return messages.text(Locale.SIMPLIFIED_CHINESE, note.key(), note.arguments().toArray());
    }

    private UUID keep(String file) {
        return uploads.keep(
                "地块.txt", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    private UUID keepLayer(String file) {
        return layerUploads.keep(
                "图层.txt", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    private BroughtLayer bringLayer(UUID id, boolean agreed) {
        return layerUploads.bring(id, LayerKind.DETAILED_PLAN, ReadingOptions.NONE, true, agreed);
    }

    private void bring(String file) {
        assertThat(
                        imports.bring(
                                        file.getBytes(StandardCharsets.UTF_8),
                                        ReadingOptions.NONE,
                                        false)
                                .taken())
                .isTrue();
    }

    private void replace(String name) {
        assertThat(
                        layers.bring(
                                        LayerKind.DETAILED_PLAN,
                                        text(square("", name, 442_000, 200))
                                                .getBytes(StandardCharsets.UTF_8),
                                        ReadingOptions.NONE,
                                        true,
                                        false)
                                .taken())
                .isTrue();
    }

    private void owner(String statement) throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute(
                    "select set_config('app.tenant_id', '%d', false)"
                            .formatted(zones.zone("deyang").value()));
            sql.execute(statement);
        }
    }

    private static String text(String... plots) {
        return "[属性描述]\n坐标系=2000国家大地坐标系\n几度分带=3\n计量单位=米\n带号=35\n精度=0.001\n[地块坐标]\n"
                + String.join("", plots);
    }

    /** Four hectares for a side of 200. */
    private static String square(String number, String name, int east, int side) {
        int[][] corners = {{0, 0}, {0, 1}, {1, 1}, {1, 0}, {0, 0}};
        var text = new StringBuilder("5,4.0000,%s,%s,面,,工业用地,100102,@\n".formatted(number, name));
        for (int i = 0; i < corners.length; i++) {
            text.append(
                    "J%d,1,%d.000,35%d.000\n"
                            .formatted(
                                    i % 4 + 1,
                                    3_442_000 + corners[i][1] * side,
                                    east + corners[i][0] * side));
        }
        return text.toString();
    }
}
