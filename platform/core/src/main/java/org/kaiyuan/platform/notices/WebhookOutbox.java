package org.kaiyuan.platform.notices;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Where reactions say what other systems are to be told: kept in their transaction, told after it. */
@Service
public class WebhookOutbox {
    private static final int LONGEST = 65_536;
    private final JdbcTemplate jdbc;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final JsonMapper json;
    private final Clock clock;

    WebhookOutbox(
            JdbcTemplate jdbc,
            ObjectProvider<SchedulerClient> scheduler,
            JsonMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.scheduler = scheduler;
        this.json = json;
        this.clock = clock;
    }

    private record Wanting(UUID webhook) {}

    /**
     * Tells every webhook of the zone that wants to know of this kind.
     *
     * @param kind a declared {@link WebhookKind}
     * @param occurrence what tells this happening from all others of its kind, such as an id and a version: a
     *     reaction that runs twice tells once
     * @param data ids and values, no contacts of persons: they leave the platform
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(String kind, String occurrence, Map<String, ?> data) {
        List<Wanting> wanting =
                jdbc.query(
                        "select id from notices.webhook where enabled and ? = any (kinds) order by id",
                        (row, number) -> new Wanting(row.getObject(1, UUID.class)),
                        kind);
        if (wanting.isEmpty()) {
            return;
        }
        var payload = payload(kind, data);
        var now = clock.instant();
        for (var one : wanting) { // 50 at most
            var id =
                    UUID.nameUUIDFromBytes(
                            (one.webhook() + " " + kind + " " + occurrence)
                                    .getBytes(StandardCharsets.UTF_8));
            add(id, one.webhook(), kind, payload, now);
        }
    }

    UUID ping(UUID webhook) {
        var id = UuidV7.next();
        add(id, webhook, Webhooks.PING, payload(Webhooks.PING, Map.of()), clock.instant());
        return id;
    }

    /** False where there is no such delivery. */
    boolean again(UUID delivery) {
        int there =
                jdbc.update("update notices.delivery set state = 'WAITING' where id = ?", delivery);
        if (there > 0) {
            schedule(delivery, Instant.now());
        }
        return there > 0;
    }

    /** What still waits for a webhook that was switched off for a while; at most as much as one page of it. */
    void goOn(UUID webhook) {
        jdbc.queryForList(
                        "select id from notices.delivery where webhook_id = ? and state = 'WAITING' order by created_at limit 1000",
                        UUID.class,
                        webhook)
                .forEach(id -> schedule(id, Instant.now()));
    }

    /** Whether the webhook of this delivery is switched off; a trial goes there all the same. */
    boolean isOff(UUID delivery) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject(
                        """
                        select exists (select from notices.delivery d join notices.webhook w on w.id = d.webhook_id
                            where d.id = ? and not w.enabled and d.kind <> ?)\
                        """,
                        Boolean.class,
                        delivery,
                        Webhooks.PING));
    }

    private void add(UUID id, UUID webhook, String kind, String payload, Instant now) {
        int fresh =
                jdbc.update(
                        """
                        insert into notices.delivery (tenant_id, id, webhook_id, kind, payload, state, created_at)
                        values (?, ?, ?, ?, ?, 'WAITING', ?) on conflict do nothing\
                        """,
                        CurrentTenant.get().value(),
                        id,
                        webhook,
                        kind,
                        payload,
                        Timestamp.from(now));
        if (fresh > 0) {
            schedule(id, Instant.now());
        }
    }

    private void schedule(UUID id, Instant at) {
        var client = scheduler.getObject();
        var task = TaskInstanceId.of(WebhookSending.TASK.getTaskName(), id.toString());
        if (client.getScheduledExecution(task).filter(e -> !e.isPicked()).isPresent()) {
            client.reschedule(task, at);
            return;
        }
        client.scheduleIfNotExists(
                WebhookSending.TASK
                        .instance(id.toString())
                        .data(new WebhookSending.Order(CurrentTenant.get().value(), id.toString()))
                        .scheduledTo(at));
    }

    private String payload(String kind, Map<String, ?> data) {
        var all = new LinkedHashMap<String, Object>();
        all.put("kind", kind);
        all.put("at", clock.instant().toString());
        all.put("data", data);
        var text = json.writeValueAsString(all);
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("A webhook is told ids, not records: " + kind);
        }
        return text;
    }
}
