package org.kaiyuan.ui.enterprises;

import com.vaadin.flow.component.html.Span;
import org.kaiyuan.enterprises.ImportState;
import org.kaiyuan.enterprises.ImportStatus;
import org.kaiyuan.platform.refusal.Messages;

/** How imports are spoken of. */
final class ImportWords {
    private ImportWords() {}

    /** Where it stands, as a badge. */
    static Span state(ImportStatus job, Messages messages) {
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

    private static String key(ImportStatus job) {
        if (job.undoneAt() != null) {
            return "ui.import.undone";
        }
        if (job.undoing()) {
            return "ui.import.undoing";
        }
        return job.state() == ImportState.COMPLETED && job.dryRun()
                ? "ui.import.checked"
                : Messages.keyOf(job.state());
    }
}
