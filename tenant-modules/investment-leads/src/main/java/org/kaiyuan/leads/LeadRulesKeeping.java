package org.kaiyuan.leads;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What the zone has decided for its leads: read by everybody who works with them, changed by who may. */
@Service
@Transactional
public class LeadRulesKeeping {
    private final JdbcTemplate jdbc;
    private final ChangeHistory history;
    private final CurrentPerson person;
    private final ZonePeople people;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    LeadRulesKeeping(
            JdbcTemplate jdbc,
            ChangeHistory history,
            CurrentPerson person,
            ZonePeople people,
            Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.person = person;
        this.people = people;
        this.clock = clock;
    }

    /** As they stand; the defaults where the zone has decided nothing. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + LeadPermissions.READ + "')")
    public LeadRules rules() {
        return current();
    }

    /** As {@link #rules()}, with the version that a change is based on. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + LeadPermissions.READ + "')")
    public Stored stored() {
        return now();
    }

    /**
     * The rules and their version.
     *
     * @param version 0 while the zone has decided nothing
     */
    public record Stored(long version, LeadRules rules) {}

    /**
     * As {@link #decide(LeadRules)}, unless somebody has decided since.
     *
     * @param basedOn the version that the person saw
     * @throws LeadRulesChangedMeanwhile when somebody else was quicker
     * @throws LeadFieldsRefused when a number is out of bounds
     * @throws UnknownColleague when the head is nobody of the zone
     */
    @PreAuthorize("hasRole('" + LeadPermissions.CONFIGURE + "')")
    public void decide(LeadRules wanted, long basedOn) {
        // two who decide at once wait for each other, also where there is no row yet
        jdbc.query(
                "select pg_advisory_xact_lock(hashtextextended('leads.setting', ?))",
                row -> {},
                CurrentTenant.get().value());
        if (now().version() != basedOn) {
            throw new LeadRulesChangedMeanwhile();
        }
        decide(wanted);
    }

    /**
     * From now on; what is due of the leads that are there is counted anew in the background.
     *
     * @throws LeadFieldsRefused when a number is out of bounds
     * @throws UnknownColleague when the head is nobody of the zone
     */
    @PreAuthorize("hasRole('" + LeadPermissions.CONFIGURE + "')")
    public void decide(LeadRules wanted) {
        var rules = wanted.checked();
        if (rules.head() != null && people.of(List.of(rules.head())).isEmpty()) {
            throw new UnknownColleague(rules.head());
        }
        var before = json.writeValueAsString(current());
        var after = json.writeValueAsString(rules);
        var zone = CurrentTenant.get().value();
        jdbc.update(
                """
                insert into leads.setting (tenant_id, rules, updated_at, updated_by) values (?, ?::jsonb, ?, ?)
                on conflict (tenant_id) do update set rules = excluded.rules, version = leads.setting.version + 1,
                    updated_at = excluded.updated_at, updated_by = excluded.updated_by\
                """,
                zone,
                after,
                Timestamp.from(clock.instant()),
                person.username());
        history.record(
                "leads.rules",
                new UUID(0, zone),
                "decided",
                List.of(new FieldChange("rules", before, after)));
    }

    LeadRules current() {
        return now().rules();
    }

    /** A row's first version is 0, no row is the version before it. */
    private Stored now() {
        return jdbc
                .query(
                        "select version + 1, rules from leads.setting",
                        (row, number) ->
                                new Stored(
                                        row.getLong(1),
                                        json.readValue(row.getString(2), LeadRules.class)))
                .stream()
                .findFirst()
                .orElse(new Stored(0, LeadRules.DEFAULT));
    }
}
