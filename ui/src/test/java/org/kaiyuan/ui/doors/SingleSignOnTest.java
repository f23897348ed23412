package org.kaiyuan.ui.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kaiyuan.platform.access.AccountRefused;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.access.SingleSignOn.Settings;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Setting a zone's provider up: who may, what it may not be, and where this server does not go. */
class SingleSignOnTest extends ZoneWithProvider {

    @Test
    void the_gate_knows_the_way_by_an_address_or_its_domain() {
        assertThat(singleSignOn.pathFor("Wang@" + domain.toUpperCase(Locale.ROOT)))
                .hasValue("oauth2/authorization/" + zone);
        assertThat(singleSignOn.pathFor(" " + domain + " ")).isPresent();
        assertThat(singleSignOn.pathFor("wang@elsewhere.example")).isEmpty();
        assertThat(singleSignOn.pathFor("wang@' or 1=1 --")).isEmpty();
        assertThat(singleSignOn.pathFor("")).isEmpty();
    }

    @Test
    void one_that_is_switched_off_or_gone_or_never_was_lets_nobody_in() throws Exception {
        for (var code : new String[] {"no-such-zone", "deyang", "%27"}) {
            assertThat(place(new Visitor(port).get("/oauth2/authorization/" + code)))
                    .as(code)
                    .contains("/login");
        }
        var off = settings(provider.issuer(), domain, Role.ZONE_STAFF.name(), false, false, 1);
        zones.in(zone, () -> singleSignOn.decide(off, null));
        assertThat(place(new Visitor(port).get("/oauth2/authorization/" + zone)))
                .contains("/login?sso=");
        assertThat(singleSignOn.pathFor(domain)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://login.park.gov.cn, sso.https",
        "https://localhost/x, sso.private",
        "https://10.1.2.3, sso.private",
        "https://172.16.0.1:8443, sso.private",
        "https://192.168.1.1, sso.private",
        "https://169.254.169.254/latest, sso.private",
        "https://100.64.0.1, sso.private",
        "https://0.0.0.0, sso.private",
        "https://[::1]:9200, sso.private",
        "https://[fd00::1], sso.private",
        "https://[::ffff:10.0.0.1], sso.private",
        "https://[64:ff9b::a00:1], sso.private",
        "https://2130706434, sso.",
        "https://user@login.park.gov.cn, sso.address",
        "file:///etc/passwd, sso.",
        "login.park.gov.cn, sso.incomplete",
    })
    void addresses_of_the_inner_network_are_not_gone_to(String issuer, String why) {
        assertThatThrownBy(() ->
                        decide(settings(issuer, domain, Role.ZONE_STAFF.name(), false, true, 1)))
                .isInstanceOf(AccountRefused.class)
                .hasMessageContaining(why);
    }

    @Test
    void a_provider_that_leads_on_into_the_inner_network_is_not_followed() throws Exception {
        var reached = new AtomicInteger();
        var inner =
                HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.2"), 0), 5);
        inner.createContext(
                "/",
                exchange -> {
                    reached.incrementAndGet();
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        var outer =
                HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 5);
        var issuer = "http://127.0.0.1:" + outer.getAddress().getPort();
        var there = "http://127.0.0.2:" + inner.getAddress().getPort();
        outer.createContext(
                "/moved/",
                exchange -> {
                    exchange.getResponseHeaders().add("Location", there);
                    exchange.sendResponseHeaders(302, -1);
                    exchange.close();
                });
        outer.createContext(
                "/.well-known/",
                exchange -> {
                    var document =
                            """
                            {"issuer": "%s", "authorization_endpoint": "%s/authorize", "token_endpoint": "%s/token",
                             "jwks_uri": "%s/keys", "subject_types_supported": ["public"],
                             "response_types_supported": ["code"], "id_token_signing_alg_values_supported": ["RS256"]}\
                            """
                                    .formatted(issuer, issuer, there, there)
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, document.length);
                    exchange.getResponseBody().write(document);
                    exchange.close();
                });
        inner.start();
        outer.start();
        try {
            assertThatThrownBy(() ->
                            decide(
                                    settings(
                                            issuer + "/moved",
                                            domain,
                                            Role.ZONE_STAFF.name(),
                                            false,
                                            true,
                                            1)))
                    .hasMessageContaining("sso.unreachable");
            decide(settings(issuer, domain, Role.ZONE_STAFF.name(), false, true, 1));
            var visitor = new Visitor(port);
            var sent = place(visitor.get("/oauth2/authorization/" + zone));
            assertThat(sent).startsWith(issuer + "/authorize");
            var state = sent.replaceFirst("^.*[?&]state=([^&]+).*$", "$1");
            assertThat(place(visitor.get("/login/oauth2/code/" + zone + "?code=x&state=" + state)))
                    .contains("/login?sso=");
            assertThat(reached).hasValue(0);
        } finally {
            inner.stop(0);
            outer.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZONE_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN"})
    void nobody_begins_as_an_administrator(String role) {
        assertThatThrownBy(() -> decide(settings(provider.issuer(), domain, role, false, true, 1)))
                .isInstanceOf(AccountRefused.class)
                .hasMessageContaining("sso.role");
        assertThat(zones.in(zone, singleSignOn::rolesToBeginWith))
                .extracting(r -> r.id())
                .contains("ZONE_STAFF")
                .doesNotContain(role);
    }

    @ParameterizedTest
    @ValueSource(strings = {"qq.com", "not a domain", "com", "-x.gov.cn", "x'.gov.cn"})
    void what_is_nobodys_own_is_no_domain_of_a_zone(String wanted) {
        assertThatThrownBy(() ->
                        decide(
                                settings(
                                        provider.issuer(),
                                        wanted,
                                        Role.ZONE_STAFF.name(),
                                        false,
                                        true,
                                        1)))
                .isInstanceOf(AccountRefused.class)
                .hasMessageContaining("sso.domain");
    }

    @Test
    void the_secret_is_told_to_nobody_and_two_who_change_do_not_overwrite_each_other()
            throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("set app.tenant_id = '" + zones.zone(zone) + "'");
            try (var row = sql.executeQuery("select client_secret from access.identity_provider")) {
                assertThat(row.next()).isTrue();
                assertThat(new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                        .doesNotContain("secret");
            }
        }
        assertThatThrownBy(() -> decide(settings(0))).hasMessageContaining("sso.changed");
    }

    @Test
    void only_the_security_administrator_decides() {
        SecurityContextHolder.setContext(
                new SecurityContextImpl(zones.somebody(zone, "access:read", "access:people")));
        try {
            assertThat(singleSignOn.settings()).isPresent();
            assertThatThrownBy(() -> singleSignOn.decide(settings(1), null))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> singleSignOn.remove())
                    .isInstanceOf(AccessDeniedException.class);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @Test
    void another_zone_sees_nothing() {
        var other = "v" + zone.substring(1);
        zones.in(
                other,
                () -> {
                    assertThat(singleSignOn.settings()).isEmpty();
                    assertThatThrownBy(() -> singleSignOn.decide(settings(0), "a secret"))
                            .hasMessageContaining("sso.domainTaken");
                    singleSignOn.remove();
                    assertThat(singleSignOn.settings()).isEmpty();
                    return other;
                });

        assertThat(zones.in(zone, singleSignOn::settings)).hasValue(settings(1));
        assertThat(singleSignOn.pathFor(domain)).hasValue("oauth2/authorization/" + zone);
    }

    private Settings decide(Settings wanted) {
        return zones.in(zone, () -> singleSignOn.decide(wanted, null));
    }
}
