package org.kaiyuan.ui.access;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import io.nayuki.qrcodegen.QrCode;
import org.kaiyuan.platform.access.SecondFactor;

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
                picture(enrolment.address()),
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

    /** Drawn here, so that the secret goes to no other server. */
    private static Div picture(String address) {
        var code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append("M%d,%dh1v1h-1z".formatted(x + 4, y + 4));
                }
            }
        }
        int side = code.size + 8;
        var picture =
                new Div(
                        new Html(
                                "<svg viewBox='0 0 %d %d' shape-rendering='crispEdges' role='img' aria-label='QR'><rect width='100%%' height='100%%' fill='#fff'/><path d='%s' fill='#000'/></svg>"
                                        .formatted(side, side, path)));
        picture.addClassName("qr");
        return picture;
    }
}
