package org.kaiyuan.platform.access;

import static java.util.Objects.requireNonNull;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.persistence.InstallationKey;
import org.kaiyuan.testing.Zones;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** People of a test who have passwords and sessions, and the gate's own parts with a clock of the test's. */
@Component
class Gatehouse {
    static final String PASSWORD = "a-password-of-the-test";

    private final Zones zones;
    private final AccountRegistration accounts;
    private final AuthenticationProvider signIn;
    private final SessionRegister sessions;
    private final JdbcTemplate jdbc;
    private final PlatformTransactionManager transactions;
    private final PasswordEncoder passwords;
    private final InstallationKey installation;
    private final CurrentPerson current;
    private final AccessRecords records;
    private final Permissions permissions;
    private final SignInRules rules;
    private final Strength strength;
    private final ComingIn comingIn;

    Gatehouse(
            Zones zones,
            AccountRegistration accounts,
            AuthenticationProvider signIn,
            SessionRegister sessions,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            PasswordEncoder passwords,
            InstallationKey installation,
            CurrentPerson current,
            AccessRecords records,
            Permissions permissions,
            SignInRules rules,
            Strength strength,
            ComingIn comingIn) {
        this.zones = zones;
        this.accounts = accounts;
        this.signIn = signIn;
        this.sessions = sessions;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.passwords = passwords;
        this.installation = installation;
        this.current = current;
        this.records = records;
        this.permissions = permissions;
        this.rules = rules;
        this.strength = strength;
        this.comingIn = comingIn;
    }

    /** A zone that no other test knows. */
    String freshZone() {
        return "z" + UUID.randomUUID().toString().substring(0, 12);
    }

    AccountId member(String zone, String username, Role role) {
        return zones.in(
                zone,
                () -> {
                    var account = accounts.register(username, PASSWORD, "某人 " + role, false, false);
                    accounts.join(account, role);
                    return account;
                });
    }

    /** Through the password alone, on a device of its own. */
    SignedIn comeIn(String username) {
        return comeIn(username, PASSWORD);
    }

    SignedIn comeIn(String username, String password) {
        var person =
                (SignedIn)
                        requireNonNull(
                                requireNonNull(
                                                signIn.authenticate(
                                                        UsernamePasswordAuthenticationToken
                                                                .unauthenticated(
                                                                        username, password)))
                                        .getPrincipal());
        sessions.begin(person, "127.0.0.1", "Firefox/140.0");
        return person;
    }

    /** What the person is at their next request; null when their session is over. */
    @Nullable SignedIn atNextRequest(SignedIn person, HandClock clock) {
        return standing(clock).of(person.session(), true).map(Standing.Now::person).orElse(null);
    }

    <T extends @Nullable Object> T as(SignedIn person, Callable<T> work) throws Exception {
        SecurityContextHolder.setContext(
                new SecurityContextImpl(
                        UsernamePasswordAuthenticationToken.authenticated(
                                person, null, Permissions.authorities(person.scopes().keySet()))));
        try {
            return work.call();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(open -> work.get());
    }

    /** As if the person had not touched the session for that long. */
    void unusedFor(SignedIn person, String interval) {
        inTransaction(() -> {
            jdbc.execute("SET LOCAL app.account_id = '" + person.session().owner() + "'");
            return jdbc.update(
                    "update access.session set seen_at = now() - ?::interval where id = ?",
                    interval,
                    person.session().id());
        });
    }

    int sweepSessions() {
        return inTransaction(() -> OldSignIns.sweepSessions(jdbc));
    }

    Standing standing(HandClock clock) {
        return new Standing(jdbc, transactions, permissions, rules, strength, clock);
    }

    FailedSignIns failures(HandClock clock) {
        return new FailedSignIns(jdbc, transactions, clock);
    }

    SignIn signIn(HandClock clock) {
        return new SignIn(jdbc, passwords, comingIn, failures(clock));
    }

    /** Another one is another node. */
    SecondFactor secondFactor(HandClock clock) {
        return new SecondFactor(jdbc, current, records, installation, failures(clock), clock);
    }

    /** What an authenticator app shows at that moment. */
    static String code(String secret, Instant at) throws InvalidKeyException {
        var bits = new StringBuilder("1");
        for (char letter : secret.toCharArray()) {
            int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits.append(Integer.toBinaryString(32 + value).substring(1));
        }
        var bytes = new BigInteger(bits.toString(), 2).toByteArray();
        var key = new SecretKeySpec(bytes, 1, 20, "RAW");
        return new TimeBasedOneTimePasswordGenerator().generateOneTimePasswordString(key, at);
    }

    /** A code of six digits that is none of those around that moment. */
    static String wrongCode(String secret, Instant at) throws InvalidKeyException {
        for (int i = 0; ; i++) {
            var code = "%06d".formatted(i);
            boolean right = false;
            for (int step = -2; step <= 2; step++) {
                right |= code.equals(code(secret, at.plusSeconds(30L * step)));
            }
            if (!right) {
                return code;
            }
        }
    }
}
