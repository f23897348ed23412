package org.kaiyuan.ui.notices;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;

/** Shows a secret, once. */
class SecretDialog extends Dialog {
    final TextField secret = new TextField();

    SecretDialog(String shown, Runnable closed) {
        setHeaderTitle(getTranslation("ui.webhooks.secret"));
        secret.setValue(shown);
        secret.setReadOnly(true);
        secret.setAutoselect(true);
        secret.setWidthFull();
        secret.setAriaLabel(getTranslation("ui.webhooks.secret"));
        var kept = new Button(getTranslation("ui.webhooks.secret.kept"), click -> close());
        kept.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(new Paragraph(getTranslation("ui.webhooks.secret.detail")), secret);
        getFooter().add(kept);
        setWidth("min(560px, 94vw)");
        setCloseOnOutsideClick(false);
        addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                closed.run();
            }
        });
    }
}
