package org.kaiyuan.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseStatus;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.plots.PlotState;
import org.kaiyuan.plots.UnitState;
import org.kaiyuan.plots.UnitUse;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Puts three factory buildings on built plots, lets about three quarters of their space to the zone's own enterprises,
 * and lets most of them pay.
 *
 * <p>Every lease here begins with a month and lasts whole months, free or at one rent: so an instalment is the sum of
 * its months, as the rent schedule of plots reckons it, too.
 */
final class BuildingWriting {
    private static final List<PlotState> BUILT =
            List.of(PlotState.COMPLETED, PlotState.PRODUCTION, PlotState.VERIFIED);
    private static final List<String> NAMES = List.of("一号标准厂房", "二号标准厂房", "三号研发中试楼");
    private static final String OWNER = "园区开发建设公司（演示）";
    private static final String NOTE = "演示数据：楼栋、合同和租金均为虚构。";
    private static final double LEASED = 0.75;
    private static final int ENDING_SOON = 4;
    private static final int OWING = 5;
    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;
    private final long tenant;
    private final String username;
    private final String name;
    private final LocalDate today;
    private final Draws draws;
    private final Map<String, List<Object[]>> rows = new LinkedHashMap<>();
    private final Map<Integer, Integer> signedInYear = new HashMap<>();
    private final List<DemoEnterprise> tenants = new ArrayList<>();
    private int nextTenant;

    private record Unit(UUID id, int level, String number, BigDecimal areaM2, UnitUse use) {}

    /** @param months rent of each month of the lease, yuan per m²; 0 where it is free */
    private record Lease(
            UUID id,
            DemoEnterprise of,
            List<Unit> units,
            LocalDate from,
            List<BigDecimal> months,
            int freeMonths,
            int interval,
            int dueDay,
            @Nullable UUID renews) {
        LocalDate to() {
            return from.plusMonths(months.size()).minusDays(1);
        }

        BigDecimal areaM2() {
            return units.stream().map(Unit::areaM2).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** @param username who is said to have done it all */
    BuildingWriting(
            JdbcTemplate jdbc,
            long tenant,
            String username,
            String name,
            LocalDate today,
            Draws draws) {
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.username = username;
        this.name = name;
        this.today = today;
        this.draws = draws;
    }

    /** @param enterprises of the same zone, of which some rent space */
    void write(List<PlotStory> stories, List<DemoEnterprise> enterprises) {
        if (!jdbc.queryForList("select 1 from plots.building limit 1").isEmpty()) {
            return; // somebody keeps buildings of their own there
        }
        enterprises.stream()
                .filter(one -> one.status() == EnterpriseStatus.ACTIVE)
                .forEach(tenants::add);
        if (tenants.isEmpty()) {
            return;
        }
        nextTenant = draws.below(tenants.size());
        var sites = sites(stories);
        for (int i = 0; i < sites.size(); i++) {
            building(sites.get(i), i);
        }
        flush();
        history();
    }

    /** Factory land that is built on, the largest first. */
    private static List<PlotStory> sites(List<PlotStory> stories) {
        return stories.stream()
                .filter(plot -> BUILT.contains(plot.state()))
                .filter(plot -> plot.profile().useCode().startsWith("1001"))
                .sorted(Comparator.comparing(PlotStory::computedM2).reversed())
                .limit(NAMES.size())
                .toList();
    }

    private void building(PlotStory plot, int ordinal) {
        var id = UuidV7.next();
        int floors = draws.between(3, 6);
        double footprint =
                Math.clamp(plot.computedM2().doubleValue() * 0.3, 2200, 4200)
                        * draws.between(0.9, 1.0);
        var gross = tens(footprint);
        var completed = today.minusDays(draws.between(1500, 2600));
        add(
                """
                building (tenant_id, id, number, name, plot_id, built_m2, floors_above, floors_below, completed_on,
                    holder_name, note, created_at, updated_at)\
                """,
                tenant,
                id,
                "CF-0" + (ordinal + 1),
                NAMES.get(ordinal),
                plot.id(),
                gross.multiply(BigDecimal.valueOf(floors)),
                floors,
                0,
                completed,
                OWNER,
                NOTE,
                at(completed),
                at(today.minusDays(20L - ordinal)));
        var lettable = new ArrayList<Unit>();
        for (int level = 1; level <= floors; level++) {
            add("floor (tenant_id, building_id, level, gross_m2)", tenant, id, level, gross);
            lettable.addAll(floor(id, level, floors, gross, ordinal, at(completed)));
        }
        let(lettable, ordinal);
    }

    /** Four to ten units; the first building has a machine room and rooms that the park uses itself. */
    private List<Unit> floor(
            UUID building, int level, int floors, BigDecimal gross, int ordinal, Timestamp made) {
        int many = level == 1 ? draws.between(4, 6) : draws.between(4, ordinal == 2 ? 10 : 8);
        var weights = new double[many];
        double sum = 0;
        for (int i = 0; i < many; i++) {
            weights[i] = draws.between(0.7, 1.5);
            sum += weights[i];
        }
        boolean research = ordinal == 2 || level == floors && floors > 4;
        var lettable = new ArrayList<Unit>();
        for (int i = 0; i < many; i++) {
            var standing =
                    level == 1 && i == many - 1
                            ? UnitState.NOT_FOR_LEASE
                            : level == floors && i == 0
                                    ? UnitState.OWN_USE
                                    : level == 2 && i == 1 ? UnitState.RESERVED : UnitState.VACANT;
            var use =
                    standing == UnitState.NOT_FOR_LEASE
                            ? UnitUse.OTHER
                            : standing == UnitState.OWN_USE
                                    ? UnitUse.OFFICE
                                    : research ? UnitUse.RESEARCH : UnitUse.WORKSHOP;
            var unit =
                    new Unit(
                            UuidV7.next(),
                            level,
                            level + (i < 9 ? "0" : "") + (i + 1),
                            tens(gross.doubleValue() * 0.92 * weights[i] / sum),
                            use);
            unit(building, unit, standing, made);
            if (standing == UnitState.VACANT) {
                lettable.add(unit);
            }
        }
        return lettable;
    }

    private void unit(UUID building, Unit unit, UnitState standing, Timestamp made) {
        boolean ground = unit.level() == 1;
        add(
                """
                unit (tenant_id, id, building_id, level, number, area_m2, load_kn_m2, clear_height_m, power_kva, crane_t,
                    used_for, standing, note, created_at, updated_at)\
                """,
                tenant,
                unit.id(),
                building,
                unit.level(),
                unit.number(),
                unit.areaM2(),
                BigDecimal.valueOf(
                        ground ? draws.oneOf(List.of(20, 25, 30)) : draws.oneOf(List.of(8, 10))),
                BigDecimal.valueOf(ground ? 7.8 : draws.oneOf(List.of(4.5, 4.8, 5.4))),
                BigDecimal.valueOf(draws.oneOf(List.of(80, 125, 160, 250, 315))),
                ground && unit.use() == UnitUse.WORKSHOP
                        ? BigDecimal.valueOf(draws.oneOf(List.of(5, 10, 16)))
                        : null,
                unit.use().name(),
                standing.name(),
                standing == UnitState.NOT_FOR_LEASE
                        ? "配电房、消防控制室"
                        : standing == UnitState.OWN_USE ? "园区企业服务中心" : null,
                made,
                made);
    }

    private void let(List<Unit> units, int ordinal) {
        var open = shuffled(units);
        double whole = open.stream().mapToDouble(unit -> unit.areaM2().doubleValue()).sum();
        double leased = 0;
        int n = 0;
        while (leased < whole * LEASED && !open.isEmpty()) {
            var taken = new ArrayList<Unit>(List.of(open.removeFirst()));
            if (draws.chance(0.2) && !open.isEmpty()) {
                taken.add(open.removeFirst());
            }
            leased += taken.stream().mapToDouble(unit -> unit.areaM2().doubleValue()).sum();
            lease(taken, n++, ordinal);
        }
        if (!open.isEmpty()) {
            goneEarly(open.getFirst());
        }
    }

    /** The first few end soon, one of them is renewed already; others renewed an earlier lease. */
    private void lease(List<Unit> units, int n, int ordinal) {
        var of = tenant();
        int months = draws.oneOf(List.of(24, 36, 36, 60));
        boolean soon = n < ENDING_SOON - ordinal;
        var thisMonth = today.withDayOfMonth(1);
        var from =
                soon
                        ? thisMonth.plusMonths(n % 3 + 1L).minusMonths(months)
                        : thisMonth.minusMonths(draws.between(1, months - 6));
        var before = n == ENDING_SOON ? UuidV7.next() : null;
        if (before != null) {
            write(lease(before, of, units, from.minusMonths(24), 24, null), false, null);
        }
        var lease = lease(UuidV7.next(), of, units, from, months, before);
        boolean owes = n >= 2 && n < 2 + OWING - ordinal;
        write(lease, owes, null);
        if (n == 1) {
            write(
                    lease(UuidV7.next(), of, units, lease.to().plusDays(1), 36, lease.id()),
                    false,
                    null);
        }
    }

    /** A tenant that left before the end, and nobody after it. */
    private void goneEarly(Unit unit) {
        var from = today.withDayOfMonth(1).minusMonths(20);
        var lease = lease(UuidV7.next(), tenant(), List.of(unit), from, 36, null);
        var monthly =
                new Lease(
                        lease.id(),
                        lease.of(),
                        lease.units(),
                        from,
                        lease.months(),
                        lease.freeMonths(),
                        1,
                        lease.dueDay(),
                        null);
        write(monthly, false, from.plusMonths(15).minusDays(1));
    }

    private Lease lease(
            UUID id,
            DemoEnterprise of,
            List<Unit> units,
            LocalDate from,
            int months,
            @Nullable UUID renews) {
        var first = units.getFirst();
        double least = first.use() == UnitUse.RESEARCH ? 18 : first.level() == 1 ? 14 : 10;
        var rent = BigDecimal.valueOf(Math.round((least + draws.between(0, 5.0)) * 2) / 2.0);
        int free = renews == null && months >= 36 ? draws.between(1, 3) : 0;
        boolean grows = months >= 36 && draws.chance(0.6);
        var all = new ArrayList<BigDecimal>();
        for (int month = 0; month < months; month++) {
            all.add(month < free ? BigDecimal.ZERO : grows ? grown(rent, month / 12) : rent);
        }
        return new Lease(
                id,
                of,
                units,
                from,
                all,
                free,
                draws.oneOf(List.of(1, 3, 3, 6)),
                draws.oneOf(List.of(5, 10, 15)),
                renews);
    }

    /** Five of a hundred more each year, to the tenth of a yuan. */
    private static BigDecimal grown(BigDecimal rent, int years) {
        return rent.multiply(BigDecimal.valueOf(1.05).pow(years)).setScale(1, RoundingMode.HALF_UP);
    }

    private void write(Lease lease, boolean owes, @Nullable LocalDate ended) {
        var area = lease.areaM2();
        var rent = lease.months().get(lease.freeMonths());
        var wanted = lease.from().minusDays(draws.between(8, 30));
        var signed = wanted.isAfter(today) ? today.minusDays(2) : wanted;
        var made = at(signed);
        int n = signedInYear.merge(signed.getYear(), 1, Integer::sum);
        add(
                """
                lease (tenant_id, id, number, enterprise_id, tenant_name, from_day, to_day, last_day, area_m2, rent_yuan_m2,
                    deposit_yuan, interval_months, due_day, note, renews, ended_on, settled_on, end_reason, created_at,
                    updated_at)\
                """,
                tenant,
                lease.id(),
                "ZL-%d-%03d".formatted(signed.getYear(), n),
                lease.of().id(),
                lease.of().name(),
                lease.from(),
                lease.to(),
                ended == null ? lease.to() : ended,
                area,
                rent,
                area.multiply(rent).multiply(BigDecimal.TWO).setScale(0, RoundingMode.HALF_UP),
                lease.interval(),
                lease.dueDay(),
                NOTE,
                lease.renews(),
                ended,
                ended == null ? null : ended.plusDays(10),
                ended == null ? null : "企业迁入自建厂房，双方协商提前终止",
                made,
                made);
        for (var unit : lease.units()) {
            add(
                    "lease_unit (tenant_id, lease_id, unit_id, area_m2, from_day, last_day)",
                    tenant,
                    lease.id(),
                    unit.id(),
                    unit.areaM2(),
                    lease.from(),
                    ended == null ? lease.to() : ended);
        }
        if (lease.freeMonths() > 0) {
            add(
                    "lease_free (tenant_id, lease_id, from_day, to_day)",
                    tenant,
                    lease.id(),
                    lease.from(),
                    lease.from().plusMonths(lease.freeMonths()).minusDays(1));
        }
        for (int month = lease.freeMonths() + 1; month < lease.months().size(); month++) {
            if (lease.months().get(month).compareTo(lease.months().get(month - 1)) != 0) {
                add(
                        "lease_step (tenant_id, lease_id, from_day, rent_yuan_m2)",
                        tenant,
                        lease.id(),
                        lease.from().plusMonths(month),
                        lease.months().get(month));
            }
        }
        instalments(lease, area, owes, ended);
    }

    /** Those that are due are paid, but for the last one or two of a tenant that owes. */
    private void instalments(
            Lease lease, BigDecimal area, boolean owes, @Nullable LocalDate ended) {
        record Due(LocalDate from, LocalDate to, LocalDate on, BigDecimal amount) {}
        var all = new ArrayList<Due>();
        for (int month = 0; month < lease.months().size(); month += lease.interval()) {
            var begins = lease.from().plusMonths(month);
            if (ended != null && begins.isAfter(ended)) {
                break;
            }
            int next = Math.min(month + lease.interval(), lease.months().size());
            var sum =
                    lease.months().subList(month, next).stream()
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            all.add(
                    new Due(
                            begins,
                            lease.from().plusMonths(next).minusDays(1),
                            begins.withDayOfMonth(lease.dueDay()),
                            sum.multiply(area).setScale(2, RoundingMode.HALF_UP)));
        }
        var due = all.stream().filter(one -> one.on().isBefore(today)).toList();
        int paid = Math.max(0, due.size() - (owes ? draws.between(1, 2) : 0));
        for (int i = 0; i < all.size(); i++) {
            var one = all.get(i);
            boolean isPaid = i < paid;
            add(
                    """
                    rent_instalment (tenant_id, lease_id, from_day, to_day, due_on, amount_yuan, paid_yuan)\
                    """,
                    tenant,
                    lease.id(),
                    one.from(),
                    one.to(),
                    one.on(),
                    one.amount(),
                    isPaid ? one.amount() : BigDecimal.ZERO);
            if (isPaid && one.amount().signum() > 0) {
                var day = one.on().plusDays(draws.between(-3, 2));
                payment(lease.id(), i, one.amount(), day.isAfter(today) ? today : day);
            }
        }
    }

    private void payment(UUID lease, int n, BigDecimal amount, LocalDate day) {
        add(
                """
                rent_payment (tenant_id, id, lease_id, reference, amount_yuan, paid_on, made_at, made_by, made_name)\
                """,
                tenant,
                UuidV7.next(),
                lease,
                "SK%s%03d".formatted(day.toString().replace("-", ""), n + 1),
                amount,
                day,
                at(day),
                username,
                name);
    }

    private DemoEnterprise tenant() {
        return tenants.get(nextTenant++ % tenants.size());
    }

    private List<Unit> shuffled(List<Unit> units) {
        var left = new ArrayList<>(units);
        var all = new ArrayList<Unit>();
        while (!left.isEmpty()) {
            all.add(left.remove(draws.below(left.size())));
        }
        return all;
    }

    /** What the pages of buildings would have written. */
    private void history() {
        for (var table : Set.of("building", "unit")) {
            jdbc.update(
                    """
                    insert into audit.change
                        (tenant_id, id, subject_kind, subject_id, at, actor, actor_name, act)
                    select tenant_id, uuidv7(), 'plots.%1$s', id, created_at, ?, ?, 'registered' from plots.%1$s\
                    """
                            .formatted(table),
                    username,
                    name);
        }
        jdbc.update(
                """
                insert into audit.change
                    (tenant_id, id, subject_kind, subject_id, at, actor, actor_name, act, field, after)
                select tenant_id, uuidv7(), 'plots.lease', id, created_at, ?, ?, 'signed', 'tenant', tenant_name
                from plots.lease\
                """,
                username,
                name);
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

    private static BigDecimal tens(double m2) {
        return BigDecimal.valueOf(Math.round(m2 / 10) * 10L);
    }

    private static Timestamp at(LocalDate day) {
        return PlotWriting.at(day, 10);
    }
}
