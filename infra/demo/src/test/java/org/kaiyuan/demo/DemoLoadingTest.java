package org.kaiyuan.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.kaiyuan.enterprises.EnterprisesImported;
import org.kaiyuan.leads.LeadStage;
import org.kaiyuan.platform.jobs.ZoneChore;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.kaiyuan.plots.PlotDetails;
import org.kaiyuan.plots.PlotDirectory;
import org.kaiyuan.plots.PlotFilter;
import org.kaiyuan.plots.PlotGate;
import org.kaiyuan.plots.PlotGatesRefused;
import org.kaiyuan.plots.PlotMap;
import org.kaiyuan.plots.PlotMoves;
import org.kaiyuan.plots.PlotProfile;
import org.kaiyuan.plots.PlotRegistration;
import org.kaiyuan.plots.PlotState;
import org.kaiyuan.plots.ground.Ground;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.locationtech.jts.geom.Envelope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;

@KaiyuanTest
@Import(DemoLoadingTest.Announcements.class)
@TestMethodOrder(MethodOrderer.MethodName.class)
class DemoLoadingTest {
    private static final List<String> ROLES =
            List.of(
                    "-admin",
                    "-audit",
                    "-enterprise",
                    "-security",
                    "-staff",
                    "-agent1",
                    "-agent2",
                    "-agent3",
                    "-agent4");

    private static final List<String> POPULATED = List.of("deyang", "luzhou", "zigong", "dazhou");

    private static final String DUE =
            "select concat_ws(' ', id, owner, due_on, due_kind, due_estimated) from leads.lead"
                    + " where state = 'ACTIVE' order by id";

    @Autowired DemoLoading loading;

    @Autowired
    @Qualifier("leadTimes")
    ZoneChore leadTimes;

    @Autowired PlotDirectory plots;
    @Autowired PlotMoves plotMoves;
    @Autowired PlotRegistration plotRegistration;
    @Autowired PlotMap map;
    @Autowired TenantDirectory tenants;
    @Autowired Zones zones;
    @Autowired JdbcTemplate jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Announcements announcements;

    @BeforeEach
    void load() {
        assertThat(loading.load()).isTrue();
    }

    @Test
    void all_zones_of_the_plan_are_tenants() {
        assertThat(tenants.list(null, 1000)).filteredOn(t -> t.demo()).hasSize(104);
        assertThat(tenants.byCode("luzhou"))
                .get()
                .satisfies(t -> {
                    assertThat(t.name()).isEqualTo("泸州白酒产业园");
                    assertThat(t.city()).isEqualTo("泸州");
                });
    }

    @Test
    void people_and_programs_of_the_four_zones_may_sign_in() {
        assertThat(names("select username from access.account order by username"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(
                                        Stream.of("operator"),
                                        Stream.of("dazhou", "deyang", "luzhou", "zigong")
                                                .flatMap(zone -> ROLES.stream().map(r -> zone + r)))
                                .toList());
        assertThat(zones.in("deyang", () -> names("select client_id from access.api_client")))
                .containsExactly("deyang-api");
        assertThat(zones.in("deyang", () -> count("access.membership"))).isEqualTo(ROLES.size());
        assertThat(zones.in("deyang", () -> count("portal.representative where administrator")))
                .isEqualTo(1);
    }

    @Test
    void loaded_twice_is_loaded_once() {
        loading.load();

        assertThat(zones.in("deyang", () -> count("enterprises.enterprise"))).isEqualTo(1500);
        assertThat(zones.in("deyang", () -> count("enterprises.yearly_figures")))
                .isGreaterThan(4000);
        assertThat(zones.in("deyang", () -> count("enterprises.contact"))).isGreaterThan(1500);
        assertThat(zones.in("deyang", () -> count("enterprises.batch_touch"))).isEqualTo(1500);
        assertThat(announcements.heard).hasSize(4);
    }

    @Test
    void each_zone_tells_a_story_of_leads_in_every_stage() {
        for (var zone : POPULATED) {
            assertThat(zones.in(zone, () -> count("leads.lead"))).as(zone).isEqualTo(300);
            assertThat(zones.in(zone, () -> names("select distinct stage from leads.lead")))
                    .as(zone)
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.of(LeadStage.values()).map(Enum::name).toList());
            for (var what : List.of("followup", "review", "agreement", "fund", "milestone")) {
                assertThat(zones.in(zone, () -> count("leads." + what)))
                        .as("%s in %s", what, zone)
                        .isGreaterThan(50);
            }
        }
        // what is signed was reviewed, and nothing happened before it was registered
        assertThat(
                        zones.in(
                                "deyang",
                                () ->
                                        count(
                                                """
                                                leads.lead l where signed_on is not null and not exists (
                                                    select from leads.review r
                                                    where r.tenant_id = l.tenant_id and r.lead_id = l.id and r.state = 'PASSED')\
                                                """)))
                .isZero();
        assertThat(
                        zones.in(
                                "deyang",
                                () ->
                                        count(
                                                """
                                                leads.followup f join leads.lead l
                                                    on l.tenant_id = f.tenant_id and l.id = f.lead_id
                                                where f.happened_on < l.registered_on\
                                                """)))
                .isZero();
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
                                                .isSubsetOf(
                                                        PlotState.APPROVED, PlotState.RESERVE));
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
    void what_became_of_each_plot_is_told_in_steps_that_are_possible() {
        for (var zone : POPULATED) {
            for (var nothing :
                    List.of(
                            "plots.plot where state_since > current_date or begun_on > state_since",
                            "plots.plot p where state <> 'PLANNED' and state is distinct from ("
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
                                                    "select distinct from_state || ' ' || to_state from plots.state_move")))
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
                                                      and p.state in ('ACQUISITION', 'RESERVE', 'APPROVED', 'ANNOUNCED')                                                    """)))
                    .as(zone)
                    .isBetween(6L, 10L);
        }
    }

    @Test
    void the_first_hour_leaves_the_figures_as_they_were() {
        for (var zone : POPULATED) {
            var before = zones.in(zone, () -> names(DUE));
            assertThat(before).as(zone).hasSizeGreaterThan(80);

            SystemActing.inTenant(
                    tenants.byCode(zone).orElseThrow().id(),
                    () -> {
                        leadTimes.run();
                        return true;
                    });

            assertThat(zones.in(zone, () -> names(DUE))).as(zone).isEqualTo(before);
        }
    }

    @Test
    void another_zone_sees_nothing() {
        assertThat(zones.in("deyang-gaoxin", () -> count("leads.lead"))).isZero();
        assertThat(zones.in("deyang-gaoxin", () -> count("enterprises.enterprise"))).isZero();
        for (var what : List.of("plot", "state_move", "layer_shape", "reservation")) {
            assertThat(zones.in("deyang-gaoxin", () -> count("plots." + what))).isZero();
        }
        assertThat(zones.in("luzhou", () -> count("plots.plot where number not like 'LZ-%'")))
                .isZero();
        assertThat(
                        zones.in(
                                "luzhou",
                                () -> count("enterprises.enterprise where address like '%德阳%'")))
                .isZero();
        assertThat(transaction.<Long>execute(status -> count("enterprises.enterprise"))).isZero();
    }

    @Test
    void killed_half_way_the_next_start_loads_what_is_missing() throws Exception {
        try (var owner = TestServers.running().asOwner();
                var statement = owner.createStatement()) {
            // what is left when the process dies before the last zone's commit
            statement.execute("delete from demo.loaded_zone where code = 'dazhou'");
            statement.execute(
                    "set app.tenant_id = '%d'"
                            .formatted(tenants.byCode("dazhou").orElseThrow().id().value()));
            for (var table : List.of("reservation", "plot", "layer_shape")) {
                statement.execute("delete from plots." + table);
            }
            statement.execute("delete from enterprises.enterprise");
            for (var table :
                    List.of("lead", "score_table", "fair", "target", "code_counter", "setting")) {
                statement.execute("delete from leads." + table);
            }
        }
        assertThat(zones.in("dazhou", () -> count("enterprises.enterprise"))).isZero();

        loading.load();

        assertThat(zones.in("dazhou", () -> count("enterprises.enterprise"))).isEqualTo(1500);
        assertThat(zones.in("dazhou", () -> count("leads.lead"))).isEqualTo(300);
        assertThat(zones.in("dazhou", () -> count("plots.plot"))).isBetween(60L, 120L);
        assertThat(zones.in("zigong", () -> count("enterprises.enterprise"))).isEqualTo(1500);
        announcements.heard.removeLast();
    }

    @Test
    void an_installation_begun_without_the_demo_never_gets_it() throws Exception {
        try (var owner = TestServers.running().asOwner();
                var statement = owner.createStatement()) {
            statement.execute("update tenancy.tenant set demo = false where demo");
            try {
                assertThat(loading.load()).isFalse();
            } finally {
                statement.execute(
                        "update tenancy.tenant set demo = true where name not like '测试园区%'");
            }
        }
    }

    @Test
    void the_demo_does_not_listen_beyond_loopback_unless_told_so() {
        var environment = new MockEnvironment().withProperty("server.address", "0.0.0.0");

        assertThatThrownBy(() -> new LoadDemoAtFirstStart(loading, environment))
                .hasMessageContaining("loopback");

        environment.setProperty("kaiyuan.demo.anywhere", "true");
        new LoadDemoAtFirstStart(loading, environment);
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

    @TestConfiguration
    static class Announcements {
        final List<EnterprisesImported> heard = new CopyOnWriteArrayList<>();

        @EventListener
        void on(EnterprisesImported imported) {
            heard.add(imported);
        }
    }
}
