package org.kaiyuan.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Incident;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.ui.kit.Tell;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.util.DisconnectedClientHelper;

/** The one place that says no to a person: a refusal is a sentence, a fault is a number. */
class Faults implements ErrorHandler {
    private final transient Messages messages;

    Faults(Messages messages) {
        this.messages = messages;
    }

    @Override
    public void error(ErrorEvent event) {
        if (nobodyIsThere(event.getThrowable())) {
            return;
        }
        var ui = UI.getCurrent();
        var locale = ui == null ? Locale.SIMPLIFIED_CHINESE : ui.getLocale();
        var refused = refused(event.getThrowable(), locale);
        var sentence =
                refused == null
                        ? messages.text(
                                locale, "ui.fault", Incident.of(event.getThrowable()).number())
                        : refused;
        if (ui != null) {
            ui.accessLater(
                            () -> {
                                if (refused == null) {
                                    Tell.fault(sentence);
                                } else {
                                    Tell.refused(sentence);
                                }
                            },
                            () -> {})
                    .run();
        }
    }

    /** The page was left, or the browser hung up on a download: no fault, and nobody to be told. */
    private static boolean nobodyIsThere(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof UIDetachedException) {
                return true;
            }
        }
        return DisconnectedClientHelper.isClientDisconnectedException(thrown);
    }

    /** Null for a fault of ours. */
    private @Nullable String refused(Throwable thrown, Locale locale) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof Refusal refusal) {
                return messages.whole(locale, refusal);
            }
            if (at instanceof AccessDeniedException) {
                return messages.text(locale, "ui.forbidden");
            }
        }
        return null;
    }
}
