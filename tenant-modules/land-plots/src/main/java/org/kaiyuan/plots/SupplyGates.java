package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gates that ask for papers and not for ground: a contract before the supply, a verification before 达产核查. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SupplyGates {
    private final JdbcTemplate jdbc;
    private final SupplyRulesKeeping rules;

    SupplyGates(JdbcTemplate jdbc, SupplyRulesKeeping rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    /** Those that refuse; without an area. */
    List<RefusedPlotGate> refusing(PlotId plot, PlotState to) {
        var refused = new ArrayList<RefusedPlotGate>();
        if (to == PlotState.SUPPLIED
                && rules.current().contractBeforeSupply()
                && isMissing(
                        "select 1 from plots.supply_contract where plot_id = ? and ended_on is null",
                        plot)) {
            refused.add(new RefusedPlotGate(PlotGate.SUPPLY_CONTRACT, BigDecimal.ZERO));
        }
        if (to == PlotState.VERIFIED
                && isMissing(
                        """
                        select 1 from plots.plot p join lateral (
                            select verdict, decided_on from plots.verification v
                            where v.tenant_id = p.tenant_id and v.plot_id = p.id
                            order by decided_on desc, id desc limit 1) n
                        on n.decided_on >= p.state_since and n.verdict <> 'NOT_REACHED'
                        where p.id = ?\
                        """,
                        plot)) {
            refused.add(new RefusedPlotGate(PlotGate.VERIFICATION, BigDecimal.ZERO));
        }
        return refused;
    }

    private boolean isMissing(String question, PlotId plot) {
        return jdbc.queryForList(question, plot.value()).isEmpty();
    }
}
