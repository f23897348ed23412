package org.kaiyuan.delegation.reactions;

import java.util.Map;
import org.kaiyuan.delegation.ListPublished;
import org.kaiyuan.platform.notices.WebhookOutbox;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Other systems of the zone are told which list has a new version, and ask for the rest. */
@Component("tellWebhooksOfLists")
class TellWebhooksOfLists {
    static final String PUBLISHED = "delegation.published";

    private final WebhookOutbox outbox;

    TellWebhooksOfLists(WebhookOutbox outbox) {
        this.outbox = outbox;
    }

    @ApplicationModuleListener
    void on(ListPublished published) {
        outbox.tell(
                PUBLISHED,
                published.list() + "/" + published.number(),
                Map.of(
                        "listId", published.list(),
                        "kind", published.kind(),
                        "version", published.number(),
                        "publishedAt", published.publishedAt()));
    }
}
