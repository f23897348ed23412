package org.kaiyuan.platform.notices;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.persistence.InstallationKey;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells webhooks: signed, without following redirects, within ten seconds, reading no more of the answer than a
 * person looks at; again with growing pauses for about three days. One that has failed for five days is switched
 * off, and whoever registered it is told.
 */
@Configuration(proxyBeanMethods = false)
class WebhookSending {
    static final TaskDescriptor<Order> TASK = TaskDescriptor.of("webhook-delivery", Order.class);
    private static final int ATTEMPTS = 12;
    private static final int READ_OF_ANSWER = 2000;
    private static final Timeout PATIENCE = Timeout.ofSeconds(10);

    /** Nothing leaves a zone that is suspended or about to be deleted; what waits can be sent again from its page. */
    private static final Answer STANDS_STILL =
            new Answer(null, "园区已停用，没有发送。The zone stands still, nothing was sent.");

    /** What is stored of a delivery until it is made. */
    record Order(long tenant, String id) {}

    private record Due(
            UUID id,
            UUID webhook,
            String kind,
            String payload,
            String url,
            byte[] secret,
            boolean enabled,
            boolean zoneOpen) {}

    private record Answer(@Nullable Integer status, String said) {
        boolean taken() {
            return status != null && status >= 200 && status < 300;
        }
    }

    @Bean(destroyMethod = "close")
    CloseableHttpClient webhookClient(PublicAddresses addresses) {
        return HttpClients.custom()
                .setConnectionManager(
                        PoolingHttpClientConnectionManagerBuilder.create()
                                .setDnsResolver(addresses)
                                .setDefaultConnectionConfig(
                                        ConnectionConfig.custom()
                                                .setConnectTimeout(Timeout.ofSeconds(5))
                                                .setSocketTimeout(PATIENCE)
                                                .setTimeToLive(Timeout.ofMinutes(1))
                                                .build())
                                .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom()
                                .setResponseTimeout(PATIENCE)
                                .setConnectionRequestTimeout(PATIENCE)
                                .setRedirectsEnabled(false)
                                .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Kaiyuan-Webhook/1")
                .build();
    }

    @Bean
    OneTimeTask<Order> webhookTask(
            CloseableHttpClient webhookClient,
            JdbcTemplate jdbc,
            Notices notices,
            InstallationKey key,
            PlatformTransactionManager transactions,
            Environment environment,
            Clock clock) {
        var transaction = new TransactionTemplate(transactions);
        var patience =
                environment.getProperty(
                        "kaiyuan.webhooks.disable-after", Duration.class, Duration.ofDays(5));
        return Tasks.oneTime(TASK)
                .onFailure(
                        new FailureHandler.MaxRetriesFailureHandler<>(
                                ATTEMPTS - 1,
                                new FailureHandler.ExponentialBackoffFailureHandler<>(
                                        Duration.ofSeconds(10), 2.6)))
                .execute((instance, context) -> {
                    var order = instance.getData();
                    boolean last = context.getExecution().consecutiveFailures >= ATTEMPTS - 1;
                    SystemActing.inTenant(
                            new TenantId(order.tenant()),
                            () -> {
                                var due =
                                        transaction.<@Nullable Due>execute(
                                                open -> due(jdbc, UUID.fromString(order.id())));
                                if (due == null) {
                                    return true; // taken back, or delivered before
                                }
                                var answer =
                                        due.zoneOpen()
                                                ? post(webhookClient, key, due, clock.instant())
                                                : STANDS_STILL;
                                transaction.executeWithoutResult(open ->
                                        note(
                                                jdbc,
                                                notices,
                                                due,
                                                answer,
                                                last,
                                                patience,
                                                clock.instant()));
                                if (!answer.taken()) {
                                    throw new NotTaken(answer);
                                }
                                return true;
                            });
                });
    }

    private static @Nullable Due due(JdbcTemplate jdbc, UUID id) {
        return DataAccessUtils.singleResult(
                jdbc.query(
                        """
                        select d.id, d.webhook_id, d.kind, d.payload, w.url, w.secret, w.enabled, t.state = 'ACTIVE'
                        from notices.delivery d join notices.webhook w on w.id = d.webhook_id
                        join tenancy.tenant t on t.id = d.tenant_id
                        where d.id = ? and d.state = 'WAITING' and (w.enabled or d.kind = ?)\
                        """,
                        (row, number) ->
                                new Due(
                                        row.getObject(1, UUID.class),
                                        row.getObject(2, UUID.class),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getBytes(6),
                                        row.getBoolean(7),
                                        row.getBoolean(8)),
                        id,
                        Webhooks.PING));
    }

    private static Answer post(
            CloseableHttpClient client, InstallationKey key, Due due, Instant now) {
        var post = new HttpPost(due.url());
        post.setEntity(new StringEntity(due.payload(), ContentType.APPLICATION_JSON));
        post.setHeader("Kaiyuan-Event", due.kind());
        post.setHeader("Kaiyuan-Delivery", due.id().toString());
        post.setHeader(
                "Kaiyuan-Signature",
                signature(key.decrypt(due.secret()), now.getEpochSecond(), due.payload()));
        try {
            return client.execute(post, WebhookSending::read);
        } catch (IOException failed) {
            return new Answer(null, failed.getClass().getSimpleName() + ": " + failed.getMessage());
        }
    }

    /** {@code t=<seconds>,v1=<HMAC-SHA-256 of "<seconds>.<body>" in hexadecimal>}. */
    static String signature(byte[] secret, long seconds, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            var signed = mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(signed);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Answer read(ClassicHttpResponse response) throws IOException {
        var entity = response.getEntity();
        if (entity == null) {
            return new Answer(response.getCode(), "");
        }
        try (var content = entity.getContent()) {
            var beginning = new String(content.readNBytes(READ_OF_ANSWER), StandardCharsets.UTF_8);
            return new Answer(response.getCode(), beginning.replace('\u0000', ' '));
        } finally {
            response.close(); // what else it says is not read
        }
    }

    private static void note(
            JdbcTemplate jdbc,
            Notices notices,
            Due due,
            Answer answer,
            boolean last,
            Duration patience,
            Instant now) {
        var at = java.sql.Timestamp.from(now);
        jdbc.update(
                """
                update notices.delivery set state = ?, attempts = attempts + 1, status = ?, response = ?, tried_at = ?
                where id = ?\
                """,
                answer.taken() ? "DELIVERED" : last ? "FAILED" : "WAITING",
                answer.status(),
                answer.said().length() > READ_OF_ANSWER
                        ? answer.said().substring(0, READ_OF_ANSWER)
                        : answer.said(),
                at,
                due.id());
        if (answer.taken()) {
            jdbc.update(
                    "update notices.webhook set failing_since = null where id = ? and failing_since is not null",
                    due.webhook());
            return;
        }
        if (!due.zoneOpen()) {
            return; // not the webhook's fault
        }
        jdbc.update(
                "update notices.webhook set failing_since = coalesce(failing_since, ?) where id = ?",
                at,
                due.webhook());
        List<String> registrars =
                jdbc.query(
                        """
                        update notices.webhook set enabled = false where id = ? and enabled and failing_since < ?
                        returning username\
                        """,
                        (row, number) -> row.getString(1),
                        due.webhook(),
                        Timestamp.from(now.minus(patience)));
        for (var registrar : registrars) { // one at most
            notices.tell(
                    registrar,
                    "notices.webhookDisabled",
                    List.of(Webhooks.withoutQuery(due.url())),
                    "/webhooks/" + due.webhook());
        }
    }

    /** Makes the scheduler try again. */
    private static final class NotTaken extends RuntimeException {
        NotTaken(Answer answer) {
            super("Not taken: " + answer, null, false, false);
        }
    }
}
