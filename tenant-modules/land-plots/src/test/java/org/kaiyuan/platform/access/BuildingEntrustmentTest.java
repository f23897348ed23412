package org.kaiyuan.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.plots.BuildingDirectory;
import org.kaiyuan.plots.BuildingProfile;
import org.kaiyuan.plots.BuildingRegistration;
import org.kaiyuan.plots.LeaseDirectory;
import org.kaiyuan.plots.LeaseDraft;
import org.kaiyuan.plots.LeaseSigning;
import org.kaiyuan.plots.LeaseTerms;
import org.kaiyuan.plots.PlotDirectory;
import org.kaiyuan.plots.PlotFilter;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.PlotReservations;
import org.kaiyuan.plots.RentPayment;
import org.kaiyuan.plots.RentPayments;
import org.kaiyuan.plots.UnitProfile;
import org.kaiyuan.plots.UnitRegistration;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;

/** An operating company that the committee has entrusted with its floors, and with no land. */
@KaiyuanTest
class BuildingEntrustmentTest {
    private static final String PASSWORD = "a-password-of-the-test";

    @Autowired MockMvc http;
    @Autowired Zones zones;
    @Autowired AccountRegistration accounts;
    @Autowired Relations relations;
    @Autowired MyMemberships memberships;
    @Autowired SessionRegister sessions;
    @Autowired Standing standing;
    @Autowired Permissions permissions;
    @Autowired AuthenticationProvider signIn;
    @Autowired BuildingRegistration buildings;
    @Autowired BuildingDirectory directory;
    @Autowired UnitRegistration units;
    @Autowired LeaseSigning signing;
    @Autowired LeaseDirectory leases;
    @Autowired RentPayments payments;
    @Autowired PlotDirectory plots;
    @Autowired PlotReservations reservations;

    private final String name = UUID.randomUUID().toString().substring(0, 12);
    private final String committee = "c" + name;
    private final String company = "o" + name;

    @Test
    void its_people_manage_buildings_leases_and_rent_there_and_are_refused_land() throws Exception {
        member(committee, "admin", Role.ZONE_ADMIN);
        member(company, "worker", Role.ZONE_STAFF);
        var relation = entrust();
        var home = signedIn(company + "-worker");
        as(
                home,
                () -> {
                    memberships.moveTo(zones.zone(committee), zones.zone(company));
                    return true;
                });

        var there = atNextRequest(home);

        assertThat(person(there).tenantId()).isEqualTo(zones.zone(committee));
        assertThat(person(there).cameFrom()).isEqualTo(zones.zone(company));
        var building =
                as(
                        there,
                        () -> {
                            var id =
                                    buildings.register(
                                            BuildingProfile.named(
                                                    "1",
                                                    "一号厂房",
                                                    List.of(new BuildingProfile.Floor(1, null))));
                            var unit = units.add(id, UnitProfile.vacant(1, "101", BigDecimal.TEN));
                            var today = LocalDate.now();
                            var terms = LeaseTerms.flat(today.plusDays(90), BigDecimal.TEN, 1);
                            var lease =
                                    signing.sign(
                                            new LeaseDraft(
                                                    "ZL-1",
                                                    null,
                                                    "甲公司",
                                                    Set.of(unit),
                                                    today,
                                                    terms,
                                                    null));
                            payments.record(
                                    lease, new RentPayment("B-1", BigDecimal.TEN, today, null));
                            assertThat(leases.details(lease).sums().paid())
                                    .isEqualByComparingTo("10");
                            return id;
                        });
        as(
                there,
                () -> {
                    assertThatThrownBy(() -> plots.find(PlotFilter.ALL, null, 10))
                            .isInstanceOf(AccessDeniedException.class);
                    assertThatThrownBy(() ->
                                    reservations.of(
                                            new org.kaiyuan.plots.PlotId(UUID.randomUUID())))
                            .isInstanceOf(AccessDeniedException.class);
                    return true;
                });
        assertThat(status("/api/v1/buildings/" + building, there)).isEqualTo(200);
        assertThat(status("/api/v1/leases", there)).isEqualTo(200);
        for (var land : List.of("/api/v1/plots", "/api/v1/layers", "/api/v1/enterprises")) {
            assertThat(status(land, there)).as(land).isEqualTo(403);
        }
        as(
                home,
                () -> {
                    assertThat(directory.find(null, null, null, 10).items())
                            .as("at home the company has no such building")
                            .isEmpty();
                    return true;
                });

        as(
                signedIn(committee + "-admin"),
                () -> {
                    relations.end(relation);
                    return true;
                });
        assertThat(standing.of(person(home).session(), true)).isEmpty();
    }

    @Test
    void the_role_of_floors_reaches_no_land() {
        assertThat(Objects.requireNonNull(permissions.readyMade("plots.floors")).permissions())
                .containsExactlyInAnyOrder(
                        PlotPermissions.FLOORS_READ,
                        PlotPermissions.FLOORS_WRITE,
                        PlotPermissions.LEASES);
        assertThat(permissions.ofZones())
                .contains(
                        PlotPermissions.FLOORS_READ,
                        PlotPermissions.FLOORS_WRITE,
                        PlotPermissions.LEASES);
    }

    private UUID entrust() throws Exception {
        return as(
                signedIn(committee + "-admin"),
                () ->
                        relations.begin(
                                RelationKind.ENTRUSTS,
                                company,
                                Set.of(
                                        PlotPermissions.FLOORS_READ,
                                        PlotPermissions.FLOORS_WRITE,
                                        PlotPermissions.LEASES),
                                LocalDate.now().minusDays(1),
                                null,
                                "园管发〔2026〕8号"));
    }

    private void member(String zone, String who, Role role) {
        SystemActing.inTenant(
                zones.zone(zone),
                () -> {
                    accounts.join(
                            accounts.register(zone + "-" + who, PASSWORD, "某" + who, false, false),
                            role);
                    return true;
                });
    }

    private Authentication signedIn(String username) {
        var authentication =
                Objects.requireNonNull(
                        signIn.authenticate(
                                UsernamePasswordAuthenticationToken.unauthenticated(
                                        username, PASSWORD)));
        sessions.begin(person(authentication), "127.0.0.1", "Firefox/140.0");
        return authentication;
    }

    private Authentication atNextRequest(Authentication before) {
        var now = standing.of(person(before).session(), true).orElseThrow().person();
        return UsernamePasswordAuthenticationToken.authenticated(
                now, null, Permissions.authorities(now.scopes().keySet()));
    }

    private static SignedIn person(Authentication authentication) {
        return (SignedIn) Objects.requireNonNull(authentication.getPrincipal());
    }

    private int status(String path, Authentication who) throws Exception {
        return http.perform(
                        get(path).with(SecurityMockMvcRequestPostProcessors.authentication(who)))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private static <T> T as(Authentication who, Callable<T> work) throws Exception {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(who));
        try {
            return work.call();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
