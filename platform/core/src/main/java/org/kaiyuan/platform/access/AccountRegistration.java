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

    AccountRegistration(JdbcClient jdbc, PasswordEncoder passwords, PasswordRules rules) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.rules = rules;
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

    /** @throws AccountRefused when somebody has the name */
    void refuseTaken(String username) {
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
        jdbc.sql(
                        """
                        insert into access.account (id, username, password_hash, display_name, operator, demo)
                        values (?, ?, ?, ?, ?, ?) on conflict (username) do nothing\
                        """)
                .param(UuidV7.next())
                .param(username)
                .param(passwords.encode(password))
                .param(displayName)
                .param(operator)
                .param(demo)
                .update();
        return new AccountId(
                jdbc.sql("select id from access.account where username = ?")
                        .param(username)
                        .query(UUID.class)
                        .single());
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
        return id;
    }

    /** Makes the person a member of the current zone, who holds this role from now on. */
    @PreAuthorize("hasRole('" + AccessPermissions.REGISTER + "')")
    public void join(AccountId account, Role role) {
        joined(CurrentTenant.get(), account, role);
    }

    /** For those of this room who have made sure by other means that it may be done; the zone is bound to the transaction. */
    void joined(TenantId zone, AccountId account, Role role) {
        jdbc.sql(
                        """
                        insert into access.membership (tenant_id, account_id) values (?, ?)
                        on conflict (tenant_id, account_id) do nothing\
                        """)
                .params(zone.value(), account.value())
                .update();
        jdbc.sql(
                        """
                        insert into access.membership_role (tenant_id, account_id, role, granted_by) values (?, ?, ?, ?)
                        on conflict (tenant_id, account_id, role) do nothing\
                        """)
                .params(zone.value(), account.value(), role.name(), ChangeHistory.actor())
                .update();
    }
}
