package org.kaiyuan.ui.access;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.AccessPermissions;
import org.kaiyuan.platform.access.ZoneOpening;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.platform.tenancy.TenantKind;
import org.kaiyuan.platform.tenancy.TenantRow;
import org.kaiyuan.platform.tenancy.TenantState;
import org.kaiyuan.platform.tenants.TenantLife;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeysetPages;
import org.kaiyuan.ui.kit.Narrow;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** The operator's page: which zones there are and where they stand, and taking one more onto the platform. */
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
    final Grid<TenantRow> zones = new Grid<>();
    final TextField filter = new TextField();
    final Select<TenantState> state = new Select<>();
    private final transient ZoneOpening opening;
    private final transient KeysetPages<TenantRow> pages;

    ZonesView(TenantLife tenants, ZoneOpening opening, Messages messages) {
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
        zones.addComponentColumn(ZonesView::link)
                .setHeader(getTranslation("ui.zones.name"))
                .setFlexGrow(2)
                .setWidth("220px");
        zones.addComponentColumn(zone -> chip(zone, messages))
                .setHeader(getTranslation("ui.tenants.state"))
                .setWidth("110px")
                .setFlexGrow(0);
        zones.addColumn(zone -> messages.of(getLocale(), zone.kind()))
                .setHeader(getTranslation("ui.zones.kind"))
                .setWidth("120px");
        zones.addColumn(TenantRow::levelType)
                .setHeader(getTranslation("ui.zones.level"))
                .setWidth("140px");
        zones.addColumn(zone -> Shown.text(zone.city()))
                .setHeader(getTranslation("ui.zones.city"))
                .setWidth("100px");
        Narrow.stack(
                this,
                zones,
                getTranslation("ui.zones.name"),
                ZonesView::link,
                zone -> chip(zone, messages),
                zone ->
                        Narrow.line(
                                messages.of(getLocale(), zone.kind())
                                        + " · "
                                        + zone.levelType()
                                        + " · "
                                        + Shown.text(zone.city())));
        zones.setItems(query -> pages.read(query.getOffset(), query.getLimit()));
        zones.setEmptyStateText(getTranslation("ui.zones.none"));
        zones.setHeight("420px");
        add(
                new H1(getTranslation("ui.zones")),
                filterBar(messages),
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

    private Component filterBar(Messages messages) {
        filter.setPlaceholder(getTranslation("ui.tenants.filter"));
        filter.setAriaLabel(getTranslation("ui.tenants.filter"));
        filter.setPrefixComponent(new Glyph(Glyph.Of.SEARCH));
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(change -> refresh());
        filter.addClassName("wide");
        state.setItems(TenantState.values());
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(getTranslation("ui.tenants.anyState"));
        state.setItemLabelGenerator(one ->
                one == null
                        ? getTranslation("ui.tenants.anyState")
                        : messages.of(getLocale(), one));
        state.setAriaLabel(getTranslation("ui.tenants.state"));
        state.addValueChangeListener(change -> refresh());
        var bar = new Div(filter, state);
        bar.addClassName("filter-bar");
        return bar;
    }

    private static Component link(TenantRow zone) {
        var title = new Anchor("tenants/" + zone.code(), zone.name());
        title.addClassName("title");
        var sub = new Span(zone.code());
        sub.addClassName("sub");
        var cell = new Div(title, sub);
        cell.addClassName("name-cell");
        return cell;
    }

    private Component chip(TenantRow zone, Messages messages) {
        var chip = new Span(messages.of(getLocale(), zone.state()));
        chip.addClassNames(
                "chip",
                switch (zone.state()) {
                    case ACTIVE -> "good";
                    case SETTING_UP -> "waiting";
                    case SUSPENDED, CLOSING -> "bad";
                    case DELETED -> "level";
                });
        return chip;
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

    private KeysetPages.Page<TenantRow> page(
            TenantLife tenants, @Nullable String after, int limit) {
        var items =
                tenants.search(
                        filter.getValue(),
                        state.getValue(),
                        after == null ? null : new TenantId(Long.parseLong(after)),
                        limit);
        return new KeysetPages.Page<>(
                items, items.size() < limit ? null : Long.toString(items.getLast().id().value()));
    }

    private void refresh() {
        pages.forget();
        zones.getDataProvider().refreshAll();
    }
}
