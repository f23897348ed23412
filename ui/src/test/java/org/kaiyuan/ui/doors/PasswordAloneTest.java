package org.kaiyuan.ui.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import java.math.BigInteger;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.AccountRegistration;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.access.SecondFactor;
import org.kaiyuan.platform.access.SignInRules;
import org.kaiyuan.testing.Zones;
import org.kaiyuan.ui.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Somebody who holds a second factor and has shown the password alone, over real HTTP. */
@WholeHouse
class PasswordAloneTest {
    private static final String PASSWORD = "a-password-of-the-test";

    /** What the field for the code has, in any language. */
    private static final String CODE_FIELD = "one-time-code";

    @LocalServerPort int port;
    @Autowired ServletContext servlets;
    @Autowired Zones zones;
    @Autowired AccountRegistration accounts;
    @Autowired AuthenticationProvider signIn;
    @Autowired SecondFactor factor;
    @Autowired SignInRules rules;

    private String zone = "";
    private Visitor visitor = new Visitor(0);

    @BeforeEach
    void somebody() {
        zone = "p" + UUID.randomUUID().toString().substring(0, 12);
        for (var role : new Role[] {Role.ZONE_ADMIN, Role.SECURITY_ADMIN}) {
            zones.in(
                    zone,
                    () -> {
                        var account = accounts.register(name(role), PASSWORD, "某人", false, false);
                        accounts.join(account, role);
                        return account;
                    });
        }
        visitor = new Visitor(port);
    }

    @Test
    void reaches_no_page_but_the_one_that_asks_for_the_code() throws Exception {
        as(Role.ZONE_ADMIN, this::turnOn);
        var answer = visitor.signIn(name(Role.ZONE_ADMIN), PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(302);

        for (var route : routes()) {
            assertThat(Pages.open(visitor, route))
                    .as(route)
                    .contains(CODE_FIELD)
                    .doesNotContain("vaadin-grid", "vaadin-app-layout", "vaadin-side-nav");
        }
        assertThat(Pages.open(visitor, "people")).contains(CODE_FIELD);
        assertThat(Pages.open(visitor, "no/such/page")).contains(CODE_FIELD);
    }

    @Test
    void reaches_nothing_of_the_api() throws Exception {
        as(Role.ZONE_ADMIN, this::turnOn);
        visitor.signIn(name(Role.ZONE_ADMIN), PASSWORD);

        for (var path : new String[] {"people", "enterprises", "roles", "invitations"}) {
            assertThat(visitor.get("/api/v1/" + path).statusCode()).as(path).isEqualTo(401);
        }
    }

    @Test
    void is_asked_in_a_session_that_was_open_before_as_soon_as_the_zone_wants_it()
            throws Exception {
        visitor.signIn(name(Role.ZONE_ADMIN), PASSWORD);
        assertThat(Pages.open(visitor, "people")).contains("vaadin-grid");

        as(
                Role.SECURITY_ADMIN,
                () -> {
                    rules.decide(
                            new SignInRules.Rule(
                                    SignInRules.WhoNeedsSecondFactor.EVERYONE, null, 30));
                    return zone;
                });

        for (var route : routes()) {
            assertThat(Pages.open(visitor, route))
                    .as(route)
                    .doesNotContain("vaadin-grid", "vaadin-app-layout", "vaadin-side-nav");
        }
    }

    private Iterable<String> routes() {
        return ApplicationRouteRegistry.getInstance(new VaadinServletContext(servlets))
                .getRegisteredRoutes()
                .stream()
                .map(route -> route.getTemplate().replaceAll("/:.*", "/x"))
                .sorted()
                .toList();
    }

    private Object turnOn() throws Exception {
        var secret = factor.enrol().secret();
        return factor.confirm(code(secret));
    }

    private static String code(String secret) throws Exception {
        var bits = new StringBuilder("1");
        for (char letter : secret.toCharArray()) {
            int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits.append(Integer.toBinaryString(32 + value).substring(1));
        }
        var bytes = new BigInteger(bits.toString(), 2).toByteArray();
        return new TimeBasedOneTimePasswordGenerator()
                .generateOneTimePasswordString(
                        new SecretKeySpec(bytes, 1, 20, "RAW"), Instant.now());
    }

    private String name(Role role) {
        return zone + "-" + (role == Role.ZONE_ADMIN ? "admin" : "security");
    }

    private <T extends @Nullable Object> T as(Role role, Callable<T> work) throws Exception {
        SecurityContextHolder.setContext(
                new SecurityContextImpl(
                        signIn.authenticate(
                                UsernamePasswordAuthenticationToken.unauthenticated(
                                        name(role), PASSWORD))));
        try {
            return work.call();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
