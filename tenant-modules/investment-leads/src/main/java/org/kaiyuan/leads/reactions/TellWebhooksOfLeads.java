package org.kaiyuan.leads.reactions;

import java.util.Map;
import java.util.UUID;
import org.kaiyuan.leads.LeadMoved;
import org.kaiyuan.leads.LeadRegistered;
import org.kaiyuan.platform.notices.WebhookOutbox;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Other systems of the zone are told ids and stages, and ask for the rest; of a confidential lead nothing. */
@Component("tellWebhooksWhatHappenedToLeads")
class TellWebhooksWhatHappened {
    static final String CREATED = "lead.created";
    static final String MOVED = "lead.moved";
    static final String SIGNED = "lead.signed";

    private final WebhookOutbox outbox;
    private final JdbcTemplate jdbc;

    TellWebhooksWhatHappened(WebhookOutbox outbox, JdbcTemplate jdbc) {
        this.outbox = outbox;
        this.jdbc = jdbc;
    }

    @ApplicationModuleListener
    void on(LeadRegistered registered) {
        var id = registered.leadId().value();
        if (mayBeTold(id)) {
            outbox.tell(CREATED, id.toString(), Map.of("leadId", id));
        }
    }

    @ApplicationModuleListener
    void on(LeadMoved moved) {
        var id = moved.leadId().value();
        if (mayBeTold(id)) {
            outbox.tell(
                    MOVED,
                    moved.moveId().toString(),
                    Map.of("leadId", id, "from", moved.from(), "to", moved.to()));
            if (moved.to().isSigned() && !moved.from().isSigned()) {
                outbox.tell(SIGNED, moved.moveId().toString(), Map.of("leadId", id));
            }
        }
    }

    private boolean mayBeTold(UUID id) {
        return !jdbc.queryForList("select 1 from leads.lead where id = ? and not confidential", id)
                .isEmpty();
    }
}
