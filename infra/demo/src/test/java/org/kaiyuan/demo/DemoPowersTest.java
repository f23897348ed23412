package org.kaiyuan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kaiyuan.delegation.EntryAct;
import org.kaiyuan.delegation.EntryDifference;
import org.kaiyuan.delegation.ListDirectory;
import org.kaiyuan.delegation.ListEditions;
import org.kaiyuan.delegation.PowerList;
import org.kaiyuan.delegation.PowerListKind;
import org.kaiyuan.delegation.WhoDecides;
import org.kaiyuan.delegation.WhyNot;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The powers of the demo: real matters, made-up decrees. */
@KaiyuanTest
class DemoPowersTest {
    @Autowired DemoLoading loading;
    @Autowired ListDirectory lists;
    @Autowired ListEditions editions;
    @Autowired WhoDecides who;
    @Autowired Zones zones;
    @Autowired Clock clock;
    @Autowired JdbcTemplate jdbc;
    @Autowired TransactionTemplate transaction;

    @BeforeEach
    void load() {
        assertThat(loading.load()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"deyang", "luzhou", "zigong", "dazhou"})
    void a_pilot_has_versions_with_recalls_changes_and_an_expiry(String zone) {
        zones.in(
                zone,
                () -> {
                    assertThat(lists.all())
                            .extracting(PowerList::kind)
                            .containsExactly(PowerListKind.values());
                    var list =
                            lists.all().stream()
                                    .filter(one -> one.kind() == PowerListKind.EMPOWERMENT)
                                    .findFirst()
                                    .orElseThrow();
                    assertThat(list.edition()).isGreaterThanOrEqualTo(3);
                    assertThat(editions.between(list.id(), 1, 2))
                            .extracting(EntryDifference::kind)
                            .contains(EntryDifference.Kind.NEW, EntryDifference.Kind.CHANGED);
                    var now =
                            editions.rows(
                                            list.id(),
                                            list.edition(),
                                            ListEditions.Filter.ALL,
                                            null,
                                            500)
                                    .items();
                    assertThat(now)
                            .extracting(row -> row.note().act())
                            .contains(EntryAct.RECALL, EntryAct.EXPIRY);
                    var recalled =
                            now.stream()
                                    .filter(row -> row.note().act() == EntryAct.RECALL)
                                    .findFirst()
                                    .orElseThrow();
                    assertThat(
                                    who.decides(
                                                    recalled.note().matter(),
                                                    recalled.note().subPark(),
                                                    LocalDate.now(clock))
                                            .why())
                            .isEqualTo(WhyNot.RECALLED);
                    return null;
                });
    }

    @Test
    void a_pilot_has_taken_over_and_used_its_powers_and_asked_for_more() {
        zones.in(
                "luzhou",
                () -> {
                    assertThat(count("delegation.readiness where open_items > 0")).isPositive();
                    assertThat(count("delegation.readiness where open_items = 0"))
                            .isGreaterThan(20);
                    assertThat(
                                    count(
                                            "delegation.power_decision where decided_on is null and due_on < current_date"))
                            .isPositive();
                    assertThat(count("delegation.power_decision where overturned > 0"))
                            .isPositive();
                    assertThat(count("delegation.evaluation")).isPositive();
                    assertThat(asked("select state from delegation.power_request", String.class))
                            .containsExactlyInAnyOrder("DRAFT", "SENT", "GRANTED", "REFUSED");
                    assertThat(count("delegation.power_answer")).isEqualTo(1 + 4 + 3);
                    return null;
                });
        zones.in(
                "sichuan",
                () -> {
                    assertThat(count("delegation.power_request where zone_name = '泸州白酒产业园'"))
                            .as("all but the draft")
                            .isEqualTo(3);
                    assertThat(count("delegation.power_answer where published_at is null"))
                            .as("one of each pilot is not published")
                            .isEqualTo(4);
                    return null;
                });
    }

    @Test
    void what_people_changed_of_the_supervisor_stays_when_the_demo_is_loaded_again() {
        divisionsOfDeyang("{}");
        zones.in(
                "sichuan",
                () ->
                        transaction.execute(open ->
                                jdbc.update(
                                        "delete from access.membership where account_id in "
                                                + "(select id from access.account where username = 'sichuan-staff')")));

        loading.load();

        assertThat(
                        jdbc.queryForObject(
                                "select cardinality(divisions) from tenancy.tenant where code = 'deyang'",
                                Integer.class))
                .isZero();
        assertThat(zones.in("sichuan", () -> count("access.membership"))).isEqualTo(3);
        divisionsOfDeyang("{5106}");
    }

    private void divisionsOfDeyang(String codes) {
        transaction.executeWithoutResult(open ->
                jdbc.update(
                        "update tenancy.tenant set divisions = ?::text[] where code = 'deyang'",
                        codes));
    }

    private int count(String what) {
        return asked("select count(*) from " + what, Integer.class).getFirst();
    }

    /** Outside a transaction there is no zone, and so no rows. */
    private <T> List<T> asked(String sql, Class<T> type) {
        return Objects.requireNonNull(transaction.execute(open -> jdbc.queryForList(sql, type)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mianyang-gaoxin", "yibin-lingang-jingkai"})
    void two_more_zones_can_be_compared_with(String zone) {
        zones.in(
                zone,
                () -> {
                    assertThat(lists.all())
                            .singleElement()
                            .satisfies(list -> assertThat(list.entries()).isGreaterThan(30));
                    return null;
                });
    }

    @Test
    void every_wording_is_of_the_zone_and_every_end_names_a_grant() {
        zones.in(
                "deyang",
                () -> {
                    for (var list : lists.all()) {
                        var rows =
                                editions.rows(
                                                list.id(),
                                                list.edition(),
                                                ListEditions.Filter.ALL,
                                                null,
                                                500)
                                        .items();
                        assertThat(rows).hasSize(list.entries());
                        var ids = rows.stream().map(row -> row.id()).toList();
                        assertThat(
                                        rows.stream()
                                                .map(row -> row.note().ends())
                                                .filter(Objects::nonNull)
                                                .toList())
                                .isSubsetOf(ids);
                    }
                    return List.<UUID>of();
                });
    }
}
