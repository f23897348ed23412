package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ledgers of stock: 批而未供, 供而未用, and what they earn of new land. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + PlotPermissions.READ + "')")
public class PlotLedgers {
    /** The largest page. */
    public static final int MOST = 500;

    /** Bidding without a bidder leads back to 批而未供, and neither that nor a new border makes the approval younger. */
    private static final String APPROVED =
            """
            select p.id, p.number, p.name, p.use_code, p.state, coalesce(p.declared_m2, p.computed_m2) as ground_m2,
                   coalesce(%s, p.state_since) as since,
                   null::text as holder_name, null::text as contract, null::date as start_on, null::text as idle
            from plots.plot p where p.ended_on is null and p.state in ('APPROVED', 'ANNOUNCED')\
            """
                    .formatted(approved("p.tenant_id", "p.id", "'infinity'"));

    private static final String SUPPLIED =
            """
            select p.id, p.number, p.name, p.use_code, p.state, coalesce(p.declared_m2, p.computed_m2) as ground_m2,
                   coalesce(c.signed_on, p.state_since) as since,
                   coalesce(c.holder_name, p.holder_name) as holder_name, c.number as contract, c.start_on,
                   (select i.state from plots.idle_case i where i.tenant_id = p.tenant_id and i.plot_id = p.id
                       and i.ended_at is null) as idle
            from plots.plot p left join plots.supply_contract c
                on c.tenant_id = p.tenant_id and c.plot_id = p.id and c.ended_on is null
            where p.ended_on is null and p.state = 'SUPPLIED'\
            """;

    private final JdbcTemplate jdbc;
    private final SupplyRulesKeeping rules;
    private final Clock clock;

    PlotLedgers(JdbcTemplate jdbc, SupplyRulesKeeping rules, Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * A page of a ledger, those in it for longest first; one statement.
     *
     * @param year only those since that year; null for all
     * @param after {@link LedgerPage#next()} of the page before, null for the first
     * @param limit at most {@link #MOST}
     * @throws org.kaiyuan.platform.records.CursorRefused when {@code after} is of no such list
     */
    public LedgerPage page(
            Ledger ledger, @Nullable Integer year, @Nullable String after, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        var sql = new StringBuilder("select * from (" + of(ledger) + ") l where true");
        var arguments = new ArrayList<Object>();
        if (year != null) {
            sql.append(" and extract(year from l.since) = ?");
            arguments.add(year);
        }
        var place = DayPlace.parse(after);
        if (place != null) {
            sql.append(" and (l.since, l.id) > (?, ?)");
            arguments.add(place.day());
            arguments.add(place.id());
        }
        sql.append(" order by l.since, l.id limit ?");
        arguments.add(most + 1);
        var today = LocalDate.now(clock);
        var rows =
                jdbc.query(sql.toString(), (row, number) -> line(row, today), arguments.toArray());
        if (rows.size() <= most) {
            return new LedgerPage(rows, null);
        }
        var last = rows.get(most - 1);
        return new LedgerPage(
                rows.subList(0, most), new DayPlace(last.since(), last.plot().value()).cursor());
    }

    /** What a ledger comes to by years, the oldest first; one statement. */
    public List<LedgerSum> sums(Ledger ledger) {
        return jdbc.query(
                """
                select extract(year from l.since)::int, count(*), sum(l.ground_m2)
                from (%s) l group by 1 order by 1\
                """
                        .formatted(of(ledger)),
                (row, number) -> new LedgerSum(row.getInt(1), row.getInt(2), row.getBigDecimal(3)));
    }

    /** 增存挂钩 of a year; one statement for all sums. */
    public StockBalance balance(int year) {
        var first = LocalDate.of(Math.clamp(year, 1950, 2200), 1, 1);
        var next = first.plusYears(1);
        var percent = rules.current().stockPercent();
        return jdbc.query(
                        """
                        with ground as (
                            select p.tenant_id, p.id, coalesce(p.declared_m2, p.computed_m2) as m2, p.state, p.ended_on
                            from plots.plot p)
                        select
                            (select coalesce(sum(g.m2), 0) from ground g where exists (
                                select from plots.state_move s where s.tenant_id = g.tenant_id and s.plot_id = g.id
                                  and s.from_state is not null and s.to_state = 'SUPPLIED'
                                  and s.on_day >= ? and s.on_day < ? and %s < ?)),
                            (select coalesce(sum(g.m2), 0) from ground g where exists (
                                select from plots.idle_case i where i.tenant_id = g.tenant_id and i.plot_id = g.id
                                  and i.state = 'CLOSED' and i.ended_at >= ? and i.ended_at < ?)),
                            (select coalesce(sum(g.m2), 0) from ground g where exists (
                                select from plots.state_move a where a.tenant_id = g.tenant_id and a.plot_id = g.id
                                  and a.from_state = 'RESERVE' and a.to_state = 'APPROVED'
                                  and a.on_day >= ? and a.on_day < ?)),
                            (select coalesce(sum(g.m2), 0) from ground g
                             where g.ended_on is null and g.state in ('APPROVED', 'ANNOUNCED')),
                            (select coalesce(sum(g.m2), 0) from ground g where exists (
                                select from plots.idle_case i where i.tenant_id = g.tenant_id and i.plot_id = g.id
                                  and i.state = 'CONFIRMED'))\
                        """
                                .formatted(approved("s.tenant_id", "s.plot_id", "s.on_day")),
                        (row, number) -> balance(row, first.getYear(), percent),
                        first,
                        next,
                        first,
                        java.sql.Timestamp.from(first.atStartOfDay(clock.getZone()).toInstant()),
                        java.sql.Timestamp.from(next.atStartOfDay(clock.getZone()).toInstant()),
                        first,
                        next)
                .getFirst();
    }

    private static StockBalance balance(ResultSet row, int year, BigDecimal percent)
            throws SQLException {
        var supplied = row.getBigDecimal(1);
        var settled = row.getBigDecimal(2);
        var approved = row.getBigDecimal(3);
        var earned =
                supplied.add(settled)
                        .multiply(percent)
                        .movePointLeft(2)
                        .setScale(2, RoundingMode.HALF_UP);
        return new StockBalance(
                year,
                percent,
                supplied,
                settled,
                earned,
                approved,
                earned.subtract(approved),
                row.getBigDecimal(4),
                row.getBigDecimal(5));
    }

    /**
     * The day on which a plot was approved, in SQL: the last time it was itself, or else the first of those that it came
     * of. Null where none of them ever was.
     */
    private static String approved(String tenant, String plot, String until) {
        var last =
                """
                (select max(a.on_day) from plots.state_move a where a.tenant_id = %s and a.plot_id = %s
                   and a.from_state = 'RESERVE' and a.to_state = 'APPROVED' and a.on_day <= %s)\
                """;
        return """
        (with recursive line (id, approved_on) as (
            select %s, %s
            union
            select l.from_plot, %s from line
            join plots.lineage l on l.tenant_id = %s and l.to_plot = line.id
            where line.approved_on is null)
        select min(approved_on) from line)\
        """
                .formatted(
                        plot,
                        last.formatted(tenant, plot, until),
                        last.formatted(tenant, "l.from_plot", until),
                        tenant);
    }

    private static String of(Ledger ledger) {
        return ledger == Ledger.APPROVED ? APPROVED : SUPPLIED;
    }

    private static LedgerLine line(ResultSet row, LocalDate today) throws SQLException {
        var since = row.getObject("since", LocalDate.class);
        var start = row.getObject("start_on", LocalDate.class);
        var idle = row.getString("idle");
        return new LedgerLine(
                new PlotId(row.getObject("id", UUID.class)),
                row.getString("number"),
                row.getString("name"),
                row.getString("use_code"),
                PlotState.valueOf(row.getString("state")),
                row.getBigDecimal("ground_m2"),
                since,
                days(since, today),
                row.getString("holder_name"),
                row.getString("contract"),
                start,
                start == null ? 0 : days(start, today),
                idle == null ? null : IdleState.valueOf(idle));
    }

    private static int days(LocalDate since, LocalDate today) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(since, today));
    }
}
