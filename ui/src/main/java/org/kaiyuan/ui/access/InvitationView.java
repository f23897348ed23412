package org.kaiyuan.ui.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.kaiyuan.platform.access.Accepting;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.ui.kit.Tell;

/** Where a guest accepts an invitation: with a new account, or with the one that they are signed in with. */
@Route(value = "invitation", autoLayout = false)
@AnonymousAllowed
class InvitationView extends Main implements HasUrlParameter<String>, HasDynamicTitle {
    final AccountFields fields = new AccountFields();
    final Button accept = new Button();
    final Div desk = new Div();
    private final transient Accepting accepting;
    private final transient CurrentPerson current;
    private String code = "";

    InvitationView(Accepting accepting, CurrentPerson current) {
        this.accepting = accepting;
        this.current = current;
        addClassName("gate");
        var mark = new Div();
        mark.addClassName("mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        var motto = new Paragraph(getTranslation("ui.login.motto"));
        motto.addClassName("motto");
        var face = new Div(mark, new H1(getTranslation("ui.product")), motto);
        face.addClassName("gate-face");
        desk.addClassName("gate-desk");
        accept.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        accept.setDisableOnClick(true);
        accept.addClickListener(click -> {
            try {
                accept();
            } finally {
                accept.setEnabled(true);
            }
        });
        add(face, desk);
    }

    @Override
    public void setParameter(BeforeEvent event, String code) {
        this.code = code;
        desk.removeAll();
        var guest = accepting.guest(code);
        if (guest.isEmpty()) {
            desk.add(
                    new H2(getTranslation("ui.invitation.bad")),
                    new Paragraph(getTranslation("ui.invitation.bad.detail")),
                    new Anchor("login", getTranslation("ui.login")));
            return;
        }
        var invited = guest.get();
        desk.add(
                new H2(getTranslation("ui.invitation.to", invited.zoneName())),
                new Paragraph(getTranslation("ui.invitation.by", invited.invitedBy())));
        var me = current.signedIn();
        if (me.isPresent()) {
            accept.setText(getTranslation("ui.invitation.as", me.get().displayName()));
        } else {
            fields.displayName.setValue(invited.displayName());
            accept.setText(getTranslation("ui.invitation.accept"));
            desk.add(fields);
        }
        desk.add(accept);
        if (me.isEmpty()) {
            desk.add(
                    new Paragraph(getTranslation("ui.invitation.have")),
                    new Anchor("login", getTranslation("ui.login")));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.invitation") + " · " + getTranslation("ui.product");
    }

    private void accept() {
        if (current.signedIn().isPresent()) {
            accepting.accept(code);
            Tell.done(getTranslation("ui.invitation.accepted"));
            getUI().ifPresent(ui -> ui.getPage().setLocation("."));
        } else if (fields.isComplete()) {
            accepting.acceptAsNew(
                    code,
                    fields.username.getValue().strip(),
                    fields.password.getValue(),
                    fields.displayName.getValue());
            getUI().ifPresent(ui -> ui.getPage().setLocation("login"));
        }
    }
}
