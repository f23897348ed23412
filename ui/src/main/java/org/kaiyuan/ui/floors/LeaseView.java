package org.kaiyuan.ui.floors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.LeaseDetails;
import org.kaiyuan.plots.LeaseId;
import org.kaiyuan.plots.LeaseState;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.RentInstalment;
import org.kaiyuan.plots.RentInstalmentState;
import org.kaiyuan.plots.RentPaymentLine;
import org.kaiyuan.plots.UnknownLease;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeyFigure;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Shown;

/** One lease: what was agreed, what is due, what was paid. */
@Route("leases/:id")
@RolesAllowed(PlotPermissions.FLOORS_READ)
class LeaseView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    final Button pay = new Button();
    private final transient FloorDoors doors;
    private transient SerializableRunnable paying = () -> {};
    private String title = "";

    LeaseView(FloorDoors doors) {
        this.doors = doors;
        addClassNames("detail-page", "lead-page", "lease-page");
        pay.setText(getTranslation("ui.floors.pay"));
        pay.setIcon(new Glyph(Glyph.Of.CHECK));
        pay.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        pay.addClickListener(click -> paying.run());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getRouteParameters().get("id").orElse("");
        removeAll();
        try {
            show(doors.leases().details(new LeaseId(UUID.fromString(asked))));
        } catch (UnknownLease | IllegalArgumentException unknown) {
            title = getTranslation("ui.not-found.title");
            add(
                    new EmptyState(
                            Glyph.Of.SEARCH,
                            getTranslation("plots.refusal.unknownLease"),
                            FloorCells.link(
                                    FloorNavigation.LEASES,
                                    getTranslation("ui.floors.leases.back"))));
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · " + getTranslation("ui.product");
    }

    private void reload(LeaseId id) {
        removeAll();
        show(doors.leases().details(id));
    }

    private void show(LeaseDetails lease) {
        title = lease.number();
        var instalments = doors.leases().instalments(lease.id());
        var payments = doors.payments().of(lease.id());
        var number = new Span(lease.number());
        number.addClassName("lead-code");
        var top =
                new Div(
                        FloorCells.link(
                                FloorNavigation.LEASES, getTranslation("ui.floors.leases.back")),
                        number);
        top.addClassName("lead-top");
        var main = new Div(schedule(instalments), payments(payments));
        var side = new Div(agreed(lease), units(lease), history(lease));
        var beside = new Div(main, side);
        beside.addClassName("beside");
        add(
                top,
                new H1(lease.tenant()),
                chips(lease),
                actions(lease, instalments, payments),
                keyFigures(lease),
                beside);
    }

    private Component chips(LeaseDetails lease) {
        var chips = new Div(FloorCells.state(doors.messages(), getLocale(), lease.state()));
        chips.addClassName("chips");
        if (lease.sums().overdue().signum() > 0) {
            chips.add(
                    FloorCells.chip(
                            getTranslation(
                                    "ui.floors.overdue.chip", Shown.figure(lease.sums().overdue())),
                            "bad"));
        }
        if (lease.sums().credit().signum() > 0) {
            chips.add(
                    FloorCells.chip(
                            getTranslation("ui.floors.credit", Shown.figure(lease.sums().credit())),
                            "waiting"));
        }
        if (lease.renews() != null) {
            chips.add(
                    FloorCells.link(
                            FloorNavigation.lease(lease.renews()),
                            getTranslation("ui.floors.renews")));
        }
        if (lease.renewedBy() != null) {
            chips.add(
                    FloorCells.link(
                            FloorNavigation.lease(lease.renewedBy()),
                            getTranslation("ui.floors.renewedBy")));
        }
        if (lease.enterprise() != null && doors.seesEnterprises()) {
            chips.add(
                    FloorCells.link(
                            "enterprises/" + lease.enterprise(),
                            getTranslation("ui.floors.enterprise")));
        }
        return chips;
    }

    private Component actions(
            LeaseDetails lease, List<RentInstalment> instalments, List<RentPaymentLine> payments) {
        var actions = new Div();
        actions.addClassName("actions");
        if (!doors.leasesOut()) {
            return actions;
        }
        var acts = new LeaseActs(doors, lease, () -> reload(lease.id()));
        paying = () -> acts.pay(open(instalments));
        actions.add(pay);
        if (lease.end() == null) {
            if (lease.renewedBy() == null) {
                actions.add(
                        act(
                                "ui.floors.renew",
                                Glyph.Of.REBUILD,
                                () ->
                                        acts.renew(id ->
                                                getUI().ifPresent(ui ->
                                                        ui.navigate(FloorNavigation.lease(id))))));
            }
            actions.add(act("ui.floors.edit", Glyph.Of.EDIT, acts::revise));
            if (lease.state() != LeaseState.EXPIRED) {
                actions.add(act("ui.floors.end", Glyph.Of.EXIT, acts::end));
            }
            if (payments.isEmpty()) {
                var withdraw =
                        act(
                                "ui.floors.withdraw",
                                Glyph.Of.TRASH,
                                () ->
                                        acts.withdraw(() ->
                                                getUI().ifPresent(ui ->
                                                        ui.navigate(LeaseListView.class))));
                withdraw.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
                actions.add(withdraw);
            }
        }
        return actions;
    }

    /** What of the earliest instalment that is not paid is missing; null where all is. */
    private static @Nullable BigDecimal open(List<RentInstalment> instalments) {
        return instalments.stream()
                .filter(one -> one.state() != RentInstalmentState.PAID)
                .map(one -> one.amountYuan().subtract(one.paidYuan()))
                .findFirst()
                .orElse(null);
    }

    private Button act(String key, Glyph.Of glyph, SerializableRunnable act) {
        return new Button(getTranslation(key), new Glyph(glyph), click -> act.run());
    }

    private Component keyFigures(LeaseDetails lease) {
        var sums = lease.sums();
        var overdue =
                new KeyFigure(
                        Shown.tenThousands(sums.overdue()),
                        getTranslation("ui.floors.sum.overdue"));
        if (sums.overdue().signum() > 0) {
            overdue.addClassName("overdue");
        }
        var figures =
                new Div(
                        new KeyFigure(
                                Shown.figure(lease.areaM2()), getTranslation("ui.floors.area.m2")),
                        new KeyFigure(
                                Shown.figure(lease.terms().rentYuanM2()),
                                getTranslation("ui.floors.rent")),
                        new KeyFigure(
                                Shown.tenThousands(
                                        FloorCells.yearly(
                                                lease.areaM2(), lease.terms().rentYuanM2())),
                                getTranslation("ui.floors.rent.yearly")),
                        new KeyFigure(
                                Shown.tenThousands(sums.fallen()),
                                getTranslation("ui.floors.sum.fallen")),
                        new KeyFigure(
                                Shown.tenThousands(sums.paid()),
                                getTranslation("ui.floors.sum.paid")),
                        overdue);
        figures.addClassName("key-figures");
        return figures;
    }

    private Component schedule(List<RentInstalment> instalments) {
        var table =
                new PlainTable(
                                getTranslation("ui.floors.schedule"),
                                List.of(
                                        getTranslation("ui.floors.instalment"),
                                        getTranslation("ui.floors.due"),
                                        getTranslation("plots.floorColumn.state"),
                                        getTranslation("ui.floors.amount"),
                                        getTranslation("ui.floors.paid.yuan")))
                        .numbersFrom(3);
        var due = BigDecimal.ZERO;
        var paid = BigDecimal.ZERO;
        for (var one : instalments) {
            due = due.add(one.amountYuan());
            paid = paid.add(one.paidYuan());
            table.row(
                    FloorCells.period(one.fromDay(), one.toDay()),
                    Shown.date(one.dueOn()),
                    state(one),
                    Shown.figure(one.amountYuan()),
                    Shown.figure(one.paidYuan()));
        }
        table.sum(
                getTranslation("ui.floors.schedule.sum", instalments.size()),
                "",
                "",
                Shown.figure(due),
                Shown.figure(paid));
        table.addClassName("lease-schedule");
        table.getElement().setAttribute("tabindex", "0");
        table.getElement().setAttribute("role", "region");
        table.getElement().setAttribute("aria-label", getTranslation("ui.floors.schedule"));
        return section("ui.floors.schedule", table);
    }

    /** Nothing to pay is said as it is. */
    private Component state(RentInstalment one) {
        return one.amountYuan().signum() == 0
                ? FloorCells.chip(getTranslation("ui.floors.free"), "past")
                : FloorCells.state(doors.messages(), getLocale(), one.state());
    }

    private Component payments(List<RentPaymentLine> payments) {
        if (payments.isEmpty()) {
            return section("ui.floors.payments", quiet(getTranslation("ui.floors.payments.none")));
        }
        var table =
                new PlainTable(
                                getTranslation("ui.floors.payments"),
                                List.of(
                                        getTranslation("plots.floorColumn.reference"),
                                        getTranslation("ui.floors.pay.day"),
                                        getTranslation("ui.floors.pay.by"),
                                        getTranslation("plots.floorColumn.note"),
                                        getTranslation("ui.floors.pay.amount")))
                        .numbersFrom(4);
        payments.forEach(one ->
                table.row(
                        one.reference(),
                        Shown.date(one.paidOn()),
                        one.madeBy(),
                        Shown.text(one.note()),
                        Shown.figure(one.amountYuan())));
        return section("ui.floors.payments", table);
    }

    private Component agreed(LeaseDetails lease) {
        var t = lease.terms();
        var growth = t.growth();
        var end = lease.end();
        var facts =
                FloorCells.facts(
                        fact("ui.floors.term", FloorCells.period(lease.fromDay(), t.toDay())),
                        fact("ui.floors.deposit", Shown.figure(t.depositYuan())),
                        fact(
                                "plots.floorColumn.intervalMonths",
                                getTranslation("ui.floors.interval." + t.intervalMonths())),
                        fact(
                                "plots.floorColumn.dueDay",
                                getTranslation("ui.floors.dueDay.of", t.dueDay())),
                        fact(
                                "plots.floorColumn.free",
                                t.free().stream()
                                        .map(one -> FloorCells.period(one.fromDay(), one.toDay()))
                                        .collect(Collectors.joining("\n"))),
                        fact(
                                "plots.floorColumn.steps",
                                t.steps().stream()
                                        .map(one ->
                                                getTranslation(
                                                        "ui.floors.step",
                                                        one.fromDay(),
                                                        Shown.figure(one.rentYuanM2())))
                                        .collect(Collectors.joining("\n"))),
                        fact(
                                "plots.floorColumn.growth",
                                growth == null
                                        ? null
                                        : getTranslation(
                                                "ui.floors.growth.of",
                                                growth.everyMonths(),
                                                Shown.figure(growth.percent()))),
                        end == null
                                ? null
                                : fact(
                                        "ui.floors.end",
                                        getTranslation(
                                                "ui.floors.end.said",
                                                end.lastDay(),
                                                end.settledOn(),
                                                end.reason())),
                        fact("plots.floorColumn.note", lease.note()));
        facts.addClassName("tight");
        return section("ui.floors.agreed", facts);
    }

    private @Nullable Div fact(String key, @Nullable Object value) {
        return FloorCells.fact(getTranslation(key), value);
    }

    private Component units(LeaseDetails lease) {
        var table =
                new PlainTable(
                                getTranslation("plots.floorColumn.units"),
                                List.of(
                                        getTranslation("ui.floors.unit"),
                                        getTranslation("ui.floors.area.m2")))
                        .numbersFrom(1);
        lease.units()
                .forEach(unit ->
                        table.row(
                                FloorCells.link(
                                        FloorNavigation.unit(unit.building(), unit.id()),
                                        unit.buildingName() + " " + unit.number()),
                                Shown.figure(unit.areaM2())));
        return section("plots.floorColumn.units", table);
    }

    private Component history(LeaseDetails lease) {
        return section(
                "ui.floors.tab.history",
                new HistoryLines(
                        new FloorWords(doors.messages(), getLocale()),
                        before -> doors.leases().history(lease.id(), before, HistoryLines.PAGE)));
    }

    private static Component quiet(String sentence) {
        var said = new Div(sentence);
        said.addClassName("lead-quiet");
        return said;
    }

    private Section section(String key, Component content) {
        var section = new Section(new H2(getTranslation(key)), content);
        section.addClassName("lead-section");
        return section;
    }
}
