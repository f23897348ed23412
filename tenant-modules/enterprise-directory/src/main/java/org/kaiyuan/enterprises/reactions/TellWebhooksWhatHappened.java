package org.kaiyuan.enterprises.reactions;

import java.util.Map;
import java.util.UUID;
import org.kaiyuan.enterprises.EnterpriseChanged;
import org.kaiyuan.enterprises.EnterpriseRemoved;
import org.kaiyuan.enterprises.EnterprisesImported;
import org.kaiyuan.platform.notices.WebhookOutbox;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Other systems of the zone are told ids and versions, and ask for the rest. */
@Component
class TellWebhooksWhatHappened {
    static final String CHANGED = "enterprises.changed";
    static final String REMOVED = "enterprises.removed";
    static final String IMPORTED = "enterprises.imported";

    private final WebhookOutbox outbox;
    private final JdbcTemplate jdbc;

    TellWebhooksWhatHappened(WebhookOutbox outbox, JdbcTemplate jdbc) {
        this.outbox = outbox;
        this.jdbc = jdbc;
    }

    /** As it is now: two changes that follow at once may be told as one. */
    @ApplicationModuleListener
    void on(EnterpriseChanged changed) {
        var id = changed.enterpriseId().value();
        jdbc.query(
                        "select version from enterprises.enterprise where id = ?",
                        (row, number) -> row.getLong(1),
                        id)
                .forEach(version ->
                        outbox.tell(
                                CHANGED,
                                id + " " + version,
                                Map.of("enterpriseId", id, "version", version)));
    }

    @ApplicationModuleListener
    void on(EnterpriseRemoved removed) {
        var id = removed.enterpriseId().value();
        outbox.tell(REMOVED, id.toString(), Map.of("enterpriseId", id));
    }

    @ApplicationModuleListener
    void on(EnterprisesImported imported) {
        UUID id = imported.importId();
        outbox.tell(IMPORTED, id.toString(), Map.of("importId", id));
    }
}
