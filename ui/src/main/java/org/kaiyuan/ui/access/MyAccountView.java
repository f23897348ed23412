package org.kaiyuan.ui.access;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.access.Passkeys;
import org.kaiyuan.platform.access.PasswordChange;
import org.kaiyuan.platform.access.SecondFactor;
import org.kaiyuan.platform.access.SessionRegister;
import org.kaiyuan.ui.kit.Narrow;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** One's own account: password, second factor, and where one is signed in. */
@Route("account")
@PermitAll
class MyAccountView extends Main implements HasDynamicTitle {
    final PasswordPanel password;
    final Div factorDesk = new Div();
    final Grid<SessionRegister.Line> sessions = new Grid<>();

    private final transient SecondFactor factor;
    private final transient SessionRegister register;

    MyAccountView(
            PasswordChange passwords,
            SecondFactor factor,
            SessionRegister register,
            Passkeys passkeys,
            CurrentPerson current) {
        this.factor = factor;
        this.register = register;
        addClassNames("detail-page", "form-page");
        password = new PasswordPanel(passwords, this::refresh);
        var card =
                sessions.addComponentColumn(this::card)
                        .setHeader(getTranslation("ui.sessions.device"));
        var device =
                sessions.addComponentColumn(this::device)
                        .setHeader(getTranslation("ui.sessions.device"))
                        .setWidth("180px");
        var began =
                sessions.addColumn(line -> Shown.moment(line.beganAt()))
                        .setHeader(getTranslation("ui.sessions.began"))
                        .setWidth("150px")
                        .setFlexGrow(0);
        var seen =
                sessions.addColumn(line -> Shown.moment(line.seenAt()))
                        .setHeader(getTranslation("ui.sessions.seen"))
                        .setWidth("150px")
                        .setFlexGrow(0);
        sessions.addComponentColumn(this::ending).setWidth("96px").setFlexGrow(0);
        Narrow.fit(this, card, List.of(device, began, seen));
        sessions.setAllRowsVisible(true);
        var others = new Button(getTranslation("ui.sessions.others"));
        others.addClickListener(click -> {
            register.endOthers();
            Tell.done(getTranslation("ui.sessions.ended"));
            refresh();
        });
        add(
                new H1(getTranslation("ui.my-account")),
                ofThoseWeKnow("ui.password", password, current),
                ofThoseWeKnow("ui.passkeys", new PasskeyPanel(passkeys), current),
                group("ui.factor", factorDesk),
                group("ui.sessions", sessions, others));
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.my-account") + " · " + getTranslation("ui.product");
    }

    void refresh() {
        sessions.setItems(register.mine());
        factorDesk.removeAll();
        if (factor.isOn()) {
            var code = new TextField(getTranslation("ui.factor.code"));
            var off = new Button(getTranslation("ui.factor.off"));
            off.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
            off.addClickListener(click -> {
                factor.turnOff(code.getValue());
                refresh();
            });
            factorDesk.add(new Paragraph(getTranslation("ui.factor.is-on")), code, off);
        } else {
            factorDesk.add(new SecondFactorPanel(factor, this::refresh));
        }
    }

    /** Whom a zone's provider vouches for has neither password nor passkey here. */
    private Div ofThoseWeKnow(String key, Component panel, CurrentPerson current) {
        var group = group(key, panel);
        group.setVisible(
                current.signedIn().map(person -> person.session().began().vouchedBy()).isEmpty());
        return group;
    }

    private Div group(String key, Component... content) {
        var group = new Div(new H2(getTranslation(key)));
        group.add(content);
        group.addClassName("form-group");
        return group;
    }

    private Div device(SessionRegister.Line line) {
        var title = new Span(browser(line.agent()));
        title.addClassName("title");
        var here = line.current() ? " · " + getTranslation("ui.sessions.this") : "";
        var cell = new Div(title, sub(line.address() + here));
        cell.addClassName("name-cell");
        return cell;
    }

    /** All that the columns say, one below the other. */
    private Div card(SessionRegister.Line line) {
        var cell = device(line);
        cell.addClassName("card");
        cell.add(
                sub(getTranslation("ui.sessions.began") + " " + Shown.moment(line.beganAt())),
                sub(getTranslation("ui.sessions.seen") + " " + Shown.moment(line.seenAt())));
        return cell;
    }

    private static Span sub(String text) {
        var sub = new Span(text);
        sub.addClassName("sub");
        return sub;
    }

    private Component ending(SessionRegister.Line line) {
        if (line.current()) {
            return new Span();
        }
        var end = new Button(getTranslation("ui.sessions.end"));
        end.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        end.addClickListener(click -> {
            register.end(line.id());
            refresh();
        });
        return end;
    }

    /** The name that people know, out of what the browser calls itself. */
    private String browser(String agent) {
        for (var name : new String[] {"Edg", "MicroMessenger", "Firefox", "Chrome", "Safari"}) {
            if (agent.contains(name + "/")) {
                return switch (name) {
                    case "Edg" -> "Edge";
                    case "MicroMessenger" -> "微信";
                    default -> name;
                };
            }
        }
        return agent.isBlank() ? getTranslation("ui.sessions.unknown") : agent;
    }
}
