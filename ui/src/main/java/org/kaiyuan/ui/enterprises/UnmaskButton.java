package org.kaiyuan.ui.enterprises;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Objects;
import org.kaiyuan.enterprises.ContactLine;
import org.kaiyuan.enterprises.ContactUnmasking;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.ui.kit.Shown;

/** Shows a contact whole once somebody has said what for. */
class UnmaskButton extends Button {
    final TextField purpose = new TextField();
    final Button show = new Button();
    final Div whole = new Div();

    UnmaskButton(ContactUnmasking unmasking, EnterpriseId enterprise, ContactLine masked) {
        setText(getTranslation("ui.unmask.show"));
        addThemeVariants(ButtonVariant.LUMO_SMALL);
        setAriaLabel(getTranslation("ui.unmask.title", masked.name()));
        purpose.setLabel(getTranslation("ui.unmask.purpose"));
        purpose.setHelperText(getTranslation("ui.unmask.hint"));
        purpose.setWidthFull();
        whole.addClassName("said");
        show.setText(getTranslation("ui.unmask.show"));
        show.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        show.addClickListener(click -> {
            var contact =
                    unmasking.unmask(
                            enterprise, Objects.requireNonNull(masked.id()), purpose.getValue());
            whole.setText(Shown.text(contact.phone()) + " · " + Shown.text(contact.email()));
        });
        addClickListener(click -> {
            whole.setText("");
            purpose.clear();
            var dialog = new Dialog(getTranslation("ui.unmask.title", masked.name()));
            dialog.add(purpose, whole);
            dialog.getFooter()
                    .add(
                            new Button(getTranslation("ui.form.cancel"), close -> dialog.close()),
                            show);
            dialog.open();
            purpose.focus();
        });
    }
}
