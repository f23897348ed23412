package org.kaiyuan.ui.kit;

import com.vaadin.flow.component.UI;
import java.util.List;

/**
 * Beginning anew as somebody else or somewhere else: whatever is open in other tabs is closed, so that a form
 * of one zone is never saved in another.
 */
public final class AnewAs {
    private AnewAs() {}

    /** To be called after the session has been moved; the page starts again at home. */
    public static void everywhere(UI here) {
        for (var other : List.copyOf(here.getSession().getUIs())) {
            if (other != here) {
                other.close();
            }
        }
        here.getPage().setLocation(".");
        here.close();
    }
}
