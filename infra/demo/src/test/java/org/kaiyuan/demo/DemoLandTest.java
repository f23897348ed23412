package org.kaiyuan.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kaiyuan.demo.DemoLoadingTest.POPULATED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.jobs.ZoneChore;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.kaiyuan.plots.IdleState;
import org.kaiyuan.plots.LeaseDirectory;
import org.kaiyuan.plots.LeaseFilter;
import org.kaiyuan.plots.PlotDetails;
import org.kaiyuan.plots.PlotDirectory;
import org.kaiyuan.plots.PlotFilter;
import org.kaiyuan.plots.PlotGate;
import org.kaiyuan.plots.PlotGatesRefused;
import org.kaiyuan.plots.PlotId;
import org.kaiyuan.plots.PlotIdle;
import org.kaiyuan.plots.PlotMap;
import org.kaiyuan.plots.PlotMoves;
import org.kaiyuan.plots.PlotProfile;
import org.kaiyuan.plots.PlotRegistration;
import org.kaiyuan.plots.PlotState;
import org.kaiyuan.plots.PlotVerifications;
import org.kaiyuan.plots.RentInstalment;
import org.kaiyuan.plots.SupplyContracts;
import org.kaiyuan.plots.SupplyMode;
import org.kaiyuan.plots.Vacancies;
import org.kaiyuan.plots.domain.RentSchedule;
import org.kaiyuan.plots.ground.Ground;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.locationtech.jts.geom.Envelope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@KaiyuanTest
@Import(Announcements.class)
class DemoLandTest {
    private static final Set<PlotState> SUPPLIED =
            EnumSet.range(PlotState.SUPPLIED, PlotState.VERIFIED);

    @Autowired DemoLoading loading;
    @Autowired PlotDirectory plots;
    @Autowired PlotMoves plotMoves;
    @Autowired PlotRegistration plotRegistration;
    @Autowired LeaseDirectory leases;
    @Autowired Vacancies vacancies;
    @Autowired PlotMap map;
    @Autowired TenantDirectory tenants;
    @Autowired SupplyContracts contracts;
    @Autowired PlotVerifications verifications;
    @Autowired PlotIdle idle;
    @Autowired List<ZoneChore> chores;
    @Autowired Zones zones;
    @Autowired JdbcTemplate jdbc;
    @Autowired TransactionTemplate transaction;

    @BeforeEach
    void load() {
        assertThat(loading.load()).isTrue();
    }

    @Test
    void each_zone_has_land_in_every_state_inside_its_boundary() {
        for (var zone : POPULATED) {
            zones.in(
                    zone,
                    () -> {
                        var all = plots();
                        assertThat(all).as(zone).hasSizeBetween(60, 120);
                        assertThat(all.stream().map(PlotDetails::state).distinct())
                                .as(zone)
                                .containsExactlyInAnyOrder(PlotState.values());
                        var boundary = map.whole().orElseThrow();
                        var box =
                                new Envelope(
                                        boundary.west(),
                                        boundary.east(),
                                        boundary.south(),
                                        boundary.north());
                        for (int i = 0; i < all.size(); i++) {
                            var shape = all.get(i).shape();
                            assertThat(Ground.fault(shape)).isEmpty();
                            assertThat(box.contains(Ground.boundingBox(shape))).isTrue();
                            for (int j = 0; j < i; j++) {
                                assertThat(Ground.overlap(shape, all.get(j).shape())).isEmpty();
                            }
                        }
                        return true;
                    });
        }
    }

    @Test
    void each_gate_of_supply_refuses_one_or_two_plots_that_wait_for_it() {
        for (var zone : POPULATED) {
            zones.in(
                    zone,
                    () -> {
                        var refused = new TreeMap<PlotGate, List<PlotState>>();
                        for (var plot : plots()) {
                            for (var gate : plotMoves.refusing(plot.id(), PlotState.ANNOUNCED)) {
                                refused.computeIfAbsent(gate.gate(), g -> new ArrayList<>())
                                        .add(plot.state());
                            }
                        }
                        assertThat(refused)
                                .as(zone)
                                .containsOnlyKeys(
                                        PlotGate.DETAILED_PLAN,
                                        PlotGate.FARMLAND,
                                        PlotGate.ECOLOGICAL_REDLINE,
                                        PlotGate.URBAN_BORDER);
                        assertThat(refused.values())
                                .allSatisfy(states ->
                                        assertThat(states)
                                                .hasSizeBetween(1, 2)
                                                .containsAnyOf(
                                                        PlotState.APPROVED, PlotState.RESERVE)
                                                .isSubsetOf(PlotState.APPROVED, PlotState.RESERVE));
                        return true;
                    });
        }
    }

    @Test
    void open_land_in_the_industrial_core_may_not_become_shops() {
        for (var zone : POPULATED) {
            assertThat(zones.in(zone, () -> plots().stream().filter(this::staysIndustrial).count()))
                    .as(zone)
                    .isPositive();
        }
    }

    @Test
    void of_a_day_long_past_plots_stand_where_they_stood_then() {
        for (var zone : POPULATED) {
            var first =
                    zones.in(
                            zone,
                            () ->
                                    transaction.execute(status ->
                                            jdbc.query(
                                                    "select id, begun_on from plots.plot where state = 'VERIFIED' order by id limit 1",
                                                    (row, n) ->
                                                            plots.details(
                                                                    new PlotId(
                                                                            row.getObject(
                                                                                    1, UUID.class)),
                                                                    row.getObject(
                                                                            2, LocalDate.class)))));
            assertThat(first)
                    .as(zone)
                    .singleElement()
                    .extracting(PlotDetails::state)
                    .isEqualTo(PlotState.PLANNED);
        }
    }

    @Test
    void what_became_of_each_plot_is_told_in_steps_that_are_possible() {
        for (var zone : POPULATED) {
            for (var nothing :
                    List.of(
                            "plots.plot where state_since > current_date or begun_on > state_since",
                            "plots.plot p where state is distinct from ("
                                    + "select to_state from plots.state_move m where m.plot_id = p.id"
                                    + " order by on_day desc, id desc limit 1)",
                            "plots.state_move where on_day > current_date",
                            "plots.plot where note not like '演示%'",
                            "plots.layer_shape where name not like '%演示%'",
                            "plots.plot where holder_id is not null and holder_id not in"
                                    + " (select id from enterprises.enterprise)")) {
                assertThat(zones.in(zone, () -> count(nothing))).as(zone + " " + nothing).isZero();
            }
            assertThat(
                            zones.in(
                                    zone,
                                    () ->
                                            names(
                                                    "select distinct from_state || ' ' || to_state from plots.state_move where from_state is not null")))
                    .allSatisfy(move -> {
                        var states = move.split(" ");
                        assertThat(
                                        PlotState.valueOf(states[0])
                                                .mayBecome(PlotState.valueOf(states[1])))
                                .as(move)
                                .isTrue();
                    });
            assertThat(zones.in(zone, () -> count("plots.plot where holder_id is not null")))
                    .as(zone)
                    .isGreaterThan(20);
        }
    }

    @Test
    void leads_hold_open_land_and_others_queue_for_it() {
        for (var zone : POPULATED) {
            assertThat(zones.in(zone, () -> count("plots.reservation where state = 'HELD'")))
                    .as(zone)
                    .isBetween(4L, 8L);
            assertThat(zones.in(zone, () -> count("plots.reservation where state = 'QUEUED'")))
                    .as(zone)
                    .isEqualTo(2);
            assertThat(
                            zones.in(
                                    zone,
                                    () ->
                                            count(
                                                    """
                                                    plots.reservation r join plots.plot p on p.id = r.plot_id
                                                        join leads.lead l on l.id = r.lead_id
                                                    where l.state = 'ACTIVE' and r.made_at < now()
                                                      and r.until_day between current_date + 9 and current_date + 151
                                                      and p.state in ('ACQUISITION', 'RESERVE', 'APPROVED', 'ANNOUNCED')\
                                                    """)))
                    .as(zone)
                    .isBetween(6L, 10L);
        }
    }

    @Test
    void three_buildings_are_let_by_three_quarters_and_most_tenants_pay() {
        for (var zone : POPULATED) {
            assertThat(zones.in(zone, () -> count("plots.building where plot_id is not null")))
                    .as(zone)
                    .isEqualTo(3);
            for (var nothing :
                    List.of(
                            "plots.building b where (select count(*) from plots.floor f"
                                    + " where f.building_id = b.id) not between 3 and 6",
                            "plots.floor f where (select count(*) from plots.unit u where u.building_id ="
                                    + " f.building_id and u.level = f.level) not between 4 and 10",
                            "plots.lease l where enterprise_id not in"
                                    + " (select id from enterprises.enterprise)",
                            "plots.lease_unit a join plots.lease_unit b on a.unit_id = b.unit_id"
                                    + " and a.lease_id <> b.lease_id and a.from_day <= b.last_day"
                                    + " and b.from_day <= a.last_day",
                            "plots.lease l where (select sum(paid_yuan) from plots.rent_instalment i"
                                    + " where i.lease_id = l.id) is distinct from coalesce((select"
                                    + " sum(amount_yuan) from plots.rent_payment p"
                                    + " where p.lease_id = l.id), 0)",
                            "plots.rent_payment where paid_on > current_date",
                            "plots.lease where created_at > now()")) {
                assertThat(zones.in(zone, () -> count(nothing))).as(zone + " " + nothing).isZero();
            }
            for (var some :
                    List.of(
                            "plots.lease where last_day between current_date and current_date + 92",
                            "plots.lease where renews is not null",
                            "plots.lease where ended_on is not null",
                            "plots.lease_free",
                            "plots.lease_step",
                            "plots.rent_instalment where paid_yuan < amount_yuan"
                                    + " and due_on < current_date")) {
                assertThat(zones.in(zone, () -> count(some))).as(zone + " " + some).isPositive();
            }
            var rate =
                    zones.in(
                            zone,
                            () -> Objects.requireNonNull(vacancies.on(null).overall().rate()));
            assertThat(rate.doubleValue()).as(zone).isBetween(0.15, 0.35);
        }
    }

    /** As the use case that signs a lease reckons them: none begins another schedule when it is changed. */
    @Test
    void every_instalment_is_what_the_rent_schedule_says() {
        var zone = POPULATED.iterator().next();
        zones.in(
                zone,
                () -> {
                    for (var row : leases.find(LeaseFilter.ALL, null, 500).items()) {
                        var lease = leases.details(row.id());
                        var schedule =
                                new RentSchedule(lease.fromDay(), lease.areaM2(), lease.terms());
                        var due = leases.instalments(row.id());
                        assertThat(due).isNotEmpty();
                        for (var one : due) {
                            assertThat(one.amountYuan())
                                    .as(lease.number() + " " + one.fromDay())
                                    .isEqualByComparingTo(
                                            schedule.rent(one.fromDay(), one.toDay()));
                        }
                        if (lease.end() == null) {
                            assertThat(due.stream().map(RentInstalment::dueOn).toList())
                                    .isEqualTo(
                                            schedule.all().stream()
                                                    .map(RentSchedule.Due::dueOn)
                                                    .toList());
                        }
                    }
                    return true;
                });
    }

    @Test
    void supplied_land_has_contracts_of_every_kind_and_some_of_it_lies_idle() {
        for (var zone : POPULATED) {
            zones.in(
                    zone,
                    () -> {
                        assertThat(names("select distinct mode from plots.supply_contract"))
                                .as(zone)
                                .hasSameSizeAs(SupplyMode.values());
                        for (var plot : plots()) {
                            var running = contracts.running(plot.id());
                            assertThat(running.isPresent())
                                    .as(zone + " " + plot.profile().number())
                                    .isEqualTo(SUPPLIED.contains(plot.state()));
                            running.ifPresent(one -> {
                                assertThat(
                                                contracts
                                                        .amendments(plot.id(), one.id())
                                                        .getFirst()
                                                        .note())
                                        .isEqualTo(one.note());
                                assertThat(one.note().signedOn())
                                        .isBeforeOrEqualTo(plot.stateSince());
                            });
                            if (plot.state() == PlotState.VERIFIED) {
                                assertThat(verifications.of(plot.id())).isNotEmpty();
                            }
                        }
                        assertThat(
                                        count(
                                                """
                                                plots.payment y where y.due_on < current_date and y.amount_yuan > (
                                                    select coalesce(sum(r.amount_yuan), 0) from plots.receipt r
                                                    where r.payment_id = y.id)\
                                                """))
                                .as(zone)
                                .isPositive();
                        var confirmed =
                                idle.find(Set.of(IdleState.CONFIRMED), true, null, 10).items();
                        assertThat(confirmed).as(zone).hasSize(1);
                        assertThat(confirmed.getFirst().overdue()).isOne();

                        chores.stream()
                                .filter(one ->
                                        one.getClass().getSimpleName().startsWith("IdleTimes"))
                                .forEach(ZoneChore::run);

                        assertThat(idle.find(Set.of(IdleState.PROPOSED), false, null, 10).items())
                                .as(zone)
                                .hasSizeBetween(1, 2);
                        return true;
                    });
        }
    }

    @Test
    void a_demo_that_was_filled_before_there_was_land_gets_it_unless_it_has_land_of_its_own()
            throws Exception {
        try (var owner = TestServers.running().asOwner();
                var sql = owner.createStatement()) {
            sql.execute("update demo.loaded_zone set plots = 0 where code = 'zigong'");
            loading.load();
            assertThat(count("demo.loaded_zone where code = 'zigong' and plots = 0")).isEqualTo(1);

            BareLand.of(sql, tenants.byCode("zigong").orElseThrow().id());
        }

        loading.load();

        assertThat(zones.in("zigong", () -> count("plots.plot"))).isBetween(60L, 120L);
        assertThat(count("demo.loaded_zone where code = 'zigong' and plots > 0")).isEqualTo(1);
    }

    /** All of the current zone. */
    private List<PlotDetails> plots() {
        return plots.find(PlotFilter.ALL, null, 200).items().stream()
                .map(row -> plots.details(row.id()))
                .toList();
    }

    private boolean staysIndustrial(PlotDetails plot) {
        var p = plot.profile();
        if (plot.state() != PlotState.APPROVED || !p.useCode().startsWith("1001")) {
            return false;
        }
        var shops =
                new PlotProfile(
                        p.number(),
                        p.name(),
                        "0901",
                        List.of(),
                        p.declaredM2(),
                        p.planName(),
                        p.plannedOn(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        p.utilities(),
                        List.of(),
                        null,
                        null,
                        p.note());
        try {
            transaction.executeWithoutResult(status -> {
                status.setRollbackOnly();
                plotRegistration.revise(plot.id(), plot.version(), shops);
            });
            return false;
        } catch (PlotGatesRefused refused) {
            return refused.gates().stream()
                    .anyMatch(gate -> gate.gate() == PlotGate.INDUSTRIAL_LINE);
        }
    }

    private List<String> names(String sql) {
        var names = transaction.execute(status -> jdbc.queryForList(sql, String.class));
        return names == null ? List.of() : names;
    }

    private long count(String what) {
        var count =
                transaction.execute(
                        status -> jdbc.queryForObject("select count(*) from " + what, Long.class));
        return count == null ? -1 : count;
    }
}
