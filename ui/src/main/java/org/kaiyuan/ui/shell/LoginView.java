package org.kaiyuan.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.SingleSignOn;
import org.kaiyuan.platform.access.ZoneStandsStill;
import org.kaiyuan.platform.refusal.Messages;
import org.springframework.beans.factory.annotation.Value;

/** The front gate. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final Set<String> REFUSALS = Set.of("left", "full", "email", "unreachable");

    final LoginForm form = new LoginForm();
    final Paragraph said = new Paragraph();

    private final transient Messages messages;

    LoginView(
            @Value("${kaiyuan.demo.enabled:false}") boolean demo,
            Messages messages,
            SingleSignOn singleSignOn) {
        this.messages = messages;
        addClassName("gate");
        var mark = new Div();
        mark.addClassName("mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        var motto = new Paragraph(getTranslation("ui.login.motto"));
        motto.addClassName("motto");
        var park = new Div();
        park.addClassName("park");
        park.getElement().setAttribute("aria-hidden", "true");
        var face = new Div(mark, new H1(getTranslation("ui.product")), motto, park);
        face.addClassName("gate-face");

        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        said.addClassName("said");
        said.setVisible(false);
        var desk =
                new Div(
                        said,
                        form,
                        new PasskeySignInPanel(),
                        new ForeignSignInPanel(singleSignOn),
                        register());
        desk.addClassName("gate-desk");
        if (demo) {
            desk.add(demoNote());
        }
        desk.add(new Anchor("apply", getTranslation("ui.apply.link")));
        add(face, desk);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.login") + " · " + getTranslation("ui.product");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters().getParameters();
        boolean locked = asked.containsKey("wait");
        form.setI18n(words(locked));
        form.setError(locked || asked.containsKey("error"));
        said.setVisible(false);
        var why = whyTheZoneStandsStill();
        if (why != null) {
            say(why);
        } else if (asked.containsKey("expired")) {
            say(getTranslation("ui.session.expired.detail"));
        } else if (asked.containsKey("sso")) {
            var refused = asked.get("sso").getFirst();
            say(
                    getTranslation(
                            "ui.login.sso." + (REFUSALS.contains(refused) ? refused : "refused")));
        }
    }

    /** People of enterprises come in by themselves. */
    private Anchor register() {
        return new Anchor("portal/register", getTranslation("ui.portal.register.link"));
    }

    private void say(String sentence) {
        said.setText(sentence);
        said.setVisible(true);
        said.getElement().setAttribute("role", "status");
    }

    /** Told once: left in the session by who ended the one before, or let nobody in. */
    private @Nullable String whyTheZoneStandsStill() {
        var session = VaadinSession.getCurrent().getSession();
        if (session == null
                || !(session.getAttribute(ZoneStandsStill.TOLD)
                        instanceof ZoneStandsStill.Why why)) {
            return null;
        }
        session.removeAttribute(ZoneStandsStill.TOLD);
        var state = messages.of(getLocale(), why.state());
        return why.reason() == null
                ? getTranslation("ui.login.still", why.zone(), state)
                : getTranslation("ui.login.still.because", why.zone(), state, why.reason());
    }

    private LoginI18n words(boolean locked) {
        var words = LoginI18n.createDefault();
        words.getForm().setTitle(getTranslation("ui.login"));
        words.getForm().setUsername(getTranslation("ui.login.username"));
        words.getForm().setPassword(getTranslation("ui.login.password"));
        words.getForm().setSubmit(getTranslation("ui.login.submit"));
        words.getErrorMessage()
                .setTitle(getTranslation(locked ? "ui.login.wait" : "ui.login.error"));
        words.getErrorMessage()
                .setMessage(
                        getTranslation(locked ? "ui.login.wait.detail" : "ui.login.error.detail"));
        words.getErrorMessage().setUsername(getTranslation("ui.login.username.missing"));
        words.getErrorMessage().setPassword(getTranslation("ui.login.password.missing"));
        return words;
    }

    /** The demo's sign-ins are public, so they are shown where they are needed. */
    private Div demoNote() {
        var title = new Span(getTranslation("ui.demo"));
        title.addClassNames("chip", "demo");
        var note =
                new Div(
                        title,
                        new Span(getTranslation("ui.login.demo")),
                        code("deyang-admin"),
                        code("deyang-staff"),
                        code("deyang-agent1"),
                        code("luzhou-staff"),
                        code("deyang-enterprise"),
                        code("deyang-operator1"),
                        code("operator"),
                        new Span(getTranslation("ui.login.demo.password")),
                        code("Kaiyuan-demo-2026"));
        note.addClassName("demo-note");
        return note;
    }

    private static Span code(String text) {
        var code = new Span(text);
        code.addClassName("code");
        return code;
    }
}
