package org.kaiyuan.ui.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.ContactLine;
import org.kaiyuan.enterprises.Divisions;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.FormerName;
import org.kaiyuan.enterprises.Industries;
import org.kaiyuan.enterprises.UnknownEnterprise;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.kaiyuan.portal.Colleagues;
import org.kaiyuan.portal.MyEnterprises;
import org.kaiyuan.portal.PortalPermissions;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.shell.PortalShell;

/** The enterprise as it is in the park's directory, and who stands for it. */
@Route(value = "portal/enterprises/:id", layout = PortalShell.class)
@RolesAllowed(PortalPermissions.ENTER)
class PortalEnterpriseView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    final Div contacts = new Div();
    final Button whole = new Button();
    @Nullable ColleaguesPanel people;

    private final transient MyEnterprises mine;
    private final transient Colleagues colleagues;
    private final transient TenantDirectory tenants;
    private final transient CurrentPerson current;
    private final transient Messages messages;
    private String title = "";

    PortalEnterpriseView(
            MyEnterprises mine,
            Colleagues colleagues,
            TenantDirectory tenants,
            CurrentPerson current,
            Messages messages) {
        this.mine = mine;
        this.colleagues = colleagues;
        this.tenants = tenants;
        this.current = current;
        this.messages = messages;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(new Anchor("portal", getTranslation("ui.portal.back")));
        try {
            var id =
                    new EnterpriseId(
                            UUID.fromString(event.getRouteParameters().get("id").orElse("")));
            show(id, mine.record(id));
        } catch (UnknownEnterprise | IllegalArgumentException unknown) {
            title = getTranslation("ui.not-found.title");
            add(new EmptyState(Glyph.Of.BUILDING, getTranslation("enterprises.refusal.unknown")));
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · " + getTranslation("ui.portal.product");
    }

    private void show(EnterpriseId id, EnterpriseProfile p) {
        title = p.name();
        boolean administrator = mine.isAdministrator(id);
        var chips =
                new Div(
                        PortalHomeView.chip(
                                messages.of(getLocale(), p.status()), p.status().name()));
        chips.addClassName("chips");
        if (administrator) {
            chips.add(PortalHomeView.chip(getTranslation("ui.portal.administrator"), ""));
        }
        add(
                new H1(p.name()),
                chips,
                new Paragraph(getTranslation("ui.portal.record.detail")),
                section("ui.enterprises.tab.basics", facts(p)));
        showContacts(p.contacts());
        whole.setText(getTranslation("ui.portal.contacts.whole"));
        whole.setIcon(new Glyph(Glyph.Of.EYE));
        whole.setVisible(administrator && !p.contacts().isEmpty());
        whole.addClickListener(click -> {
            showContacts(mine.contacts(id));
            whole.setVisible(false);
        });
        people =
                new ColleaguesPanel(
                        colleagues, id, administrator, current.username(), new ParkCode(tenants));
        add(
                section("ui.enterprises.tab.contacts", contacts, whole),
                section("ui.enterprises.tab.figures", figures(p)),
                section(
                        "ui.portal.colleagues",
                        people,
                        new Anchor(
                                "portal/rights/" + id,
                                getTranslation("ui.services.portal.rights"))));
    }

    private void showContacts(List<ContactLine> lines) {
        contacts.removeAll();
        contacts.addClassName("portal-lines");
        for (var line : lines) {
            var name = new Span(line.name());
            name.addClassName("title");
            var row = new Div(name);
            row.addClassName("name-cell");
            for (var more : new String[] {line.position(), line.phone(), line.email()}) {
                if (more != null) {
                    var sub = new Span(more);
                    sub.addClassName("sub");
                    row.add(sub);
                }
            }
            contacts.add(row);
        }
        if (lines.isEmpty()) {
            contacts.add(new Paragraph(getTranslation("ui.enterprises.contacts.none")));
        }
    }

    private Component section(String key, Component... content) {
        var section = new Section(new H2(getTranslation(key)));
        section.add(content);
        section.addClassName("form-group");
        return section;
    }

    private Component facts(EnterpriseProfile p) {
        var facts = new Div();
        facts.addClassName("facts");
        fact(facts, "creditCode", p.creditCode());
        fact(facts, "shortName", p.shortName());
        fact(
                facts,
                "formerNames",
                p.formerNames().stream().map(FormerName::name).collect(Collectors.joining("、")));
        fact(facts, "kind", p.kind());
        fact(facts, "capital", Shown.tenThousands(p.registeredCapital()));
        fact(facts, "foundedOn", Shown.date(p.foundedOn()));
        fact(facts, "settledOn", Shown.date(p.settledOn()));
        fact(
                facts,
                "industryCode",
                p.industryCode() == null ? null : Industries.shown(p.industryCode()));
        fact(
                facts,
                "division",
                p.divisionCode() == null ? null : Divisions.shown(p.divisionCode()));
        fact(facts, "address", p.address());
        fact(facts, "zoneLocation", p.zoneLocation());
        fact(facts, "website", p.website());
        fact(facts, "products", p.products());
        fact(facts, "businessScope", p.businessScope());
        return facts;
    }

    private void fact(Div facts, String key, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return;
        }
        var what = new Div(getTranslation("ui.enterprises." + key));
        what.addClassName("what");
        var value = new Div(text);
        value.addClassName("value");
        facts.add(new Div(what, value));
    }

    private Component figures(EnterpriseProfile p) {
        var lines = new Div();
        lines.addClassName("portal-lines");
        for (var year : p.figures()) {
            var row =
                    new Div(
                            new Span(Integer.toString(year.year())),
                            figure("revenue", Shown.tenThousands(year.revenueYuan())),
                            figure("tax", Shown.tenThousands(year.taxYuan())),
                            figure("employees", Shown.figure(year.employees())));
            row.addClassName("line");
            lines.add(row);
        }
        if (p.figures().isEmpty()) {
            lines.add(new Paragraph(getTranslation("ui.enterprises.figures.none")));
        }
        return lines;
    }

    private Span figure(String key, String shown) {
        var figure = new Span(getTranslation("ui.enterprises." + key) + " " + shown);
        figure.addClassName("sub");
        return figure;
    }
}
