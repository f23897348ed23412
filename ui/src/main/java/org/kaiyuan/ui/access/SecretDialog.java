package org.kaiyuan.ui.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.kaiyuan.platform.access.ApiClientKeeping;

/** A secret, the only time that it can be read; it goes only by its button. */
class SecretDialog extends Dialog {
    final TextField clientId = new TextField();
    final TextField secret = new TextField();

    SecretDialog(ApiClientKeeping.Told told) {
        setHeaderTitle(getTranslation("ui.clients.secret.title", told.client().name()));
        setWidth("min(560px, 94vw)");
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        shown(clientId, "ui.clients.id", told.client().clientId());
        shown(secret, "ui.clients.secret", told.secret());
        var read = new Button(getTranslation("ui.clients.secret.kept"), click -> close());
        read.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(new Paragraph(getTranslation("ui.clients.secret.detail")), clientId, secret);
        getFooter().add(read);
    }

    private void shown(TextField field, String key, String value) {
        field.setLabel(getTranslation(key));
        field.setValue(value);
        field.setReadOnly(true);
        field.setAutoselect(true);
        field.setWidthFull();
    }
}
