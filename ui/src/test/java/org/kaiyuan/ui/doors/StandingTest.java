package org.kaiyuan.ui.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.AccountId;
import org.kaiyuan.platform.access.AccountRegistration;
import org.kaiyuan.platform.access.ApiClientRegistration;
import org.kaiyuan.platform.access.PeopleCare;
import org.kaiyuan.platform.access.PeopleDirectory;
import org.kaiyuan.platform.access.RelationKind;
import org.kaiyuan.platform.access.Relations;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.tenants.TenantLife;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.kaiyuan.ui.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Open sessions of people who have lost what they had, over real HTTP. */
@WholeHouse
class StandingTest {
    private static final String PASSWORD = "a-password-of-the-test";

    @LocalServerPort int port;
    @Autowired Zones zones;
    @Autowired AccountRegistration accounts;
    @Autowired PeopleDirectory people;
    @Autowired PeopleCare care;
    @Autowired Relations relations;
    @Autowired TenantLife life;
    @Autowired ApiClientRegistration clients;
    @Autowired AuthenticationProvider signIn;
    @Autowired TestServers servers;

    private String committee = "";
    private String company = "";
    private AccountId worker = new AccountId(new UUID(0, 0));
    private Visitor visitor = new Visitor(0);

    @BeforeEach
    void aCommitteeAndACompany() throws Exception {
        var name = UUID.randomUUID().toString().substring(0, 12);
        committee = "c" + name;
        company = "o" + name;
        member(committee, "admin", Role.ZONE_ADMIN);
        member(company, "admin", Role.ZONE_ADMIN);
        worker = member(company, "worker", Role.ZONE_STAFF);
        visitor = new Visitor(port);
        visitor.signIn(company + "-worker", PASSWORD);
        assertThat(visitor.get("/enterprises").statusCode()).isEqualTo(200);
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void who_is_deactivated_is_out_at_their_next_request() throws Exception {
        as(company + "-admin", () -> care.deactivate(worker, people.get(worker).version(), null));

        assertThat(place(visitor.get("/enterprises"))).contains("/login");
    }

    @Test
    void who_loses_a_role_loses_its_pages_at_their_next_request() throws Exception {
        as(
                company + "-admin",
                () -> {
                    care.giveRoles(
                            worker, people.get(worker).version(), Set.of(Role.AUDIT_ADMIN.name()));
                    return worker;
                });

        assertThat(visitor.get("/enterprises").body()).doesNotContain("企业档案</");
        assertThat(visitor.get("/people").statusCode()).isEqualTo(200);
    }

    @Test
    void entrusted_staff_may_what_was_entrusted_and_lose_it_the_moment_it_ends() throws Exception {
        var relation = entrust("enterprises:read");
        move(committee, company);
        assertThat(visitor.get("/enterprises").statusCode()).isEqualTo(200);

        as(
                committee + "-admin",
                () -> {
                    relations.end(relation);
                    return relation;
                });

        assertThat(place(visitor.get("/enterprises"))).contains("/login");
    }

    @Test
    void who_was_never_entrusted_is_nobody_there() throws Exception {
        move(committee, company);

        assertThat(place(visitor.get("/enterprises"))).contains("/login");
    }

    @Test
    void a_session_moved_to_a_zone_that_is_not_ones_own_is_over() throws Exception {
        move("deyang", null);

        assertThat(place(visitor.get("/enterprises"))).contains("/login");
    }

    @Test
    void a_suspended_zones_people_are_out_at_their_next_request_and_back_when_it_is_resumed()
            throws Exception {
        var zone = zones.zone(company);
        zones.in(
                "deyang",
                () -> {
                    life.suspend(zone, "等保整改");
                    return zone;
                });

        assertThat(place(visitor.get("/enterprises"))).contains("/login");
        var again = new Visitor(port);
        assertThat(place(again.signIn(company + "-worker", PASSWORD))).endsWith("/login?still");
        assertThat(place(again.signIn(company + "-worker", "a-wrong-password")))
                .as("who is not known is told nothing of the zone")
                .endsWith("/login?error");

        zones.in(
                "deyang",
                () -> {
                    life.resume(zone, "整改完成");
                    return zone;
                });
        assertThat(place(again.signIn(company + "-worker", PASSWORD))).doesNotContain("login");
        assertThat(again.get("/enterprises").statusCode()).isEqualTo(200);
    }

    @Test
    void a_suspended_zones_programs_are_refused_also_with_a_token_that_is_still_good()
            throws Exception {
        var client = "p" + UUID.randomUUID().toString().substring(0, 12);
        zones.in(
                company,
                () -> {
                    clients.register(client, "测试程序", PASSWORD, false);
                    return client;
                });
        var token = token(client);
        assertThat(token.statusCode()).isEqualTo(200);
        var bearer =
                HttpRequest.newBuilder()
                        .header(
                                "Authorization",
                                "Bearer "
                                        + token.body()
                                                .replaceAll(
                                                        ".*\"access_token\":\"([^\"]+)\".*", "$1"));
        assertThat(visitor.send(bearer.copy().GET(), "/api/v1/enterprises").statusCode())
                .isEqualTo(200);

        zones.in(
                "deyang",
                () -> {
                    life.suspend(zones.zone(company), "等保整改");
                    return company;
                });

        var refused = visitor.send(bearer.copy().GET(), "/api/v1/enterprises");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("等保整改").contains("access.refusal.still.because");
        assertThat(token(client).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> token(String client) throws Exception {
        var basic =
                Base64.getEncoder()
                        .encodeToString((client + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return visitor.send(
                HttpRequest.newBuilder()
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")),
                "/oauth2/token");
    }

    private UUID entrust(String permission) throws Exception {
        return as(
                committee + "-admin",
                () ->
                        relations.begin(
                                RelationKind.ENTRUSTS,
                                company,
                                Set.of(permission),
                                LocalDate.now().minusDays(1),
                                null,
                                "园管发〔2026〕1号"));
    }

    /** What the switcher of the page does, without its checks: the next request has to look for itself. */
    private void move(String zone, @org.jspecify.annotations.Nullable String cameFrom)
            throws SQLException {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("set app.account_id = '" + worker.value() + "'");
            int moved =
                    sql.executeUpdate(
                            "update access.session set zone = %s, came_from = %s where account_id = '%s' and ended_at is null"
                                    .formatted(
                                            zones.zone(zone),
                                            cameFrom == null ? "null" : zones.zone(cameFrom),
                                            worker.value()));
            assertThat(moved).isEqualTo(1);
        }
    }

    private AccountId member(String zone, String name, Role role) {
        return zones.in(
                zone,
                () -> {
                    var account =
                            accounts.register(
                                    zone + "-" + name, PASSWORD, "某" + name, false, false);
                    accounts.join(account, role);
                    return account;
                });
    }

    private <T> T as(String username, Callable<T> work) throws Exception {
        SecurityContextHolder.setContext(
                new SecurityContextImpl(
                        signIn.authenticate(
                                UsernamePasswordAuthenticationToken.unauthenticated(
                                        username, PASSWORD))));
        try {
            return work.call();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static String place(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
