package org.kaiyuan.ui.tenants;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import org.kaiyuan.platform.access.Permissions;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.tenancy.TenantKind;
import org.kaiyuan.platform.tenancy.TenantRegistration.Description;
import org.kaiyuan.platform.tenancy.TenantRow;
import org.kaiyuan.platform.tenancy.TenantState;
import org.kaiyuan.platform.tenants.Logo;
import org.kaiyuan.platform.tenants.TenantSetup;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** Setting a tenant up: what the register says of it, its modules, its logo, its first administrator. */
class SetupPanel extends Div {
    final TextField name = new TextField();
    final Select<TenantKind> kind = new Select<>();
    final TextField level = new TextField();
    final TextField city = new TextField();
    final TextField divisions = new TextField();
    final Checkbox allModules = new Checkbox();
    final CheckboxGroup<String> modules = new CheckboxGroup<>();
    final Button save = new Button();
    final TextField administrator = new TextField();
    final EmailField email = new EmailField();
    final Button invite = new Button();
    final TextField link = new TextField();

    private final transient TenantSetup setup;
    private final transient Messages messages;
    private final transient TenantRow tenant;
    private final transient Runnable changed;

    SetupPanel(
            TenantSetup setup,
            Permissions permissions,
            Messages messages,
            TenantRow tenant,
            Runnable changed) {
        this.setup = setup;
        this.messages = messages;
        this.tenant = tenant;
        this.changed = changed;
        boolean over = tenant.state() == TenantState.DELETED;
        if (over) {
            return;
        }
        add(new H2(getTranslation("ui.tenants.setup")), register(permissions));
        add(new H2(getTranslation("ui.tenants.logo")), logo());
        if (tenant.state() == TenantState.SETTING_UP || tenant.state() == TenantState.ACTIVE) {
            add(new H2(getTranslation("ui.tenants.administrator")), administrator());
        }
    }

    private Component register(Permissions permissions) {
        name.setLabel(getTranslation("ui.zones.name"));
        name.setValue(tenant.name());
        kind.setLabel(getTranslation("ui.zones.kind"));
        kind.setItems(TenantKind.values());
        kind.setItemLabelGenerator(one -> messages.of(getLocale(), one));
        kind.setValue(tenant.kind());
        level.setLabel(getTranslation("ui.zones.level"));
        level.setValue(tenant.levelType());
        city.setLabel(getTranslation("ui.zones.city"));
        var where = tenant.city();
        city.setValue(where == null ? "" : where);
        divisions.setLabel(getTranslation("ui.tenants.divisions"));
        divisions.setHelperText(getTranslation("ui.tenants.divisions.help"));
        divisions.setValue(String.join(" ", tenant.divisions()));
        var on = tenant.modules();
        allModules.setLabel(getTranslation("ui.tenants.modules.all"));
        allModules.setValue(on == null);
        allModules.addValueChangeListener(change -> modules.setVisible(!change.getValue()));
        modules.setLabel(getTranslation("ui.tenants.modules"));
        modules.setItems(permissions.switchable());
        modules.setItemLabelGenerator(word -> getTranslation("ui.tenants.module." + word));
        modules.setVisible(on != null);
        if (on != null) {
            modules.select(on);
        }
        save.setText(getTranslation("ui.tenants.save"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickListener(click -> save());
        var group =
                new Div(
                        new FormLayout(name, kind, level, city, divisions),
                        new Div(allModules),
                        modules,
                        end(save));
        group.addClassName("form-group");
        return group;
    }

    private static Div end(Button button) {
        var end = new Div(button);
        end.addClassName("form-end");
        return end;
    }

    private void save() {
        setup.describe(
                tenant.id(),
                tenant.version(),
                new Description(
                        name.getValue(),
                        kind.getValue(),
                        level.getValue(),
                        city.getValue(),
                        divisions.isEmpty()
                                ? List.of()
                                : Arrays.stream(divisions.getValue().strip().split("[\\s,，、]+"))
                                        .toList(),
                        allModules.getValue() ? null : new TreeSet<>(modules.getValue())));
        Tell.done(getTranslation("ui.tenants.saved"));
        changed.run();
    }

    private Component logo() {
        var group = new Div();
        group.addClassName("form-group");
        var logo = setup.logo(tenant.id());
        if (logo.isPresent()) {
            var picture = picture(logo.get());
            picture.setAlt(getTranslation("ui.tenants.logo.of", tenant.name()));
            var away = new Button(getTranslation("ui.tenants.logo.remove"));
            away.addClickListener(click -> {
                setup.putLogo(tenant.id(), null);
                changed.run();
            });
            group.add(picture, away);
        }
        var ui = UI.getCurrent();
        var upload =
                new Upload(
                        UploadHandler.inMemory((about, content) -> {
                            setup.putLogo(tenant.id(), content);
                            ui.access(changed::run);
                        }));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(Logo.MOST_BYTES);
        upload.setAcceptedFileTypes("image/png", "image/jpeg");
        upload.setUploadButton(new Button(getTranslation("ui.tenants.logo.choose")));
        upload.setDropAllowed(false);
        upload.addFileRejectedListener(refused ->
                Tell.refused(
                        messages.text(
                                getLocale(),
                                "tenants.refusal.logoTooLarge",
                                Logo.MOST_BYTES >> 10)));
        group.add(new Paragraph(getTranslation("ui.tenants.logo.help")), upload);
        return group;
    }

    static Image picture(Logo logo) {
        var picture = new Image();
        picture.setSrc(
                "data:%s;base64,%s"
                        .formatted(
                                logo.mediaType(),
                                Base64.getEncoder().encodeToString(logo.content())));
        picture.addClassName("tenant-logo");
        return picture;
    }

    private Component administrator() {
        administrator.setLabel(getTranslation("ui.account.displayName"));
        administrator.setMaxLength(60);
        email.setLabel(getTranslation("ui.people.email"));
        invite.setText(getTranslation("ui.tenants.invite"));
        invite.addClickListener(click -> invite());
        link.setLabel(getTranslation("ui.people.link"));
        link.setReadOnly(true);
        link.setAutoselect(true);
        link.setWidthFull();
        link.setVisible(false);
        var group =
                new Div(
                        new Paragraph(getTranslation("ui.tenants.invite.detail")),
                        new FormLayout(administrator, email),
                        invite,
                        link);
        group.addClassName("form-group");
        return group;
    }

    /** The link is shown once, so the page is not built anew. */
    private void invite() {
        var written =
                setup.inviteAdministrator(tenant.id(), administrator.getValue(), email.getValue());
        link.setHelperText(
                getTranslation("ui.people.link.detail", Shown.moment(written.expiresAt())));
        link.setVisible(true);
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
