package org.kaiyuan.platform.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changing one's own password; whoever else is signed in with the old one is out. */
@Service
@Transactional
public class PasswordChange {
    private final JdbcTemplate jdbc;
    private final PasswordEncoder passwords;
    private final PasswordRules rules;
    private final SessionRegister sessions;
    private final FailedSignIns failures;
    private final CurrentPerson current;
    private final AccessRecords records;
    private final Clock clock;

    PasswordChange(
            JdbcTemplate jdbc,
            PasswordEncoder passwords,
            PasswordRules rules,
            SessionRegister sessions,
            FailedSignIns failures,
            CurrentPerson current,
            AccessRecords records,
            Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.rules = rules;
        this.sessions = sessions;
        this.failures = failures;
        this.current = current;
        this.records = records;
        this.clock = clock;
    }

    /**
     * @throws AccountRefused when the old one is wrong or was wrong too often, or the new one is not as it
     *     must be
     */
    public void change(String old, String fresh) {
        CurrentTenant.refuseReadingOnly();
        var me = current.inStage(SignedIn.Stage.READY, SignedIn.Stage.PASSWORD);
        var owner = me.session().owner();
        var name = "password of " + owner;
        try {
            failures.oneMore(name);
        } catch (LockedException wait) {
            throw new AccountRefused("access.refusal.password.wait");
        }
        jdbc.execute("SET LOCAL app.account_id = '" + owner.value() + "'");
        var account =
                Objects.requireNonNull(
                        jdbc.queryForObject(
                                "select username, display_name, password_hash from access.account where id = ? for update",
                                (row, number) ->
                                        new Account(
                                                row.getString(1),
                                                row.getString(2),
                                                row.getString(3)),
                                owner.value()));
        var hash = account.hash();
        if (!passwords.matches(old, hash)) {
            throw new AccountRefused("access.refusal.password.old");
        }
        failures.forget(name);
        rules.check(
                fresh, List.of(account.username(), account.displayName()), remembered(owner, hash));
        var now = Timestamp.from(clock.instant());
        jdbc.update(
                "insert into access.former_password (account_id, replaced_at, password_hash) values (?, ?, ?)",
                owner.value(),
                now,
                hash);
        jdbc.update(
                "update access.account set password_hash = ?, password_changed_at = ? where id = ?",
                passwords.encode(fresh),
                now,
                owner.value());
        sessions.endOthers(owner, me.session().id(), "password changed");
        records.own(me, "passwordChanged");
    }

    private List<String> remembered(AccountId owner, String now) {
        var hashes =
                new ArrayList<>(
                        jdbc.queryForList(
                                "select password_hash from access.former_password where account_id = ? order by replaced_at desc limit ?",
                                String.class,
                                owner.value(),
                                PasswordRules.REMEMBERED - 1));
        hashes.add(now);
        return hashes;
    }

    private record Account(String username, String displayName, String hash) {}
}
