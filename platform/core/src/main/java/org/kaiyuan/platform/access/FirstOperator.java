package org.kaiyuan.platform.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The operator's account of an installation that has none: made by whoever holds the code that this start
 * has written on its console. There is no default password, and no code once there is an operator.
 *
 * @see <a href="../../../../../../../../docs/decisions/0009-access.md">decision 0009</a>
 */
@Service
public class FirstOperator {
    private final JdbcClient jdbc;
    private final AccountRegistration accounts;
    private final Environment environment;
    private final String code;

    FirstOperator(JdbcClient jdbc, AccountRegistration accounts, Environment environment) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.environment = environment;
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        this.code = HexFormat.of().formatHex(bytes);
    }

    /** True while nobody runs the platform. */
    @Transactional(readOnly = true)
    public boolean isDue() {
        return jdbc.sql("select not exists (select from access.account where operator)")
                .query(Boolean.class)
                .single();
    }

    /**
     * Makes the account; once.
     *
     * @throws AccountRefused when the code is not this start's, there is an operator already, or name or
     *     password is not as it must be
     */
    @Transactional
    public void create(String codeGiven, String username, String password, String displayName) {
        if (!MessageDigest.isEqual(
                code.getBytes(StandardCharsets.UTF_8),
                codeGiven.strip().getBytes(StandardCharsets.UTF_8))) {
            throw new AccountRefused("access.refusal.setupCode");
        }
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('access.first-operator', 0))")
                .query((row, number) -> true)
                .single();
        if (!isDue()) {
            throw new AccountRefused("access.refusal.setUp");
        }
        accounts.refuseTaken(username);
        accounts.registered(username, password, displayName, true, false);
    }

    /** Where the first account is made: for the console alone. */
    String address() {
        return "http://%s:%s/setup?code=%s"
                .formatted(
                        environment.getProperty("server.address", "127.0.0.1"),
                        environment.getProperty("local.server.port", "8080"),
                        code);
    }

    /** On the console, not in the log: logs are kept and read by others. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void tell(ApplicationReadyEvent ready) {
        if (environment.containsProperty("local.server.port") && isDue()) {
            System.out.printf(
                    "  first account 首个账号: %s%n"
                            + "  (once, until this start ends 仅限一次，本次运行有效)%n%n",
                    address());
            System.out.flush();
        }
    }
}
