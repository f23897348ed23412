package org.kaiyuan.ui.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.AccessPermissions;
import org.kaiyuan.platform.access.ZoneOpening;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.platform.tenancy.TenantKind;
import org.kaiyuan.platform.tenancy.TenantSummary;
import org.kaiyuan.ui.kit.KeysetPages;
import org.kaiyuan.ui.kit.Tell;

/** The operator's page: which zones there are, and taking one more onto the platform. */
@Route("zones")
@RolesAllowed(AccessPermissions.REGISTER)
class ZonesView extends Main implements HasDynamicTitle {
    final TextField code = new TextField();
    final TextField name = new TextField();
    final Select<TenantKind> kind = new Select<>();
    final TextField level = new TextField();
    final TextField city = new TextField();
    final AccountFields administrator = new AccountFields();
    final Button open = new Button();
    final Grid<TenantSummary> zones = new Grid<>();
    private final transient ZoneOpening opening;
    private final transient KeysetPages<TenantSummary> pages;

    ZonesView(TenantDirectory tenants, ZoneOpening opening, Messages messages) {
        this.opening = opening;
        pages = new KeysetPages<>((after, limit) -> page(tenants, after, limit));
        addClassNames("detail-page", "form-page");
        code.setLabel(getTranslation("ui.zones.code"));
        code.setHelperText(getTranslation("ui.zones.code.help"));
        code.setRequiredIndicatorVisible(true);
        name.setLabel(getTranslation("ui.zones.name"));
        name.setRequiredIndicatorVisible(true);
        kind.setLabel(getTranslation("ui.zones.kind"));
        kind.setItems(TenantKind.values());
        kind.setItemLabelGenerator(one -> messages.of(getLocale(), one));
        kind.setValue(TenantKind.MANAGEMENT_COMMITTEE);
        level.setLabel(getTranslation("ui.zones.level"));
        level.setHelperText(getTranslation("ui.zones.level.help"));
        level.setRequiredIndicatorVisible(true);
        city.setLabel(getTranslation("ui.zones.city"));
        for (var field : new TextField[] {code, name, level}) {
            field.setManualValidation(true); // the use case refuses in words
        }
        open.setText(getTranslation("ui.zones.open"));
        open.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        open.setDisableOnClick(true);
        open.addClickListener(click -> {
            try {
                open();
            } finally {
                open.setEnabled(true);
            }
        });
        zones.addColumn(TenantSummary::name).setHeader(getTranslation("ui.zones.name"));
        zones.addColumn(TenantSummary::code).setHeader(getTranslation("ui.zones.code"));
        zones.addColumn(TenantSummary::levelType).setHeader(getTranslation("ui.zones.level"));
        zones.addColumn(TenantSummary::city).setHeader(getTranslation("ui.zones.city"));
        zones.setItems(query -> pages.read(query.getOffset(), query.getLimit()));
        zones.setEmptyStateText(getTranslation("ui.zones.none"));
        zones.setHeight("420px");
        add(
                new H1(getTranslation("ui.zones")),
                zones,
                new H2(getTranslation("ui.zones.new")),
                new FormLayout(name, code, kind, level, city),
                new H2(getTranslation("ui.zones.administrator")),
                administrator,
                open);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.zones") + " · " + getTranslation("ui.product");
    }

    private void open() {
        if (!administrator.isComplete()) {
            return;
        }
        opening.open(
                code.getValue().strip(),
                name.getValue(),
                kind.getValue(),
                level.getValue(),
                city.isEmpty() ? null : city.getValue(),
                new ZoneOpening.Administrator(
                        administrator.username.getValue().strip(),
                        administrator.password.getValue(),
                        administrator.displayName.getValue()));
        Tell.done(
                getTranslation(
                        "ui.zones.opened", name.getValue(), administrator.username.getValue()));
        for (var field : new TextField[] {code, name, level, city}) {
            field.clear();
        }
        administrator.username.clear();
        administrator.displayName.clear();
        administrator.password.clear();
        administrator.again.clear();
        refresh();
    }

    private static KeysetPages.Page<TenantSummary> page(
            TenantDirectory tenants, @Nullable String after, int limit) {
        var items = tenants.list(after == null ? null : new TenantId(Long.parseLong(after)), limit);
        return new KeysetPages.Page<>(
                items, items.size() < limit ? null : Long.toString(items.getLast().id().value()));
    }

    private void refresh() {
        pages.forget();
        zones.getDataProvider().refreshAll();
    }
}
