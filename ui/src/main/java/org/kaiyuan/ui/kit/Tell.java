package org.kaiyuan.ui.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/** A short word to the person in front of the screen. */
public final class Tell {
    private static final int SHORTEST = 6_000;
    private static final int LONGEST = 20_000;
    private static final int PER_CHARACTER = 150;

    private Tell() {}

    /** It was done. */
    public static void done(String sentence) {
        var said = new Notification(sentence, 4000, Notification.Position.BOTTOM_CENTER);
        said.addThemeVariants(NotificationVariant.LUMO_SUCCESS);
        said.open();
    }

    /** It was not done, and why; stays as long as it takes to be read, or until it is closed. */
    public static void refused(String sentence) {
        say(sentence, Math.clamp((long) sentence.length() * PER_CHARACTER, SHORTEST, LONGEST));
    }

    /** We erred; what is to be noted down stays until it is closed. */
    public static void fault(String sentence) {
        say(sentence, 0);
    }

    private static void say(String sentence, int milliseconds) {
        var said = new Notification();
        said.setPosition(Notification.Position.BOTTOM_CENTER);
        said.setDuration(milliseconds);
        said.addThemeVariants(NotificationVariant.LUMO_ERROR);
        said.setAssertive(true);
        var text = new Div(sentence);
        var close = new Button(new Glyph(Glyph.Of.CLOSE), click -> said.close());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        close.setAriaLabel(said.getTranslation("ui.close"));
        var line = new Div(text, close);
        line.addClassName("refused-line");
        said.add(line);
        said.open();
    }
}
