package org.kaiyuan.ui.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import org.kaiyuan.platform.access.SecondFactor;
import org.kaiyuan.ui.kit.QrPicture;

/** Turning the second factor on: a picture for the app, a first code, and the recovery codes, once. */
class SecondFactorPanel extends Section {
    final Button begin = new Button();
    final TextField code = new TextField();
    final Button confirm = new Button();
    private final transient SecondFactor factor;
    private final transient Runnable done;

    SecondFactorPanel(SecondFactor factor, Runnable done) {
        this.factor = factor;
        this.done = done;
        addClassName("second-factor");
        begin.setText(getTranslation("ui.factor.begin"));
        begin.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        begin.addClickListener(click -> enrol());
        add(new Paragraph(getTranslation("ui.factor.detail")), begin);
    }

    private void enrol() {
        var enrolment = factor.enrol();
        removeAll();
        var secret = new Pre(enrolment.secret().replaceAll("(.{4})", "$1 ").strip());
        code.setLabel(getTranslation("ui.factor.first"));
        code.getElement().setAttribute("autocomplete", "one-time-code");
        confirm.setText(getTranslation("ui.factor.confirm"));
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.addClickListener(click -> confirm());
        add(
                new Paragraph(getTranslation("ui.factor.scan")),
                new QrPicture(enrolment.address(), "QR"),
                new Paragraph(getTranslation("ui.factor.type")),
                secret,
                code,
                confirm);
    }

    private void confirm() {
        var codes = factor.confirm(code.getValue());
        removeAll();
        add(
                new Paragraph(getTranslation("ui.factor.on.codes")),
                new Pre(String.join("\n", codes)),
                new Button(getTranslation("ui.factor.kept"), click -> done.run()));
    }
}
