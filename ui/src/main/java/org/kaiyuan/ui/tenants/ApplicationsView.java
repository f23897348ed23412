package org.kaiyuan.ui.tenants;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.tenants.Application;
import org.kaiyuan.platform.tenants.ApplicationState;
import org.kaiyuan.platform.tenants.Applications;
import org.kaiyuan.platform.tenants.TenantsPermissions;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeysetPages;
import org.kaiyuan.ui.kit.Narrow;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** Parks that want in: the operator accepts or declines. */
@Route("applications")
@RolesAllowed(TenantsPermissions.OPERATE)
class ApplicationsView extends Main implements HasDynamicTitle {
    final Select<ApplicationState> state = new Select<>();
    final Grid<Application> lines = new Grid<>();
    final TextField code = new TextField();
    final Button accept = new Button();

    private final transient Applications applications;
    private final transient Messages messages;
    private final transient KeysetPages<Application> pages;

    ApplicationsView(Applications applications, Messages messages) {
        this.applications = applications;
        this.messages = messages;
        pages = new KeysetPages<>(this::page);
        addClassName("list-page");
        state.setItems(ApplicationState.values());
        state.setValue(ApplicationState.WAITING);
        state.setItemLabelGenerator(one -> messages.of(getLocale(), one));
        state.setAriaLabel(getTranslation("ui.tenants.state"));
        state.addValueChangeListener(change -> refresh());
        var bar = new Div(state);
        bar.addClassName("filter-bar");
        addColumns();
        var head = new Div(new H1(getTranslation("ui.applications")));
        head.addClassName("page-head");
        add(
                head,
                new Paragraph(
                        new Span(getTranslation("ui.applications.detail")),
                        new Anchor("apply", getTranslation("ui.applications.form"))),
                bar,
                lines);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.applications") + " · " + getTranslation("ui.product");
    }

    void refresh() {
        pages.forget();
        lines.getDataProvider().refreshAll();
    }

    private void addColumns() {
        lines.addComponentColumn(this::park)
                .setHeader(getTranslation("ui.zones.name"))
                .setFlexGrow(2)
                .setWidth("220px");
        lines.addComponentColumn(ApplicationsView::contact)
                .setHeader(getTranslation("ui.applications.contact"))
                .setWidth("180px");
        lines.addColumn(one -> Shown.text(one.form().words()))
                .setHeader(getTranslation("ui.apply.words"))
                .setTooltipGenerator(one -> one.form().words())
                .setFlexGrow(2)
                .setWidth("180px");
        lines.addColumn(one -> Shown.moment(one.at()))
                .setHeader(getTranslation("ui.applications.at"))
                .setWidth("150px")
                .setFlexGrow(0);
        lines.addComponentColumn(this::deciding).setWidth("220px").setFlexGrow(0);
        Narrow.stack(
                this,
                lines,
                getTranslation("ui.zones.name"),
                this::park,
                ApplicationsView::contact,
                one -> Narrow.line(Shown.text(one.form().words())),
                one -> Narrow.line(Shown.moment(one.at())),
                this::deciding);
        lines.setItems(query -> pages.read(query.getOffset(), query.getLimit()));
        lines.setEmptyStateComponent(
                new EmptyState(Glyph.Of.FILE, getTranslation("ui.applications.none")));
    }

    private static Component contact(Application one) {
        return cell(
                one.form().contactName(),
                "%s %s".formatted(one.form().contactPhone(), orNothing(one.form().contactEmail())));
    }

    private Component park(Application one) {
        var form = one.form();
        return cell(
                form.zoneName(),
                "%s · %s · %s %s"
                        .formatted(
                                messages.of(getLocale(), form.kind()),
                                form.levelType(),
                                orNothing(form.city()),
                                orNothing(form.division())));
    }

    private Component deciding(Application one) {
        if (one.state() != ApplicationState.WAITING) {
            return cell(
                    Shown.text(one.decidedBy()) + " " + Shown.moment(one.decidedAt()),
                    orNothing(one.reason()));
        }
        var yes = new Button(getTranslation("ui.applications.accept"), click -> accepting(one));
        var no =
                new Button(
                        getTranslation("ui.applications.decline"),
                        click ->
                                new ReasonDialog(
                                                getTranslation("ui.applications.decline"),
                                                getTranslation(
                                                        "ui.applications.decline.detail",
                                                        one.form().zoneName()),
                                                true,
                                                reason -> {
                                                    applications.decline(one.id(), reason);
                                                    refresh();
                                                })
                                        .open());
        no.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        return new Div(yes, no);
    }

    private void accepting(Application one) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation("ui.applications.accept"));
        dialog.setWidth("min(520px, 94vw)");
        code.setLabel(getTranslation("ui.zones.code"));
        code.setHelperText(getTranslation("ui.zones.code.help"));
        code.setManualValidation(true);
        code.setWidthFull();
        code.clear();
        accept.setText(getTranslation("ui.applications.accept"));
        accept.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var listening =
                accept.addClickListener(click -> {
                    applications.accept(one.id(), code.getValue().strip());
                    dialog.close();
                    Tell.done(getTranslation("ui.applications.accepted", one.form().zoneName()));
                    getUI().ifPresent(ui -> ui.navigate("tenants/" + code.getValue().strip()));
                });
        dialog.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                listening.remove();
            }
        });
        dialog.add(
                new Paragraph(
                        getTranslation("ui.applications.accept.detail", one.form().zoneName())),
                code);
        dialog.getFooter()
                .add(new Button(getTranslation("ui.form.cancel"), click -> dialog.close()), accept);
        dialog.open();
    }

    private static Component cell(String title, String sub) {
        var above = new Span(title);
        above.addClassName("title");
        var below = new Span(sub);
        below.addClassName("sub");
        var cell = new Div(above, below);
        cell.addClassName("name-cell");
        return cell;
    }

    private static String orNothing(@Nullable String text) {
        return text == null ? "" : text;
    }

    private KeysetPages.Page<Application> page(@Nullable String after, int limit) {
        var rows =
                applications.list(
                        state.getValue(), after == null ? null : UUID.fromString(after), limit);
        return new KeysetPages.Page<>(
                rows, rows.size() < limit ? null : rows.getLast().id().toString());
    }
}
