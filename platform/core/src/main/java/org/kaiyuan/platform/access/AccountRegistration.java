package org.kaiyuan.platform.access;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Giving people accounts, and a place in a zone. Doing it again changes nothing. */
@Service
@Transactional
public class AccountRegistration {
    private static final Pattern USERNAME = Pattern.compile("[a-z][a-z0-9._-]{2,59}");

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final PasswordRules rules;
    private final AccessRecords records;

    AccountRegistration(
            JdbcClient jdbc,
            PasswordEncoder passwords,
            PasswordRules rules,
            AccessRecords records) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.rules = rules;
        this.records = records;
    }

    /**
     * Registers the account, or finds the one of that name; its password then stays as it is.
     *
     * @param operator whether the person runs the platform, and so acts in no zone
     * @throws AccountRefused when name or password is not as it must be
     */
    @PreAuthorize("hasRole('" + AccessPermissions.REGISTER + "')")
    public AccountId register(
            String username, String password, String displayName, boolean operator, boolean demo) {
        return registered(username, password, displayName, operator, demo);
    }

    /**
     * Holds the name until the transaction ends: of two who want it at once, the second is refused and does not
     * find the first one's account.
     *
     * @throws AccountRefused when somebody has the name
     */
    void refuseTaken(String username) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('access.account ' || ?, 0))")
                .param(username)
                .query((row, number) -> true)
                .single();
        if (jdbc.sql("select exists (select from access.account where username = ?)")
                .param(username)
                .query(Boolean.class)
                .single()) {
            throw new AccountRefused("access.refusal.usernameTaken", username);
        }
    }

    /** For those of this room who have made sure by other means that it may be done. */
    AccountId registered(
            String username, String password, String displayName, boolean operator, boolean demo) {
        if (!USERNAME.matcher(username).matches()) {
            throw new AccountRefused("access.refusal.username", username);
        }
        if (displayName.isBlank()) {
            throw new AccountRefused("access.refusal.displayName");
        }
        rules.check(password, List.of(username, displayName), List.of());
        var fresh = UuidV7.next();
        jdbc.sql(
                        """
                        insert into access.account (id, username, password_hash, display_name, operator, demo)
                        values (?, ?, ?, ?, ?, ?) on conflict (username) do nothing\
                        """)
                .param(fresh)
                .param(username)
                .param(passwords.encode(password))
                .param(displayName)
                .param(operator)
                .param(demo)
                .update();
        var id =
                new AccountId(
                        jdbc.sql("select id from access.account where username = ?")
                                .param(username)
                                .query(UUID.class)
                                .single());
        if (id.value().equals(fresh)) {
            records.registered(id, username, operator);
        }
        return id;
    }

    /** Of somebody for whom a zone's provider vouches: no password opens it. */
    AccountId withoutPassword(String username, String displayName) {
        refuseTaken(username);
        var id = AccountId.next();
        jdbc.sql(
                        """
                        insert into access.account (id, username, password_hash, display_name)
                        values (?, ?, ?, ?)\
                        """)
                .params(
                        id.value(),
                        username,
                        passwords.encode(UUID.randomUUID().toString() + UUID.randomUUID()),
                        displayName)
                .update();
        records.registered(id, username, false);
        return id;
    }

    /** Makes the person a member of the current zone, who holds this role from now on. */
    @PreAuthorize("hasRole('" + AccessPermissions.REGISTER + "')")
    public void join(AccountId account, Role role) {
        joined(CurrentTenant.get(), account, role);
    }

    /**
     * For those of this room who have made sure by other means that it may be done; the zone is bound to the transaction.
     *
     * @throws AccountRefused when the person works for the zone and would stand for one of its enterprises, or
     *     the other way round
     */
    void joined(TenantId zone, AccountId account, Role role) {
        var kind = kind(role);
        jdbc.sql(
                        """
                        insert into access.membership (tenant_id, account_id, kind) values (?, ?, ?)
                        on conflict (tenant_id, account_id) do nothing\
                        """)
                .params(zone.value(), account.value(), kind)
                .update();
        var stored =
                jdbc.sql(
                                "select kind from access.membership where tenant_id = ? and account_id = ?")
                        .params(zone.value(), account.value())
                        .query(String.class)
                        .single();
        if (!stored.equals(kind)) {
            throw new AccountRefused("access.refusal.bothSides");
        }
        int granted =
                jdbc.sql(
                                """
                                insert into access.membership_role (tenant_id, account_id, role, granted_by) values (?, ?, ?, ?)
                                on conflict (tenant_id, account_id, role) do nothing\
                                """)
                        .params(zone.value(), account.value(), role.name(), ChangeHistory.actor())
                        .update();
        if (granted > 0) {
            records.granted(zone, account, role);
        }
    }

    /** As the database has it: a membership is of one kind, and so are all its roles. */
    private static String kind(Role role) {
        return role == Role.ENTERPRISE ? "ENTERPRISE" : "STAFF";
    }
}
