package org.kaiyuan.plots;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.plots.ground.ReadingOptions;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;

/** Ground that may be supplied, plots of four hectares on it, and contracts for them. */
@KaiyuanTest
abstract class SupplyGround {
    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Autowired PlotImport imports;
    @Autowired PlotDirectory directory;
    @Autowired PlotMoves moves;
    @Autowired LayerKeeping layers;
    @Autowired SupplyContracts contracts;
    @Autowired Zones zones;
    @Autowired TestServers servers;

    @BeforeEach
    void bare_ground() throws Exception {
        owner(
                "truncate plots.plot, plots.layer_shape, plots.supply_rule, plots.holder_seen, plots.holder_figure, leads.lead, notices.notice cascade");
    }

    /** Layers that let everything be supplied. */
    void open() {
        layer(LayerKind.DETAILED_PLAN, square("", "规划一", 400000, 40000));
        layer(LayerKind.URBAN_BORDER, square("", "边界", 400000, 40000));
    }

    PlotId plot(String number, int place) {
        var brought =
                imports.bring(
                        text(square(number, "地块" + number, 410000 + 300 * place, 200)),
                        ReadingOptions.NONE,
                        false);
        assertThat(brought.taken()).as(brought.toString()).isTrue();
        return Objects.requireNonNull(brought.plots().getFirst().id());
    }

    PlotId announced(String number, int place) {
        var id = plot(number, place);
        move(id, PlotState.RESERVE, PlotState.APPROVED, PlotState.ANNOUNCED);
        return id;
    }

    /** With a contract signed three years ago whose agreed start is that day. */
    PlotId supplied(String number, int place, @Nullable LocalDate startOn) {
        var id = announced(number, place);
        contracts.sign(id, note(number, startOn));
        move(id, PlotState.SUPPLIED);
        return id;
    }

    void move(PlotId id, PlotState... states) {
        for (var state : states) {
            moves.move(id, state, null, null);
        }
    }

    static SupplyNote note(String number, @Nullable LocalDate startOn) {
        return note(SupplyMode.GRANT, number, startOn, 50, null, null);
    }

    static SupplyNote note(
            SupplyMode mode,
            String number,
            @Nullable LocalDate startOn,
            int years,
            @Nullable Integer lease,
            @Nullable UUID holder) {
        return new SupplyNote(
                mode,
                "HT-" + number,
                TODAY.minusYears(3),
                holder,
                "德阳某某装备有限公司",
                null,
                years,
                lease,
                new BigDecimal("9600000"),
                startOn,
                startOn == null ? null : startOn.plusYears(1),
                startOn == null ? null : startOn.plusYears(2),
                new BigDecimal("2250"),
                new BigDecimal("120"),
                new BigDecimal("3750"),
                new BigDecimal("1.2"),
                new BigDecimal("800"),
                200,
                null);
    }

    static SupplyNote named(SupplyNote n, LeadId lead) {
        return new SupplyNote(
                n.mode(),
                n.number(),
                n.signedOn(),
                n.holderId(),
                n.holderName(),
                lead.value(),
                n.termYears(),
                n.leaseYears(),
                n.priceYuan(),
                n.startOn(),
                n.finishOn(),
                n.productionOn(),
                n.investmentYuanM2(),
                n.taxYuanM2(),
                n.outputYuanM2(),
                n.floorRatio(),
                n.energyTce(),
                n.jobs(),
                n.note());
    }

    static ConstructionNote seen(
            @Nullable LocalDate started, @Nullable String built, @Nullable String invested) {
        return new ConstructionNote(
                null,
                null,
                null,
                started,
                null,
                null,
                built == null ? null : new BigDecimal(built),
                null,
                invested == null ? null : new BigDecimal(invested),
                TODAY,
                "现场踏勘照片");
    }

    static Clock at(LocalDate day) {
        var zone = ZoneId.of("Asia/Shanghai");
        return Clock.fixed(day.atTime(9, 0).atZone(zone).toInstant(), zone);
    }

    void owner(String... statements) throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute(
                    "select set_config('app.tenant_id', '%d', false)"
                            .formatted(zones.zone("deyang").value()));
            for (var statement : statements) {
                sql.execute(statement);
            }
        }
    }

    private void layer(LayerKind kind, String shape) {
        assertThat(layers.bring(kind, text(shape), ReadingOptions.NONE, true, false).taken())
                .isTrue();
    }

    private static byte[] text(String plot) {
        return ("[属性描述]\n坐标系=2000国家大地坐标系\n几度分带=3\n计量单位=米\n带号=35\n精度=0.001\n[地块坐标]\n" + plot)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String square(String number, String name, int east, int side) {
        var text =
                new StringBuilder(
                        "5,%s,%s,%s,面,,工业用地,100102,@\n"
                                .formatted(
                                        BigDecimal.valueOf((long) side * side, 4)
                                                .setScale(4)
                                                .toPlainString(),
                                        number,
                                        name));
        int n = 1;
        for (var corner :
                List.of(
                        List.of(0, 0),
                        List.of(0, 1),
                        List.of(1, 1),
                        List.of(1, 0),
                        List.of(0, 0))) {
            text.append(
                    "J%d,1,%d.000,35%d.000\n"
                            .formatted(
                                    n++ == 5 ? 1 : n - 1,
                                    3442000 + corner.get(1) * side,
                                    east + corner.get(0) * side));
        }
        return text.toString();
    }
}
