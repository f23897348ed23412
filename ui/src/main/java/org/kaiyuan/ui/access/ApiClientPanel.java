package org.kaiyuan.ui.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.LocalDateTime;
import org.kaiyuan.platform.access.ApiClientKeeping;
import org.kaiyuan.platform.access.ApiClientRow;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** One program beside the list: what it may, what it did, and what can be done about it. */
class ApiClientPanel extends Section {
    private static final int USUAL_OVERLAP_DAYS = 7;

    final Button change = new Button();
    final Button rotate = new Button();
    final Button revoke = new Button();

    private final transient ApiClientsView view;
    private final transient ApiClientKeeping keeping;
    private final transient RoleNames names;
    private final transient Clock clock;
    private final transient ApiClientRow client;

    ApiClientPanel(
            ApiClientsView view,
            ApiClientKeeping keeping,
            RoleNames names,
            Clock clock,
            ApiClientRow client,
            boolean mayKeep) {
        this.view = view;
        this.keeping = keeping;
        this.names = names;
        this.clock = clock;
        this.client = client;
        addClassName("quick-look");
        var close = new Button(new Glyph(Glyph.Of.CLOSE), click -> view.close());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        close.addClassName("close");
        close.setAriaLabel(getTranslation("ui.close"));
        add(new H2(client.name()), close, facts());
        addWays(mayKeep && client.revokedAt() == null);
    }

    private Div facts() {
        var facts = new Div();
        facts.addClassName("facts");
        fact(facts, "ui.clients.id", client.clientId());
        fact(facts, "ui.clients.state", names.of(client.state(clock.instant())));
        fact(facts, "ui.clients.scopes", view.may(client));
        fact(facts, "ui.clients.addresses", view.from(client));
        fact(
                facts,
                "ui.clients.expires",
                client.expiresAt() == null
                        ? getTranslation("ui.clients.expires.never")
                        : Shown.moment(client.expiresAt()));
        fact(
                facts,
                "ui.clients.created",
                Shown.moment(client.createdAt()) + " · " + client.createdBy());
        fact(
                facts,
                "ui.clients.used",
                client.lastUsedAt() == null
                        ? getTranslation("ui.clients.used.never")
                        : Shown.moment(client.lastUsedAt())
                                + " · "
                                + Shown.text(client.lastUsedFrom()));
        if (client.formerSecretUntil() != null) {
            fact(facts, "ui.clients.former", Shown.moment(client.formerSecretUntil()));
        }
        if (client.revokedAt() != null) {
            fact(
                    facts,
                    "ui.clients.revoked",
                    Shown.moment(client.revokedAt()) + " · " + Shown.text(client.revokedBy()));
        }
        return facts;
    }

    private void fact(Div facts, String key, String value) {
        var what = new Span(getTranslation(key));
        what.addClassName("what");
        var shown = new Div(value);
        shown.addClassName("value");
        facts.add(new Div(what, shown));
    }

    private void addWays(boolean shown) {
        change.setText(getTranslation("ui.clients.change"));
        change.setIcon(new Glyph(Glyph.Of.EDIT));
        change.addClickListener(click -> view.edit(client));
        rotate.setText(getTranslation("ui.clients.rotate"));
        rotate.setIcon(new Glyph(Glyph.Of.REBUILD));
        rotate.addClickListener(click -> rotating().open());
        revoke.setText(getTranslation("ui.clients.revoke"));
        revoke.addThemeVariants(ButtonVariant.LUMO_ERROR);
        revoke.addClickListener(click -> revoking().open());
        var ways = new Div(change, rotate, revoke);
        ways.addClassName("chips");
        ways.setVisible(shown);
        add(ways);
    }

    private Dialog rotating() {
        var dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation("ui.clients.rotate.title", client.name()));
        dialog.setWidth("min(520px, 94vw)");
        var until = new DateTimePicker(getTranslation("ui.clients.rotate.until"));
        until.setHelperText(
                getTranslation(
                        "ui.clients.rotate.until.help", ApiClientKeeping.LONGEST_OVERLAP.toDays()));
        until.setValue(
                LocalDateTime.now(clock).plusDays(USUAL_OVERLAP_DAYS).withSecond(0).withNano(0));
        var go = new Button(getTranslation("ui.clients.rotate"));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        go.setDisableOnClick(true);
        go.addClickListener(click -> {
            try {
                var chosen = until.getValue();
                var told =
                        keeping.rotate(
                                client.id(),
                                client.version(),
                                chosen == null ? null : chosen.atZone(clock.getZone()).toInstant());
                dialog.close();
                view.refresh(client.id());
                new SecretDialog(told).open();
            } finally {
                go.setEnabled(true);
            }
        });
        dialog.add(new Paragraph(getTranslation("ui.clients.rotate.detail")), until);
        dialog.getFooter()
                .add(new Button(getTranslation("ui.form.cancel"), click -> dialog.close()), go);
        return dialog;
    }

    private Dialog revoking() {
        var dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation("ui.clients.revoke.title", client.name()));
        dialog.add(new Paragraph(getTranslation("ui.clients.revoke.detail")));
        var go = new Button(getTranslation("ui.clients.revoke"));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        go.addClickListener(click -> {
            keeping.revoke(client.id());
            dialog.close();
            Tell.done(getTranslation("ui.clients.revoke.done", client.name()));
            view.refresh(client.id());
        });
        dialog.getFooter()
                .add(new Button(getTranslation("ui.form.cancel"), click -> dialog.close()), go);
        return dialog;
    }
}
