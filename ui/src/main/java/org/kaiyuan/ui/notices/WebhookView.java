package org.kaiyuan.ui.notices;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import org.kaiyuan.platform.notices.Delivery;
import org.kaiyuan.platform.notices.DeliveryState;
import org.kaiyuan.platform.notices.NoticesPermissions;
import org.kaiyuan.platform.notices.UnknownWebhook;
import org.kaiyuan.platform.notices.Webhooks;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeysetPages;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** One webhook: where it is told of what, and what it was told. */
@Route("webhooks/:id")
@RolesAllowed(NoticesPermissions.WEBHOOKS)
class WebhookView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final int PAGE = 50;

    final WebhookFields fields;
    final Checkbox enabled = new Checkbox();
    final Button save = new Button();
    final Grid<Delivery> deliveries = new Grid<>();

    private final transient Webhooks webhooks;
    private final transient Messages messages;
    private final transient KeysetPages<Delivery> pages;
    private UUID id = new UUID(0, 0);

    WebhookView(Webhooks webhooks, Messages messages) {
        this.webhooks = webhooks;
        this.messages = messages;
        fields = new WebhookFields(webhooks.kinds());
        pages =
                new KeysetPages<>((after, limit) -> {
                    var page =
                            webhooks.deliveries(
                                    id, after == null ? null : UUID.fromString(after), limit);
                    return new KeysetPages.Page<>(
                            page, page.size() < limit ? null : page.getLast().id().toString());
                });
        addClassNames("detail-page", "webhook-page");
        enabled.setLabel(getTranslation("ui.webhooks.enabled"));
        save.setText(getTranslation("ui.save"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickListener(click -> save());
        var actions =
                new Div(
                        save,
                        new Button(getTranslation("ui.webhooks.ping"), click -> ping()),
                        new Button(getTranslation("ui.webhooks.renew"), click -> renew()),
                        remove());
        actions.addClassName("actions");
        add(
                new Anchor("webhooks", getTranslation("ui.webhooks.back")),
                new H1(getTranslation("ui.webhooks.one")),
                fields,
                enabled,
                actions,
                deliveriesHead(),
                grid());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            id = UUID.fromString(event.getRouteParameters().get("id").orElse(""));
            show();
        } catch (UnknownWebhook | IllegalArgumentException unknown) {
            throw new NotFoundException();
        }
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.webhooks.one") + " · " + getTranslation("ui.product");
    }

    void refresh() {
        pages.forget();
        deliveries.getDataProvider().refreshAll();
    }

    private void show() {
        var hook = webhooks.get(id);
        fields.url.setValue(hook.url());
        fields.choose(webhooks.kinds(), hook.kinds());
        enabled.setValue(hook.enabled());
    }

    private void save() {
        webhooks.revise(id, fields.url.getValue(), fields.chosen(), enabled.getValue());
        show();
        Tell.done(getTranslation("ui.saved"));
    }

    private void ping() {
        webhooks.tryOut(id);
        Tell.done(getTranslation("ui.webhooks.pinged"));
        refresh();
    }

    private void renew() {
        var sure =
                new ConfirmDialog(
                        getTranslation("ui.webhooks.renew"),
                        getTranslation("ui.webhooks.renew.sure"),
                        getTranslation("ui.webhooks.renew"),
                        confirmed ->
                                new SecretDialog(webhooks.renewSecret(id).secret(), () -> {})
                                        .open());
        sure.setCancelable(true);
        sure.setCancelText(getTranslation("ui.cancel"));
        sure.open();
    }

    private Button remove() {
        var remove = new Button(getTranslation("ui.webhooks.remove"), new Glyph(Glyph.Of.TRASH));
        remove.addThemeVariants(ButtonVariant.LUMO_ERROR);
        remove.addClickListener(click -> {
            var sure =
                    new ConfirmDialog(
                            getTranslation("ui.webhooks.remove"),
                            getTranslation("ui.webhooks.remove.sure"),
                            getTranslation("ui.webhooks.remove"),
                            confirmed -> {
                                webhooks.remove(id);
                                getUI().ifPresent(ui -> ui.navigate(WebhooksView.class));
                            });
            sure.setCancelable(true);
            sure.setCancelText(getTranslation("ui.cancel"));
            sure.setConfirmButtonTheme("error primary");
            sure.open();
        });
        return remove;
    }

    private Component deliveriesHead() {
        var again =
                new Button(
                        getTranslation("ui.webhooks.refresh"),
                        new Glyph(Glyph.Of.REBUILD),
                        click -> refresh());
        var head = new Div(new H2(getTranslation("ui.webhooks.deliveries")), again);
        head.addClassName("page-head");
        return head;
    }

    private Component grid() {
        deliveries
                .addComponentColumn(this::what)
                .setHeader(getTranslation("ui.webhooks.event"))
                .setWidth("190px")
                .setFlexGrow(1);
        deliveries
                .addComponentColumn(this::state)
                .setHeader(getTranslation("ui.webhooks.state"))
                .setWidth("130px")
                .setFlexGrow(0);
        deliveries
                .addComponentColumn(this::response)
                .setHeader(getTranslation("ui.webhooks.response"))
                .setWidth("160px")
                .setFlexGrow(2);
        deliveries.addComponentColumn(this::resend).setHeader("").setWidth("96px").setFlexGrow(0);
        deliveries.setEmptyStateComponent(
                new EmptyState(Glyph.Of.EXPORT, getTranslation("ui.webhooks.noDeliveries")));
        deliveries.setItems(query -> pages.read(query.getOffset(), query.getLimit()));
        deliveries.getLazyDataView().setIdentifierProvider(Delivery::id);
        deliveries.setPageSize(PAGE);
        deliveries.setSelectionMode(Grid.SelectionMode.NONE);
        deliveries.setHeight("420px");
        return deliveries;
    }

    private Component what(Delivery delivery) {
        var kind =
                webhooks.kinds().stream()
                        .filter(one -> one.kind().equals(delivery.kind()))
                        .map(one -> getTranslation(one.titleKey()))
                        .findFirst()
                        .orElse(getTranslation("ui.webhooks.ping"));
        var title = new Span(kind);
        title.setTitle(delivery.payload());
        var sub = new Span(Shown.moment(delivery.createdAt()));
        sub.addClassName("sub");
        return cell(title, sub);
    }

    private Component state(Delivery delivery) {
        var chip = new Span(messages.of(getLocale(), delivery.state()));
        chip.addClassName("chip");
        if (delivery.state() == DeliveryState.FAILED) {
            chip.addClassName("bad");
        } else if (delivery.state() == DeliveryState.WAITING) {
            chip.addClassName("waiting");
        }
        var sub = new Span(getTranslation("ui.webhooks.attempts", delivery.attempts()));
        sub.addClassName("sub");
        return cell(chip, sub);
    }

    private Component response(Delivery delivery) {
        var status = delivery.status();
        var said = new Span(Shown.text(delivery.response()));
        said.addClassName("title");
        said.setTitle(Shown.text(delivery.response()));
        var sub = new Span(status == null ? Shown.NOTHING : "HTTP " + status);
        sub.addClassName("sub");
        return cell(said, sub);
    }

    private Component resend(Delivery delivery) {
        var again =
                new Button(
                        getTranslation("ui.webhooks.resend"),
                        click -> {
                            webhooks.resend(delivery.id());
                            Tell.done(getTranslation("ui.webhooks.resent"));
                            refresh();
                        });
        again.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return again;
    }

    private static Component cell(Component first, Component second) {
        var cell = new Div(first, second);
        cell.addClassName("name-cell");
        return cell;
    }
}
