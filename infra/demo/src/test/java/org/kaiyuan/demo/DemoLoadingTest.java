package org.kaiyuan.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.kaiyuan.leads.LeadStage;
import org.kaiyuan.platform.jobs.ZoneChore;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;

@KaiyuanTest
@Import(Announcements.class)
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
                    "-agent4",
                    "-desk1",
                    "-desk2",
                    "-ent1",
                    "-ent2",
                    "-ent3",
                    "-ent4");

    static final List<String> POPULATED = List.of("deyang", "luzhou", "zigong", "dazhou");

    private static final String DUE =
            "select concat_ws(' ', id, owner, due_on, due_kind, due_estimated) from leads.lead"
                    + " where state = 'ACTIVE' order by id";

    @Autowired DemoLoading loading;

    @Autowired
    @Qualifier("leadTimes")
    ZoneChore leadTimes;

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
    void all_zones_of_the_plan_are_tenants_and_so_are_who_supervises_them_and_who_is_entrusted() {
        assertThat(tenants.list(null, 1000))
                .filteredOn(t -> t.demo())
                .hasSize(104 + 1 + POPULATED.size());
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
                                        Stream.of(
                                                "operator",
                                                "sichuan-admin",
                                                "sichuan-security",
                                                "sichuan-audit",
                                                "sichuan-staff"),
                                        Stream.of("dazhou", "deyang", "luzhou", "zigong")
                                                .flatMap(zone ->
                                                        Stream.concat(
                                                                ROLES.stream().map(r -> zone + r),
                                                                Stream.of(zone + "-operator1"))))
                                .toList());
        assertThat(zones.in("deyang", () -> names("select client_id from access.api_client")))
                .containsExactly("deyang-api");
        assertThat(zones.in("deyang", () -> count("access.membership"))).isEqualTo(ROLES.size());
        assertThat(zones.in("deyang", () -> count("portal.representative where administrator")))
                .isEqualTo(1 + 4);
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
            BareLand.of(statement, tenants.byCode("dazhou").orElseThrow().id());
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
