package org.kaiyuan.plots;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What the zone has decided for its supplies: read by everybody who sees land, changed by who supplies it. */
@Service
@Transactional
public class SupplyRulesKeeping {
    /** What the history calls the rules. */
    static final String SUBJECT = "plots.rules";

    private final JdbcTemplate jdbc;
    private final ChangeHistory history;
    private final CurrentPerson person;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    SupplyRulesKeeping(
            JdbcTemplate jdbc, ChangeHistory history, CurrentPerson person, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.person = person;
        this.clock = clock;
    }

    /**
     * The rules and their version.
     *
     * @param version 0 while the zone has decided nothing
     */
    public record Stored(long version, SupplyRules rules) {}

    /** As they stand; the defaults where the zone has decided nothing. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + PlotPermissions.READ + "')")
    public Stored stored() {
        return now();
    }

    /**
     * From now on; the history keeps what was before.
     *
     * @param basedOn the version that the person saw
     * @throws SupplyChangedMeanwhile when somebody else was quicker
     * @throws PlotFieldsRefused when a number is out of bounds
     */
    @PreAuthorize("hasRole('" + PlotPermissions.SUPPLY + "')")
    public void decide(SupplyRules wanted, long basedOn) {
        var rules = wanted.checked();
        var zone = CurrentTenant.get().value();
        // two who decide at once wait for each other, also where there is no row yet
        jdbc.query(
                "select pg_advisory_xact_lock(hashtextextended('plots.supply_rule', ?))",
                row -> {},
                zone);
        var before = now();
        if (before.version() != basedOn) {
            throw new SupplyChangedMeanwhile(before.version());
        }
        var after = json.writeValueAsString(rules);
        jdbc.update(
                """
                insert into plots.supply_rule (tenant_id, rules, updated_at, updated_by) values (?, ?::jsonb, ?, ?)
                on conflict (tenant_id) do update set rules = excluded.rules, version = plots.supply_rule.version + 1,
                    updated_at = excluded.updated_at, updated_by = excluded.updated_by\
                """,
                zone,
                after,
                Timestamp.from(clock.instant()),
                person.username());
        history.record(
                SUBJECT,
                new UUID(0, zone),
                "decided",
                List.of(new FieldChange("rules", json.writeValueAsString(before.rules()), after)));
    }

    SupplyRules current() {
        return now().rules();
    }

    /** A row's first version is 0, no row is the version before it. */
    private Stored now() {
        return jdbc
                .query(
                        "select version + 1, rules from plots.supply_rule",
                        (row, number) ->
                                new Stored(
                                        row.getLong(1),
                                        json.readValue(row.getString(2), SupplyRules.class)))
                .stream()
                .findFirst()
                .orElse(new Stored(0, SupplyRules.DEFAULT));
    }
}
