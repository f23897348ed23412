package org.kaiyuan.platform.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.enterprises.EnterpriseFilter;
import org.kaiyuan.enterprises.EnterpriseOrder;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.EnterpriseRegistration;
import org.kaiyuan.enterprises.UnknownEnterprise;
import org.kaiyuan.platform.access.AccountRegistration;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.access.SignedIn;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.platform.tenancy.TenantKind;
import org.kaiyuan.platform.tenancy.TenantRegistration.Description;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;

/** A supervisor sees the register of the zones under it, and never a zone's tables. */
@KaiyuanTest
@ActAsZone("deyang")
class SupervisedZonesTest {
    private static final String PASSWORD = "a-password-of-the-test";

    @Autowired SupervisedZones supervised;
    @Autowired TenantLife life;
    @Autowired TenantSetup setup;
    @Autowired EnterpriseRegistration registration;
    @Autowired EnterpriseDirectory directory;
    @Autowired AccountRegistration accounts;
    @Autowired AuthenticationProvider signIn;
    @Autowired MockMvc http;
    @Autowired Zones zones;

    private final String name = UUID.randomUUID().toString().substring(0, 8);
    private final String city = "city-" + name;

    @Test
    void a_supervisor_sees_the_zones_in_its_divisions_and_no_others() throws Exception {
        described(city, TenantKind.SUPERVISOR, List.of("9906"));
        var inside = described("in-" + name, TenantKind.MANAGEMENT_COMMITTEE, List.of("990603"));
        var both =
                described(
                        "both-" + name, TenantKind.OPERATING_COMPANY, List.of("990701", "990682"));
        described("out-" + name, TenantKind.MANAGEMENT_COMMITTEE, List.of("990703"));
        described("nowhere-" + name, TenantKind.MANAGEMENT_COMMITTEE, List.of());
        described("county-" + name, TenantKind.SUPERVISOR, List.of("990603"));

        assertThat(zones.in(city, () -> supervised.list(null, 50)))
                .extracting(SupervisedZones.Line::id)
                .containsExactly(inside, both);
        assertThat(zones.in(city, () -> supervised.list(inside, 50)))
                .extracting(SupervisedZones.Line::id)
                .containsExactly(both);
        http.perform(
                        get("/api/v1/tenant/supervised?limit=1")
                                .with(
                                        SecurityMockMvcRequestPostProcessors.authentication(
                                                zones.somebody(city, "access:supervise"))))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].code").value("in-" + name))
                .andExpect(jsonPath("$.next").value(inside.toString()));
    }

    @Test
    void a_supervisor_never_sees_a_zones_tables() {
        described(city, TenantKind.SUPERVISOR, List.of("9907"));
        var zone = "under-" + name;
        described(zone, TenantKind.MANAGEMENT_COMMITTEE, List.of("990703"));
        var enterprise =
                zones.in(zone, () -> registration.register(EnterpriseProfile.named("园区里的企业")));

        assertThat(zones.in(city, () -> supervised.list(null, 50))).hasSize(1);
        assertThat(
                        zones.in(
                                        city,
                                        () ->
                                                directory.find(
                                                        EnterpriseFilter.ALL,
                                                        EnterpriseOrder.NAME,
                                                        null,
                                                        10))
                                .items())
                .isEmpty();
        assertThatThrownBy(() -> zones.in(city, () -> directory.details(enterprise)))
                .isInstanceOf(UnknownEnterprise.class);
    }

    @Test
    void another_zone_sees_nothing() {
        assertThatThrownBy(() -> supervised.list(null, 50))
                .isInstanceOf(TenantRefused.class)
                .hasMessageContaining("noSupervisor");
    }

    @Test
    void only_in_a_supervising_tenant_does_anybody_hold_the_permission() {
        described(city, TenantKind.SUPERVISOR, List.of("9908"));

        assertThat(staffOf(city).scopes()).containsKey("access:supervise");
        assertThat(staffOf("ordinary-" + name).scopes()).doesNotContainKey("access:supervise");
    }

    private SignedIn staffOf(String code) {
        zones.in(
                code,
                () -> {
                    var account = accounts.register(code + "-staff", PASSWORD, "某人", false, false);
                    accounts.join(account, Role.ZONE_STAFF);
                    return account;
                });
        var person =
                signIn.authenticate(
                        UsernamePasswordAuthenticationToken.unauthenticated(
                                code + "-staff", PASSWORD));
        return (SignedIn) java.util.Objects.requireNonNull(person.getPrincipal());
    }

    private TenantId described(String code, TenantKind kind, List<String> divisions) {
        var zone = zones.zone(code);
        setup.describe(
                zone,
                life.get(zone).version(),
                new Description("测试 " + code, kind, "省级", null, divisions, null));
        return zone;
    }
}
