package org.kaiyuan.leads;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.domain.Lead;
import org.kaiyuan.leads.domain.ProfileRules;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.Quotas;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Taking in a lead, so that nobody loses it. */
@Service
@Transactional
public class LeadRegistration {
    private final LeadStore store;
    private final JdbcTemplate jdbc;
    private final ChangeHistory history;
    private final TenantDirectory tenants;
    private final CurrentPerson person;
    private final Quotas quotas;
    private final LeadReporting reporting;
    private final Clock clock;

    LeadRegistration(
            LeadStore store,
            JdbcTemplate jdbc,
            ChangeHistory history,
            TenantDirectory tenants,
            CurrentPerson person,
            Quotas quotas,
            LeadReporting reporting,
            Clock clock) {
        this.store = store;
        this.jdbc = jdbc;
        this.history = history;
        this.tenants = tenants;
        this.person = person;
        this.quotas = quotas;
        this.reporting = reporting;
        this.clock = clock;
    }

    /**
     * A person owns what they register, unless it is to lie in the pool; what a program registers lies there.
     *
     * @throws LeadFieldsRefused when a field is not as it must be
     * @throws org.kaiyuan.platform.tenancy.QuotaRefused when the zone may not have more records
     */
    @PreAuthorize("hasRole('" + LeadPermissions.WRITE + "')")
    public LeadId register(LeadProfile profile, boolean intoPool) {
        var checked = ProfileRules.checked(profile);
        quotas.refuseRecordsBeyond(1);
        refuseUnknownFair(checked.fairId());
        var zone = CurrentTenant.get();
        var today = LocalDate.now(clock);
        var now = clock.instant();
        var code = store.nextCode(tenants.find(zone).orElseThrow().code(), today.getYear(), 1);
        var lead = new Lead(zone, LeadId.next(), code, checked, person.username(), today, now);
        var me = person.signedIn();
        if (me.isPresent() && !intoPool) {
            lead.giveTo(me.get().username(), person.displayName(), me.get().team(), now);
        }
        store.saveWithLikeness(lead);
        jdbc.update(
                """
                insert into leads.stage_move (tenant_id, id, lead_id, to_stage, at, actor, actor_name)
                values (?, ?, ?, 'CLUE', ?, ?, ?)\
                """,
                zone.value(),
                UuidV7.next(),
                lead.id().value(),
                Timestamp.from(now),
                person.username(),
                person.displayName());
        history.record(Lead.SUBJECT, lead.id().value(), "registered", List.of());
        reporting.report(lead);
        return lead.id();
    }

    private void refuseUnknownFair(@Nullable UUID fair) {
        if (fair != null
                && jdbc.queryForList("select 1 from leads.fair where id = ?", fair).isEmpty()) {
            throw new LeadFieldsRefused("fairId", "leads.rule.unknownFair");
        }
    }
}
