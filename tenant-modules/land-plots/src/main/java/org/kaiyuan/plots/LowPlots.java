package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.records.CursorRefused;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 低效 by the zone's rule: plots in production where tax, output, 容积率 or investment stay below so many percent of what
 * was promised, or below the zone's least where nothing was. What nobody reported is not taken for little.
 */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + PlotPermissions.READ + "')")
public class LowPlots {
    /** The largest page. */
    public static final int MOST = 500;

    private static final Pattern CURSOR =
            Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private static final String SELECT =
            """
            with held as (
                select c.tenant_id, c.holder_id, sum(coalesce(p.declared_m2, p.computed_m2)) as m2
                from plots.supply_contract c join plots.plot p on p.tenant_id = c.tenant_id and p.id = c.plot_id
                where c.ended_on is null and c.holder_id is not null and p.ended_on is null
                group by c.tenant_id, c.holder_id),
            shown as (
                select p.id, p.number, p.name, p.state, g.m2 as ground_m2, c.holder_name,
                       coalesce(c.tax_yuan_m2, p.tax_yuan_m2) as tax_promised, round(f.tax_yuan / h.m2, 4) as tax,
                       coalesce(c.output_yuan_m2, p.output_yuan_m2) as output_promised,
                       round(f.revenue_yuan / h.m2, 4) as output,
                       coalesce(c.floor_ratio, p.least_ratio) as ratio_promised, round(k.floor_m2 / g.m2, 4) as ratio,
                       coalesce(c.investment_yuan_m2, p.investment_yuan_m2) as investment_promised,
                       round(k.invested_yuan / g.m2, 4) as investment
                from plots.plot p
                cross join lateral (select coalesce(p.declared_m2, p.computed_m2) as m2) g
                join plots.supply_contract c on c.tenant_id = p.tenant_id and c.plot_id = p.id and c.ended_on is null
                left join plots.construction k on k.tenant_id = c.tenant_id and k.contract_id = c.id
                left join held h on h.tenant_id = c.tenant_id and h.holder_id = c.holder_id
                left join plots.holder_figure f on f.tenant_id = c.tenant_id and f.enterprise_id = c.holder_id
                    and f.year = ?
                where p.ended_on is null and p.state in ('PRODUCTION', 'VERIFIED')),
            judged as (
                select s.*, coalesce(tax_promised * r.part, r.tax) as tax_least,
                       coalesce(output_promised * r.part, r.output) as output_least,
                       coalesce(ratio_promised * r.part, r.ratio) as ratio_least,
                       coalesce(investment_promised * r.part, r.investment) as investment_least
                from shown s cross join (select ?::numeric / 100 as part, ?::numeric as tax, ?::numeric as output,
                                                ?::numeric as ratio, ?::numeric as investment) r)
            select * from judged
            where (tax < tax_least or output < output_least or ratio < ratio_least or investment < investment_least)\
            """;

    private final JdbcTemplate jdbc;
    private final SupplyRulesKeeping rules;

    LowPlots(JdbcTemplate jdbc, SupplyRulesKeeping rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    /**
     * A page of them, in the order in which they came into the register; one statement.
     *
     * @param year whose figures are looked at
     * @param after {@link LowPlotPage#next()} of the page before, null for the first
     * @param limit at most {@link #MOST}
     * @throws CursorRefused when {@code after} is of no such list
     */
    public LowPlotPage find(int year, @Nullable String after, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        var r = rules.current();
        var arguments = new ArrayList<@Nullable Object>();
        arguments.add(year);
        arguments.add(r.lowPercent());
        arguments.add(r.lowTaxYuanM2());
        arguments.add(r.lowOutputYuanM2());
        arguments.add(r.lowFloorRatio());
        arguments.add(r.lowInvestmentYuanM2());
        var sql = new StringBuilder(SELECT);
        if (after != null && !after.isEmpty()) {
            if (!CURSOR.matcher(after).matches()) {
                throw new CursorRefused();
            }
            sql.append(" and id > ?");
            arguments.add(UUID.fromString(after));
        }
        sql.append(" order by id limit ?");
        arguments.add(most + 1);
        var rows = jdbc.query(sql.toString(), (row, number) -> low(row, year), arguments.toArray());
        return rows.size() <= most
                ? new LowPlotPage(rows, null)
                : new LowPlotPage(
                        rows.subList(0, most), rows.get(most - 1).plot().value().toString());
    }

    private static LowPlot low(ResultSet row, int year) throws SQLException {
        var reasons = new ArrayList<LowPlot.LowReason>();
        reason(reasons, row, Indicator.TAX, "tax");
        reason(reasons, row, Indicator.OUTPUT, "output");
        reason(reasons, row, Indicator.FLOOR_RATIO, "ratio");
        reason(reasons, row, Indicator.INVESTMENT, "investment");
        return new LowPlot(
                new PlotId(row.getObject("id", UUID.class)),
                row.getString("number"),
                row.getString("name"),
                PlotState.valueOf(row.getString("state")),
                row.getBigDecimal("ground_m2"),
                row.getString("holder_name"),
                year,
                reasons);
    }

    private static void reason(
            List<LowPlot.LowReason> reasons, ResultSet row, Indicator indicator, String column)
            throws SQLException {
        @Nullable BigDecimal actual = row.getBigDecimal(column);
        @Nullable BigDecimal least = row.getBigDecimal(column + "_least");
        if (actual != null && least != null && actual.compareTo(least) < 0) {
            reasons.add(
                    new LowPlot.LowReason(
                            indicator,
                            actual,
                            least.setScale(4, java.math.RoundingMode.HALF_UP),
                            row.getBigDecimal(column + "_promised")));
        }
    }
}
