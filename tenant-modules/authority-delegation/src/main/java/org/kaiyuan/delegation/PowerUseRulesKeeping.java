package org.kaiyuan.delegation;

import static org.kaiyuan.delegation.HistoryWords.change;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the zone has decided for taking over and using its powers: read by who sees lists, changed by who publishes them. */
@Service
@Transactional
public class PowerUseRulesKeeping {
    /** What the history calls the rules. */
    static final String SUBJECT = "delegation.use-rules";

    private final JdbcTemplate jdbc;
    private final ChangeHistory history;
    private final CurrentPerson person;
    private final Clock clock;

    PowerUseRulesKeeping(
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
    public record Stored(long version, PowerUseRules rules) {}

    /** As they stand; the defaults where the zone has decided nothing. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + DelegationPermissions.READ + "')")
    public Stored stored() {
        return now();
    }

    /**
     * From now on; the history keeps what was before.
     *
     * @param basedOn the version that was seen
     * @throws PowerChangedMeanwhile when somebody else was quicker
     * @throws DelegationFieldsRefused when a number is out of bounds
     */
    @PreAuthorize("hasRole('" + DelegationPermissions.PUBLISH + "')")
    public void decide(PowerUseRules wanted, long basedOn) {
        var rules = wanted.checked();
        var before = now();
        var zone = CurrentTenant.get().value();
        var subject = new UUID(0, zone);
        if (before.version() != basedOn || !written(rules, basedOn, zone)) {
            throw PowerChangedMeanwhile.of(history, subject, now().version(), basedOn);
        }
        var was = before.rules();
        history.record(
                SUBJECT,
                subject,
                "decided",
                List.of(
                        change("unusedMonths", was.unusedMonths(), rules.unusedMonths()),
                        change("evaluationDue", due(was), due(rules)),
                        change("expiryDays", days(was.expiryDays()), days(rules.expiryDays())),
                        change(
                                "handoverDays",
                                days(was.handoverDays()),
                                days(rules.handoverDays()))));
    }

    PowerUseRules current() {
        return now().rules();
    }

    private boolean written(PowerUseRules rules, long basedOn, long zone) {
        return jdbc.update(
                        """
                        insert into delegation.use_rule as r (tenant_id, unused_months, evaluation_month, evaluation_day,
                            expiry_days, handover_days, updated_at, updated_by)
                        values (?, ?, ?, ?, ?::int[], ?::int[], ?, ?)
                        on conflict (tenant_id) do update
                        set unused_months = excluded.unused_months, evaluation_month = excluded.evaluation_month,
                            evaluation_day = excluded.evaluation_day, expiry_days = excluded.expiry_days,
                            handover_days = excluded.handover_days, updated_at = excluded.updated_at,
                            updated_by = excluded.updated_by, version = r.version + 1
                        where r.version = ?\
                        """,
                        zone,
                        rules.unusedMonths(),
                        rules.evaluationMonth(),
                        rules.evaluationDay(),
                        rules.expiryDays().toArray(Integer[]::new),
                        rules.handoverDays().toArray(Integer[]::new),
                        Timestamp.from(clock.instant()),
                        person.username(),
                        basedOn)
                == 1;
    }

    private Stored now() {
        return jdbc
                .query(
                        """
                        select version, unused_months, evaluation_month, evaluation_day, expiry_days, handover_days
                        from delegation.use_rule\
                        """,
                        (row, n) ->
                                new Stored(
                                        row.getLong(1),
                                        new PowerUseRules(
                                                row.getInt(2),
                                                row.getInt(3),
                                                row.getInt(4),
                                                whole(row, 5),
                                                whole(row, 6))))
                .stream()
                .findFirst()
                .orElse(new Stored(0, PowerUseRules.DEFAULT));
    }

    private static List<Integer> whole(ResultSet row, int column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((Integer[]) array.getArray());
    }

    private static String due(PowerUseRules rules) {
        return rules.evaluationMonth() + "-" + rules.evaluationDay();
    }

    private static String days(List<Integer> days) {
        return days.stream().map(String::valueOf).collect(Collectors.joining("、"));
    }
}
