package org.kaiyuan.leads;

import java.util.Locale;
import java.util.Objects;
import org.kaiyuan.leads.domain.Lead;
import org.kaiyuan.leads.domain.Leads;
import org.kaiyuan.platform.calendar.WorkingDays;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes leads: counts what is due, keeps what twins would have in common, publishes what happened. */
@Component
class LeadStore {
    private final Leads leads;
    private final LeadRulesKeeping rules;
    private final WorkingDays days;
    private final JdbcTemplate jdbc;

    LeadStore(Leads leads, LeadRulesKeeping rules, WorkingDays days, JdbcTemplate jdbc) {
        this.leads = leads;
        this.rules = rules;
        this.days = days;
        this.jdbc = jdbc;
    }

    /**
     * @return the version that is stored then
     * @throws LeadFieldsRefused when it would be confidential and nobody's, so that nobody could see it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long save(Lead lead) {
        lead.refuseUnseen();
        lead.count(rules.current(), days.calendar());
        leads.saveAndFlush(lead);
        return lead.version();
    }

    /** Counts anew what is due; no version of what people see. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recount(Lead lead) {
        lead.count(rules.current(), days.calendar());
        leads.saveAndFlush(lead);
    }

    /** As {@link #save}, where names, codes or phone numbers may have changed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long saveWithLikeness(Lead lead) {
        long version = save(lead);
        jdbc.update("delete from leads.likeness where lead_id = ?", lead.id().value());
        var likeness = Likeness.of(lead.profile());
        jdbc.batchUpdate(
                "insert into leads.likeness (tenant_id, lead_id, kind, form) values (?, ?, ?, ?) on conflict do nothing",
                likeness,
                100,
                (line, one) -> {
                    line.setLong(1, lead.tenantId().value());
                    line.setObject(2, lead.id().value());
                    line.setString(3, one.kind().name());
                    line.setString(4, one.form());
                });
        return version;
    }

    /** The next code of the year, such as DEYANG-2026-0012; nobody else gets it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String nextCode(String zoneCode, int year, int many) {
        var last =
                jdbc.queryForObject(
                        """
                        insert into leads.code_counter (tenant_id, year, last) values (?, ?, ?)
                        on conflict (tenant_id, year) do update set last = leads.code_counter.last + excluded.last
                        returning last\
                        """,
                        Integer.class,
                        CurrentTenant.get().value(),
                        year,
                        many);
        return codeOf(zoneCode, year, Objects.requireNonNull(last) - many + 1);
    }

    static String codeOf(String zoneCode, int year, int number) {
        return "%s-%d-%04d".formatted(zoneCode.toUpperCase(Locale.ROOT), year, number);
    }
}
