package org.kaiyuan.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.plots.PlotState;
import org.kaiyuan.plots.ground.Crs;
import org.kaiyuan.plots.ground.Ground;
import org.kaiyuan.plots.ground.GroundShape;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes made-up plots, their past and their layers, in batches, within the caller's transaction and zone. */
final class PlotWriting {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;
    private final long tenant;
    private final String username;
    private final String name;
    private final LocalDate today;
    private final Map<String, List<Object[]>> rows = new LinkedHashMap<>();

    /** @param username who is said to have done it all */
    PlotWriting(JdbcTemplate jdbc, long tenant, String username, String name, LocalDate today) {
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.username = username;
        this.name = name;
        this.today = today;
    }

    /** @param plane of the layers' shapes */
    void write(List<PlotStory> stories, List<InventedLayers.Layer> layers, Crs plane) {
        stories.forEach(this::plot);
        for (var layer : layers) {
            layer(layer, new GroundShape(layer.ground(), plane));
        }
        flush();
        history();
    }

    private void plot(PlotStory s) {
        var p = s.profile();
        var box = Ground.boundingBox(s.shape());
        add(
                """
                plot (tenant_id, id, number, name, use_code, state, state_since, zone, shape, west, south, east, north,
                    declared_m2, computed_m2, plan_name, planned_on, least_ratio, most_ratio, least_density, most_height_m,
                    most_green, most_service, investment_yuan_m2, tax_yuan_m2, output_yuan_m2, price_yuan_m2,
                    price_basis, utilities, industries, holder_id, holder_name, note, begun_on, created_at, updated_at)\
                """,
                tenant,
                s.id(),
                p.number(),
                p.name(),
                p.useCode(),
                s.state().name(),
                s.steps().getLast().on(),
                s.shape().crs().zone(),
                new WKBWriter(2).write(s.shape().geometry()),
                box.getMinX(),
                box.getMinY(),
                box.getMaxX(),
                box.getMaxY(),
                p.declaredM2(),
                s.computedM2(),
                p.planName(),
                p.plannedOn(),
                p.leastRatio(),
                p.mostRatio(),
                p.leastDensity(),
                p.mostHeightM(),
                p.mostGreen(),
                p.mostService(),
                p.investmentYuanM2(),
                p.taxYuanM2(),
                p.outputYuanM2(),
                p.priceYuanM2(),
                p.priceBasis(),
                p.utilities().stream().map(Enum::name).toArray(String[]::new),
                p.industries().toArray(String[]::new),
                p.holderId(),
                p.holderName(),
                p.note(),
                s.begun(),
                at(s.begun(), 9),
                at(s.steps().getLast().on(), 10));
        for (var share : p.shares()) {
            add(
                    "use_share (tenant_id, plot_id, use_code, percent)",
                    tenant,
                    s.id(),
                    share.useCode(),
                    share.percent());
        }
        @Nullable PlotState before = null;
        for (var step : s.steps()) {
            add(
                    "state_move (tenant_id, id, plot_id, from_state, to_state, on_day, at, actor, actor_name, reason)",
                    tenant,
                    UuidV7.next(),
                    s.id(),
                    before == null ? null : before.name(),
                    step.state().name(),
                    step.on(),
                    at(step.on(), 10),
                    username,
                    name,
                    step.reason());
            before = step.state();
        }
    }

    private void layer(InventedLayers.Layer layer, GroundShape drawn) {
        var shape = Ground.canonical(drawn);
        var box = Ground.boundingBox(shape);
        add(
                "layer_shape (tenant_id, id, kind, name, zone, shape, west, south, east, north, area_m2, brought_at)",
                tenant,
                UuidV7.next(),
                layer.kind().name(),
                layer.name(),
                shape.crs().zone(),
                new WKBWriter(2).write(shape.geometry()),
                box.getMinX(),
                box.getMinY(),
                box.getMaxX(),
                box.getMaxY(),
                BigDecimal.valueOf(Ground.areaM2(shape)).setScale(2, RoundingMode.HALF_UP),
                at(today.minusDays(40), 9));
    }

    /** What the pages of plots would have written when they were registered and moved. */
    private void history() {
        jdbc.update(
                """
                insert into audit.change
                    (tenant_id, id, subject_kind, subject_id, at, actor, actor_name, act)
                select tenant_id, uuidv7(), 'plots.plot', id, created_at, ?, ?, 'registered' from plots.plot\
                """,
                username,
                name);
        jdbc.update(
                """
                insert into audit.change
                    (tenant_id, id, subject_kind, subject_id, at, actor, actor_name, act, field, before, after)
                select m.tenant_id, uuidv7(), 'plots.plot', m.plot_id, m.at, m.actor, m.actor_name, 'moved',
                       f.field, f.before, f.after
                from plots.state_move m cross join lateral (
                    values ('state', m.from_state, m.to_state), ('reason', null, m.reason)) f (field, before, after)
                where f.after is not null and m.from_state is not null\
                """);
    }

    private void add(String table, @Nullable Object... values) {
        rows.computeIfAbsent(table, t -> new ArrayList<>()).add(values);
    }

    /** In the order in which tables were first named: what is referred to comes first. */
    private void flush() {
        rows.forEach((table, lines) -> {
            var marks = "?, ".repeat(lines.getFirst().length - 1) + "?";
            var sql = "insert into plots." + table + " values (" + marks + ")";
            for (int from = 0; from < lines.size(); from += BATCH) {
                jdbc.batchUpdate(sql, lines.subList(from, Math.min(lines.size(), from + BATCH)));
            }
        });
    }

    static Timestamp at(LocalDate day, int hour) {
        return Timestamp.from(day.atTime(hour, 0).atZone(SHANGHAI).toInstant());
    }
}
