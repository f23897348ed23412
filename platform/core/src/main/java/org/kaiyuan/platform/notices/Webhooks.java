package org.kaiyuan.platform.notices;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.persistence.InstallationKey;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where other systems of the zone are told what happens, and what they were told. */
@Service
@Transactional
public class Webhooks {
    static final String SUBJECT = "notices.webhook";

    /** What a webhook is told when somebody tries it out. */
    static final String PING = "notices.ping";

    private static final int MOST = 50;
    private static final int LONGEST_URL = 2000;
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcTemplate jdbc;
    private final InstallationKey key;
    private final PublicAddresses addresses;
    private final WebhookOutbox outbox;
    private final ChangeHistory history;
    private final List<WebhookKind> kinds;
    private final Clock clock;

    Webhooks(
            JdbcTemplate jdbc,
            InstallationKey key,
            PublicAddresses addresses,
            WebhookOutbox outbox,
            ChangeHistory history,
            ObjectProvider<WebhookKind> kinds,
            Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.addresses = addresses;
        this.outbox = outbox;
        this.history = history;
        this.kinds = kinds.orderedStream().toList();
        this.clock = clock;
    }

    /** What there is to be told. */
    public List<WebhookKind> kinds() {
        return List.copyOf(kinds);
    }

    /** At most 50. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + NoticesPermissions.WEBHOOKS + "')")
    public List<Webhook> list() {
        return jdbc.query(
                "select id, url, kinds, enabled, created_at, failing_since from notices.webhook order by id limit ?",
                Webhooks::row,
                MOST);
    }

    /** @throws UnknownWebhook when there is none, or it is another zone's */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + NoticesPermissions.WEBHOOKS + "')")
    public Webhook get(UUID id) {
        return found(id);
    }

    /**
     * @return with the secret, which is not told again
     * @throws WebhookRefused when the address or the kinds are not as they must be, or there are 50 already
     */
    @PreAuthorize("hasRole('" + NoticesPermissions.WEBHOOKS + "')")
    public WebhookSecret register(String url, Collection<String> kinds) {
        var tidyUrl = checked(url);
        var wanted = known(kinds);
        if (list().size() >= MOST) {
            throw new WebhookRefused("notices.refusal.webhooks", MOST);
        }
        var id = UuidV7.next();
        var secret = newSecret();
        jdbc.update(
                """
                insert into notices.webhook (tenant_id, id, url, kinds, secret, username, created_at)
                values (?, ?, ?, ?, ?, ?, ?)\
                """,
                CurrentTenant.get().value(),
                id,
                tidyUrl,
                wanted.toArray(String[]::new),
                key.encrypt(secret.getBytes(StandardCharsets.US_ASCII)),
                ChangeHistory.actor(),
                Timestamp.from(clock.instant()));
        record(
                id,
                "webhookRegistered",
                List.of(
                        new FieldChange("url", null, withoutQuery(tidyUrl)),
                        new FieldChange("kinds", null, String.join(" ", wanted))));
        return new WebhookSecret(id, secret);
    }

    /** @throws WebhookRefused when the address or the kinds are not as they must be */
    @PreAuthorize("hasRole('" + NoticesPermissions.WEBHOOKS + "')")
    public void revise(UUID id, String url, Collection<String> kinds, boolean enabled) {
        var before = found(id);
        var tidyUrl = checked(url);
        var wanted = known(kinds);
        jdbc.update(
                """
                update notices.webhook set url = ?, kinds = ?, enabled = ?,
                    failing_since = case when enabled = ? then failing_since end where id = ?\
                """,
                tidyUrl,
                wanted.toArray(String[]::new),
                enabled,
                enabled,
                id);
        if (enabled && !before.enabled()) {
            outbox.goOn(id);
        }
        record(
                id,
                "webhookRevised",
                List.of(
                        new FieldChange("url", withoutQuery(before.url()), withoutQuery(tidyUrl)),
                        new FieldChange(
                                "kinds",
                                String.join(" ", new TreeSet<>(before.kinds())),
                                String.join(" ", wanted)),
                        new FieldChange(
                                "enabled",
                                Boolean.toString(before.enabled()),
                                Boolean.toString(enabled))));
    }

    /** The secret of before is worth nothing from now on. */
    @PreAuthorize("hasRole('" + NoticesPermissions.WEBHOOKS + "')")
    public WebhookSecret renewSecret(UUID id) {
        found(id);
        var secret = newSecret();
        jdbc.update(
                "update notices.webhook set secret = ? where id = ?",
                key.encrypt(secret.getBytes(StandardCharsets.US_ASCII)),
                id);
        record(id, "webhookSecretRenewed", List.of());
        return new WebhookSecret(id, secret);
    }

    /** With everything that it was told. */
    @PreAuthorize("hasRole('" + NoticesPermissions.WEBHOOKS + "')")
    public void remove(UUID id) {
        var gone = found(id);
        jdbc.update("delete from notices.webhook where id = ?", id);
        record(
                id,
                "webhookRemoved",
                List.of(new FieldChange("url", withoutQuery(gone.url()), null)));
    }

    /** Tells it something harmless, to see whether it is heard. */
    @PreAuthorize("hasRole('" + NoticesPermissions.WEBHOOKS + "')")
    public UUID tryOut(UUID id) {
        found(id);
        return outbox.ping(id);
    }

    /**
     * The newest first.
     *
     * @param before the last of the page before; null for the newest
     * @param limit at most 200
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + NoticesPermissions.WEBHOOKS + "')")
    public List<Delivery> deliveries(UUID webhook, @Nullable UUID before, int limit) {
        found(webhook);
        var columns =
                "select id, webhook_id, kind, payload, state, attempts, status, response, created_at, tried_at"
                        + " from notices.delivery where webhook_id = ? ";
        var order = "order by created_at desc, id desc limit ?";
        int most = Math.clamp(limit, 1, 200);
        return before == null
                ? jdbc.query(columns + order, Webhooks::delivery, webhook, most)
                : jdbc.query(
                        columns
                                + "and (created_at, id) < (select created_at, id from notices.delivery where id = ?) "
                                + order,
                        Webhooks::delivery,
                        webhook,
                        before,
                        most);
    }

    /**
     * Once more, as it was, under the same id.
     *
     * @throws UnknownWebhook when there is no such delivery, or it is another zone's
     * @throws WebhookRefused while the webhook is switched off
     */
    @PreAuthorize("hasRole('" + NoticesPermissions.WEBHOOKS + "')")
    public void resend(UUID delivery) {
        if (outbox.isOff(delivery)) {
            throw new WebhookRefused("notices.refusal.webhook.off");
        }
        if (!outbox.again(delivery)) {
            throw new UnknownWebhook();
        }
    }

    /** Of many services the query is the key to them; what is written down for good does not have it. */
    static String withoutQuery(String url) {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query) + "?…";
    }

    private Webhook found(UUID id) {
        var webhook =
                DataAccessUtils.singleResult(
                        jdbc.query(
                                "select id, url, kinds, enabled, created_at, failing_since from notices.webhook where id = ?",
                                Webhooks::row,
                                id));
        if (webhook == null) {
            throw new UnknownWebhook();
        }
        return webhook;
    }

    private List<String> known(Collection<String> wanted) {
        var there = kinds.stream().map(WebhookKind::kind).collect(Collectors.toSet());
        for (var kind : wanted) {
            if (!there.contains(kind)) {
                throw new WebhookRefused("notices.refusal.kind", kind);
            }
        }
        if (wanted.isEmpty()) {
            throw new WebhookRefused("notices.refusal.noKind");
        }
        return new ArrayList<>(new TreeSet<>(wanted));
    }

    /** Looked at again when it is connected to: a name may change its address. */
    private String checked(String given) {
        var url = given.strip();
        try {
            var uri = new URI(url);
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            var host = uri.getHost();
            if (url.length() > LONGEST_URL
                    || host == null
                    || uri.getUserInfo() != null
                    || uri.getFragment() != null
                    || !(scheme.equals("https") || scheme.equals("http"))) {
                throw new WebhookRefused("notices.refusal.url");
            }
            var name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
            boolean allowed = true;
            for (var address : InetAddress.getAllByName(name)) {
                if (!addresses.mayReach(address)) {
                    throw new WebhookRefused("notices.refusal.address", host);
                }
                allowed &= addresses.isAllowed(address);
            }
            if (scheme.equals("http") && !allowed) {
                throw new WebhookRefused("notices.refusal.http");
            }
            return uri.toString();
        } catch (URISyntaxException e) {
            throw new WebhookRefused("notices.refusal.url");
        } catch (UnknownHostException e) {
            throw new WebhookRefused("notices.refusal.host");
        }
    }

    private void record(UUID id, String act, List<FieldChange> changes) {
        history.record(SUBJECT, id, act, changes);
    }

    private static String newSecret() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return "whsec_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Webhook row(ResultSet row, int number) throws SQLException {
        var failing = row.getTimestamp("failing_since");
        return new Webhook(
                row.getObject("id", UUID.class),
                row.getString("url"),
                List.of((String[]) row.getArray("kinds").getArray()),
                row.getBoolean("enabled"),
                row.getTimestamp("created_at").toInstant(),
                failing == null ? null : failing.toInstant());
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        var tried = row.getTimestamp("tried_at");
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("webhook_id", UUID.class),
                row.getString("kind"),
                row.getString("payload"),
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("status", Integer.class),
                row.getString("response"),
                row.getTimestamp("created_at").toInstant(),
                tried == null ? null : tried.toInstant());
    }
}
