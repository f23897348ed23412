package org.kaiyuan.ui.shell;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import org.kaiyuan.platform.access.SingleSignOn;

/** The way to the provider of whoever types an e-mail address of a zone that has one. */
class ForeignSignInPanel extends Details {
    final TextField address = new TextField();
    final Button go = new Button();
    private final transient SingleSignOn singleSignOn;

    ForeignSignInPanel(SingleSignOn singleSignOn) {
        this.singleSignOn = singleSignOn;
        addClassName("foreign-sign-in");
        setSummaryText(getTranslation("ui.login.sso"));
        address.setLabel(getTranslation("ui.login.sso.address"));
        address.getElement().setAttribute("autocomplete", "email");
        address.setMaxLength(254);
        address.setManualValidation(true);
        address.setErrorMessage(getTranslation("ui.login.sso.unknown"));
        address.addKeyPressListener(Key.ENTER, press -> leave());
        go.setText(getTranslation("ui.login.sso.go"));
        go.addClickListener(click -> leave());
        var fields = new Div(address, go);
        fields.addClassName("fields");
        add(fields);
    }

    private void leave() {
        var path = singleSignOn.pathFor(address.getValue());
        address.setInvalid(path.isEmpty());
        path.ifPresent(there -> getUI().ifPresent(ui -> ui.getPage().setLocation(there)));
    }
}
