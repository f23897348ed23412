package org.kaiyuan.ui.tenants;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.tenancy.TenantKind;
import org.kaiyuan.platform.tenants.Application;
import org.kaiyuan.platform.tenants.Applications;

/** Where a park that wants in applies; open to everybody, a few times a day. */
@Route(value = "apply", autoLayout = false)
@AnonymousAllowed
class ApplyView extends Main implements HasDynamicTitle {
    final TextField zoneName = new TextField();
    final Select<TenantKind> kind = new Select<>();
    final TextField level = new TextField();
    final TextField city = new TextField();
    final TextField division = new TextField();
    final TextField contact = new TextField();
    final TextField phone = new TextField();
    final EmailField email = new EmailField();
    final TextArea words = new TextArea();
    final Button apply = new Button();
    final Div desk = new Div();

    private final transient Applications applications;

    ApplyView(Applications applications, Messages messages) {
        this.applications = applications;
        addClassName("gate");
        var mark = new Div();
        mark.addClassName("mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        var motto = new Paragraph(getTranslation("ui.login.motto"));
        motto.addClassName("motto");
        var face = new Div(mark, new H1(getTranslation("ui.product")), motto);
        face.addClassName("gate-face");
        desk.addClassName("gate-desk");
        kind.setItems(TenantKind.values());
        kind.setItemLabelGenerator(one -> messages.of(getLocale(), one));
        kind.setValue(TenantKind.MANAGEMENT_COMMITTEE);
        kind.setLabel(getTranslation("ui.zones.kind"));
        label(zoneName, "ui.apply.zoneName", true);
        label(level, "ui.zones.level", true);
        level.setHelperText(getTranslation("ui.zones.level.help"));
        level.setMaxLength(40);
        label(city, "ui.zones.city", false);
        label(division, "ui.apply.division", false);
        label(contact, "ui.apply.contact", true);
        label(phone, "ui.apply.phone", true);
        email.setLabel(getTranslation("ui.people.email"));
        email.setManualValidation(true);
        words.setLabel(getTranslation("ui.apply.words"));
        words.setMaxLength(2000);
        apply.setText(getTranslation("ui.apply.send"));
        apply.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        apply.setDisableOnClick(true);
        apply.addClickListener(click -> {
            try {
                apply();
            } finally {
                apply.setEnabled(true);
            }
        });
        var form =
                new FormLayout(zoneName, kind, level, city, division, contact, phone, email, words);
        desk.add(
                new H2(getTranslation("ui.apply")),
                new Paragraph(getTranslation("ui.apply.detail")),
                form,
                apply,
                new Anchor("login", getTranslation("ui.login")));
        add(face, desk);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.apply") + " · " + getTranslation("ui.product");
    }

    private void apply() {
        applications.apply(
                new Application.Form(
                        zoneName.getValue(),
                        kind.getValue(),
                        level.getValue(),
                        city.getValue(),
                        division.getValue(),
                        contact.getValue(),
                        phone.getValue(),
                        email.getValue(),
                        words.getValue()),
                String.valueOf(VaadinService.getCurrentRequest().getRemoteAddr()));
        desk.removeAll();
        var told = new H2(getTranslation("ui.apply.sent"));
        told.getElement().setAttribute("role", "status");
        desk.add(
                told,
                new Paragraph(getTranslation("ui.apply.sent.detail", phone.getValue())),
                new Anchor("login", getTranslation("ui.login")));
    }

    private void label(TextField field, String key, boolean required) {
        field.setLabel(getTranslation(key));
        field.setRequiredIndicatorVisible(required);
        field.setManualValidation(true); // the use case refuses in words
    }
}
