package org.kaiyuan.ui.portal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;

/** Asks why before something is declined or ended; the other person reads it. */
class ReasonDialog extends Dialog {
    final TextArea reason = new TextArea();
    final Button go = new Button();

    ReasonDialog(String title, String detail, String action, Consumer<String> work) {
        setHeaderTitle(title);
        setWidth("min(480px, 94vw)");
        reason.setLabel(getTranslation("ui.portal.reason"));
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        reason.setMaxLength(200);
        reason.setWidthFull();
        go.setText(action);
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        go.setDisableOnClick(true);
        go.addClickListener(click -> {
            try {
                work.accept(reason.getValue());
                close();
            } finally {
                go.setEnabled(true);
            }
        });
        add(new Paragraph(detail), reason);
        getFooter().add(new Button(getTranslation("ui.form.cancel"), click -> close()), go);
    }
}
