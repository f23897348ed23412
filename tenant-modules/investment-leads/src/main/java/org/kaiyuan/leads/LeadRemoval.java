package org.kaiyuan.leads;

import java.util.List;
import org.kaiyuan.leads.domain.Lead;
import org.kaiyuan.leads.domain.Leads;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Taking a lead out that should not be there: entered by mistake, nothing hangs on it that counts. */
@Service
@Transactional
public class LeadRemoval {
    private final LeadSight sight;
    private final Leads leads;
    private final ChangeHistory history;
    private final LeadReporting reporting;

    LeadRemoval(LeadSight sight, Leads leads, ChangeHistory history, LeadReporting reporting) {
        this.sight = sight;
        this.leads = leads;
        this.history = history;
        this.reporting = reporting;
    }

    /**
     * Its history stays.
     *
     * @param basedOn the version that the person saw
     * @throws LeadChangedMeanwhile when somebody else has changed it since
     * @throws SignedLeadStays when it was ever signed: that stays
     */
    @PreAuthorize("hasRole('" + LeadPermissions.ASSIGN + "')")
    public void remove(LeadId id, long basedOn) {
        var lead = sight.hold(id);
        if (lead.version() != basedOn) {
            boolean seen = basedOn >= 0 && basedOn < lead.version();
            throw LeadChangedMeanwhile.beforeRemoval(
                    lead.version(),
                    seen
                            ? history.newest(
                                    id.value(), (int) Math.min(50, lead.version() - basedOn))
                            : List.of());
        }
        if (lead.stage().isSigned()) {
            throw new SignedLeadStays();
        }
        history.record(
                Lead.SUBJECT,
                id.value(),
                "removed",
                List.of(new FieldChange("projectName", lead.projectName(), null)));
        reporting.takeBack(id);
        lead.leave();
        leads.save(lead);
        leads.delete(lead);
    }
}
