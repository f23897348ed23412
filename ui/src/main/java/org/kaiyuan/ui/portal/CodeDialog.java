package org.kaiyuan.ui.portal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.kaiyuan.portal.ConfirmationCodes;
import org.kaiyuan.ui.kit.Shown;

/** Making a one-time code; what it reads is shown once. */
class CodeDialog extends Dialog {
    final TextField whom = new TextField();
    final Checkbox administrator = new Checkbox();
    final Button make = new Button();
    final TextField code = new TextField();
    final TextField link = new TextField();

    private final transient Making making;
    private final transient ParkCode park;
    private final transient Runnable made;

    /** What is done with what was filled in. */
    interface Making {
        ConfirmationCodes.Written make(String whom, boolean administrator);
    }

    /** @param offered whether one may choose that whoever uses it looks after the enterprise's people */
    CodeDialog(String titleKey, boolean offered, Making making, ParkCode park, Runnable made) {
        this.making = making;
        this.park = park;
        this.made = made;
        setHeaderTitle(getTranslation(titleKey));
        setWidth("min(520px, 94vw)");
        whom.setLabel(getTranslation("ui.portal.code.whom"));
        whom.setHelperText(getTranslation("ui.portal.code.whom.help"));
        whom.setMaxLength(60);
        whom.setWidthFull();
        administrator.setLabel(getTranslation("ui.portal.code.administrator"));
        administrator.setVisible(offered);
        make.setText(getTranslation("ui.portal.code.make"));
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        make.setDisableOnClick(true);
        make.addClickListener(click -> {
            try {
                make();
            } finally {
                make.setEnabled(true);
            }
        });
        add(new Paragraph(getTranslation(titleKey + ".detail")), whom, administrator);
        getFooter().add(new Button(getTranslation("ui.form.cancel"), click -> close()), make);
    }

    private void make() {
        var written = making.make(whom.getValue(), administrator.getValue());
        made.run();
        removeAll();
        getFooter().removeAll();
        show(code, "ui.portal.code");
        code.setValue(written.code());
        code.setHelperText(
                getTranslation("ui.portal.code.once", Shown.moment(written.expiresAt())));
        show(link, "ui.portal.code.link");
        park.link(UI.getCurrent(), written.code(), link::setValue);
        getFooter().add(new Button(getTranslation("ui.close"), click -> close()));
    }

    private void show(TextField field, String key) {
        field.setLabel(getTranslation(key));
        field.setReadOnly(true);
        field.setWidthFull();
        field.setAutoselect(true);
        add(field);
    }
}
