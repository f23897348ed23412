package org.kaiyuan.platform.access;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signing in by name and password.
 *
 * <p>A name that is not there and a wrong password get the same answer after the same work.
 */
@Component
class SignIn implements AuthenticationProvider {
    private final JdbcTemplate jdbc;
    private final PasswordEncoder passwords;
    private final Permissions permissions;
    private final TransactionTemplate transaction;
    private final FailedSignIns failures;
    private final String nobodysHash;

    SignIn(
            JdbcTemplate jdbc,
            PasswordEncoder passwords,
            Permissions permissions,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.permissions = permissions;
        this.transaction = new TransactionTemplate(transactions);
        this.failures = new FailedSignIns(clock);
        this.nobodysHash = String.valueOf(passwords.encode(UUID.randomUUID().toString()));
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var username = asked.getName().strip().toLowerCase(Locale.ROOT);
        var password = String.valueOf(asked.getCredentials());
        failures.refuseTooMany(username);
        var account = account(username);
        boolean right = passwords.matches(password, account == null ? nobodysHash : account.hash());
        if (account == null || !right || !account.enabled()) {
            failures.another(username);
            throw new BadCredentialsException("Wrong name or password");
        }
        failures.forget(username);
        var person = signedIn(account);
        return UsernamePasswordAuthenticationToken.authenticated(
                person, null, Permissions.authorities(permissions.of(person.roles())));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private @Nullable Account account(String username) {
        return DataAccessUtils.singleResult(
                jdbc.query(
                        "select id, password_hash, display_name, operator, enabled from access.account where username = ?",
                        (row, number) ->
                                new Account(
                                        row.getObject(1, UUID.class),
                                        username,
                                        row.getString(2),
                                        row.getString(3),
                                        row.getBoolean(4),
                                        row.getBoolean(5)),
                        username));
    }

    /** The first membership is the active one; switching between several is not there yet. */
    private SignedIn signedIn(Account account) {
        var person =
                transaction.execute(open -> {
                    jdbc.execute("SET LOCAL app.account_id = '" + account.id() + "'");
                    var membership =
                            DataAccessUtils.singleResult(
                                    jdbc.query(
                                            "select tenant_id, role from access.membership where account_id = ? order by joined_at, tenant_id limit 1",
                                            (row, number) ->
                                                    new Membership(
                                                            new TenantId(row.getLong(1)),
                                                            Role.valueOf(row.getString(2))),
                                            account.id()));
                    Set<Role> roles = EnumSet.noneOf(Role.class);
                    if (account.operator()) {
                        roles.add(Role.OPERATOR);
                    }
                    if (membership != null) {
                        roles.add(membership.role());
                    }
                    return new SignedIn(
                            new AccountId(account.id()),
                            account.username(),
                            account.displayName(),
                            membership == null ? null : membership.zone(),
                            roles);
                });
        return java.util.Objects.requireNonNull(person);
    }

    private record Account(
            UUID id,
            String username,
            String hash,
            String displayName,
            boolean operator,
            boolean enabled) {}

    private record Membership(TenantId zone, Role role) {}
}
