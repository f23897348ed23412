package org.kaiyuan.services.reactions;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.notices.WebhookOutbox;
import org.kaiyuan.services.CaseAccepted;
import org.kaiyuan.services.CaseDecided;
import org.kaiyuan.services.CaseDue;
import org.kaiyuan.services.CasesDue;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Other systems of the zone are told that a case was accepted, is due or was decided, and ask for the rest. */
@Component
class TellWebhooksOfCases {
    private final WebhookOutbox outbox;

    TellWebhooksOfCases(WebhookOutbox outbox) {
        this.outbox = outbox;
    }

    @ApplicationModuleListener
    void on(CaseAccepted accepted) {
        var data = data(accepted.caseId(), accepted.receipt());
        put(data, "acceptedOn", accepted.on());
        put(data, "dueOn", accepted.dueOn());
        put(data, "deemed", accepted.deemed());
        outbox.tell("case.accepted", accepted.caseId().toString(), data);
    }

    @ApplicationModuleListener
    void on(CasesDue due) {
        due.cases().forEach(this::tell);
    }

    private void tell(CaseDue due) {
        var data = data(due.caseId(), due.receipt());
        put(data, "what", due.kind());
        put(data, "dueOn", due.dueOn());
        put(data, "daysLeft", due.daysLeft());
        outbox.tell(
                "case.due",
                due.caseId() + " " + due.kind() + " " + due.dueOn() + " " + due.daysLeft(),
                data);
    }

    @ApplicationModuleListener
    void on(CaseDecided decided) {
        var data = data(decided.caseId(), decided.receipt());
        put(data, "decidedOn", decided.on());
        put(data, "outcome", decided.outcome());
        outbox.tell("case.decided", decided.caseId().toString(), data);
    }

    private static Map<String, Object> data(Object caseId, String receipt) {
        var data = new LinkedHashMap<String, Object>();
        data.put("caseId", caseId);
        data.put("receipt", receipt);
        return data;
    }

    private static void put(Map<String, Object> data, String field, @Nullable Object value) {
        if (value != null) {
            data.put(
                    field,
                    value instanceof Boolean || value instanceof Integer
                            ? value
                            : value.toString());
        }
    }
}
