package org.kaiyuan.leads;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the director sees: exact figures, counted by PostgreSQL over all leads that the person may see. Behind
 * every figure stands the question that opens its list.
 */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + LeadPermissions.FIGURES + "')")
public class LeadFigures {
    /** So long in one stage and a lead is stuck. Common practice, no rule. */
    public static final int STUCK_DAYS = 90;

    private static final int SOON = 7;
    private static final int STAGES = LeadStage.values().length;

    private final JdbcTemplate jdbc;
    private final LeadSight sight;
    private final Clock clock;

    LeadFigures(JdbcTemplate jdbc, LeadSight sight, Clock clock) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.clock = clock;
    }

    /**
     * How far leads came, how many went on, how long it took; two statements, however many groups.
     *
     * <p>The median is that of {@code percentile_cont(0.5)}, told from how many stayed how many days: that is quicker
     * than sorting every stay.
     */
    public LeadFunnel funnel(LeadFilter filter, FigureGroup by) {
        var sql = LeadSql.of(filter, sight.seen());
        var tallies = new LinkedHashMap<String, Tally>();
        var whole = new Tally("");
        jdbc.query(
                "select %s, %s, l.furthest, l.stage, l.state = 'ACTIVE', count(*), coalesce(sum(greatest(l.investment_yuan, 0)), 0)"
                                .formatted(by.key, by.name)
                        + " from leads.lead l where "
                        + sql.where()
                        + " group by 1, 3, 4, 5",
                row -> {
                    var tally = tallies.computeIfAbsent(row.getString(1), Tally::new);
                    if (row.getString(2) != null) {
                        tally.name = row.getString(2);
                    }
                    for (var one : List.of(whole, tally)) {
                        one.add(
                                row.getInt(3),
                                LeadStage.valueOf(row.getString(4)),
                                row.getBoolean(5),
                                row.getLong(6),
                                row.getLong(7));
                    }
                },
                sql.arguments());
        jdbc.query(
                """
                with many as (
                    select %s as part, m.from_stage, m.days, count(*) as n from leads.lead l
                    join leads.stage_move m on m.tenant_id = l.tenant_id and m.lead_id = l.id
                    where m.from_stage is not null and m.days is not null and %s group by 1, 2, 3),
                said as (
                    select false as whole, part, from_stage, days, n from many
                    union all select true, '', from_stage, days, sum(n) from many group by from_stage, days),
                counted as (
                    select whole, part, from_stage, days, n,
                           sum(n) over (partition by whole, part, from_stage order by days) as until,
                           sum(n) over (partition by whole, part, from_stage) as total
                    from said)
                select part, from_stage, max(total),
                       (min(days) filter (where 2 * until >= total) + min(days) filter (where 2 * until > total)) / 2.0,
                       sum(days * n) / max(total), whole
                from counted group by whole, part, from_stage\
                """
                        .formatted(by.key, sql.where()),
                row -> {
                    var tally = row.getBoolean(6) ? whole : tallies.get(row.getString(1));
                    if (tally != null) {
                        tally.stays[LeadStage.valueOf(row.getString(2)).ordinal()] =
                                new Stays(row.getLong(3), row.getDouble(4), row.getDouble(5));
                    }
                },
                sql.arguments());
        if (by == FigureGroup.FAIR) {
            nameFairs(tallies);
        }
        var groups =
                by == FigureGroup.NONE
                        ? List.<LeadFunnel.Group>of()
                        : tallies.values().stream()
                                .map(tally -> tally.group(within(filter, by, tally.key)))
                                .sorted(
                                        Comparator.comparingLong(LeadFunnel.Group::leads)
                                                .reversed()
                                                .thenComparing(LeadFunnel.Group::key))
                                .toList();
        return new LeadFunnel(whole.group(filter), groups);
    }

    /**
     * What became of the projects that were signed until the end of the year; one statement.
     *
     * @param year in Asia/Shanghai; 1990 to 2100
     */
    public LeadRates rates(int year, LeadFilter filter) {
        var first = LocalDate.of(Math.clamp(year, 1990, 2100), 1, 1);
        var last = first.plusYears(1).minusDays(1);
        var sql = LeadSql.of(signed(filter, null, last), sight.seen());
        var arguments = new ArrayList<Object>();
        arguments.add(first);
        arguments.addAll(List.of(sql.arguments()));
        arguments.add(last);
        var fresh = new Deals();
        var carried = new Deals();
        jdbc.query(
                """
                with chosen as (
                    select l.tenant_id, l.id, l.furthest, l.currency, l.total_investment,
                           greatest(l.investment_yuan, 0) as yuan, l.signed_on >= ? as fresh
                    from leads.lead l where %s),
                promised as (
                    select a.lead_id, sum(a.promised_investment_yuan) as yuan from leads.agreement a
                    join chosen c on c.tenant_id = a.tenant_id and c.id = a.lead_id
                    where a.kind in ('INVESTMENT', 'ENTRY', 'SUPPLEMENT') group by a.lead_id),
                paid as (
                    select f.lead_id, sum(f.amount) filter (where f.currency = 'CNY') as yuan,
                           sum(f.amount) filter (where f.currency = 'USD') as dollars
                    from leads.fund f join chosen c on c.tenant_id = f.tenant_id and c.id = f.lead_id
                    where f.month <= ? group by f.lead_id)
                select c.fresh, count(*), sum(c.yuan),
                       count(*) filter (where c.furthest >= 5), count(*) filter (where c.furthest >= 7),
                       count(*) filter (where c.furthest >= 8),
                       coalesce(sum(coalesce(p.yuan, c.yuan)) filter (where c.currency = 'CNY'), 0),
                       coalesce(sum(d.yuan) filter (where c.currency = 'CNY'), 0),
                       coalesce(sum(c.total_investment) filter (where c.currency = 'USD'), 0),
                       coalesce(sum(d.dollars) filter (where c.currency = 'USD'), 0)
                from chosen c left join promised p on p.lead_id = c.id left join paid d on d.lead_id = c.id
                group by c.fresh\
                """
                        .formatted(sql.where()),
                row -> {
                    var deals = row.getBoolean(1) ? fresh : carried;
                    deals.signed = row.getLong(2);
                    deals.yuan = row.getLong(3);
                    deals.kept = row.getLong(4);
                    deals.started = row.getLong(5);
                    deals.producing = row.getLong(6);
                    deals.promisedYuan = row.getBigDecimal(7);
                    deals.paidYuan = row.getBigDecimal(8);
                    deals.promisedDollars = row.getBigDecimal(9);
                    deals.paidDollars = row.getBigDecimal(10);
                },
                arguments.toArray());
        return new LeadRates(
                first.getYear(),
                fresh.part(signed(filter, first, last)),
                carried.part(signed(filter, null, first.minusDays(1))),
                fresh.and(carried).part(signed(filter, null, last)));
    }

    /** What somebody should look at; one statement. */
    public LeadAttention attention(LeadFilter filter) {
        var today = LocalDate.now(clock);
        var active = filter.but().states(Set.of(LeadState.ACTIVE)).filter();
        var overdue =
                active.but().dueUntil(earlier(active.dueUntil(), today.minusDays(1))).filter();
        var silent =
                active.but()
                        .silentUntil(earlier(active.silentUntil(), today.plusDays(SOON)))
                        .filter();
        var since = today.minusDays(STUCK_DAYS);
        var stuck =
                active.but()
                        .stages(
                                filter.stages().isEmpty()
                                        ? EnumSet.range(LeadStage.CLUE, LeadStage.CONSTRUCTION)
                                        : filter.stages())
                        .stuckSince(earlier(active.stuckSince(), since))
                        .filter();
        var pooled = active.but().pool(true).filter();
        var counts = new ArrayList<FigureCount>();
        var seen = sight.seen();
        var select = new ArrayList<String>();
        var arguments = new ArrayList<Object>();
        for (var one : List.of(overdue, silent, stuck, pooled)) {
            var sql = LeadSql.of(one, seen);
            select.add(
                    "select "
                            + select.size()
                            + ", count(*), coalesce(sum(greatest(l.investment_yuan, 0)), 0) from leads.lead l where "
                            + sql.where());
            arguments.addAll(List.of(sql.arguments()));
        }
        var found =
                jdbc.query(
                        String.join(" union all ", select) + " order by 1",
                        (row, number) -> new long[] {row.getLong(2), row.getLong(3)},
                        arguments.toArray());
        var questions = List.of(overdue, silent, stuck, pooled);
        for (int i = 0; i < questions.size(); i++) {
            counts.add(new FigureCount(found.get(i)[0], found.get(i)[1], behind(questions.get(i))));
        }
        return new LeadAttention(counts.get(0), counts.get(1), counts.get(2), counts.get(3), since);
    }

    private void nameFairs(Map<String, Tally> tallies) {
        jdbc.query(
                "select id::text, name from leads.fair where id = any (?::uuid[])",
                row -> {
                    tallies.computeIfAbsent(row.getString(1), Tally::new).name = row.getString(2);
                },
                (Object)
                        tallies.keySet().stream()
                                .filter(key -> !key.isEmpty())
                                .toArray(String[]::new));
    }

    static LeadQuestion behind(LeadFilter filter) {
        return LeadQuestion.ALL.with(filter);
    }

    static @Nullable Double percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? null
                : part.multiply(BigDecimal.valueOf(100))
                        .divide(whole, 1, RoundingMode.HALF_UP)
                        .doubleValue();
    }

    static @Nullable Double percent(long part, long whole) {
        return percent(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }

    /** Those that also came so far. */
    static LeadFilter reached(LeadFilter filter, LeadStage stage) {
        var asked = filter.reached();
        return filter.but()
                .reached(asked == null || asked.isBefore(stage) ? stage : asked)
                .filter();
    }

    /** Those that were also signed then. */
    static LeadFilter signed(LeadFilter filter, @Nullable LocalDate from, LocalDate to) {
        var asked = filter.signedFrom();
        return reached(filter, LeadStage.SIGNED)
                .but()
                .signedFrom(
                        asked == null ? from : from == null || from.isBefore(asked) ? asked : from)
                .signedTo(earlier(filter.signedTo(), to))
                .filter();
    }

    private static LocalDate earlier(@Nullable LocalDate one, LocalDate other) {
        return one == null || one.isAfter(other) ? other : one;
    }

    /** @return null where no filter asks for those that have none */
    private static @Nullable LeadFilter within(LeadFilter filter, FigureGroup by, String key) {
        if (key.isEmpty()) {
            return null;
        }
        var draft = filter.but();
        return switch (by) {
            case NONE -> filter;
            case OWNER -> draft.owner(key).filter();
            case WAY -> draft.way(InvestmentWay.valueOf(key)).filter();
            case INDUSTRY -> draft.leadingIndustry(key).filter();
            case SUB_INDUSTRY -> draft.subIndustry(key).filter();
            case FAIR -> draft.fairId(UUID.fromString(key)).filter();
        };
    }

    private record Stays(long many, double median, double mean) {
        static final Stays NONE = new Stays(0, 0, 0);
    }

    /** The leads of one group, by how far they came and where they stand. */
    private static final class Tally {
        final String key;
        @Nullable String name;
        final long[] furthest = new long[STAGES];
        final long[] furthestYuan = new long[STAGES];
        final long[] now = new long[STAGES];
        final long[] nowYuan = new long[STAGES];
        final Stays[] stays = Stream.generate(() -> Stays.NONE).limit(STAGES).toArray(Stays[]::new);

        Tally(String key) {
            this.key = key;
        }

        void add(int came, LeadStage stage, boolean active, long leads, long yuan) {
            for (int i = 0; i <= came; i++) {
                furthest[i] += leads;
                furthestYuan[i] += yuan;
            }
            if (active) {
                now[stage.ordinal()] += leads;
                nowYuan[stage.ordinal()] += yuan;
            }
        }

        LeadFunnel.Group group(@Nullable LeadFilter filter) {
            var steps =
                    Stream.of(LeadStage.values())
                            .map(stage -> {
                                int i = stage.ordinal();
                                return new LeadFunnel.Step(
                                        stage,
                                        furthest[i],
                                        furthestYuan[i],
                                        now[i],
                                        nowYuan[i],
                                        i + 1 == STAGES
                                                ? null
                                                : percent(furthest[i + 1], furthest[i]),
                                        stays[i].many(),
                                        stays[i].many() == 0 ? null : stays[i].median(),
                                        stays[i].many() == 0 ? null : stays[i].mean(),
                                        filter == null ? null : behind(reached(filter, stage)),
                                        filter == null ? null : standing(filter, stage));
                            })
                            .toList();
            return new LeadFunnel.Group(
                    key,
                    name,
                    furthest[0],
                    furthestYuan[0],
                    filter == null ? null : behind(filter),
                    steps);
        }

        /** Null where the filter's own stages and states leave none. */
        private static @Nullable LeadQuestion standing(LeadFilter filter, LeadStage stage) {
            boolean none =
                    (!filter.stages().isEmpty() && !filter.stages().contains(stage))
                            || (!filter.states().isEmpty()
                                    && !filter.states().contains(LeadState.ACTIVE));
            return none
                    ? null
                    : behind(
                            filter.but()
                                    .stages(Set.of(stage))
                                    .states(Set.of(LeadState.ACTIVE))
                                    .filter());
        }
    }

    /** Sums over signed projects. */
    private static final class Deals {
        long signed;
        long yuan;
        long kept;
        long started;
        long producing;
        BigDecimal promisedYuan = BigDecimal.ZERO;
        BigDecimal paidYuan = BigDecimal.ZERO;
        BigDecimal promisedDollars = BigDecimal.ZERO;
        BigDecimal paidDollars = BigDecimal.ZERO;

        Deals and(Deals other) {
            var both = new Deals();
            both.signed = signed + other.signed;
            both.yuan = yuan + other.yuan;
            both.kept = kept + other.kept;
            both.started = started + other.started;
            both.producing = producing + other.producing;
            both.promisedYuan = promisedYuan.add(other.promisedYuan);
            both.paidYuan = paidYuan.add(other.paidYuan);
            both.promisedDollars = promisedDollars.add(other.promisedDollars);
            both.paidDollars = paidDollars.add(other.paidDollars);
            return both;
        }

        LeadRates.Part part(LeadFilter filter) {
            return new LeadRates.Part(
                    new FigureCount(signed, yuan, behind(filter)),
                    rate(kept, filter, LeadStage.REGISTERED),
                    rate(started, filter, LeadStage.CONSTRUCTION),
                    rate(producing, filter, LeadStage.PRODUCTION),
                    new LeadRates.Money(
                            "CNY", promisedYuan, paidYuan, percent(paidYuan, promisedYuan)),
                    new LeadRates.Money(
                            "USD",
                            promisedDollars,
                            paidDollars,
                            percent(paidDollars, promisedDollars)));
        }

        private LeadRates.Rate rate(long leads, LeadFilter filter, LeadStage stage) {
            return new LeadRates.Rate(
                    leads, percent(leads, signed), behind(reached(filter, stage)));
        }
    }
}
