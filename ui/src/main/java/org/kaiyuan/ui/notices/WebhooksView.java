package org.kaiyuan.ui.notices;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.stream.Collectors;
import org.kaiyuan.platform.notices.NoticesPermissions;
import org.kaiyuan.platform.notices.Webhook;
import org.kaiyuan.platform.notices.WebhookKind;
import org.kaiyuan.platform.notices.Webhooks;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;

/** The other systems of the zone that are told what happens. */
@Route("webhooks")
@RolesAllowed(NoticesPermissions.WEBHOOKS)
class WebhooksView extends Main implements HasDynamicTitle {
    final Grid<Webhook> hooks = new Grid<>();
    private final transient Webhooks webhooks;

    WebhooksView(Webhooks webhooks) {
        this.webhooks = webhooks;
        addClassName("list-page");
        setSizeFull();
        var fresh =
                new Button(
                        getTranslation("ui.webhooks.new"),
                        new Glyph(Glyph.Of.PLUS),
                        click -> form().open());
        fresh.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var actions = new Div(fresh);
        actions.addClassName("actions");
        var head = new Div(new H1(getTranslation("ui.webhooks")), actions);
        head.addClassName("page-head");
        var told = new Div(getTranslation("ui.webhooks.detail"));
        told.addClassName("told");
        hooks.addComponentColumn(this::address)
                .setHeader(getTranslation("ui.webhooks.url"))
                .setWidth("200px")
                .setFlexGrow(3);
        hooks.addComponentColumn(this::state)
                .setHeader(getTranslation("ui.webhooks.state"))
                .setWidth("120px")
                .setFlexGrow(0);
        hooks.setSelectionMode(Grid.SelectionMode.NONE);
        hooks.setEmptyStateComponent(
                new EmptyState(Glyph.Of.EXPORT, getTranslation("ui.webhooks.none")));
        hooks.addItemClickListener(click -> open(click.getItem()));
        hooks.setSizeFull();
        add(head, told, hooks);
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.webhooks") + " · " + getTranslation("ui.product");
    }

    void refresh() {
        hooks.setItems(webhooks.list());
    }

    Dialog form() {
        var fields = new WebhookFields(webhooks.kinds());
        var dialog = new Dialog(fields);
        dialog.setHeaderTitle(getTranslation("ui.webhooks.new"));
        dialog.setWidth("min(560px, 94vw)");
        var register =
                new Button(
                        getTranslation("ui.webhooks.register"),
                        click -> {
                            var told = webhooks.register(fields.url.getValue(), fields.chosen());
                            dialog.close();
                            refresh();
                            new SecretDialog(told.secret(), () -> {}).open();
                        });
        register.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter()
                .add(new Button(getTranslation("ui.cancel"), click -> dialog.close()), register);
        return dialog;
    }

    private void open(Webhook hook) {
        getUI().ifPresent(ui -> ui.navigate("webhooks/" + hook.id()));
    }

    private Component address(Webhook hook) {
        var url = new Anchor("webhooks/" + hook.id(), hook.url());
        url.addClassName("title");
        var sub =
                new Span(
                        webhooks.kinds().stream()
                                .filter(kind -> hook.kinds().contains(kind.kind()))
                                .map(this::title)
                                .collect(Collectors.joining("、")));
        sub.addClassName("sub");
        var cell = new Div(url, sub);
        cell.addClassName("name-cell");
        return cell;
    }

    private String title(WebhookKind kind) {
        return getTranslation(kind.titleKey());
    }

    private Component state(Webhook hook) {
        var failing = hook.failingSince();
        var chip =
                new Span(
                        getTranslation(
                                !hook.enabled()
                                        ? "ui.webhooks.off"
                                        : failing == null
                                                ? "ui.webhooks.on"
                                                : "ui.webhooks.failing"));
        chip.addClassName("chip");
        if (!hook.enabled()) {
            chip.addClassName("bad");
        } else if (failing != null) {
            chip.addClassName("waiting");
            chip.setTitle(Shown.moment(failing));
        }
        return chip;
    }
}
