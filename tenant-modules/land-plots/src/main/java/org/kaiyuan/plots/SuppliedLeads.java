package org.kaiyuan.plots;

import java.util.Arrays;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadLandEvidence;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells leads whether ground was supplied to one of them: a plot that is supplied, and not taken back since. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SuppliedLeads implements LeadLandEvidence {
    /**
     * Plots that went to a lead: by a contract that names it, or that were held for it when they were supplied. That
     * says nothing any more once the plot was taken back, the lead's own contract has ended or another lead's runs.
     */
    private static final String EVIDENCE =
            """
            select r.tenant_id, r.plot_id from plots.reservation r where r.lead_id = ? and r.state = 'USED'
              and not exists (
                select from plots.state_move m where m.tenant_id = r.tenant_id and m.plot_id = r.plot_id
                  and m.to_state = 'RECOVERED' and m.at > r.ended_at)
              and not exists (
                select from plots.supply_contract o where o.tenant_id = r.tenant_id and o.plot_id = r.plot_id
                  and (o.ended_on is null and o.lead_id <> r.lead_id
                       or o.ended_on is not null and o.lead_id = r.lead_id))
            union all
            select c.tenant_id, c.plot_id from plots.supply_contract c where c.lead_id = ? and c.ended_on is null
            """;

    private static final String[] SUPPLIED =
            Arrays.stream(PlotState.values())
                    .filter(state -> !state.isOpen() && state != PlotState.RECOVERED)
                    .map(Enum::name)
                    .toArray(String[]::new);

    private final JdbcTemplate jdbc;

    SuppliedLeads(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isSupplied(LeadId lead) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject(
                        """
                        select exists (
                            select from (%s) s join plots.plot p on p.tenant_id = s.tenant_id and p.id = s.plot_id
                            where p.state = any (?))\
                        """
                                .formatted(EVIDENCE),
                        Boolean.class,
                        lead.value(),
                        lead.value(),
                        SUPPLIED));
    }
}
