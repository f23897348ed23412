package org.kaiyuan.ui.access;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;

/** What a new account needs; its password twice, because it is not seen. */
class AccountFields extends FormLayout {
    final TextField displayName = new TextField();
    final TextField username = new TextField();
    final PasswordField password = new PasswordField();
    final PasswordField again = new PasswordField();

    AccountFields() {
        displayName.setLabel(getTranslation("ui.account.displayName"));
        username.setLabel(getTranslation("ui.login.username"));
        username.setHelperText(getTranslation("ui.account.username.help"));
        password.setLabel(getTranslation("ui.login.password"));
        password.setHelperText(getTranslation("ui.account.password.help"));
        again.setLabel(getTranslation("ui.account.again"));
        username.getElement().setAttribute("autocomplete", "off");
        password.getElement().setAttribute("autocomplete", "new-password");
        again.getElement().setAttribute("autocomplete", "new-password");
        for (var field : new TextField[] {displayName, username}) {
            field.setRequiredIndicatorVisible(true);
        }
        password.setRequiredIndicatorVisible(true);
        again.setRequiredIndicatorVisible(true);
        for (var field : new HasValidation[] {displayName, username, password, again}) {
            field.setManualValidation(true); // isComplete says what is missing
        }
        add(displayName, username, password, again);
    }

    /** Whether the form is complete; what is missing is shown at its field. */
    boolean isComplete() {
        displayName.setInvalid(displayName.getValue().isBlank());
        displayName.setErrorMessage(getTranslation("ui.account.missing"));
        username.setInvalid(username.getValue().isBlank());
        username.setErrorMessage(getTranslation("ui.account.missing"));
        boolean same = password.getValue().equals(again.getValue());
        again.setInvalid(!same);
        again.setErrorMessage(getTranslation("ui.account.again.different"));
        return same && !displayName.isInvalid() && !username.isInvalid();
    }
}
