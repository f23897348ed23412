package org.kaiyuan.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** What other systems hear of lists. */
@KaiyuanTest
@ActAsZone("told-of-lists")
class ListToldElsewhereTest {
    private static final String ZONE = "told-of-lists";

    @Autowired MatterKeeping matters;
    @Autowired ListDrafting drafting;
    @Autowired ListPublishing publishing;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;
    @Autowired Zones zones;
    @Autowired TestServers servers;

    @BeforeEach
    void a_webhook_that_wants_to_know_of_lists() throws Exception {
        no_webhook();
        // an address that nobody has (RFC 5737), so that nothing is really sent
        owner(
                "insert into notices.webhook (tenant_id, id, url, kinds, secret, username, created_at) values"
                        + " (%d, gen_random_uuid(), 'https://192.0.2.1/hook', '{delegation.published}', 'x', 'told', now())"
                                .formatted(zones.zone(ZONE).value()));
    }

    @AfterEach
    void no_webhook() throws Exception {
        owner("delete from notices.delivery where tenant_id = " + zones.zone(ZONE).value());
        owner("delete from notices.webhook where tenant_id = " + zones.zone(ZONE).value());
    }

    @Test
    void a_new_version_is_told_by_ids_alone_and_once_however_often_it_is_heard() throws Exception {
        var matter =
                matters.add(
                        new MatterDraft(null, null, "不外传的事项", MatterKind.PERMIT, null, List.of()));
        var list = drafting.begin(PowerListKind.EMPOWERMENT, "清单 " + Instant.now());
        drafting.put(list, null, new GrantDraft(matter).body("不外传的主体").note());
        publishing.letPass(list, "测试");
        publishing.publish(list, null);
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .until(() -> deliveries().size() == 1);

        var again =
                new ListPublished(
                        zones.zone(ZONE),
                        list.value(),
                        PowerListKind.EMPOWERMENT,
                        1,
                        Instant.now());
        transaction.executeWithoutResult(open -> events.publishEvent(again));
        drafting.put(list, null, new GrantDraft(matter).body("另一主体").note());
        publishing.letPass(list, "测试");
        publishing.publish(list, null);

        await().pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .until(() -> handled() && deliveries().size() >= 2);
        assertThat(deliveries())
                .hasSize(2)
                .allSatisfy(one ->
                        assertThat(one)
                                .startsWith("delegation.published")
                                .contains(list.toString(), "EMPOWERMENT", "publishedAt")
                                .doesNotContain("不外传"));
        assertThat(deliveries()).anyMatch(one -> one.matches(".*\"version\": ?2\\b.*"));
    }

    /** Whether every reaction that was due has run. */
    private boolean handled() throws Exception {
        return query(
                        "select id::text from events.event_publication where completion_date is null and listener_id like '%TellWebhooksOfLists%'")
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
