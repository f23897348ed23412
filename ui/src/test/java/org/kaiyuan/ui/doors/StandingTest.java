package org.kaiyuan.ui.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.AccountId;
import org.kaiyuan.platform.access.AccountRegistration;
import org.kaiyuan.platform.access.PeopleCare;
import org.kaiyuan.platform.access.PeopleDirectory;
import org.kaiyuan.platform.access.RelationKind;
import org.kaiyuan.platform.access.Relations;
import org.kaiyuan.platform.access.Role;
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
