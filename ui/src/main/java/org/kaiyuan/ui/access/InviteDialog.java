package org.kaiyuan.ui.access;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import org.kaiyuan.platform.access.Invitations;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.access.RoleRow;
import org.kaiyuan.ui.kit.Shown;

/** Inviting somebody; the link is shown once. */
class InviteDialog extends Dialog {
    final TextField displayName = new TextField();
    final EmailField email = new EmailField();
    final TextField team = new TextField();
    final CheckboxGroup<RoleRow> roles = new CheckboxGroup<>();
    final Button invite = new Button();
    final TextField link = new TextField();

    private final transient Invitations invitations;
    private final transient Runnable invited;

    InviteDialog(Invitations invitations, RoleNames names, Runnable invited) {
        this.invitations = invitations;
        this.invited = invited;
        setHeaderTitle(getTranslation("ui.people.invite"));
        setWidth("min(560px, 94vw)");
        displayName.setLabel(getTranslation("ui.account.displayName"));
        displayName.setRequiredIndicatorVisible(true);
        displayName.setMaxLength(60);
        email.setLabel(getTranslation("ui.people.email"));
        team.setLabel(getTranslation("ui.people.team"));
        team.setMaxLength(60);
        roles.setLabel(getTranslation("ui.people.roles"));
        roles.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        roles.setItems(names.roles());
        roles.setItemLabelGenerator(names::of);
        roles.select(
                names.roles().stream()
                        .filter(role -> role.id().equals(Role.ZONE_STAFF.name()))
                        .toList());
        invite.setText(getTranslation("ui.people.invite.write"));
        invite.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        invite.setDisableOnClick(true);
        invite.addClickListener(click -> {
            try {
                write();
            } finally {
                invite.setEnabled(true);
            }
        });
        add(
                new Paragraph(getTranslation("ui.people.invite.detail")),
                new FormLayout(displayName, email, team),
                roles);
        getFooter().add(new Button(getTranslation("ui.form.cancel"), click -> close()), invite);
    }

    private void write() {
        var written =
                invitations.invite(
                        displayName.getValue(),
                        email.getValue(),
                        roles.getSelectedItems().stream().map(RoleRow::id).toList(),
                        team.getValue());
        invited.run();
        removeAll();
        getFooter().removeAll();
        link.setLabel(getTranslation("ui.people.link"));
        link.setReadOnly(true);
        link.setWidthFull();
        link.setHelperText(
                getTranslation("ui.people.link.detail", Shown.moment(written.expiresAt())));
        link.setAutoselect(true);
        add(link);
        getFooter().add(new Button(getTranslation("ui.close"), click -> close()));
        UI.getCurrent()
                .getPage()
                .fetchCurrentURL(here ->
                        link.setValue(
                                "%s://%s/invitation/%s"
                                        .formatted(
                                                here.getProtocol(),
                                                here.getAuthority(),
                                                written.code())));
    }
}
