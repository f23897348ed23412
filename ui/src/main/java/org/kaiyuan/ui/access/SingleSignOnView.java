package org.kaiyuan.ui.access;

import com.vaadin.flow.component.HasValueAndElement;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.kaiyuan.platform.access.AccessPermissions;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.access.RoleRow;
import org.kaiyuan.platform.access.SignedIn;
import org.kaiyuan.platform.access.SingleSignOn;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.kaiyuan.platform.tenancy.TenantSummary;
import org.kaiyuan.ui.kit.Tell;

/** The provider through which the zone's people sign in. */
@Route("single-sign-on")
@RolesAllowed(AccessPermissions.READ)
class SingleSignOnView extends Main implements HasDynamicTitle {
    final TextField issuer = new TextField();
    final TextField clientId = new TextField();
    final PasswordField secret = new PasswordField();
    final TextArea domains = new TextArea();
    final Select<RoleRow> defaultRole = new Select<>();
    final Checkbox secondFactorThere = new Checkbox();
    final Checkbox enabled = new Checkbox();
    final TextField comeBack = new TextField();
    final Button save = new Button();
    final Button remove = new Button();

    private final transient SingleSignOn singleSignOn;
    private final transient List<RoleRow> roles;
    private long version;

    SingleSignOnView(
            SingleSignOn singleSignOn,
            CurrentPerson current,
            TenantDirectory tenants,
            Messages messages) {
        this.singleSignOn = singleSignOn;
        this.roles = singleSignOn.rolesToBeginWith();
        addClassNames("detail-page", "form-page");
        boolean mine = current.may(AccessPermissions.GRANT);
        words(new RoleNames(roles, messages, getLocale()));
        for (HasValueAndElement<?, ?> field :
                List.of(
                        issuer,
                        clientId,
                        secret,
                        domains,
                        defaultRole,
                        secondFactorThere,
                        enabled)) {
            field.setReadOnly(!mine);
        }
        secret.setVisible(mine);
        comeBack.setReadOnly(true);
        comeBack.setValue(
                current.signedIn()
                        .map(SignedIn::tenantId)
                        .flatMap(tenants::find)
                        .map(TenantSummary::code)
                        .map(SingleSignOnView::address)
                        .orElse(""));
        comeBack.addClassName("wide");
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setVisible(mine);
        save.setDisableOnClick(true);
        save.addClickListener(click -> {
            try {
                save();
            } finally {
                save.setEnabled(true);
            }
        });
        remove.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        remove.addClickListener(click -> ask());
        var fields = new Div(issuer, clientId, secret, domains, defaultRole, comeBack);
        fields.addClassNames("form-grid", "top");
        var ticks = new Div(secondFactorThere, enabled);
        ticks.addClassName("ticks");
        var group = new Div(fields, ticks);
        group.addClassName("form-group");
        var actions = new Div(save, remove);
        actions.addClassName("actions");
        add(
                new H1(getTranslation("ui.sso")),
                new Paragraph(getTranslation("ui.sso.detail")),
                group,
                actions);
        show(singleSignOn.settings(), mine);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.sso") + " · " + getTranslation("ui.product");
    }

    private void words(RoleNames names) {
        issuer.setLabel(getTranslation("ui.sso.issuer"));
        issuer.setHelperText(getTranslation("ui.sso.issuer.help"));
        clientId.setLabel(getTranslation("ui.sso.client"));
        secret.setLabel(getTranslation("ui.sso.secret"));
        secret.getElement().setAttribute("autocomplete", "off");
        domains.setLabel(getTranslation("ui.sso.domains"));
        domains.setHelperText(getTranslation("ui.sso.domains.help"));
        defaultRole.setLabel(getTranslation("ui.sso.role"));
        defaultRole.setHelperText(getTranslation("ui.sso.role.help"));
        defaultRole.setItems(roles);
        defaultRole.setItemLabelGenerator(names::of);
        secondFactorThere.setLabel(getTranslation("ui.sso.factor"));
        enabled.setLabel(getTranslation("ui.sso.enabled"));
        comeBack.setLabel(getTranslation("ui.sso.back"));
        comeBack.setHelperText(getTranslation("ui.sso.back.help"));
        save.setText(getTranslation("ui.form.save"));
        remove.setText(getTranslation("ui.sso.remove"));
    }

    private void show(Optional<SingleSignOn.Settings> kept, boolean mine) {
        remove.setVisible(mine && kept.isPresent());
        version = kept.map(SingleSignOn.Settings::version).orElse(0L);
        secret.clear();
        secret.setHelperText(
                getTranslation(kept.isPresent() ? "ui.sso.secret.kept" : "ui.sso.secret.help"));
        issuer.setValue(kept.map(SingleSignOn.Settings::issuer).orElse(""));
        clientId.setValue(kept.map(SingleSignOn.Settings::clientId).orElse(""));
        domains.setValue(kept.map(s -> String.join("\n", s.domains())).orElse(""));
        var role = kept.map(SingleSignOn.Settings::defaultRole).orElse(Role.ZONE_STAFF.name());
        defaultRole.setValue(
                roles.stream().filter(r -> r.id().equals(role)).findFirst().orElse(null));
        secondFactorThere.setValue(
                kept.map(SingleSignOn.Settings::secondFactorThere).orElse(false));
        enabled.setValue(kept.map(SingleSignOn.Settings::enabled).orElse(true));
    }

    private void save() {
        var role = defaultRole.getOptionalValue().map(RoleRow::id).orElse("");
        var kept =
                singleSignOn.decide(
                        new SingleSignOn.Settings(
                                issuer.getValue(),
                                clientId.getValue(),
                                new TreeSet<>(
                                        Arrays.asList(domains.getValue().split("[\\s,，;；]+"))),
                                role,
                                secondFactorThere.getValue(),
                                enabled.getValue(),
                                version),
                        secret.isEmpty() ? null : secret.getValue());
        show(Optional.of(kept), true);
        Tell.done(getTranslation("ui.form.saved"));
    }

    private void ask() {
        var sure =
                new ConfirmDialog(
                        getTranslation("ui.sso.remove"),
                        getTranslation("ui.sso.remove.detail"),
                        getTranslation("ui.sso.remove"),
                        confirmed -> {
                            singleSignOn.remove();
                            show(Optional.empty(), true);
                        },
                        getTranslation("ui.form.cancel"),
                        cancelled -> {});
        sure.open();
    }

    /** As this page was reached, because the provider sends people back to the very same address. */
    private static String address(String code) {
        var here = VaadinServletRequest.getCurrent();
        var path = "/login/oauth2/code/" + code;
        return here == null
                ? path
                : here.getRequestURL().toString().replaceFirst("^(https?://[^/]+).*$", "$1")
                        + here.getContextPath()
                        + path;
    }
}
