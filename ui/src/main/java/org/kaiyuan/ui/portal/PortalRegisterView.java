package org.kaiyuan.ui.portal;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.shared.InputField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.stream.Stream;
import org.kaiyuan.enterprises.CreditCode;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.portal.PortalRegistration;
import org.kaiyuan.portal.PortalRegistration.Asked;
import org.kaiyuan.portal.PortalRegistration.NewAccount;
import org.kaiyuan.portal.PortalRegistration.Outcome;
import org.kaiyuan.portal.PortalRegistration.ParkChoice;

/**
 * Where people of enterprises ask to use the portal: with a new account, or with the one that they are signed
 * in with; with a code, also by a link that carries it, or without.
 */
@Route(value = "portal/register", autoLayout = false)
@AnonymousAllowed
class PortalRegisterView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    final ComboBox<ParkChoice> park = new ComboBox<>();
    final TextField creditCode = new TextField();
    final TextField personName = new TextField();
    final TextField phone = new TextField();
    final TextField username = new TextField();
    final PasswordField password = new PasswordField();
    final PasswordField again = new PasswordField();
    final TextField code = new TextField();
    final Button send = new Button();
    final Div desk = new Div();

    private final transient PortalRegistration registration;
    private final boolean known;
    private boolean invited;

    PortalRegisterView(PortalRegistration registration, CurrentPerson current) {
        this.registration = registration;
        var me = current.signedIn();
        known = me.isPresent();
        addClassName("gate");
        var mark = new Div();
        mark.addClassName("mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        var motto = new Paragraph(getTranslation("ui.portal.motto"));
        motto.addClassName("motto");
        var face = new Div(mark, new H1(getTranslation("ui.portal.product")), motto);
        face.addClassName("gate-face");
        desk.addClassName("gate-desk");
        words();
        me.ifPresent(person -> personName.setValue(person.displayName()));
        park.setItems(query ->
                query.getOffset() == 0 && query.getLimit() > 0
                        ? registration.parks(query.getFilter().orElse("")).stream()
                                .limit(query.getLimit())
                        : Stream.empty());
        park.setItemLabelGenerator(ParkChoice::name);
        send.setText(getTranslation("ui.portal.register.send"));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.setDisableOnClick(true);
        send.addClickListener(click -> {
            try {
                send();
            } finally {
                send.setEnabled(true);
            }
        });
        add(face, desk);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters().getParameters();
        var parkCode = asked.getOrDefault("park", List.of("")).getFirst();
        var given = asked.getOrDefault("code", List.of("")).getFirst();
        desk.removeAll();
        desk.add(new H2(getTranslation("ui.portal.register")));
        registration.park(parkCode).ifPresent(park::setValue);
        if (!given.isBlank()) {
            var guest = registration.guest(parkCode, given, address());
            if (guest.isEmpty()) {
                desk.add(
                        new Paragraph(getTranslation("portal.refusal.code")),
                        new Anchor(
                                "portal/register", getTranslation("ui.portal.register.without")));
                return;
            }
            invited = true;
            code.setValue(given);
            desk.add(
                    new Paragraph(
                            getTranslation(
                                    "ui.portal.register.invited",
                                    guest.get().enterpriseName(),
                                    guest.get().park().name(),
                                    guest.get().invitedBy())));
        } else {
            desk.add(new Paragraph(getTranslation("ui.portal.register.detail")));
        }
        var form = new FormLayout();
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        if (!invited) {
            form.add(park, creditCode);
        }
        form.add(personName, phone);
        if (!known) {
            form.add(username, password, again);
        }
        if (!invited) {
            form.add(code);
        }
        desk.add(form, send, wayBack());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.portal.register") + " · " + getTranslation("ui.product");
    }

    private void words() {
        label(park, "ui.portal.park", true);
        park.setHelperText(getTranslation("ui.portal.park.help"));
        label(creditCode, "ui.enterprises.creditCode", true);
        creditCode.setHelperText(getTranslation("ui.portal.creditCode.help"));
        label(personName, "ui.account.displayName", true);
        label(phone, "ui.portal.phone", true);
        phone.setHelperText(getTranslation("ui.portal.phone.help"));
        phone.getElement().setAttribute("inputmode", "tel");
        label(username, "ui.login.username", true);
        username.setHelperText(getTranslation("ui.account.username.help"));
        username.getElement().setAttribute("autocomplete", "username");
        label(password, "ui.login.password", true);
        password.setHelperText(getTranslation("ui.account.password.help"));
        label(again, "ui.account.again", true);
        for (var field : new PasswordField[] {password, again}) {
            field.getElement().setAttribute("autocomplete", "new-password");
        }
        label(code, "ui.portal.code", false);
        code.setHelperText(getTranslation("ui.portal.code.help"));
        for (var field :
                new HasValidation[] {
                    park, creditCode, personName, phone, username, password, again, code
                }) {
            field.setManualValidation(true); // isComplete says what is missing
        }
    }

    private void label(InputField<?, ?> field, String key, boolean required) {
        field.setLabel(getTranslation(key));
        field.setRequiredIndicatorVisible(required);
    }

    private Anchor wayBack() {
        return known
                ? new Anchor("portal", getTranslation("ui.portal.back"))
                : new Anchor("login", getTranslation("ui.portal.register.have"));
    }

    private void send() {
        if (!isComplete()) {
            return;
        }
        var asked =
                new Asked(
                        park.getValue().code(),
                        invited ? "" : creditCode.getValue(),
                        personName.getValue(),
                        phone.getValue(),
                        code.getValue());
        var outcome =
                known
                        ? registration.ask(asked, address())
                        : registration.register(
                                asked,
                                new NewAccount(username.getValue().strip(), password.getValue()),
                                address());
        password.clear();
        again.clear();
        desk.removeAll();
        var said =
                new Paragraph(
                        getTranslation(
                                outcome == Outcome.WAITS
                                        ? "ui.portal.register.waits"
                                        : "ui.portal.register.confirmed"));
        said.getElement().setAttribute("role", "status");
        var on =
                new Anchor(
                        known ? "portal" : "login",
                        getTranslation(known ? "ui.portal.mine" : "ui.login"));
        on.setRouterIgnore(true);
        desk.add(new H2(getTranslation("ui.portal.register." + outcome)), said, on);
    }

    /** What is missing is said at its field; what else is wrong, by the use case. */
    private boolean isComplete() {
        boolean complete = true;
        for (var field : invited ? List.<TextField>of() : List.of(creditCode)) {
            complete &= filled(field, field.getValue());
            if (!field.isInvalid() && !CreditCode.isValid(CreditCode.tidy(field.getValue()))) {
                field.setInvalid(true);
                field.setErrorMessage(
                        getTranslation("enterprises.refusal.creditCode", field.getValue()));
                complete = false;
            }
        }
        complete &= filled(park, park.getValue() == null ? "" : "park");
        complete &= filled(personName, personName.getValue());
        complete &= filled(phone, phone.getValue());
        if (!known) {
            complete &= filled(username, username.getValue());
            complete &= filled(password, password.getValue());
            again.setInvalid(!password.getValue().equals(again.getValue()));
            again.setErrorMessage(getTranslation("ui.account.again.different"));
            complete &= !again.isInvalid();
        }
        return complete;
    }

    private boolean filled(HasValidation field, String value) {
        field.setInvalid(value.isBlank());
        field.setErrorMessage(getTranslation("ui.account.missing"));
        return !field.isInvalid();
    }

    private static String address() {
        var request = VaadinRequest.getCurrent();
        var address = request == null ? null : request.getRemoteAddr();
        return address == null ? "unknown" : address;
    }
}
