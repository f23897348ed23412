package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Objects;
import org.kaiyuan.leads.LeadContact;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadUnmasking;
import org.kaiyuan.ui.kit.Shown;

/** Shows a contact of a lead whole once somebody has said what for. */
class LeadUnmaskButton extends Button {
    final TextField purpose = new TextField();
    final Button show = new Button();
    final Div whole = new Div();

    LeadUnmaskButton(LeadUnmasking unmasking, LeadId lead, LeadContact masked) {
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
                    unmasking.unmask(lead, Objects.requireNonNull(masked.id()), purpose.getValue());
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
