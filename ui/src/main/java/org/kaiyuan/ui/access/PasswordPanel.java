package org.kaiyuan.ui.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.PasswordField;
import org.kaiyuan.platform.access.PasswordChange;
import org.kaiyuan.ui.kit.Tell;

/** Changing one's own password. */
class PasswordPanel extends Section {
    final PasswordField old = new PasswordField();
    final PasswordField fresh = new PasswordField();
    final PasswordField again = new PasswordField();
    final Button change = new Button();

    PasswordPanel(PasswordChange passwords, Runnable done) {
        addClassName("password-panel");
        old.setLabel(getTranslation("ui.password.old"));
        old.getElement().setAttribute("autocomplete", "current-password");
        fresh.setLabel(getTranslation("ui.password.new"));
        fresh.setHelperText(getTranslation("ui.account.password.help"));
        fresh.getElement().setAttribute("autocomplete", "new-password");
        again.setLabel(getTranslation("ui.account.again"));
        again.getElement().setAttribute("autocomplete", "new-password");
        again.setManualValidation(true);
        change.setText(getTranslation("ui.password.change"));
        change.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        change.setDisableOnClick(true);
        change.addClickListener(click -> {
            try {
                boolean same = fresh.getValue().equals(again.getValue());
                again.setInvalid(!same);
                again.setErrorMessage(getTranslation("ui.account.again.different"));
                if (same) {
                    passwords.change(old.getValue(), fresh.getValue());
                    old.clear();
                    fresh.clear();
                    again.clear();
                    Tell.done(getTranslation("ui.password.changed"));
                    done.run();
                }
            } finally {
                change.setEnabled(true);
            }
        });
        add(old, fresh, again, change);
    }
}
