package org.kaiyuan.platform.access;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the current zone asks of those who sign in to it; the security administrator's to decide. */
@Service
@Transactional
public class SignInRules {
    static final String SUBJECT = "access.sign-in-rule";
    static final Duration LONGEST_IDLE = Duration.ofMinutes(480);

    /** Who has to hold a second factor. */
    public enum WhoNeedsSecondFactor {
        OPTIONAL,
        ADMINISTRATORS,
        EVERYONE
    }

    /**
     * @param passwordDays after how many days a password has to be changed; null for never
     * @param idleMinutes after how many minutes without use a session ends, 5 to 480
     */
    public record Rule(
            WhoNeedsSecondFactor secondFactor, @Nullable Integer passwordDays, int idleMinutes) {
        public static final Rule DEFAULT = new Rule(WhoNeedsSecondFactor.OPTIONAL, null, 30);
    }

    private final JdbcTemplate jdbc;
    private final ChangeHistory history;

    SignInRules(JdbcTemplate jdbc, ChangeHistory history) {
        this.jdbc = jdbc;
        this.history = history;
    }

    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + AccessPermissions.READ + "')")
    public Rule rule() {
        return read();
    }

    /** @throws AccountRefused when a number is out of its range */
    @PreAuthorize("hasRole('" + AccessPermissions.GRANT + "')")
    public void decide(Rule rule) {
        if (rule.idleMinutes() < 5
                || rule.idleMinutes() > 480
                || rule.passwordDays() != null
                        && (rule.passwordDays() < 1 || rule.passwordDays() > 3650)) {
            throw new AccountRefused("access.refusal.rule");
        }
        var before = read();
        var zone = CurrentTenant.get();
        jdbc.update(
                """
                insert into access.sign_in_rule (tenant_id, second_factor, password_days, idle_minutes)
                values (?, ?, ?, ?)
                on conflict (tenant_id) do update
                    set second_factor = excluded.second_factor, password_days = excluded.password_days,
                        idle_minutes = excluded.idle_minutes, version = access.sign_in_rule.version + 1\
                """,
                zone.value(),
                rule.secondFactor().name(),
                rule.passwordDays(),
                rule.idleMinutes());
        history.record(
                SUBJECT,
                new java.util.UUID(0, zone.value()),
                "decided",
                List.of(
                        change("secondFactor", before.secondFactor(), rule.secondFactor()),
                        change("passwordDays", before.passwordDays(), rule.passwordDays()),
                        change("idleMinutes", before.idleMinutes(), rule.idleMinutes())));
    }

    Rule read() {
        return jdbc
                .query(
                        "select second_factor, password_days, idle_minutes from access.sign_in_rule",
                        (row, number) ->
                                new Rule(
                                        WhoNeedsSecondFactor.valueOf(
                                                row.getString("second_factor")),
                                        row.getObject("password_days", Integer.class),
                                        row.getInt("idle_minutes")))
                .stream()
                .findFirst()
                .orElse(Rule.DEFAULT);
    }

    private static FieldChange change(
            String field, @Nullable Object before, @Nullable Object after) {
        return new FieldChange(
                field,
                before == null ? null : before.toString(),
                after == null ? null : after.toString());
    }
}
