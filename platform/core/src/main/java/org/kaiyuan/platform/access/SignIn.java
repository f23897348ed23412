package org.kaiyuan.platform.access;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Signing in by name and password.
 *
 * <p>A name that is not there and a wrong password get the same answer after the same work.
 */
@Component
class SignIn implements AuthenticationProvider {
    private final JdbcTemplate jdbc;
    private final PasswordEncoder passwords;
    private final ComingIn comingIn;
    private final FailedSignIns failures;
    private final String nobodysHash;

    SignIn(
            JdbcTemplate jdbc,
            PasswordEncoder passwords,
            ComingIn comingIn,
            FailedSignIns failures) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.comingIn = comingIn;
        this.failures = failures;
        this.nobodysHash = String.valueOf(passwords.encode(UUID.randomUUID().toString()));
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var username = asked.getName().strip().toLowerCase(Locale.ROOT);
        var password = String.valueOf(asked.getCredentials());
        var address = address(asked);
        if (address != null) {
            failures.refuseTooManyFrom(address);
        }
        failures.oneMore(username);
        var account = account(username);
        boolean right = passwords.matches(password, account == null ? nobodysHash : account.hash());
        if (account == null || !right || !account.enabled()) {
            if (address != null) {
                failures.anotherFrom(address);
            }
            throw new BadCredentialsException("Wrong name or password");
        }
        failures.forget(username);
        var person = comingIn.admit(new AccountId(account.id()));
        return UsernamePasswordAuthenticationToken.authenticated(
                person, null, Permissions.authorities(person.scopes().keySet()));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private static @Nullable String address(Authentication asked) {
        return asked.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : null;
    }

    private @Nullable Account account(String username) {
        return DataAccessUtils.singleResult(
                jdbc.query(
                        "select id, password_hash, enabled from access.account where username = ?",
                        (row, number) ->
                                new Account(
                                        row.getObject(1, UUID.class),
                                        row.getString(2),
                                        row.getBoolean(3)),
                        username));
    }

    private record Account(UUID id, String hash, boolean enabled) {}
}
