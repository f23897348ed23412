package org.kaiyuan.ui.enterprises;

import java.util.Locale;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.timeline.ChangeWords;

/** What the timeline calls changes of an enterprise: in the words of its page. */
record EnterpriseChangeWords(FieldWords words, Messages messages, Locale locale)
        implements ChangeWords {
    @Override
    public String act(ChangeEntry change) {
        return messages.text(locale, "ui.enterprises.act." + change.act());
    }

    /** A file is called by its name; what somebody was shown is not told here. */
    @Override
    public String field(ChangeEntry change, String field) {
        return switch (change.act()) {
            case "detached" -> String.valueOf(change.before());
            case "unmasked" -> "";
            default -> words.label(field);
        };
    }
}
