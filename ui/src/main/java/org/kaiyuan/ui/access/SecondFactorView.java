package org.kaiyuan.ui.access;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.access.PasswordChange;
import org.kaiyuan.platform.access.SecondFactor;
import org.kaiyuan.platform.access.SignedIn;

/** What is still wanted between the password and the zone: a second factor, or a new password. */
@Route(value = "sign-in", autoLayout = false)
@PermitAll
class SecondFactorView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    final TextField code = new TextField();
    final Button go = new Button();
    final Div desk = new Div();

    private final transient SecondFactor factor;
    private final transient PasswordChange passwords;
    private final transient CurrentPerson current;
    private final transient AuthenticationContext signedIn;

    SecondFactorView(
            SecondFactor factor,
            PasswordChange passwords,
            CurrentPerson current,
            AuthenticationContext signedIn) {
        this.factor = factor;
        this.passwords = passwords;
        this.current = current;
        this.signedIn = signedIn;
        addClassName("gate");
        var mark = new Div();
        mark.addClassName("mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        var motto = new Paragraph(getTranslation("ui.login.motto"));
        motto.addClassName("motto");
        var face = new Div(mark, new H1(getTranslation("ui.product")), motto);
        face.addClassName("gate-face");
        desk.addClassName("gate-desk");
        add(face, desk);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var stage = current.signedIn().map(SignedIn::stage).orElse(SignedIn.Stage.READY);
        desk.removeAll();
        switch (stage) {
            case READY -> event.forwardTo("");
            case SECOND_FACTOR -> askForCode();
            case ENROL ->
                    desk.add(
                            new H2(getTranslation("ui.factor.needed")),
                            new SecondFactorPanel(factor, this::enter));
            case PASSWORD ->
                    desk.add(
                            new H2(getTranslation("ui.password.due")),
                            new PasswordPanel(passwords, this::enter));
        }
        var out = new Button(getTranslation("ui.sign-out"), click -> signedIn.logout());
        out.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        desk.add(out);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.factor") + " · " + getTranslation("ui.product");
    }

    private void askForCode() {
        code.setLabel(getTranslation("ui.factor.code"));
        code.setHelperText(getTranslation("ui.factor.code.help"));
        code.getElement().setAttribute("autocomplete", "one-time-code");
        code.setAutofocus(true);
        code.setWidth("min(320px, 100%)");
        go.setText(getTranslation("ui.login.submit"));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        go.addClickShortcut(Key.ENTER);
        go.addClickListener(click -> {
            factor.prove(code.getValue());
            enter();
        });
        desk.add(new H2(getTranslation("ui.factor")), code, go);
    }

    private void enter() {
        getUI().ifPresent(ui -> ui.getPage().setLocation("."));
    }
}
