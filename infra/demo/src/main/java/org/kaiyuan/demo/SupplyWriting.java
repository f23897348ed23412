package org.kaiyuan.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.plots.Indicator;
import org.kaiyuan.plots.LandUses;
import org.kaiyuan.plots.PlotProfile;
import org.kaiyuan.plots.PlotState;
import org.kaiyuan.plots.SupplyMode;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes made-up contracts for plots that were supplied: all ways of supply, instalments of which some are overdue,
 * construction, ground that lies idle by the law's rule, and verdicts. Within the caller's transaction and zone.
 */
final class SupplyWriting {
    private static final int BATCH = 500;
    private static final List<SupplyMode> MODES =
            List.of(
                    SupplyMode.GRANT,
                    SupplyMode.FLEXIBLE,
                    SupplyMode.LEASE_THEN_GRANT,
                    SupplyMode.LONG_LEASE,
                    SupplyMode.CAPITAL,
                    SupplyMode.GRANT,
                    SupplyMode.GRANT,
                    SupplyMode.FLEXIBLE,
                    SupplyMode.GRANT,
                    SupplyMode.LEASE_THEN_GRANT);
    private static final BigDecimal FIFTEEN = BigDecimal.valueOf(15);
    private static final Set<String> JSON = Set.of("items", "lines");

    private final JdbcTemplate jdbc;
    private final long tenant;
    private final String username;
    private final String name;
    private final String city;
    private final LocalDate today;
    private final Draws draws;
    private final Map<String, List<Object[]>> rows = new LinkedHashMap<>();

    /** @param username who is said to have done it all */
    SupplyWriting(
            JdbcTemplate jdbc,
            long tenant,
            String username,
            String name,
            String city,
            LocalDate today,
            Draws draws) {
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.username = username;
        this.name = name;
        this.city = city;
        this.today = today;
        this.draws = draws;
    }

    /** What is decided of a contract before its rows are written. */
    private record Contract(
            UUID id,
            PlotStory plot,
            SupplyMode mode,
            LocalDate signedOn,
            LocalDate startOn,
            long priceYuan,
            BigDecimal groundM2,
            @Nullable LocalDate grantedOn) {
        PlotProfile profile() {
            return plot.profile();
        }
    }

    void write(List<PlotStory> stories) {
        var supplied =
                stories.stream().filter(story -> on(story, PlotState.SUPPLIED) != null).toList();
        var idle = oldest(supplied, PlotState.SUPPLIED, 2);
        var stopped = oldest(supplied, PlotState.CONSTRUCTION, 1);
        for (int i = 0; i < supplied.size(); i++) {
            var story = supplied.get(i);
            var contract = contract(story, i, idle.contains(story));
            write(contract, i);
            payments(contract, idle.contains(story));
            if (story.state() != PlotState.RECOVERED) {
                construction(contract, stopped.contains(story));
            }
            if (!idle.isEmpty() && idle.getFirst().equals(story)) {
                confirmed(contract);
            }
            if (story.state() == PlotState.VERIFIED) {
                verification(contract);
            }
        }
        flush();
        wordings();
        history();
    }

    /** The longest in that state. */
    private static List<PlotStory> oldest(List<PlotStory> stories, PlotState state, int many) {
        return stories.stream()
                .filter(story -> story.state() == state)
                .sorted(Comparator.comparing(story -> story.steps().getLast().on()))
                .limit(many)
                .toList();
    }

    private Contract contract(PlotStory story, int ordinal, boolean idle) {
        var supplied = needed(story, PlotState.SUPPLIED);
        var mode = idle ? SupplyMode.GRANT : MODES.get(ordinal % MODES.size());
        // idle ground is signed early enough for a year without a start to be over
        var signed =
                idle && supplied.isAfter(today.minusDays(520)) ? today.minusDays(520) : supplied;
        var begun = on(story, PlotState.CONSTRUCTION);
        var start =
                idle
                        ? today.minusDays(draws.between(400, 440))
                        : begun != null
                                ? begun.plusDays(draws.between(-60, 90))
                                : signed.plusDays(draws.between(150, 365));
        if (!idle && start.isBefore(today.minusDays(300)) && begun == null) {
            start = today.minusDays(draws.between(20, 300));
        }
        if (start.isBefore(signed)) {
            start = signed.plusDays(30);
        }
        var p = story.profile();
        var ground = p.declaredM2() == null ? story.computedM2() : p.declaredM2();
        var perM2 = p.priceYuanM2() == null ? BigDecimal.valueOf(180) : p.priceYuanM2();
        long price = Math.max(1, perM2.multiply(ground).longValue() / 10_000) * 10_000;
        boolean granted =
                mode == SupplyMode.LEASE_THEN_GRANT && signed.isBefore(today.minusYears(3));
        return new Contract(
                UuidV7.next(),
                story,
                mode,
                signed,
                start,
                mode.first().name().equals("LEASE") ? price / 4 / 10_000 * 10_000 + 10_000 : price,
                ground,
                granted ? signed.plusYears(2).plusDays(draws.between(10, 200)) : null);
    }

    private void write(Contract c, int ordinal) {
        var p = c.profile();
        boolean industrial = LandUses.isIndustrial(p.useCode());
        var finish = c.startOn().plusMonths(draws.between(15, 24));
        boolean granted = c.grantedOn() != null;
        var over = c.plot().state() == PlotState.RECOVERED ? c.plot().steps().getLast() : null;
        double mu = c.groundM2().doubleValue() * 15 / 10_000;
        add(
                """
                supply_contract (tenant_id, id, version, plot_id, mode, phase, number, signed_on, holder_id, holder_name,
                    term_years, lease_years, price_yuan, start_on, finish_on, production_on, investment_yuan_m2,
                    tax_yuan_m2, output_yuan_m2, floor_ratio, energy_tce, jobs, note, granted_on, ended_on, end_reason,
                    made_at, made_by)\
                """,
                tenant,
                c.id(),
                granted ? 1 : 0,
                c.plot().id(),
                c.mode().name(),
                granted ? "GRANT" : c.mode().first().name(),
                "%s供合〔%d〕演示%03d号".formatted(city, c.signedOn().getYear(), ordinal + 1),
                date(c.signedOn()),
                p.holderId(),
                p.holderName() == null ? "原受让企业（演示）" : p.holderName(),
                years(c.mode(), p.useCode()),
                c.mode() == SupplyMode.LEASE_THEN_GRANT ? Integer.valueOf(5) : null,
                c.priceYuan(),
                date(c.startOn()),
                date(finish),
                date(finish.plusMonths(draws.between(4, 10))),
                p.investmentYuanM2(),
                p.taxYuanM2(),
                p.outputYuanM2(),
                industrial ? p.leastRatio() : null,
                industrial ? Integer.valueOf((int) (mu * draws.between(8, 30))) : null,
                industrial ? Integer.valueOf((int) Math.max(20, mu * draws.between(2, 5))) : null,
                "演示数据：合同及当事人均为虚构。",
                date(c.grantedOn()),
                over == null ? null : date(over.on()),
                over == null ? null : over.reason() == null ? "收回" : over.reason(),
                PlotWriting.at(c.signedOn(), 15),
                username);
        if (c.grantedOn() != null) {
            check(c, c.grantedOn().minusDays(12));
        }
    }

    private static int years(SupplyMode mode, String useCode) {
        return switch (mode) {
            case FLEXIBLE, LEASE_THEN_GRANT -> 20;
            case LONG_LEASE -> 15;
            case GRANT, CAPITAL -> useCode.startsWith("09") ? 40 : 50;
        };
    }

    private void check(Contract c, LocalDate on) {
        add(
                """
                lease_check (tenant_id, id, contract_id, checked_on, items, passed, evidence, at, actor, actor_name)\
                """,
                tenant,
                UuidV7.next(),
                c.id(),
                date(on),
                "[{\"condition\":\"投资强度达到合同约定\",\"met\":true,\"found\":\"已核实\"},"
                        + "{\"condition\":\"按约定投产\",\"met\":true,\"found\":null}]",
                true,
                "现场核查与完税证明（演示）",
                PlotWriting.at(on, 11),
                username,
                name);
    }

    /** In two parts within a year; leases year by year. Most pay in time. */
    private void payments(Contract c, boolean idle) {
        if (c.mode() == SupplyMode.CAPITAL) {
            return; // the land is a share of the enterprise
        }
        boolean lease = c.mode().first().name().equals("LEASE");
        int parts = lease ? 5 : 2;
        long each = c.priceYuan() / parts / 10_000 * 10_000;
        boolean pays = !idle;
        for (int i = 0; i < parts; i++) {
            var due =
                    lease
                            ? c.signedOn().plusYears(i).plusDays(30)
                            : c.signedOn().plusDays(i == 0 ? 30 : 365);
            long amount = i == parts - 1 ? c.priceYuan() - each * (parts - 1) : each;
            var payment = UuidV7.next();
            add(
                    "payment (tenant_id, id, contract_id, title, due_on, amount_yuan)",
                    tenant,
                    payment,
                    c.id(),
                    lease ? "第%d年租金".formatted(i + 1) : i == 0 ? "首期出让价款" : "第二期出让价款",
                    date(due),
                    amount);
            if (!due.isBefore(today) || c.plot().state() == PlotState.RECOVERED && i > 0) {
                continue;
            }
            pays = pays && draws.chance(0.95);
            if (pays || i == 0) {
                receipt(payment, due.minusDays(draws.between(0, 9)), amount);
            } else if (draws.chance(0.5)) {
                receipt(payment, due.plusDays(-2), amount / 2 / 10_000 * 10_000 + 5_000);
            }
        }
    }

    private void receipt(UUID payment, LocalDate on, long amount) {
        add(
                "receipt (tenant_id, id, payment_id, paid_on, amount_yuan, at, actor, actor_name)",
                tenant,
                UuidV7.next(),
                payment,
                date(on),
                amount,
                PlotWriting.at(on, 16),
                username,
                name);
    }

    private void construction(Contract c, boolean stopped) {
        var started = on(c.plot(), PlotState.CONSTRUCTION);
        if (started == null) {
            return;
        }
        var finished = on(c.plot(), PlotState.COMPLETED);
        var produced = on(c.plot(), PlotState.PRODUCTION);
        var ratio = c.profile().leastRatio() == null ? BigDecimal.ONE : c.profile().leastRatio();
        var promise = c.profile().investmentYuanM2();
        double part =
                stopped
                        ? draws.between(0.12, 0.24)
                        : finished == null ? draws.between(0.35, 0.8) : draws.between(0.88, 0.99);
        double kept = finished == null ? part * 0.9 : draws.between(0.82, 1.18);
        var seen = today.minusDays(draws.between(3, 40));
        add(
                """
                construction (tenant_id, contract_id, planned_finish_on, started_on, finished_on, produced_on, built_m2,
                    floor_m2, invested_yuan, seen_on, evidence, recorded_at, recorded_by, recorded_name)\
                """,
                tenant,
                c.id(),
                finished == null ? date(today.plusDays(draws.between(60, 320))) : null,
                date(started),
                date(finished),
                date(produced),
                times(c.groundM2(), part),
                times(
                        c.groundM2().multiply(ratio),
                        finished == null ? part * 0.7 : draws.between(0.94, 1.4)),
                promise == null
                        ? null
                        : times(c.groundM2().multiply(promise), stopped ? part * 0.8 : kept),
                date(seen),
                finished == null ? "现场巡查记录、施工许可证（演示）" : "竣工验收备案、投资统计报表（演示）",
                PlotWriting.at(seen, 17),
                username,
                name);
        if (stopped) {
            var from = today.minusDays(draws.between(375, 420));
            stop(
                    c,
                    from.isBefore(started) ? started.plusDays(5) : from,
                    null,
                    "OWN",
                    "巡查发现停工，企业资金链紧张（演示）");
        } else if (finished == null && draws.chance(0.25)) {
            var from = today.minusDays(draws.between(30, 90));
            if (from.isAfter(started)) {
                stop(
                        c,
                        from,
                        from.plusDays(draws.between(10, 25)),
                        "GOVERNMENT",
                        "配合管网改造停工，有政府通知（演示）");
            }
        }
    }

    private void stop(
            Contract c, LocalDate from, @Nullable LocalDate to, String cause, String evidence) {
        add(
                """
                work_stop (tenant_id, id, contract_id, from_on, to_on, cause, evidence, recorded_at, recorded_by,
                    recorded_name)\
                """,
                tenant,
                UuidV7.next(),
                c.id(),
                date(from),
                date(to),
                cause,
                evidence,
                PlotWriting.at(from.plusDays(1), 9),
                username,
                name);
    }

    /** A person confirmed it three weeks ago; the fee is overdue, the talks with the holder are not. */
    private void confirmed(Contract c) {
        var idle = UuidV7.next();
        var on = today.minusDays(21);
        int days = (int) (on.toEpochDay() - c.startOn().toEpochDay()) - 1;
        int year = (int) (c.startOn().plusYears(1).toEpochDay() - c.startOn().toEpochDay());
        add(
                """
                idle_case (tenant_id, id, version, plot_id, contract_id, kind, state, since, computed_on, days_counted,
                    days_needed, days_excluded, decided_on, decided_by, decided_name, document, made_at)\
                """,
                tenant,
                idle,
                1,
                c.plot().id(),
                c.id(),
                "NOT_STARTED",
                "CONFIRMED",
                date(c.startOn()),
                date(on),
                days,
                year,
                0,
                date(on),
                username,
                name,
                "闲置土地认定书〔%d〕演示1号".formatted(on.getYear()),
                PlotWriting.at(on.minusDays(2), 8));
        measure(idle, "FEE", c.priceYuan() / 5, today.minusDays(4), on);
        measure(idle, "COOPERATION", null, today.plusDays(60), on);
    }

    private void measure(
            UUID idle, String kind, @Nullable Long amount, LocalDate deadline, LocalDate made) {
        add(
                """
                idle_measure (tenant_id, id, case_id, kind, amount_yuan, deadline, made_at, made_by)\
                """,
                tenant,
                UuidV7.next(),
                idle,
                kind,
                amount,
                date(deadline),
                PlotWriting.at(made, 10),
                username);
    }

    private void verification(Contract c) {
        var on = needed(c.plot(), PlotState.VERIFIED).minusDays(1);
        var produced = needed(c.plot(), PlotState.PRODUCTION);
        var p = c.profile();
        var lines = new ArrayList<String>();
        boolean all = true;
        for (var indicator :
                List.of(
                        Indicator.INVESTMENT,
                        Indicator.TAX,
                        Indicator.OUTPUT,
                        Indicator.FLOOR_RATIO)) {
            var promised =
                    switch (indicator) {
                        case INVESTMENT -> p.investmentYuanM2();
                        case TAX -> p.taxYuanM2();
                        case OUTPUT -> p.outputYuanM2();
                        default -> p.leastRatio();
                    };
            double kept = draws.between(0.86, 1.3);
            all = all && (promised == null || kept >= 1);
            lines.add(line(indicator, promised, kept));
        }
        add(
                """
                verification (tenant_id, id, plot_id, contract_id, year, verdict, document, decided_on, lines, at, actor,
                    actor_name)\
                """,
                tenant,
                UuidV7.next(),
                c.plot().id(),
                c.id(),
                on.getYear() - 1,
                all ? "REACHED" : "PARTLY",
                "%s达产核〔%d〕演示%d号".formatted(city, on.getYear(), draws.between(1, 60)),
                date(on.isBefore(produced) ? produced : on),
                "[" + String.join(",", lines) + "]",
                PlotWriting.at(on, 15),
                username,
                name);
    }

    private static String line(Indicator indicator, @Nullable BigDecimal promised, double kept) {
        if (promised == null) {
            return "{\"indicator\":\"%s\",\"outcome\":\"UNKNOWN\"}".formatted(indicator);
        }
        var actual = times(promised, kept);
        return "{\"indicator\":\"%s\",\"promised\":%s,\"actual\":%s,\"promisedPerMu\":%s,\"actualPerMu\":%s,\"outcome\":\"%s\"}"
                .formatted(
                        indicator,
                        promised.toPlainString(),
                        actual.toPlainString(),
                        indicator.isMoney() ? perMu(promised) : "null",
                        indicator.isMoney() ? perMu(actual) : "null",
                        actual.compareTo(promised) >= 0 ? "MET" : "PARTLY");
    }

    private static String perMu(BigDecimal yuanPerM2) {
        return yuanPerM2.divide(FIFTEEN, 2, RoundingMode.HALF_UP).toPlainString();
    }

    private static BigDecimal times(BigDecimal figure, double factor) {
        return figure.multiply(BigDecimal.valueOf(factor)).setScale(2, RoundingMode.HALF_UP);
    }

    /** Every contract as it was signed, and as a lease became a grant. */
    private void wordings() {
        jdbc.update(
                """
                insert into plots.supply_amendment (tenant_id, contract_id, version, note, reason, at, actor, actor_name)
                select c.tenant_id, c.id, v.version, jsonb_build_object('mode', c.mode, 'number', c.number,
                       'signedOn', c.signed_on, 'holderId', c.holder_id, 'holderName', c.holder_name,
                       'termYears', c.term_years, 'leaseYears', c.lease_years, 'priceYuan', c.price_yuan,
                       'startOn', c.start_on, 'finishOn', c.finish_on, 'productionOn', c.production_on,
                       'investmentYuanM2', c.investment_yuan_m2, 'taxYuanM2', c.tax_yuan_m2,
                       'outputYuanM2', c.output_yuan_m2, 'floorRatio', c.floor_ratio, 'energyTce', c.energy_tce,
                       'jobs', c.jobs, 'note', c.note),
                       case v.version when 0 then '' else '租赁期核查通过，转为出让（演示）' end,
                       case v.version when 0 then c.made_at else c.granted_on::timestamp at time zone 'Asia/Shanghai' end,
                       ?, ?
                from plots.supply_contract c cross join lateral generate_series(0, c.version) v (version)\
                """,
                username,
                name);
    }

    /** What the pages would have written. */
    private void history() {
        jdbc.update(
                """
                insert into audit.change
                    (tenant_id, id, subject_kind, subject_id, at, actor, actor_name, act, field, before, after)
                select c.tenant_id, uuidv7(), 'plots.plot', c.plot_id, c.made_at, ?, ?, 'contractSigned', f.field, null, f.after
                from plots.supply_contract c cross join lateral (
                    values ('mode', c.mode), ('contractNumber', c.number), ('holder', c.holder_name)) f (field, after)
                union all
                select i.tenant_id, uuidv7(), 'plots.plot', i.plot_id, i.made_at, ?, ?, 'idleConfirmed', 'reason', null, i.document
                from plots.idle_case i
                union all
                select v.tenant_id, uuidv7(), 'plots.plot', v.plot_id, v.at, ?, ?, 'verified', 'verdict', null, v.verdict
                from plots.verification v\
                """,
                username,
                name,
                username,
                name,
                username,
                name);
    }

    private static @Nullable LocalDate on(PlotStory story, PlotState state) {
        return story.steps().stream()
                .filter(step -> step.state() == state)
                .findFirst()
                .map(PlotStory.Step::on)
                .orElse(null);
    }

    private static LocalDate needed(PlotStory story, PlotState state) {
        var day = on(story, state);
        if (day == null) {
            throw new IllegalStateException(story.profile().number() + " was never " + state);
        }
        return day;
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    private void add(String table, @Nullable Object... values) {
        rows.computeIfAbsent(table, t -> new ArrayList<>()).add(values);
    }

    /** In the order in which tables were first named: what is referred to comes first. */
    private void flush() {
        rows.forEach((table, lines) -> {
            var marks = new ArrayList<String>();
            var columns = table.substring(table.indexOf('(') + 1, table.indexOf(')')).split(",");
            for (var column : columns) {
                marks.add(JSON.contains(column.strip()) ? "?::jsonb" : "?");
            }
            var sql = "insert into plots." + table + " values (" + String.join(", ", marks) + ")";
            for (int from = 0; from < lines.size(); from += BATCH) {
                jdbc.batchUpdate(sql, lines.subList(from, Math.min(lines.size(), from + BATCH)));
            }
        });
    }
}
