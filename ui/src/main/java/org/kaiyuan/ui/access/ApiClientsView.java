package org.kaiyuan.ui.access;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.AccessPermissions;
import org.kaiyuan.platform.access.ApiClientKeeping;
import org.kaiyuan.platform.access.ApiClientRow;
import org.kaiyuan.platform.access.ApiClientState;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeysetPages;
import org.kaiyuan.ui.kit.Narrow;
import org.kaiyuan.ui.kit.Shown;

/** The programs that call the API in the zone's name. */
@Route("api-clients")
@RolesAllowed(AccessPermissions.READ)
class ApiClientsView extends Main implements HasDynamicTitle {
    final Button create = new Button();
    final Grid<ApiClientRow> clients = new Grid<>();
    final Div beside = new Div();

    private final transient ApiClientKeeping keeping;
    private final transient RoleNames names;
    private final transient Clock clock;
    private final transient KeysetPages<ApiClientRow> pages;
    private final boolean mayKeep;

    ApiClientsView(
            ApiClientKeeping keeping, CurrentPerson current, Messages messages, Clock clock) {
        this.keeping = keeping;
        this.clock = clock;
        names = new RoleNames(List.of(), messages, getLocale());
        pages = new KeysetPages<>(this::page);
        mayKeep = current.may(AccessPermissions.CLIENTS);
        addClassName("list-page");
        create.setText(getTranslation("ui.clients.create"));
        create.setIcon(new Glyph(Glyph.Of.PLUS));
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        create.setVisible(mayKeep);
        create.addClickListener(click -> edit(null));
        var actions = new Div(create);
        actions.addClassName("actions");
        var head = new Div(new H1(getTranslation("ui.clients")), actions);
        head.addClassName("page-head");
        add(head, new Paragraph(getTranslation("ui.clients.detail")), split());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.clients") + " · " + getTranslation("ui.product");
    }

    /** The form for a new one, or for one that is there. */
    ApiClientDialog edit(@Nullable ApiClientRow client) {
        var dialog = new ApiClientDialog(keeping, names, clock, client, this::refresh);
        dialog.open();
        return dialog;
    }

    void open(ApiClientRow client) {
        beside.removeAll();
        beside.add(new ApiClientPanel(this, keeping, names, clock, client, mayKeep));
        beside.setVisible(true);
    }

    void close() {
        beside.removeAll();
        beside.setVisible(false);
    }

    /** After something was done to one of them. */
    void refresh(UUID id) {
        pages.forget();
        clients.getDataProvider().refreshAll();
        open(keeping.get(id));
    }

    private Component split() {
        clients.addComponentColumn(this::name)
                .setHeader(getTranslation("ui.clients.name"))
                .setFlexGrow(2)
                .setWidth("220px");
        clients.addComponentColumn(client -> wrapped(may(client)))
                .setHeader(getTranslation("ui.clients.scopes"))
                .setFlexGrow(3)
                .setWidth("220px");
        clients.addComponentColumn(client -> wrapped(from(client)))
                .setHeader(getTranslation("ui.clients.addresses"))
                .setWidth("150px");
        clients.addColumn(client -> Shown.moment(client.lastUsedAt()))
                .setHeader(getTranslation("ui.clients.used"))
                .setWidth("160px")
                .setFlexGrow(0);
        Narrow.stack(
                this,
                clients,
                getTranslation("ui.clients.name"),
                this::name,
                client -> Narrow.line(may(client)),
                client -> Narrow.line(from(client)),
                client -> Narrow.line(Shown.moment(client.lastUsedAt())));
        clients.setItems(query -> pages.read(query.getOffset(), query.getLimit()));
        clients.setEmptyStateComponent(
                new EmptyState(Glyph.Of.WIDEN, getTranslation("ui.clients.none")));
        clients.addItemClickListener(click -> open(click.getItem()));
        beside.setVisible(false);
        var split = new Div(clients, beside);
        split.addClassName("split");
        return split;
    }

    private Component name(ApiClientRow client) {
        var title = new Span(client.name());
        title.addClassName("title");
        var sub = new Span(client.clientId());
        sub.addClassName("sub");
        var cell = new Div(title, sub);
        cell.addClassName("name-cell");
        var state = client.state(clock.instant());
        if (state != ApiClientState.ACTIVE) {
            var chip = new Span(names.of(state));
            chip.addClassNames("chip", "bad");
            sub.add(chip);
        }
        return cell;
    }

    String may(ApiClientRow client) {
        return client.scopes().stream().map(names::ofPermission).collect(Collectors.joining("、"));
    }

    String from(ApiClientRow client) {
        return client.addresses().isEmpty()
                ? getTranslation("ui.clients.anywhere")
                : String.join("、", client.addresses());
    }

    private static Span wrapped(String text) {
        var span = new Span(text);
        span.addClassName("wrapped");
        return span;
    }

    private KeysetPages.Page<ApiClientRow> page(@Nullable String after, int limit) {
        var rows = keeping.list(after, limit);
        return new KeysetPages.Page<>(rows, rows.size() < limit ? null : rows.getLast().clientId());
    }
}
