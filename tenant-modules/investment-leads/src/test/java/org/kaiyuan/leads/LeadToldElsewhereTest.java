package org.kaiyuan.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What other systems hear of leads, and what becomes of a leaver's. */
@KaiyuanTest
class LeadToldElsewhereTest {
    private static final String ZONE = "told";

    @Autowired LeadRegistration registration;
    @Autowired LeadRevision revision;
    @Autowired LeadAssignment assignment;
    @Autowired LeadDirectory directory;
    @Autowired LeadMoves moves;
    @Autowired LeadReviews reviews;
    @Autowired LeadMyDay day;
    @Autowired LeadsOwned owned;
    @Autowired LeadPeople people;
    @Autowired Zones zones;
    @Autowired TestServers servers;
    @Autowired TransactionTemplate transaction;

    @BeforeEach
    void a_webhook_that_wants_to_know_of_leads() throws Exception {
        long zone = zones.zone(ZONE).value();
        owner("truncate leads.lead cascade");
        owner("delete from notices.delivery where tenant_id = " + zone);
        owner("delete from notices.webhook where tenant_id = " + zone);
        // an address that nobody has (RFC 5737), so that nothing is really sent
        owner(
                "insert into notices.webhook (tenant_id, id, url, kinds, secret, username, created_at) values"
                        + " (%d, gen_random_uuid(), 'https://192.0.2.1/hook', '{lead.created,lead.moved,lead.signed}', 'x', 'told-agent', now())"
                                .formatted(zone));
        for (var name : List.of("told-agent", "told-heir", "told-other")) {
            people.member(ZONE, name, name);
        }
        people.signIn(ZONE, "told-agent");
    }

    @AfterEach
    void no_webhook() throws Exception {
        owner("delete from notices.delivery where tenant_id = " + zones.zone(ZONE).value());
        owner("delete from notices.webhook where tenant_id = " + zones.zone(ZONE).value());
    }

    @Test
    void a_lead_is_told_of_by_its_id_and_stages_alone() throws Exception {
        var id = registration.register(WholeLead.draft("公开项目").profile(), false);
        moves.move(id, MoveOrder.to(LeadStage.NEGOTIATION));

        await().pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .until(() -> deliveries().size() == 2);
        assertThat(deliveries())
                .anySatisfy(one -> assertThat(one).startsWith("lead.created").contains("" + id))
                .anySatisfy(one ->
                        assertThat(one)
                                .startsWith("lead.moved")
                                .contains("" + id, "CLUE", "NEGOTIATION"))
                .noneMatch(one -> one.contains("公开项目") || one.contains("王敏"));
    }

    @Test
    void nothing_of_a_confidential_lead_leaves_the_house() throws Exception {
        var secret =
                registration.register(WholeLead.draft("保密项目").confidential(true).profile(), false);
        moves.move(secret, MoveOrder.to(LeadStage.NEGOTIATION));
        var shut = registration.register(WholeLead.draft("后来保密的项目").profile(), false);
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .until(() -> deliveries().size() == 1);
        revision.revise(
                shut,
                directory.details(shut).version(),
                p -> LeadDraft.of(p).confidential(true).profile());
        moves.move(shut, MoveOrder.to(LeadStage.NEGOTIATION));
        var last = registration.register(WholeLead.draft("公开项目").profile(), false);

        await().pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .until(() -> handled() && deliveries().size() >= 2);
        assertThat(deliveries())
                .hasSize(2)
                .allMatch(one -> one.startsWith("lead.created"))
                .noneMatch(one -> one.contains("" + secret))
                .anyMatch(one -> one.contains("" + last));
    }

    @Test
    void a_leavers_leads_go_to_the_successor_and_their_history_says_so() {
        var open = registration.register(WholeLead.draft("公开项目").profile(), false);
        var secret =
                registration.register(WholeLead.draft("保密项目").confidential(true).profile(), false);
        var others =
                people.as(
                        ZONE,
                        "told-other",
                        () -> registration.register(WholeLead.draft("别人的项目").profile(), false));
        assertThat(system(() -> owned.countOwnedBy("told-agent"))).isEqualTo(2);

        assertThat(system(() -> owned.handOver("told-agent", "told-heir"))).isEqualTo(2);

        assertThat(system(() -> owned.countOwnedBy("told-agent"))).isZero();
        people.as(
                ZONE,
                "told-heir",
                () -> {
                    for (var id : List.of(open, secret)) {
                        assertThat(directory.details(id).owner()).isEqualTo("told-heir");
                        assertThat(directory.history(id, null, 20))
                                .anySatisfy(line -> {
                                    assertThat(line.act()).isEqualTo("assigned");
                                    assertThat(line.before()).isEqualTo("told-agent");
                                    assertThat(line.after()).isEqualTo("told-heir");
                                });
                    }
                    assertThat(directory.details(others).owner()).isEqualTo("told-other");
                    return true;
                });
        assertThat(
                        people.as(
                                ZONE,
                                "told-agent",
                                () ->
                                        directory
                                                .find(LeadFilter.ALL, LeadOrder.NAME, null, 9)
                                                .items()))
                .extracting(LeadRow::projectName)
                .doesNotContain("保密项目");
    }

    @Test
    void a_leavers_leads_of_another_zone_stay() throws Exception {
        people.member("told-elsewhere", "told-agent", "同名的人");
        var theirs =
                people.as(
                        "told-elsewhere",
                        "told-agent",
                        () -> registration.register(WholeLead.draft("外区项目").profile(), false));

        assertThat(system(() -> owned.handOver("told-agent", "told-heir"))).isZero();
        assertThat(
                        people.as(
                                "told-elsewhere",
                                "told-agent",
                                () -> directory.details(theirs).owner()))
                .isEqualTo("told-agent");
    }

    @Test
    void a_review_of_a_lead_that_one_may_not_see_any_more_does_not_wait_for_one() {
        var secret =
                registration.register(WholeLead.draft("保密项目").confidential(true).profile(), false);
        reviews.open(secret, List.of("told-other"), null);
        assertThat(people.as(ZONE, "told-other", () -> day.today().waiting())).hasSize(1);

        assignment.team(secret, List.of());

        assertThat(people.as(ZONE, "told-other", () -> day.today().waiting())).isEmpty();
    }

    private long system(java.util.function.LongSupplier work) {
        return SystemActing.inTenant(
                zones.zone(ZONE), () -> transaction.execute(t -> work.getAsLong()));
    }

    /** Whether every reaction that was due has run. */
    private boolean handled() throws Exception {
        return query(
                        "select id::text from events.event_publication where completion_date is null and listener_id like '%leads.reactions.TellWebhooks%'")
                .isEmpty();
    }

    private List<String> deliveries() throws Exception {
        return query(
                "select kind || ' ' || payload from notices.delivery where tenant_id = "
                        + zones.zone(ZONE).value());
    }

    private List<String> query(String question) throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("set app.tenant_id = '" + zones.zone(ZONE).value() + "'");
            var found = new ArrayList<String>();
            try (var rows = sql.executeQuery(question)) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }

    private void owner(String statement) throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("set app.tenant_id = '" + zones.zone(ZONE).value() + "'");
            sql.execute(statement);
        }
    }
}
