package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.PowerDecision;
import org.kaiyuan.delegation.PowerUseDirectory.Cases;
import org.kaiyuan.delegation.UnknownPower;
import org.kaiyuan.delegation.UsedPower;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeyFigure;
import org.kaiyuan.ui.kit.KeysetPages;
import org.kaiyuan.ui.kit.Narrow;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** One power: its figures, and what was decided under it. */
@Route("delegation/use/:entry")
@RolesAllowed(DelegationPermissions.READ)
class PowerUseDecisionsView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    /** Which cases; all but the first are of {@link Cases}. */
    enum Show {
        ALL,
        OPEN,
        LATE,
        OVERTURNED;

        @Nullable Cases cases() {
            return this == ALL ? null : Cases.valueOf(name());
        }
    }

    private static final int PAGE = 50;

    final RadioButtonGroup<Show> show = new RadioButtonGroup<>();
    final Grid<PowerDecision> rows = new Grid<>();
    private final transient PowerUseDoors doors;
    private final transient PowerUseDialogs dialogs;
    private final transient KeysetPages<PowerDecision> pages;
    private final Div head = new Div();
    private transient EntryId entry = new EntryId(new UUID(0, 0));
    private String title = "";

    PowerUseDecisionsView(PowerUseDoors doors) {
        this.doors = doors;
        dialogs = new PowerUseDialogs(doors, this, this::entered);
        pages =
                new KeysetPages<>((after, limit) -> {
                    var page = doors.used().decisions(entry, show.getValue().cases(), after, limit);
                    return new KeysetPages.Page<>(page.items(), page.next());
                });
        addClassNames("list-page", "power-use");
        setSizeFull();
        show.setItems(Show.values());
        show.setValue(Show.ALL);
        show.setItemLabelGenerator(one -> word("cases." + one));
        show.setAriaLabel(word("cases"));
        show.addClassName("segments");
        show.addValueChangeListener(change -> list());
        columns();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        try {
            entry =
                    new EntryId(
                            UUID.fromString(event.getRouteParameters().get("entry").orElse("")));
            show(doors.used().power(entry));
            var bar = new Div(show);
            bar.addClassName("filter-bar");
            add(head, bar, rows);
            list();
        } catch (UnknownPower | IllegalArgumentException unknown) {
            title = getTranslation("ui.not-found.title");
            add(
                    new EmptyState(
                            Glyph.Of.SEARCH,
                            getTranslation("delegation.use.refusal.unknownPower"),
                            PowerUseCells.link("delegation/use", word("back"))));
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · " + getTranslation("ui.product");
    }

    private void entered() {
        Tell.done(getTranslation("ui.form.saved"));
        show(doors.used().power(entry));
        list();
    }

    private void list() {
        pages.forget();
        rows.setItems(query -> pages.read(query.getOffset(), query.getLimit()));
    }

    private void show(UsedPower power) {
        title = power.matterName();
        head.removeAll();
        var top =
                new Div(
                        PowerUseCells.link("delegation/use", word("back")),
                        PowerUseCells.link(
                                PowerUseCells.entry(power.list(), power.entry()), word("toEntry")));
        top.addClassName("row-acts");
        var line =
                PowerUseCells.sub(
                        power.originalAuthority()
                                + " → "
                                + power.receivingBody()
                                + " · "
                                + doors.messages().of(getLocale(), power.mode())
                                + " · "
                                + word("from", Shown.date(power.effectiveOn())));
        var actions = new Div();
        actions.addClassName("actions");
        if (doors.writes()) {
            var one =
                    new Button(
                            word("enter"),
                            new Glyph(Glyph.Of.PLUS),
                            click -> dialogs.one(entry, title, null));
            one.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions.add(one, new Button(word("enterMonth"), click -> dialogs.month(entry, title)));
        }
        var named = new Div(new H1(title), actions);
        named.addClassName("page-head");
        var f = power.figures();
        var figures =
                new Div(
                        new KeyFigure(Shown.figure(f.decisions()), word("decisions")),
                        new KeyFigure(Shown.date(f.lastUsedOn()), word("lastUsedOn")),
                        new KeyFigure(Shown.figure(f.open()), word("open")),
                        new KeyFigure(Shown.figure(f.overdue()), word("overdue")),
                        new KeyFigure(Shown.figure(f.overturned()), word("overturned")));
        figures.addClassName("key-figures");
        head.add(top, named, line, figures);
    }

    private void columns() {
        rows.setPageSize(PAGE);
        rows.setSelectionMode(Grid.SelectionMode.NONE);
        rows.addComponentColumn(this::named)
                .setHeader(word("reference"))
                .setFlexGrow(3)
                .setWidth("200px");
        rows.addColumn(one -> Shown.figure(one.cases()))
                .setHeader(word("cases"))
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(0)
                .setWidth("80px");
        rows.addColumn(one -> Shown.date(one.acceptedOn()))
                .setHeader(word("acceptedOn"))
                .setFlexGrow(0)
                .setWidth("120px");
        rows.addColumn(one -> Shown.date(one.dueOn()))
                .setHeader(word("dueOn"))
                .setFlexGrow(0)
                .setWidth("120px");
        rows.addColumn(one -> Shown.date(one.decidedOn()))
                .setHeader(word("decidedOn"))
                .setFlexGrow(0)
                .setWidth("120px");
        rows.addComponentColumn(this::state)
                .setHeader(word("outcome"))
                .setFlexGrow(2)
                .setWidth("190px");
        if (doors.writes()) {
            rows.addComponentColumn(this::acts).setFlexGrow(0).setWidth("220px");
        }
        Narrow.stack(
                this,
                rows,
                word("cases"),
                this::named,
                this::state,
                one ->
                        Narrow.line(
                                Shown.date(one.acceptedOn()) + " → " + Shown.date(one.decidedOn())),
                this::acts);
        rows.setEmptyStateComponent(new EmptyState(Glyph.Of.FILE, word("cases.none")));
    }

    private Component named(PowerDecision one) {
        var month = one.month();
        var name = new Span(month == null ? one.reference() : word("monthly", month.toString()));
        var from =
                one.source() == null
                        ? word("byHand", one.recordedName())
                        : word("told", one.source());
        return PowerUseCells.named(
                name, one.applicant() == null ? from : one.applicant() + " · " + from);
    }

    private Component state(PowerDecision one) {
        var chips = new Div();
        chips.addClassName("chips");
        var outcome = one.outcome();
        chips.add(
                outcome == null
                        ? PowerUseCells.chip(word("still"), "waiting")
                        : PowerUseCells.chip(doors.messages().of(getLocale(), outcome), "neutral"));
        if (one.late()) {
            chips.add(PowerUseCells.chip(word("late"), "bad"));
        }
        if (one.overturned() > 0) {
            var chip = PowerUseCells.chip(word("chip.overturned", one.overturned()), "bad");
            chip.setTitle(Shown.date(one.overturnedOn()) + " " + one.overturnedWhy());
            chips.add(chip);
        }
        return chips;
    }

    private Component acts(PowerDecision one) {
        var acts = new Div();
        acts.addClassName("row-acts");
        if (!doors.writes()) {
            return acts;
        }
        if (one.source() == null) {
            acts.add(
                    small(
                            word("change"),
                            () -> {
                                if (one.month() == null) {
                                    dialogs.one(entry, title, one);
                                } else {
                                    dialogs.month(entry, title);
                                }
                            }));
        }
        if (!one.isOpen()) {
            acts.add(small(word("overturn"), () -> dialogs.overturn(one)));
        }
        if (one.source() == null) {
            acts.add(small(word("remove"), () -> dialogs.remove(one)));
        }
        return acts;
    }

    private static Button small(String text, Runnable act) {
        var button = new Button(text, click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    private String word(String key, Object... arguments) {
        return getTranslation("ui.powerUse." + key, arguments);
    }

    /** For tests: what is listed. */
    List<PowerDecision> listed() {
        return rows.getGenericDataView().getItems().toList();
    }
}
