package org.kaiyuan.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kaiyuan.plots.FloorSamples.building;
import static org.kaiyuan.plots.FloorSamples.unit;
import static org.kaiyuan.plots.FloorSamples.until;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.EnterpriseRegistration;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of floors and rights when enterprises of the directory are merged or removed. */
@KaiyuanTest
@ActAsZone("deyang")
class HolderLinksTest {
    private static final LocalDate TODAY = LocalDate.now();

    @Autowired HolderFigures figures;
    @Autowired EnterpriseRegistration enterprises;
    @Autowired PlotRegistration plots;
    @Autowired PlotRights rights;
    @Autowired BuildingRegistration buildings;
    @Autowired BuildingDirectory buildingDirectory;
    @Autowired UnitRegistration units;
    @Autowired LeaseSigning signing;
    @Autowired LeaseDirectory leases;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Zones zones;
    @Autowired TestServers servers;

    EnterpriseId one = EnterpriseId.next();
    EnterpriseId other = EnterpriseId.next();
    PlotId plot = PlotId.next();
    BuildingId building = BuildingId.next();
    LeaseId lease = LeaseId.next();

    @BeforeEach
    void one_enterprise_holds_a_right_and_a_building_and_leases_a_unit() throws Exception {
        FloorSamples.clear(servers);
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("truncate plots.plot, enterprises.enterprise cascade");
        }
        one = enterprises.register(EnterpriseProfile.named("甲公司"));
        other = enterprises.register(EnterpriseProfile.named("甲股份公司"));
        plot =
                plots.register(
                        Papers.of("A-01"), PlotLineageTest.square(442_000, 3_442_200, 200, 200));
        rights.add(
                plot,
                new RightDraft(
                        RightKind.ABOVE, one.value(), "甲公司", TODAY, null, null, null, null, null));
        building = buildings.register(held(building("1号", 1), one));
        var unit = units.add(building, unit(1, "101", "100"));
        lease =
                signing.sign(
                        new LeaseDraft(
                                "ZL-1",
                                one.value(),
                                "甲公司",
                                Set.of(unit),
                                TODAY,
                                until(TODAY.plusYears(1)),
                                null));
    }

    @Test
    void what_the_merged_one_held_or_leased_is_the_survivors_and_is_told_once() {
        merge();
        merge();

        assertSeen(other.value(), "enterprisesMerged");
        assertThat(leases.find(of(other), null, 10).items()).hasSize(1);
        assertThat(leases.find(of(one), null, 10).items()).isEmpty();
    }

    @Test
    void of_one_that_left_the_directory_only_the_name_stays() {
        inTransaction(() -> figures.removed(one));

        assertSeen(null, "enterpriseRemoved");
    }

    @Test
    void another_zone_sees_nothing() {
        zones.in(
                "luzhou",
                () -> {
                    merge();
                    return true;
                });

        assertThat(leases.details(lease).enterprise()).isEqualTo(one.value());
        assertThat(leases.details(lease).version()).isZero();
    }

    private void assertSeen(@Nullable UUID holder, String act) {
        assertThat(rights.of(plot, null))
                .singleElement()
                .satisfies(right -> {
                    assertThat(right.right().holderId()).isEqualTo(holder);
                    assertThat(right.right().holderName()).isEqualTo("甲公司");
                    assertThat(right.version()).isOne();
                });
        var seen = buildingDirectory.details(building);
        assertThat(seen.profile().holderId()).isEqualTo(holder);
        assertThat(seen.profile().holderName()).isEqualTo("甲公司");
        assertThat(seen.version()).isOne();
        assertThat(buildingDirectory.history(building, null, 10))
                .extracting(entry -> entry.act())
                .containsExactly(act, "registered");
        var leased = leases.details(lease);
        assertThat(leased.enterprise()).isEqualTo(holder);
        assertThat(leased.tenant()).isEqualTo("甲公司");
        assertThat(leased.version()).isOne();
        assertThat(leases.history(lease, null, 10))
                .extracting(entry -> entry.act())
                .containsOnlyOnce(act)
                .startsWith(act, "signed");
    }

    private void merge() {
        inTransaction(() -> figures.merged(other, one));
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    private static LeaseFilter of(EnterpriseId enterprise) {
        return new LeaseFilter(null, Set.of(), null, null, enterprise.value(), null);
    }

    private static BuildingProfile held(BuildingProfile b, EnterpriseId holder) {
        return new BuildingProfile(
                b.number(),
                b.name(),
                b.plot(),
                b.longitude(),
                b.latitude(),
                b.builtM2(),
                b.floorsAbove(),
                b.floorsBelow(),
                b.completedOn(),
                holder.value(),
                "甲公司",
                b.note(),
                b.floors());
    }
}
