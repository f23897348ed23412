package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.html.Span;
import org.kaiyuan.leads.LeadImportState;
import org.kaiyuan.leads.LeadImportStatus;
import org.kaiyuan.platform.refusal.Messages;

/** How imports are spoken of. */
final class LeadImportWords {
    private LeadImportWords() {}

    /** Where it stands, as a badge. */
    static Span state(LeadImportStatus job, Messages messages) {
        var chip = new Span(messages.text(key(job)));
        chip.addClassNames(
                "chip",
                switch (job.state()) {
                    case FAILED -> "bad";
                    case UPLOADED, CANCELLED -> "waiting";
                    default -> "kind";
                });
        if (job.undoneAt() != null) {
            chip.addClassName("waiting");
        }
        return chip;
    }

    private static String key(LeadImportStatus job) {
        if (job.undoneAt() != null) {
            return "ui.import.undone";
        }
        if (job.undoing()) {
            return "ui.import.undoing";
        }
        return job.state() == LeadImportState.COMPLETED && job.dryRun()
                ? "ui.import.checked"
                : Messages.keyOf(job.state());
    }
}
