package org.kaiyuan.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kaiyuan.plots.FloorSamples.building;
import static org.kaiyuan.plots.FloorSamples.lease;
import static org.kaiyuan.plots.FloorSamples.unit;
import static org.kaiyuan.plots.FloorSamples.until;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.plots.BuildingDetails.StackedUnit;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

@KaiyuanTest
@ActAsZone("deyang")
class BuildingUseCasesTest {
    private static final LocalDate TODAY = LocalDate.now();

    @Autowired BuildingRegistration buildings;
    @Autowired UnitRegistration units;
    @Autowired BuildingDirectory directory;
    @Autowired UnitDirectory unitDirectory;
    @Autowired LeaseSigning signing;
    @Autowired LeaseKeeping keeping;
    @Autowired Vacancies vacancies;
    @Autowired PlotDirectory plots;
    @Autowired PlotRegistration registration;
    @Autowired Zones zones;
    @Autowired TestServers servers;

    @BeforeEach
    void no_buildings() throws Exception {
        FloorSamples.clear(servers);
    }

    @Test
    void a_building_is_seen_floor_by_floor_with_who_is_in_and_until_when() {
        var id = buildings.register(building("1号", 1, 2, -1));
        var shop = units.add(id, unit(1, "101", "800"));
        var free = units.add(id, unit(1, "102", "700"));
        var later = units.add(id, unit(2, "201", "1500"));
        signing.sign(lease("ZL-1", "甲公司", TODAY.minusDays(10), until(TODAY.plusYears(1)), shop));
        signing.sign(lease("ZL-2", "乙公司", TODAY.plusDays(9), until(TODAY.plusYears(1)), later));

        var seen = directory.details(id);

        assertThat(seen.floors())
                .extracting(BuildingDetails.StackedFloor::level)
                .containsExactly(2, 1, -1);
        assertThat(seen.floors().get(1).units())
                .extracting(StackedUnit::id, StackedUnit::state, StackedUnit::tenant)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(shop, UnitState.LEASED, "甲公司"),
                        org.assertj.core.groups.Tuple.tuple(free, UnitState.VACANT, null));
        assertThat(seen.floors().get(1).units().getFirst().leasedUntil())
                .isEqualTo(TODAY.plusYears(1));
        assertThat(seen.floors().getFirst().units())
                .singleElement()
                .satisfies(unit -> {
                    assertThat(unit.state()).isEqualTo(UnitState.RESERVED);
                    assertThat(unit.leasedFrom()).isEqualTo(TODAY.plusDays(9));
                });
        assertThat(seen.floors().getLast().units()).isEmpty();
        assertThat(directory.find("1", null, null, 10).items())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.units()).isEqualTo(3);
                    assertThat(row.lettableM2()).isEqualByComparingTo("3000");
                    assertThat(row.leasedM2()).isEqualByComparingTo("800");
                });
    }

    @Test
    void a_change_names_the_version_it_is_based_on_and_stands_in_the_history() {
        var id = buildings.register(building("1号", 1));

        assertThat(buildings.revise(id, 0, building("1号", 1, 2))).isEqualTo(1);

        assertThatThrownBy(() -> buildings.revise(id, 0, building("1号", 1)))
                .isInstanceOf(FloorChangedMeanwhile.class);
        assertThat(directory.history(id, null, 10))
                .extracting(entry -> entry.act() + " " + entry.field())
                .containsExactly("revised floors", "registered null");
        assertThatThrownBy(() -> buildings.register(building("1号")))
                .isInstanceOf(FloorNumberTaken.class);
    }

    @Test
    void what_is_wrong_is_told_field_by_field() {
        var id = buildings.register(building("1号", 1));
        var odd =
                new BuildingProfile(
                        " ",
                        "楼",
                        null,
                        new BigDecimal("200"),
                        null,
                        BigDecimal.ZERO,
                        null,
                        null,
                        null,
                        UUID.randomUUID(),
                        null,
                        null,
                        List.of(new BuildingProfile.Floor(0, null)));

        assertThatThrownBy(() -> buildings.register(odd))
                .isInstanceOfSatisfying(
                        PlotFieldsRefused.class,
                        refused ->
                                assertThat(refused.fields())
                                        .extracting(fault -> fault.field())
                                        .containsExactlyInAnyOrder(
                                                "number",
                                                "latitude",
                                                "longitude",
                                                "builtM2",
                                                "floors[0].level"));
        assertThatThrownBy(() -> units.add(id, unit(9, "901", "10")))
                .isInstanceOfSatisfying(
                        PlotFieldsRefused.class,
                        refused ->
                                assertThat(refused.fields().getFirst().field()).isEqualTo("level"));
        var unit = units.add(id, unit(1, "101", "10"));
        assertThatThrownBy(() -> units.add(id, unit(1, "101", "20")))
                .isInstanceOf(FloorNumberTaken.class);
        assertThatThrownBy(() -> buildings.revise(id, 0, building("1号")))
                .as("a floor with units")
                .isInstanceOf(PlotFieldsRefused.class);
        assertThat(unitDirectory.details(unit).profile().number()).isEqualTo("101");
    }

    @Test
    void nothing_that_is_let_is_removed_and_what_was_let_once_may_go() {
        var id = buildings.register(building("1号", 1));
        var unit = units.add(id, unit(1, "101", "800"));
        var lease =
                signing.sign(
                        lease("ZL-1", "甲公司", TODAY.minusDays(99), until(TODAY.plusDays(9)), unit));

        assertThatThrownBy(() -> units.remove(unit, 0)).isInstanceOf(UnitLeasedRefused.class);
        assertThatThrownBy(() -> buildings.remove(id, 0)).isInstanceOf(UnitLeasedRefused.class);

        keeping.end(lease, 0, new LeaseDetails.EarlyEnd(TODAY.minusDays(1), TODAY, "协商解除"));
        buildings.remove(id, 0);

        assertThatThrownBy(() -> directory.details(id)).isInstanceOf(UnknownBuilding.class);
        assertThatThrownBy(() -> unitDirectory.details(unit)).isInstanceOf(UnknownUnit.class);
        assertThat(vacancies.on(TODAY).overall().lettableM2()).isZero();
        assertThat(vacancies.on(TODAY.minusDays(50)).overall().leasedM2())
                .isEqualByComparingTo("800");
        buildings.register(building("1号"));
    }

    @Test
    void vacancy_is_counted_by_area_and_for_any_day() {
        var one = buildings.register(building("1号", 1));
        var two = buildings.register(building("2号", 1));
        var let = units.add(one, unit(1, "101", "800"));
        units.add(one, unit(1, "102", "200"));
        units.add(two, unit(1, "101", "1000"));
        units.add(two, standing(unit(1, "102", "5000"), UnitState.OWN_USE));
        units.add(two, standing(unit(1, "103", "50"), UnitState.NOT_FOR_LEASE));
        signing.sign(lease("ZL-1", "甲公司", TODAY.minusDays(10), until(TODAY.plusDays(10)), let));

        var now = vacancies.on(null);

        assertThat(now.overall().lettableM2()).isEqualByComparingTo("2000");
        assertThat(now.overall().rate()).isEqualByComparingTo("0.6");
        assertThat(now.buildings())
                .extracting(space -> space.number() + " " + space.rate())
                .containsExactly("1号 0.2000", "2号 1.0000");
        assertThat(vacancies.on(TODAY.minusDays(10)).overall().rate()).isEqualByComparingTo("0.6");
        assertThat(vacancies.on(TODAY.minusDays(11)).overall().rate()).isEqualByComparingTo("1");
        assertThat(vacancies.on(TODAY.plusDays(10)).overall().rate()).isEqualByComparingTo("0.6");
        assertThat(vacancies.on(TODAY.plusDays(11)).overall().rate()).isEqualByComparingTo("1");
    }

    @Test
    void units_are_found_by_what_they_can_carry_and_pages_follow_each_other() {
        var id = buildings.register(building("1号", 1));
        var strong =
                units.add(
                        id,
                        new UnitProfile(
                                1,
                                "101",
                                new BigDecimal("1200"),
                                new BigDecimal("20"),
                                new BigDecimal("8.4"),
                                new BigDecimal("630"),
                                BigDecimal.TEN,
                                UnitUse.WORKSHOP,
                                UnitState.VACANT,
                                null));
        units.add(id, unit(1, "102", "1200"));
        units.add(id, unit(1, "103", "300"));
        var wish =
                new UnitFilter(
                        id,
                        Set.of(UnitState.VACANT),
                        Set.of(UnitUse.WORKSHOP),
                        new BigDecimal("1000"),
                        null,
                        new BigDecimal("15"),
                        new BigDecimal("6"),
                        null,
                        BigDecimal.ONE);

        assertThat(unitDirectory.find(wish, null, 10).items())
                .extracting(UnitRow::id)
                .containsExactly(strong);
        var first = unitDirectory.find(UnitFilter.of(id), null, 2);
        assertThat(unitDirectory.find(UnitFilter.of(id), first.next(), 2).items()).hasSize(1);
        assertThat(first.items()).hasSize(2);
    }

    @Test
    void units_that_may_be_let_are_found_by_the_beginning_of_a_number_or_name() {
        var one = buildings.register(building("B1", 1));
        var other = buildings.register(building("B2", 1));
        var let = units.add(one, unit(1, "102", "100"));
        units.add(one, unit(1, "101", "100"));
        units.add(one, ownUse("103"));
        units.add(other, unit(1, "101", "100"));
        signing.sign(lease("ZL-1", "甲公司", TODAY, until(TODAY.plusYears(1)), let));

        assertThat(found(null, "")).containsExactly("B1 101", "B1 102", "B2 101");
        assertThat(found(null, "B1")).containsExactly("B1 101", "B1 102");
        assertThat(found(null, "B2 栋")).containsExactly("B2 101");
        assertThat(found(null, "101")).containsExactly("B1 101", "B2 101");
        assertThat(found(null, " B1 102 ")).containsExactly("B1 102");
        assertThat(found(null, "02")).isEmpty();
        assertThat(found(other, "1")).containsExactly("B2 101");
        assertThat(unitDirectory.lettable(null, "", 2)).hasSize(2);
        assertThat(unitDirectory.lettable(one, "102", 20).getFirst().state())
                .isEqualTo(UnitState.LEASED);
        zones.in(
                "luzhou",
                () -> {
                    assertThat(found(null, "")).isEmpty();
                    return true;
                });
    }

    private List<String> found(@Nullable BuildingId building, String typed) {
        return unitDirectory.lettable(building, typed, 20).stream()
                .map(row -> row.buildingNumber() + " " + row.profile().number())
                .toList();
    }

    private static UnitProfile ownUse(String number) {
        return new UnitProfile(
                1,
                number,
                new BigDecimal("100"),
                null,
                null,
                null,
                null,
                UnitUse.OFFICE,
                UnitState.OWN_USE,
                null);
    }

    @Test
    void a_list_says_on_which_plot_a_building_stands_to_whoever_may_see_plots() throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("truncate plots.plot cascade");
        }
        var plot =
                registration.register(
                        Papers.of("A-77"), PlotLineageTest.square(442_000, 3_442_200, 200, 200));
        var b = building("1号", 1);
        buildings.register(
                new BuildingProfile(
                        b.number(),
                        b.name(),
                        plot,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of()));
        buildings.register(building("2号", 1));

        assertThat(directory.find(null, null, null, 10).items())
                .extracting(BuildingRow::plotNumber)
                .containsExactly(null, "A-77");
        SecurityContextHolder.getContext()
                .setAuthentication(zones.somebody("deyang", "plots:floors-read"));
        assertThat(directory.find(null, plot, null, 10).items())
                .extracting(BuildingRow::plotNumber)
                .containsExactly((String) null);
    }

    @Test
    @ActAsZone(
            value = "deyang",
            permissions = {"plots:floors-read", "plots:floors-write", "plots:leases"})
    void who_manages_floors_reaches_buildings_and_leases_and_no_land() {
        var id = buildings.register(building("1号", 1));
        var unit = units.add(id, unit(1, "101", "800"));
        signing.sign(lease("ZL-1", "甲公司", TODAY, until(TODAY.plusYears(1)), unit));

        assertThat(directory.details(id).floors()).hasSize(1);
        assertThatThrownBy(() -> plots.find(PlotFilter.ALL, null, 10))
                .isInstanceOf(AccessDeniedException.class);
        var onAPlot =
                new BuildingProfile(
                        "2号",
                        "2号",
                        PlotId.next(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of());
        assertThatThrownBy(() -> buildings.register(onAPlot)).isInstanceOf(PlotFieldsRefused.class);
    }

    @Test
    @ActAsZone(
            value = "deyang",
            permissions = {"plots:read", "plots:write", "plots:supply"})
    void who_keeps_land_alone_reaches_no_floors() {
        assertThatThrownBy(() -> directory.find(null, null, null, 10))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> vacancies.on(null)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> buildings.register(building("1号")))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void another_zone_sees_nothing() {
        var id = buildings.register(building("1号", 1));
        var unit = units.add(id, unit(1, "101", "800"));

        zones.in(
                "luzhou",
                () -> {
                    assertThat(directory.find(null, null, null, 10).items()).isEmpty();
                    assertThat(unitDirectory.find(UnitFilter.ALL, null, 10).items()).isEmpty();
                    assertThat(vacancies.on(null).overall().lettableM2()).isZero();
                    assertThatThrownBy(() -> directory.details(id))
                            .isInstanceOf(UnknownBuilding.class);
                    assertThatThrownBy(() -> directory.history(id, null, 10))
                            .isInstanceOf(UnknownBuilding.class);
                    assertThatThrownBy(() -> buildings.revise(id, 0, building("9号")))
                            .isInstanceOf(UnknownBuilding.class);
                    assertThatThrownBy(() -> buildings.remove(id, 0))
                            .isInstanceOf(UnknownBuilding.class);
                    assertThatThrownBy(() -> units.add(id, unit(1, "102", "1")))
                            .isInstanceOf(UnknownBuilding.class);
                    assertThatThrownBy(() -> unitDirectory.details(unit))
                            .isInstanceOf(UnknownUnit.class);
                    assertThatThrownBy(() -> unitDirectory.history(unit, null, 10))
                            .isInstanceOf(UnknownUnit.class);
                    assertThatThrownBy(() -> units.revise(unit, 0, unit(1, "1", "1")))
                            .isInstanceOf(UnknownUnit.class);
                    assertThatThrownBy(() -> units.remove(unit, 0)).isInstanceOf(UnknownUnit.class);
                    assertThatThrownBy(() ->
                                    signing.sign(
                                            lease("X", "丙", TODAY, until(TODAY.plusDays(9)), unit)))
                            .isInstanceOf(PlotFieldsRefused.class);
                    return true;
                });
    }

    private static UnitProfile standing(UnitProfile u, UnitState state) {
        return new UnitProfile(
                u.level(), u.number(), u.areaM2(), null, null, null, null, u.use(), state, null);
    }
}
