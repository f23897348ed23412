package org.kaiyuan.ui.openpowers;

import java.util.Locale;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.openpages.PageWords;

/** What a page of powers says, in its language. */
final class Words extends PageWords {
    Words(Messages messages, Locale locale) {
        super(messages, locale, "ui.openpowers.");
    }

    /** What a field of an entry is called, by the name that the API gives it. */
    public String field(String name) {
        return of("field." + name);
    }
}
