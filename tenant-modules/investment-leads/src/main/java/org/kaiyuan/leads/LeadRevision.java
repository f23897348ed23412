package org.kaiyuan.leads;

import java.time.Clock;
import java.util.function.UnaryOperator;
import org.kaiyuan.leads.domain.Lead;
import org.kaiyuan.leads.domain.ProfileRules;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changing what is known of a lead. */
@Service
@Transactional
public class LeadRevision {
    private final LeadSight sight;
    private final LeadStore store;
    private final JdbcTemplate jdbc;
    private final ChangeHistory history;
    private final CurrentPerson person;
    private final LeadReporting reporting;
    private final Clock clock;

    LeadRevision(
            LeadSight sight,
            LeadStore store,
            JdbcTemplate jdbc,
            ChangeHistory history,
            CurrentPerson person,
            LeadReporting reporting,
            Clock clock) {
        this.sight = sight;
        this.store = store;
        this.jdbc = jdbc;
        this.history = history;
        this.person = person;
        this.reporting = reporting;
        this.clock = clock;
    }

    /**
     * Changes the profile: {@code change} is given what is stored, contacts whole; what comes back masked
     * stays as it was.
     *
     * @param basedOn the version that the person saw
     * @return the version that is stored then
     * @throws LeadChangedMeanwhile when somebody else was quicker; says who changed what
     * @throws LeadFieldsRefused when a field is not as it must be
     */
    @PreAuthorize("hasRole('" + LeadPermissions.WRITE + "')")
    public long revise(LeadId id, long basedOn, UnaryOperator<LeadProfile> change) {
        var lead = sight.hold(id);
        if (lead.version() != basedOn) {
            throw new LeadChangedMeanwhile(
                    lead.version(),
                    history.newest(id.value(), (int) Math.min(50, lead.version() - basedOn)));
        }
        var before = lead.profile();
        var checked = ProfileRules.checked(change.apply(before));
        if (checked.fairId() != null
                && !checked.fairId().equals(before.fairId())
                && jdbc.queryForList("select 1 from leads.fair where id = ?", checked.fairId())
                        .isEmpty()) {
            throw new LeadFieldsRefused("fairId", "leads.rule.unknownFair");
        }
        if (checked.confidential()
                && !before.confidential()
                && !lead.isWorkedOnBy(person.username())) {
            // or they would shut themselves out
            throw new LeadFieldsRefused("confidential", "leads.rule.confidentialByTeam");
        }
        var changes = lead.revise(checked, clock.instant());
        if (changes.isEmpty()) {
            return lead.version();
        }
        history.record(Lead.SUBJECT, id.value(), "revised", changes);
        long version = store.saveWithLikeness(lead);
        reporting.report(lead);
        return version;
    }
}
