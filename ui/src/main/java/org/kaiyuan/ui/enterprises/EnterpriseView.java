package org.kaiyuan.ui.enterprises;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.ContactLine;
import org.kaiyuan.enterprises.ContactUnmasking;
import org.kaiyuan.enterprises.Divisions;
import org.kaiyuan.enterprises.EnterpriseDetails;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterprisePermissions;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.EnterpriseRecords;
import org.kaiyuan.enterprises.EnterpriseRemoval;
import org.kaiyuan.enterprises.EnterpriseSearch;
import org.kaiyuan.enterprises.FormerName;
import org.kaiyuan.enterprises.Industries;
import org.kaiyuan.enterprises.QualificationKind;
import org.kaiyuan.enterprises.QualificationLine;
import org.kaiyuan.enterprises.UnknownEnterprise;
import org.kaiyuan.enterprises.YearlyFigures;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.portal.PortalPermissions;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;
import org.kaiyuan.ui.portal.StandsForPanel;
import org.kaiyuan.ui.timeline.RecordPanels;

/** One enterprise: what it is, what it reported, who changed what. */
@Route("enterprises/:id")
@RolesAllowed(EnterprisePermissions.READ)
class EnterpriseView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private final transient EnterpriseDirectory directory;
    private final transient EnterpriseSearch search;
    private final transient EnterpriseRemoval removal;
    private final transient ContactUnmasking unmasking;
    private final transient RecordPanels panels;
    private final transient StandsForPanel.Doors representatives;
    private final transient CurrentPerson person;
    private final transient Messages messages;
    private String title = "";

    EnterpriseView(
            EnterpriseDirectory directory,
            EnterpriseSearch search,
            EnterpriseRemoval removal,
            ContactUnmasking unmasking,
            RecordPanels panels,
            StandsForPanel.Doors representatives,
            CurrentPerson person,
            Messages messages) {
        this.directory = directory;
        this.search = search;
        this.removal = removal;
        this.unmasking = unmasking;
        this.panels = panels;
        this.representatives = representatives;
        this.person = person;
        this.messages = messages;
        addClassName("detail-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getRouteParameters().get("id").orElse("");
        removeAll();
        try {
            show(directory.details(new EnterpriseId(UUID.fromString(asked))));
        } catch (UnknownEnterprise | IllegalArgumentException unknown) {
            title = getTranslation("ui.not-found.title");
            add(
                    new EmptyState(
                            Glyph.Of.BUILDING,
                            getTranslation("enterprises.refusal.unknown"),
                            new Anchor("enterprises", getTranslation("ui.enterprises.back"))));
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · " + getTranslation("ui.product");
    }

    private void show(EnterpriseDetails enterprise) {
        var p = enterprise.profile();
        title = p.name();
        var status = new Span(messages.of(getLocale(), p.status()));
        status.addClassNames("chip", p.status().name());
        var chips = new Div(status);
        chips.addClassName("chips");
        p.tags()
                .forEach(tag -> {
                    var chip = new Span(tag);
                    chip.addClassName("chip");
                    chips.add(chip);
                });
        add(
                new Anchor("enterprises", getTranslation("ui.enterprises.back")),
                new H1(p.name()),
                chips,
                actions(enterprise),
                keyFigures(p));
        var tabs = new TabSheet();
        tabs.setWidthFull();
        tabs.add(getTranslation("ui.enterprises.tab.basics"), facts(enterprise));
        tabs.add(getTranslation("ui.enterprises.tab.contacts"), contacts(enterprise));
        tabs.add(getTranslation("ui.enterprises.tab.qualifications"), qualifications(p));
        tabs.add(getTranslation("ui.enterprises.tab.figures"), figures(p));
        tabs.add(
                getTranslation("ui.enterprises.tab.history"),
                new HistoryPanel(
                        directory, enterprise.id(), new FieldWords(messages, getLocale())));
        tabs.add(getTranslation("ui.similar"), new SimilarPanel(search, cells(), enterprise.id()));
        var record = EnterpriseRecords.of(enterprise.id());
        var timeline =
                panels.timeline(
                        record,
                        new EnterpriseChangeWords(
                                new FieldWords(messages, getLocale()), messages, getLocale()));
        var files = panels.files(record);
        files.onChange(timeline::refresh);
        tabs.add(getTranslation("ui.enterprises.tab.files"), files);
        if (person.may(PortalPermissions.CONFIRM)) {
            tabs.add(
                    getTranslation("ui.portal.tab"),
                    new StandsForPanel(representatives, enterprise.id()));
        }
        var beside = new Div(tabs, timeline);
        beside.addClassName("beside");
        add(beside);
    }

    private EnterpriseCells cells() {
        return new EnterpriseCells(
                new FilterWords(messages, getLocale(), directory.qualificationKinds()),
                messages,
                getLocale());
    }

    private Component actions(EnterpriseDetails enterprise) {
        var row = new Div();
        row.addClassName("actions");
        if (person.may(EnterprisePermissions.WRITE)) {
            var edit =
                    new Button(
                            getTranslation("ui.enterprises.to-edit"),
                            new Glyph(Glyph.Of.EDIT),
                            click ->
                                    getUI().ifPresent(ui ->
                                            ui.navigate(
                                                    "enterprises/" + enterprise.id() + "/edit")));
            edit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            var remove =
                    new Button(
                            getTranslation("ui.enterprises.remove"),
                            new Glyph(Glyph.Of.TRASH),
                            click -> askToRemove(enterprise));
            row.add(edit, remove);
        }
        if (person.may(EnterprisePermissions.MERGE)) {
            row.add(
                    new Button(
                            getTranslation("ui.merge"),
                            new Glyph(Glyph.Of.MERGE),
                            click ->
                                    getUI().ifPresent(ui ->
                                            ui.navigate(
                                                    "enterprises/" + enterprise.id() + "/merge"))));
        }
        return row;
    }

    private void askToRemove(EnterpriseDetails enterprise) {
        var ask =
                new ConfirmDialog(
                        getTranslation("ui.enterprises.remove.ask", enterprise.profile().name()),
                        getTranslation("ui.enterprises.remove.detail"),
                        getTranslation("ui.enterprises.remove"),
                        confirmed -> {
                            removal.remove(enterprise.id(), enterprise.version());
                            Tell.done(getTranslation("ui.enterprises.removed"));
                            getUI().ifPresent(ui -> ui.navigate("enterprises"));
                        });
        ask.setConfirmButtonTheme("error primary");
        ask.setCancelable(true);
        ask.setCancelText(getTranslation("ui.form.cancel"));
        ask.open();
    }

    private Component keyFigures(EnterpriseProfile p) {
        var newest = p.figures().isEmpty() ? null : p.figures().getFirst();
        var figures =
                new Div(
                        keyFigure(
                                Shown.tenThousands(p.registeredCapital()),
                                getTranslation("ui.enterprises.capital")),
                        keyFigure(
                                Shown.date(p.foundedOn()),
                                getTranslation("ui.enterprises.foundedOn")),
                        keyFigure(
                                Shown.tenThousands(newest == null ? null : newest.revenueYuan()),
                                year(newest) + getTranslation("ui.enterprises.revenue")),
                        keyFigure(
                                Shown.tenThousands(newest == null ? null : newest.taxYuan()),
                                year(newest) + getTranslation("ui.enterprises.tax")),
                        keyFigure(
                                Shown.figure(newest == null ? null : newest.employees()),
                                year(newest) + getTranslation("ui.enterprises.employees")));
        figures.addClassName("key-figures");
        return figures;
    }

    private static String year(@Nullable YearlyFigures figures) {
        return figures == null ? "" : figures.year() + " ";
    }

    private static Component keyFigure(String figure, String what) {
        var number = new Div(figure);
        number.addClassName("figure");
        var label = new Div(what);
        label.addClassName("what");
        var box = new Div(number, label);
        box.addClassName("key-figure");
        return box;
    }

    private Component facts(EnterpriseDetails enterprise) {
        var p = enterprise.profile();
        var facts =
                new Div(
                        fact("creditCode", p.creditCode()),
                        fact("shortName", p.shortName()),
                        fact(
                                "formerNames",
                                enterprise.formerNames().stream()
                                        .map(this::shown)
                                        .collect(Collectors.joining("、"))),
                        fact("kind", p.kind()),
                        fact("industryCode", shown(p.industryCode(), Industries::shown)),
                        fact("leadingIndustry", p.leadingIndustry()),
                        fact("subIndustry", p.subIndustry()),
                        fact("chainPosition", messages.of(getLocale(), p.chainPosition())),
                        fact("currency", p.capitalCurrency()),
                        fact("settledOn", Shown.date(p.settledOn())),
                        fact("division", shown(p.divisionCode(), Divisions::shown)),
                        fact("address", p.address()),
                        fact("zoneLocation", p.zoneLocation()),
                        fact("website", p.website()),
                        fact("flags", flags(p)),
                        whole(fact("products", p.products())),
                        whole(fact("businessScope", p.businessScope())));
        facts.addClassName("facts");
        return facts;
    }

    private String shown(FormerName former) {
        return former.until() == null
                ? former.name()
                : getTranslation(
                        "ui.enterprises.formerName.until",
                        former.name(),
                        Shown.date(former.until()));
    }

    private static @Nullable String shown(@Nullable String code, UnaryOperator<String> name) {
        return code == null ? null : name.apply(code);
    }

    private String flags(EnterpriseProfile p) {
        return (p.aboveScale() ? getTranslation("ui.enterprises.aboveScale") + " " : "")
                + (p.fourAbove() ? getTranslation("ui.enterprises.fourAbove") : "");
    }

    private static Component whole(Component fact) {
        fact.addClassName("whole");
        return fact;
    }

    private Component fact(String key, @Nullable String text) {
        var what = new Div(getTranslation("ui.enterprises." + key));
        what.addClassName("what");
        var value = new Div(Shown.text(text));
        value.addClassName("value");
        return new Div(what, value);
    }

    private Component contacts(EnterpriseDetails enterprise) {
        var grid = new Grid<ContactLine>();
        grid.addColumn(ContactLine::name).setHeader(getTranslation("ui.enterprises.contact.name"));
        grid.addColumn(c -> Shown.text(c.position()))
                .setHeader(getTranslation("ui.enterprises.contact.position"));
        grid.addColumn(c -> Shown.text(c.phone()))
                .setHeader(getTranslation("ui.enterprises.contact.phone"));
        grid.addColumn(c -> Shown.text(c.email()))
                .setHeader(getTranslation("ui.enterprises.contact.email"));
        if (person.may(EnterprisePermissions.UNMASK)) {
            grid.addComponentColumn(c -> new UnmaskButton(unmasking, enterprise.id(), c))
                    .setAutoWidth(true)
                    .setHeader(getTranslation("ui.unmask"));
        }
        return filled(grid, enterprise.profile().contacts(), "ui.enterprises.contacts.none");
    }

    private Component qualifications(EnterpriseProfile p) {
        Map<String, String> names =
                directory.qualificationKinds().stream()
                        .collect(
                                Collectors.toMap(QualificationKind::code, QualificationKind::name));
        var grid = new Grid<QualificationLine>();
        grid.addColumn(q -> names.getOrDefault(q.kindCode(), q.kindCode()))
                .setHeader(getTranslation("ui.enterprises.qualification"));
        grid.addColumn(q -> Shown.text(q.number()))
                .setHeader(getTranslation("ui.enterprises.qualification.number"));
        grid.addColumn(q -> Shown.date(q.validFrom()))
                .setHeader(getTranslation("ui.enterprises.validFrom"));
        grid.addColumn(q -> Shown.date(q.validUntil()))
                .setHeader(getTranslation("ui.enterprises.validUntil"));
        return filled(grid, p.qualifications(), "ui.enterprises.qualifications.none");
    }

    private Component figures(EnterpriseProfile p) {
        var grid = new Grid<YearlyFigures>();
        grid.addColumn(YearlyFigures::year).setHeader(getTranslation("ui.enterprises.year"));
        money(grid, "revenue", YearlyFigures::revenueYuan);
        money(grid, "tax", YearlyFigures::taxYuan);
        money(grid, "investment", YearlyFigures::fixedAssetInvestmentYuan);
        money(grid, "rd", YearlyFigures::rdYuan);
        money(grid, "export", YearlyFigures::exportYuan);
        grid.addColumn(f -> Shown.mu(f.landAreaM2()))
                .setHeader(getTranslation("ui.enterprises.land"))
                .setTextAlign(ColumnTextAlign.END);
        grid.addColumn(f -> Shown.figure(f.energyTce()))
                .setHeader(getTranslation("ui.enterprises.energy"))
                .setTextAlign(ColumnTextAlign.END);
        grid.addColumn(f -> Shown.figure(f.employees()))
                .setHeader(getTranslation("ui.enterprises.employees"))
                .setTextAlign(ColumnTextAlign.END);
        grid.addColumn(YearlyFigures::source).setHeader(getTranslation("ui.enterprises.source"));
        return filled(grid, p.figures(), "ui.enterprises.figures.none");
    }

    private interface Money {
        @Nullable BigDecimal of(YearlyFigures figures);
    }

    private void money(Grid<YearlyFigures> grid, String key, Money amount) {
        grid.addColumn(f -> Shown.tenThousands(amount.of(f)))
                .setHeader(getTranslation("ui.enterprises." + key))
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true);
    }

    private <T> Component filled(Grid<T> grid, java.util.List<T> items, String noneKey) {
        if (items.isEmpty()) {
            return new EmptyState(Glyph.Of.FILE, getTranslation(noneKey));
        }
        grid.setItems(items);
        grid.setAllRowsVisible(true);
        return grid;
    }
}
