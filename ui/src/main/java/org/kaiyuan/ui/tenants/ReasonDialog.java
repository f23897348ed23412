package org.kaiyuan.ui.tenants;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;

/** Asks why, before something is done that has to have a reason. */
class ReasonDialog extends Dialog {
    final TextArea reason = new TextArea();
    final Button go = new Button();

    /** @param act is handed the reason; what it refuses is said, and the dialog stays open */
    ReasonDialog(String title, String detail, boolean grave, SerializableConsumer<String> act) {
        setHeaderTitle(title);
        setWidth("min(520px, 94vw)");
        reason.setLabel(getTranslation("ui.tenants.reason"));
        reason.setMaxLength(500);
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true); // the use case refuses in words
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        go.setText(title);
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        if (grave) {
            go.addThemeVariants(ButtonVariant.LUMO_ERROR);
        }
        go.addClickListener(click -> {
            act.accept(reason.getValue());
            close();
        });
        add(new Paragraph(detail), reason);
        getFooter().add(new Button(getTranslation("ui.form.cancel"), click -> close()), go);
    }
}
