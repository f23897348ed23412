package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a map's colours say beyond the plots themselves: what their ground yields, and whether it lies idle. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + PlotPermissions.READ + "')")
public class PlotRatings {
    private static final String OUTPUT =
            """
            with held as (
                select c.tenant_id, c.holder_id, sum(coalesce(p.declared_m2, p.computed_m2)) as m2
                from plots.supply_contract c join plots.plot p on p.tenant_id = c.tenant_id and p.id = c.plot_id
                where c.ended_on is null and c.holder_id is not null and p.ended_on is null
                group by c.tenant_id, c.holder_id)
            select p.id, f.revenue_yuan / h.m2
            from plots.plot p
            join plots.supply_contract c on c.tenant_id = p.tenant_id and c.plot_id = p.id and c.ended_on is null
            join held h on h.tenant_id = c.tenant_id and h.holder_id = c.holder_id
            join lateral (
                select y.revenue_yuan from plots.holder_figure y
                where y.tenant_id = c.tenant_id and y.enterprise_id = c.holder_id and y.revenue_yuan is not null
                order by y.year desc limit 1) f on true
            where p.ended_on is null and p.west <= ? and p.east >= ? and p.south <= ? and p.north >= ?
            order by p.computed_m2 desc, p.id limit %d\
            """
                    .formatted(PlotMap.MOST);

    private static final String IDLE =
            """
            select p.id,
                   case when i.state is not null then i.state
                        when exists (select from plots.work_stop s
                                     where s.tenant_id = c.tenant_id and s.contract_id = c.id and s.removed_at is null
                                       and s.from_on <= ? and (s.to_on is null or s.to_on >= ?)) then 'STOPPED'
                        when c.start_on < ? and k.started_on is null then 'LATE'
                        else 'FINE' end
            from plots.plot p
            join plots.supply_contract c on c.tenant_id = p.tenant_id and c.plot_id = p.id and c.ended_on is null
            left join plots.construction k on k.tenant_id = c.tenant_id and k.contract_id = c.id
            left join plots.idle_case i on i.tenant_id = p.tenant_id and i.plot_id = p.id and i.ended_at is null
            where p.ended_on is null and p.state in ('SUPPLIED', 'CONSTRUCTION')
              and p.west <= ? and p.east >= ? and p.south <= ? and p.north >= ?
            order by p.computed_m2 desc, p.id limit %d\
            """
                    .formatted(PlotMap.MOST);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    PlotRatings(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What the holder of a plot has turned over in the last year that is known, for each 亩 that it holds by contract: a
     * holder's turnover is spread over all its ground.
     *
     * <p>Bands as a park speaks of them, ours; the plan of 隆昌 asks 250 to 350 万元 of a 亩.
     */
    public enum OutputBand {
        BELOW_100(100),
        BELOW_200(200),
        BELOW_350(350),
        BELOW_500(500),
        FROM_500(Integer.MAX_VALUE);

        private final BigDecimal below;

        OutputBand(int below) {
            this.below = BigDecimal.valueOf(below);
        }

        /** @param yuanPerM2 15 yuan per m² are 1 万元 per 亩 */
        static OutputBand of(BigDecimal yuanPerM2) {
            var perMu = yuanPerM2.divide(BigDecimal.valueOf(15), 4, RoundingMode.HALF_UP);
            return Arrays.stream(values())
                    .filter(band -> perMu.compareTo(band.below) < 0)
                    .findFirst()
                    .orElse(FROM_500);
        }
    }

    /** How near ground that was supplied is to lying idle (闲置土地处置办法 art. 2). */
    public enum IdleRisk {
        /** As agreed. */
        FINE,
        /** The agreed start has passed, no year yet. */
        LATE,
        /** Work stands still, no year yet. */
        STOPPED,
        /** The rule says idle; nobody has decided. */
        PROPOSED,
        /** Found to be idle. */
        CONFIRMED
    }

    /** Of the plots in view whose holder's turnover is known; one statement. */
    public Map<PlotId, OutputBand> output(Box view) {
        var bands = new HashMap<PlotId, OutputBand>();
        jdbc.query(
                OUTPUT,
                row -> {
                    bands.put(
                            new PlotId(row.getObject(1, UUID.class)),
                            OutputBand.of(row.getBigDecimal(2)));
                },
                view.east(),
                view.west(),
                view.north(),
                view.south());
        return bands;
    }

    /** Of the plots in view that are supplied and not built yet; one statement. */
    public Map<PlotId, IdleRisk> idle(Box view) {
        var today = Date.valueOf(LocalDate.now(clock));
        var risks = new HashMap<PlotId, IdleRisk>();
        jdbc.query(
                IDLE,
                row -> {
                    risks.put(
                            new PlotId(row.getObject(1, UUID.class)),
                            IdleRisk.valueOf(row.getString(2)));
                },
                today,
                today,
                today,
                view.east(),
                view.west(),
                view.north(),
                view.south());
        return risks;
    }
}
