package org.kaiyuan.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.DataScope;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@KaiyuanTest
class LeadSightTest {
    private static final List<String> WRITE = List.of(LeadPermissions.READ, LeadPermissions.WRITE);

    @Autowired LeadRegistration registration;
    @Autowired LeadAssignment assignment;
    @Autowired LeadRulesKeeping rules;
    @Autowired LeadDirectory directory;
    @Autowired LeadPeople people;
    @Autowired Zones zones;
    @Autowired TestServers servers;

    @BeforeEach
    void people() throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("truncate leads.lead, leads.setting cascade");
        }
        for (var name : List.of("sight-a", "sight-b", "sight-c")) {
            people.member("sight", name, name);
        }
    }

    @Test
    void a_confidential_lead_is_there_for_its_owner_and_team_only() {
        var id = registered("sight-a", WholeLead.draft("保密项目").confidential(true));

        assertThat(seen("sight-b", DataScope.ZONE, null)).isEmpty();
        assertThatThrownBy(() -> people.as("sight", "sight-b", () -> directory.details(id)))
                .isInstanceOf(UnknownLead.class);
        people.as(
                "sight",
                "sight-a",
                () -> {
                    assignment.team(id, List.of("sight-b"));
                    return true;
                });
        assertThat(seen("sight-b", DataScope.ZONE, null)).containsExactly("保密项目");
        assertThat(seen("sight-c", DataScope.ZONE, null)).isEmpty();
        // a program of the zone is nobody of the team
        assertThat(
                        zones.in(
                                "sight",
                                () ->
                                        directory
                                                .find(LeadFilter.ALL, LeadOrder.NAME, null, 9)
                                                .items()))
                .isEmpty();
    }

    @Test
    void a_role_reaches_as_far_as_its_scope() {
        registered("sight-a", WholeLead.draft("甲项目"));
        people.as(
                "sight",
                "sight-b",
                DataScope.ZONE,
                "一部",
                WRITE,
                () -> registration.register(WholeLead.draft("乙项目").profile(), false));
        people.as(
                "sight",
                "sight-b",
                () -> registration.register(WholeLead.draft("公海项目").profile(), true));

        assertThat(seen("sight-a", DataScope.OWN, null)).containsExactlyInAnyOrder("甲项目", "公海项目");
        assertThat(seen("sight-c", DataScope.TEAM, "一部")).containsExactlyInAnyOrder("乙项目", "公海项目");
        assertThat(seen("sight-c", DataScope.ZONE, null)).hasSize(3);
    }

    @Test
    void of_fifty_who_claim_a_lead_at_once_exactly_one_gets_it() throws Exception {
        var id =
                people.as(
                        "sight",
                        "sight-a",
                        () -> registration.register(WholeLead.draft("抢手项目").profile(), true));
        var start = new CountDownLatch(1);
        var won = new AtomicInteger();
        var taken = new AtomicInteger();
        try (var pool = Executors.newFixedThreadPool(50)) {
            for (int i = 0; i < 50; i++) {
                var who = "sight-claimer-" + i;
                pool.submit(() -> {
                    start.await();
                    try {
                        people.as(
                                "sight",
                                who,
                                () -> {
                                    assignment.claim(id);
                                    return true;
                                });
                        won.incrementAndGet();
                    } catch (LeadTaken tooLate) {
                        taken.incrementAndGet();
                    }
                    return true;
                });
            }
            start.countDown();
        }
        assertThat(won).hasValue(1);
        assertThat(taken).hasValue(49);
    }

    @Test
    void nobody_claims_beyond_the_limit() {
        var d = LeadRules.DEFAULT;
        people.as(
                "sight",
                "sight-a",
                () -> {
                    rules.decide(
                            new LeadRules(
                                    d.answerDays(),
                                    d.triageDays(),
                                    d.majorTriageDays(),
                                    d.majorYuan(),
                                    d.feedbackDays(),
                                    d.followUpDays(),
                                    d.poolDays(),
                                    d.remindDays(),
                                    d.escalateDays(),
                                    1,
                                    d.firstReportYuan(),
                                    null,
                                    d.stages()));
                    var first = registration.register(WholeLead.draft("一").profile(), true);
                    var second = registration.register(WholeLead.draft("二").profile(), true);
                    assignment.claim(first);
                    assertThatThrownBy(() -> assignment.claim(second))
                            .isInstanceOf(ClaimLimitReached.class);
                    assignment.release(first, "跟不过来");
                    assignment.claim(second);
                    return true;
                });
    }

    @Test
    void who_does_not_own_a_lead_cannot_give_it_away() {
        var id = registered("sight-a", WholeLead.draft("甲项目"));

        assertThatThrownBy(() ->
                        people.as(
                                "sight",
                                "sight-b",
                                DataScope.ZONE,
                                null,
                                WRITE,
                                () -> {
                                    assignment.handOver(id, "sight-c");
                                    return true;
                                }))
                .isInstanceOf(AccessDeniedException.class);
    }

    private LeadId registered(String who, LeadDraft draft) {
        return people.as("sight", who, () -> registration.register(draft.profile(), false));
    }

    private List<String> seen(String who, DataScope scope, String team) {
        return people.as(
                "sight",
                who,
                scope,
                team,
                WRITE,
                () ->
                        directory.find(LeadFilter.ALL, LeadOrder.NAME, null, 9).items().stream()
                                .map(LeadRow::projectName)
                                .toList());
    }
}
