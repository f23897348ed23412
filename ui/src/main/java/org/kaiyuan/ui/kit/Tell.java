package org.kaiyuan.ui.kit;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/** A short word to the person in front of the screen. */
public final class Tell {
    private Tell() {}

    /** It was done. */
    public static void done(String sentence) {
        var said = new Notification(sentence, 4000, Notification.Position.BOTTOM_CENTER);
        said.addThemeVariants(NotificationVariant.LUMO_SUCCESS);
        said.open();
    }

    /** It was not done, and why; stays long enough to be read. */
    public static void refused(String sentence) {
        var said = new Notification(sentence, 10_000, Notification.Position.BOTTOM_CENTER);
        said.addThemeVariants(NotificationVariant.LUMO_ERROR);
        said.setAssertive(true);
        said.open();
    }
}
