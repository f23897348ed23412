package org.kaiyuan.ui.tenants;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.Permissions;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.platform.tenancy.TenantRow;
import org.kaiyuan.platform.tenancy.TenantState;
import org.kaiyuan.platform.tenancy.UnknownTenant;
import org.kaiyuan.platform.tenants.Certificate;
import org.kaiyuan.platform.tenants.Certificates;
import org.kaiyuan.platform.tenants.LifeStep;
import org.kaiyuan.platform.tenants.TenantExport;
import org.kaiyuan.platform.tenants.TenantExports;
import org.kaiyuan.platform.tenants.TenantLife;
import org.kaiyuan.platform.tenants.TenantQuotas;
import org.kaiyuan.platform.tenants.TenantSetup;
import org.kaiyuan.platform.tenants.TenantsPermissions;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** One tenant, for the operator: where it stands in its life, what comes next, and what was done with it. */
@Route("tenants")
@RolesAllowed(TenantsPermissions.OPERATE)
class TenantView extends Main implements HasUrlParameter<String>, HasDynamicTitle {
    final Div head = new Div();
    final Div actions = new Div();
    final Div body = new Div();
    @Nullable SetupPanel setupPanel;

    private final transient TenantLife life;
    private final transient TenantSetup setup;
    private final transient TenantExports exports;
    private final transient TenantQuotas quotas;
    private final transient Certificates certificates;
    private final transient Permissions permissions;
    private final transient Messages messages;
    private String code = "";
    private String name = "";

    TenantView(
            TenantLife life,
            TenantSetup setup,
            TenantExports exports,
            TenantQuotas quotas,
            Certificates certificates,
            Permissions permissions,
            Messages messages) {
        this.life = life;
        this.setup = setup;
        this.exports = exports;
        this.quotas = quotas;
        this.certificates = certificates;
        this.permissions = permissions;
        this.messages = messages;
        addClassNames("detail-page", "form-page", "tenant-page");
        head.addClassName("page-head");
        actions.addClassName("actions");
        add(head, body);
    }

    @Override
    public void setParameter(BeforeEvent event, String code) {
        this.code = code;
        try {
            refresh();
        } catch (UnknownTenant none) {
            throw new NotFoundException(code);
        }
    }

    @Override
    public String getPageTitle() {
        return name + " · " + getTranslation("ui.product");
    }

    void refresh() {
        var tenant = life.byCode(code);
        name = tenant.name();
        head.removeAll();
        actions.removeAll();
        body.removeAll();
        var state = new Span(messages.of(getLocale(), tenant.state()));
        state.addClassNames("chip", chip(tenant));
        addActions(tenant);
        head.add(new H1(tenant.name()), state, actions);
        var back = new Anchor("zones", getTranslation("ui.tenants.back"));
        body.add(back, facts(tenant));
        life.closing(tenant.id()).ifPresent(closing -> body.add(closing(closing)));
        var panel = new SetupPanel(setup, permissions, messages, tenant, this::refresh);
        setupPanel = panel;
        body.add(panel);
        if (tenant.state() == TenantState.DELETED) {
            certificates
                    .of(tenant.id())
                    .ifPresent(one -> body.add(certificate(tenant.code(), one)));
        } else {
            body.add(
                    new H2(getTranslation("ui.tenants.quota")),
                    new QuotaPanel(
                            quotas.of(tenant.id()),
                            quota -> done("quota", () -> quotas.set(tenant.id(), quota))),
                    new H2(getTranslation("ui.tenants.export")),
                    new ExportPanel(new Theirs(exports, tenant.id()), messages));
        }
        body.add(new H2(getTranslation("ui.tenants.steps")), steps(tenant.id()));
    }

    private Component certificate(String code, Certificate certificate) {
        DownloadHandler handler =
                event -> {
                    event.setFileName("kaiyuan-deletion-" + code + ".json");
                    event.setContentType("application/json");
                    event.getOutputStream()
                            .write(certificate.content().getBytes(StandardCharsets.UTF_8));
                };
        var said =
                new Paragraph(
                        getTranslation(
                                "ui.tenants.certificate",
                                Long.toString(certificate.number()),
                                Shown.moment(certificate.issuedAt()),
                                certificate.sha256()));
        said.addClassName("wrapped");
        var group =
                new Div(said, new Anchor(handler, getTranslation("ui.tenants.certificate.take")));
        group.addClassName("form-group");
        return group;
    }

    private record Theirs(TenantExports exports, TenantId zone) implements ExportPanel.Doors {
        @Override
        public List<TenantExport> list() {
            return exports.of(zone);
        }

        @Override
        public UUID begin() {
            return exports.beginFor(zone);
        }

        @Override
        public TenantExports.Download open(UUID id) {
            return exports.openFor(zone, id);
        }
    }

    private void addActions(TenantRow tenant) {
        switch (tenant.state()) {
            case SETTING_UP -> {
                var activate = new Button(getTranslation("ui.tenants.activate"));
                activate.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
                activate.addClickListener(
                        click -> done("activated", () -> life.activate(tenant.id())));
                actions.add(activate, deletion(tenant));
            }
            case ACTIVE ->
                    actions.add(
                            asking("suspend", true, reason -> life.suspend(tenant.id(), reason)),
                            deletion(tenant));
            case SUSPENDED ->
                    actions.add(
                            asking("resume", false, reason -> life.resume(tenant.id(), reason)),
                            deletion(tenant));
            case CLOSING ->
                    actions.add(
                            asking(
                                    "withdraw",
                                    false,
                                    reason -> life.withdrawDeletion(tenant.id(), reason)));
            case DELETED -> {}
        }
    }

    private Button deletion(TenantRow tenant) {
        return asking("delete", true, reason -> life.requestDeletion(tenant.id(), reason));
    }

    private Button asking(String act, boolean grave, SerializableConsumer<String> then) {
        var title = getTranslation("ui.tenants." + act);
        var button = new Button(title);
        if (grave) {
            button.addThemeVariants(ButtonVariant.LUMO_ERROR);
        }
        button.addClickListener(click ->
                new ReasonDialog(
                                title,
                                getTranslation("ui.tenants." + act + ".detail", name),
                                grave,
                                reason -> done(act, () -> then.accept(reason)))
                        .open());
        return button;
    }

    private void done(String act, Runnable work) {
        work.run();
        Tell.done(getTranslation("ui.tenants.done." + act, name));
        refresh();
    }

    private Component facts(TenantRow tenant) {
        var facts = new Div();
        facts.addClassName("facts");
        facts.add(
                fact("ui.zones.code", tenant.code()),
                fact("ui.zones.kind", messages.of(getLocale(), tenant.kind())),
                fact("ui.zones.level", tenant.levelType()),
                fact("ui.zones.city", Shown.text(tenant.city())),
                fact("ui.tenants.divisions", Shown.text(String.join("、", tenant.divisions()))),
                fact("ui.tenants.since", Shown.moment(tenant.createdAt())));
        var reason = tenant.stateReason();
        if (reason != null) {
            facts.add(fact("ui.tenants.stateReason", reason));
        }
        return facts;
    }

    private Component fact(String key, String value) {
        var label = new Span(getTranslation(key));
        label.addClassName("what");
        var figure = new Span(value);
        figure.addClassName("value");
        return new Div(new Div(label), figure);
    }

    private Component closing(TenantLife.Closing closing) {
        var said =
                new Paragraph(
                        getTranslation(
                                "ui.tenants.closing",
                                closing.requestedBy(),
                                Shown.moment(closing.requestedAt()),
                                closing.coolingDays(),
                                Shown.moment(closing.due())));
        said.addClassName("conflict");
        return said;
    }

    private Component steps(TenantId zone) {
        var lines = new Div();
        lines.addClassName("timeline");
        life.steps(zone).forEach(step -> lines.add(line(step)));
        return lines;
    }

    private Component line(LifeStep step) {
        var act = new Span(getTranslation("ui.tenants.act." + step.act()));
        act.addClassName("title");
        var reason = step.reason();
        var who =
                new Span(
                        "%s · %s%s"
                                .formatted(
                                        Shown.moment(step.at()),
                                        step.actorName(),
                                        reason == null ? "" : " · " + reason));
        who.addClassName("sub");
        var line = new Div(act, who);
        line.addClassName("name-cell");
        return line;
    }

    private static String chip(TenantRow tenant) {
        return switch (tenant.state()) {
            case ACTIVE -> "good";
            case SETTING_UP -> "waiting";
            case SUSPENDED, CLOSING -> "bad";
            case DELETED -> "level";
        };
    }
}
