package org.kaiyuan.ui.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.enterprises.CreditCode;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.EnterpriseRegistration;
import org.kaiyuan.platform.access.AccountRegistration;
import org.kaiyuan.platform.access.MyMemberships;
import org.kaiyuan.platform.access.RelationKind;
import org.kaiyuan.platform.access.Relations;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.portal.Appointment;
import org.kaiyuan.portal.Confirmations;
import org.kaiyuan.testing.Zones;
import org.kaiyuan.ui.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Enterprise people at the doors, over real HTTP. */
@WholeHouse
class PortalDoorsTest {
    private static final String PASSWORD = "a-password-of-the-test";

    @LocalServerPort int port;
    @Autowired Zones zones;
    @Autowired AccountRegistration accounts;
    @Autowired EnterpriseRegistration enterprises;
    @Autowired Appointment appointment;
    @Autowired Confirmations confirmations;
    @Autowired Relations relations;
    @Autowired MyMemberships memberships;
    @Autowired AuthenticationProvider signIn;

    @Autowired
    @org.springframework.beans.factory.annotation.Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping endpoints;

    private String park = "";
    private EnterpriseId firm = EnterpriseId.next();
    private Visitor visitor = new Visitor(0);

    @BeforeEach
    void aParkWithAnEnterprise() throws Exception {
        park = "d" + UUID.randomUUID().toString().substring(0, 12);
        zones.in(
                park,
                () -> {
                    accounts.join(
                            accounts.register(park + "-admin", PASSWORD, "某管理员", false, false),
                            Role.ZONE_ADMIN);
                    firm = enterprises.register(coded());
                    var person = accounts.register(park + "-wang", PASSWORD, "王芳", false, false);
                    appointment.appoint(person, park + "-wang", "王芳", "13800001234", firm);
                    return person;
                });
        visitor = new Visitor(port);
        visitor.signIn(park + "-wang", PASSWORD);
        assertThat(visitor.get("/portal").statusCode()).isEqualTo(200);
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void no_endpoint_of_the_api_answers_to_their_session() throws Exception {
        int asked = 0;
        for (var endpoint : endpoints.getHandlerMethods().keySet()) {
            for (var pattern : endpoint.getPatternValues()) {
                if (!pattern.startsWith("/api/")) {
                    continue;
                }
                var path = pattern.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
                var methods = endpoint.getMethodsCondition().getMethods();
                for (var method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
                    var answer =
                            visitor.send(
                                    HttpRequest.newBuilder()
                                            .header("Content-Type", "application/json")
                                            .method(
                                                    method.name(),
                                                    method == RequestMethod.GET
                                                            ? BodyPublishers.noBody()
                                                            : BodyPublishers.ofString("{}")),
                                    path);
                    assertThat(answer.statusCode()).as(method + " " + path).isEqualTo(401);
                    asked++;
                }
            }
        }
        assertThat(asked).isGreaterThan(40);
    }

    @Test
    void who_no_longer_stands_for_anybody_is_out_at_their_next_request() throws Exception {
        as(
                park + "-admin",
                () -> {
                    var row = confirmations.of(firm).getFirst();
                    confirmations.end(row.id(), row.version(), "已离职");
                    return row;
                });

        var answer = visitor.get("/portal/enterprises/" + firm);

        assertThat(answer.headers().firstValue("Location").orElse("")).contains("/login");
    }

    @Test
    void what_is_entrusted_to_a_company_is_not_for_the_people_of_its_enterprises()
            throws Exception {
        var committee = "e" + park.substring(1);
        zones.in(
                committee,
                () -> {
                    accounts.join(
                            accounts.register(committee + "-admin", PASSWORD, "某管理员", false, false),
                            Role.ZONE_ADMIN);
                    return committee;
                });
        as(
                committee + "-admin",
                () ->
                        relations.begin(
                                RelationKind.ENTRUSTS,
                                park,
                                Set.of("enterprises:read"),
                                java.time.LocalDate.now().minusDays(1),
                                null,
                                "园管发〔2026〕1号"));

        org.awaitility.Awaitility.await()
                .pollInSameThread()
                .atMost(java.time.Duration.ofSeconds(60))
                .until(() -> as(park + "-admin", memberships::all).size() == 2);
        assertThat(as(park + "-wang", memberships::all))
                .extracting(MyMemberships.Choice::zone)
                .isEqualTo(List.of(zones.zone(park)));
    }

    private EnterpriseProfile coded() {
        var digits =
                "91510600MA%07d"
                        .formatted(
                                (UUID.randomUUID().getMostSignificantBits() & Long.MAX_VALUE)
                                        % 10_000_000);
        var code = digits + CreditCode.checkCharacter(digits);
        return Coded.named("门户测试" + code.substring(10) + "有限公司", code);
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
}
