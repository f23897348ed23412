package org.kaiyuan.ui.kit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.function.SerializableRunnable;

/** Asks before something is taken away. */
public final class Removal {
    private Removal() {}

    /**
     * Asks, and removes it when the answer is yes.
     *
     * @param detail what becomes of what hangs on it
     * @param goText what the button says
     */
    public static void ask(
            String title, String detail, String goText, SerializableRunnable remove) {
        var ask = new ConfirmDialog(title, detail, goText, confirm -> remove.run());
        ask.setConfirmButtonTheme("error primary");
        ask.setCancelable(true);
        ask.setCancelText(UI.getCurrent().getTranslation("ui.cancel"));
        ask.open();
    }
}
