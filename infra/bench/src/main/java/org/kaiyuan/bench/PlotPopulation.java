package org.kaiyuan.bench;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.demo.CopyText;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.plots.LayerKind;
import org.kaiyuan.plots.PlotState;
import org.kaiyuan.plots.ground.Ground;
import org.kaiyuan.plots.ground.GroundShape;
import org.locationtech.jts.io.WKBWriter;
import org.postgresql.PGConnection;

/**
 * Made-up plots of three years in any number, with their moves, some earlier papers and reservations, once per data
 * folder. Written as {@link LeadPopulation} writes leads.
 */
final class PlotPopulation {
    /** Numbers of these plots begin so. */
    static final String PREFIX = "BENCH-";

    private static final int DAYS = 1_095;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final List<String> USES =
            List.of("100101", "100102", "100103", "110101", "0901", "1207", "100101", "100101");
    private static final List<String> INDUSTRIES =
            List.of("{装备制造产业}", "{先进材料产业}", "{食品轻纺产业}", "{电子信息产业,装备制造产业}", "{医药健康产业}", "{}");
    private static final List<String> UTILITIES =
            List.of(
                    "{ROAD,WATER,POWER}",
                    "{ROAD,WATER,SEWER,RAINWATER,POWER,TELECOM}",
                    "{ROAD,WATER,SEWER,RAINWATER,POWER,TELECOM,GAS,LEVELLED}",
                    "{ROAD}");

    private final Connection superuser;
    private final long tenant;
    private final LocalDate today;
    private final SplittableRandom random;
    private final Map<String, StringBuilder> tables = new LinkedHashMap<>();

    private PlotPopulation(Connection superuser, TenantId tenant) {
        this.superuser = superuser;
        this.tenant = tenant.value();
        this.today = LocalDate.now(SHANGHAI);
        this.random = new SplittableRandom(tenant.value());
    }

    /**
     * Fills the tenant with the plots of the grid; what is there already is kept.
     *
     * @throws IllegalStateException when another number of them is there: their ground would not fit together
     */
    static void fill(Connection superuser, TenantId tenant, PlotGrid grid) throws SQLException {
        long there = count(superuser, tenant, "plot", "number like '" + PREFIX + "%'");
        long wanted = grid.taken().count();
        if (there == wanted) {
            return;
        }
        if (there > 0) {
            throw new IllegalStateException(
                    "There are %d plots and not %d: take another --data folder"
                            .formatted(there, wanted));
        }
        var population = new PlotPopulation(superuser, tenant);
        grid.taken().forEach(number -> population.plot(number, grid.shape(number)));
        population.flush(wanted);
    }

    /** The layers that gates ask: a plan and a border around all, patches of farmland here and there. */
    static void layers(Connection superuser, TenantId tenant, PlotGrid grid, int patches)
            throws SQLException {
        if (count(superuser, tenant, "layer_shape", "name like '" + PREFIX + "%'") > 0) {
            return;
        }
        var population = new PlotPopulation(superuser, tenant);
        for (int i = 0; i < patches; i++) {
            population.layer(LayerKind.FARMLAND, grid.patch(population.random, 30));
        }
        grid.blocks(5).forEach(block -> population.layer(LayerKind.DETAILED_PLAN, block));
        population.layer(LayerKind.URBAN_BORDER, grid.border(4_000));
        population.flush(0);
    }

    static long count(Connection superuser, TenantId tenant, String table, String which)
            throws SQLException {
        try (var statement = superuser.createStatement();
                var row =
                        statement.executeQuery(
                                "select count(*) from plots.%s where tenant_id = %d and %s"
                                        .formatted(table, tenant.value(), which))) {
            row.next();
            return row.getLong(1);
        }
    }

    private void plot(int number, GroundShape shape) {
        var id = UuidV7.next();
        var days = days();
        var state = PlotState.values()[days.size() - 1];
        var use = USES.get(number % USES.size());
        var box = Ground.boundingBox(shape);
        var area = areaM2(shape);
        boolean held = state.isOpen() && chance(0.05);
        boolean supplied = !state.isOpen();
        var holder = supplied ? LeadPopulation.investor(number) : null;
        row(
                "plot (tenant_id, id, number, name, use_code, state, state_since, zone, shape, west, south, east, north,"
                        + " declared_m2, computed_m2, plan_name, planned_on, least_ratio, most_ratio, least_density,"
                        + " most_green, most_service, investment_yuan_m2, tax_yuan_m2, price_yuan_m2, utilities,"
                        + " industries, holder_id, holder_name, begun_on, created_at, updated_at)",
                tenant,
                id,
                number(number),
                "基准地块" + number,
                use,
                state,
                days.getLast(),
                shape.crs().zone(),
                wkb(shape),
                box.getMinX(),
                box.getMinY(),
                box.getMaxX(),
                box.getMaxY(),
                area,
                area,
                chance(0.8) ? "基准片区详细规划" : null,
                chance(0.8) ? days.getFirst() : null,
                "1.00",
                "2.50",
                "40.00",
                "20.00",
                "7.00",
                "4500.0000",
                "300.0000",
                "384.0000",
                UTILITIES.get(number % UTILITIES.size()),
                INDUSTRIES.get(number % INDUSTRIES.size()),
                supplied ? UuidV7.next() : null,
                holder,
                days.getFirst(),
                at(days.getFirst()),
                at(days.getLast()));
        moves(id, days);
        if (chance(0.15)) {
            row(
                    "profile_was (tenant_id, id, plot_id, until, profile)",
                    tenant,
                    UuidV7.next(),
                    id,
                    at(days.get(days.size() / 2)),
                    "{\"number\": \"%s\", \"name\": \"原基准地块%d\", \"useCode\": \"%s\", \"declaredM2\": %s}"
                            .formatted(number(number), number, use, area));
        }
        if (held) {
            row(
                    "reservation (tenant_id, id, plot_id, lead_id, state, until_day, made_at, made_by, made_name)",
                    tenant,
                    UuidV7.next(),
                    id,
                    UuidV7.next(),
                    "HELD",
                    today.plusDays(random.nextInt(5, 90)),
                    at(today.minusDays(3)),
                    "bench",
                    "招商员");
        }
    }

    /** The day of each step, as many as the plot has taken, in order. */
    private List<LocalDate> days() {
        int steps = random.nextInt(1, PlotState.values().length);
        var days = new ArrayList<LocalDate>();
        var on = today.minusDays(random.nextInt(1, DAYS));
        for (int i = 0; i < steps; i++) {
            days.add(on);
            long left = today.toEpochDay() - on.toEpochDay();
            on = on.plusDays(random.nextLong(left / (steps - i) + 1));
        }
        return days;
    }

    private void moves(UUID id, List<LocalDate> days) {
        for (int i = 0; i < days.size(); i++) {
            row(
                    "state_move (tenant_id, id, plot_id, from_state, to_state, on_day, at, actor, actor_name)",
                    tenant,
                    UuidV7.next(),
                    id,
                    i == 0 ? null : PlotState.values()[i - 1],
                    PlotState.values()[i],
                    days.get(i),
                    // several on one day keep their order
                    days.get(i).atTime(LocalTime.of(9, 0).plusMinutes(i)) + "+08",
                    "bench",
                    "土地员");
        }
    }

    private void layer(LayerKind kind, GroundShape shape) {
        var box = Ground.boundingBox(shape);
        row(
                "layer_shape (tenant_id, id, kind, name, zone, shape, west, south, east, north, area_m2, brought_at)",
                tenant,
                UuidV7.next(),
                kind,
                PREFIX + kind,
                shape.crs().zone(),
                wkb(shape),
                box.getMinX(),
                box.getMinY(),
                box.getMaxX(),
                box.getMaxY(),
                areaM2(shape),
                at(today.minusDays(40)));
    }

    private static String number(int number) {
        return PREFIX + "%06d".formatted(number);
    }

    private static BigDecimal areaM2(GroundShape shape) {
        return BigDecimal.valueOf(Ground.areaM2(shape)).setScale(2, RoundingMode.HALF_UP);
    }

    private static String wkb(GroundShape shape) {
        return "\\x" + HexFormat.of().formatHex(new WKBWriter(2).write(shape.geometry()));
    }

    private void row(String table, @Nullable Object... values) {
        CopyText.row(tables.computeIfAbsent(table, t -> new StringBuilder()), values);
    }

    /** @param records that count towards the zone's quota */
    private void flush(long records) throws SQLException {
        superuser.setAutoCommit(false);
        try (var statement = superuser.createStatement()) {
            statement.execute("set local session_replication_role = replica");
            var copy = superuser.unwrap(PGConnection.class).getCopyAPI();
            for (var table : tables.entrySet()) {
                copy.copyIn(
                        "copy plots." + table.getKey() + " from stdin",
                        new StringReader(table.getValue().toString()));
            }
            statement.execute(
                    "insert into tenancy.record_change (tenant_id, word, n) values (%d, 'plots', %d)"
                            .formatted(tenant, records));
            superuser.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            superuser.setAutoCommit(true);
        }
        tables.clear();
    }

    private String at(LocalDate day) {
        return day.atTime(LocalTime.of(10, 0)).plusNanos(random.nextLong(3_500_000_000L) * 1_000)
                + "+08";
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }
}
