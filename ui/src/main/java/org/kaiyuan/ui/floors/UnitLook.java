package org.kaiyuan.ui.floors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.router.QueryParameters;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.BuildingDetails;
import org.kaiyuan.plots.LeaseFilter;
import org.kaiyuan.plots.UnitProfile;
import org.kaiyuan.plots.UnitRow;
import org.kaiyuan.plots.UnitState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Removal;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;
import org.kaiyuan.ui.plots.LeadMatchPanel;

/** One unit beside the stacking plan: what it can carry, who has it, and what may be done with it. */
class UnitLook extends Aside {
    private static final int LEASES = 6;

    final Button lease = new Button();
    private final transient FloorDoors doors;
    private final SerializableRunnable changed;
    private final SerializableRunnable closed;
    private transient @Nullable UnitRow unit;

    UnitLook(FloorDoors doors, SerializableRunnable changed, SerializableRunnable closed) {
        this.doors = doors;
        this.changed = changed;
        this.closed = closed;
        addClassNames("quick-look", "unit-look");
        getElement().setAttribute("aria-label", getTranslation("ui.floors.unit"));
        setVisible(false);
        Shortcuts.addShortcutListener(this, this::hide, Key.ESCAPE).listenOn(this);
    }

    @Nullable UnitRow unit() {
        return unit;
    }

    void hide() {
        setVisible(false);
        closed.run();
        unit = null;
    }

    void show(BuildingDetails building, UnitRow row) {
        unit = row;
        removeAll();
        var close = new Button(new Glyph(Glyph.Of.CLOSE), click -> hide());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        close.addClassName("close");
        close.setAriaLabel(getTranslation("ui.close"));
        var name = new H2(row.profile().number());
        name.getElement().setAttribute("tabindex", "-1");
        var chips = new Div(FloorCells.state(doors.messages(), getLocale(), row.state()));
        chips.add(FloorCells.chip(doors.messages().of(getLocale(), row.profile().use()), "past"));
        chips.addClassName("chips");
        add(close, name, chips, facts(row), acts(building, row), leases(row));
        setVisible(true);
        name.getElement().executeJs("this.focus({preventScroll: true})");
    }

    private Component facts(UnitRow row) {
        var p = row.profile();
        var facts =
                FloorCells.facts(
                        fact("level", FloorCells.level(p.level())),
                        fact("area", FloorCells.m2(p.areaM2())),
                        whole(
                                fact(
                                        "load",
                                        FloorCells.load(
                                                p.loadKnM2(),
                                                getTranslation("ui.floors.tonnesPerM2")))),
                        fact("height", with(p.clearHeightM(), " m")),
                        fact("power", with(p.powerKva(), " kVA")),
                        fact("crane", with(p.craneT(), " t")),
                        whole(
                                FloorCells.fact(
                                        getTranslation("plots.floorColumn.tenant"), tenant(row))),
                        whole(fact("term", term(row))),
                        whole(FloorCells.fact(getTranslation("plots.floorColumn.note"), p.note())));
        facts.addClassName("tight");
        return facts;
    }

    private @Nullable Div fact(String key, @Nullable Object value) {
        return FloorCells.fact(getTranslation("ui.floors." + key), value);
    }

    private static @Nullable Div whole(@Nullable Div fact) {
        if (fact != null) {
            fact.addClassName("whole");
        }
        return fact;
    }

    private static @Nullable String with(@Nullable BigDecimal figure, String unit) {
        return figure == null ? null : Shown.figure(figure) + unit;
    }

    private @Nullable Object tenant(UnitRow row) {
        return row.lease() == null || row.tenant() == null
                ? row.tenant()
                : FloorCells.link(FloorNavigation.lease(row.lease()), row.tenant());
    }

    private static @Nullable String term(UnitRow row) {
        return row.leasedFrom() == null || row.leasedUntil() == null
                ? null
                : FloorCells.period(row.leasedFrom(), row.leasedUntil());
    }

    private Component acts(BuildingDetails building, UnitRow row) {
        var acts = new Div();
        acts.addClassName("actions");
        var standing = row.profile().state();
        if (doors.leasesOut() && lettable(row)) {
            acts.add(leaseIt(row));
        }
        if (doors.seesLeads() && lettable(row)) {
            acts.add(leads(row));
        }
        if (doors.writes()) {
            acts.add(
                    new Button(
                            getTranslation("ui.floors.edit"),
                            new Glyph(Glyph.Of.EDIT),
                            click -> UnitDialog.open(doors, building, row, null, changed)));
            for (var to : UnitState.values()) {
                if (to.canBeEntered() && to != standing && row.state() != UnitState.LEASED) {
                    acts.add(standing(row, to));
                }
            }
            if (row.lease() == null) {
                acts.add(remove(row));
            }
        }
        return acts;
    }

    private static boolean lettable(UnitRow row) {
        var standing = row.profile().state();
        return standing != UnitState.OWN_USE && standing != UnitState.NOT_FOR_LEASE;
    }

    /** Which leads it would fit; wider than there is room for here. */
    private Button leads(UnitRow row) {
        return new Button(
                getTranslation("ui.plots.tab.leads"),
                new Glyph(Glyph.Of.STAR),
                click -> {
                    var dialog = new Dialog();
                    dialog.setHeaderTitle(
                            getTranslation("ui.floors.unit.leads", row.profile().number()));
                    dialog.setWidth("min(860px, 94vw)");
                    dialog.add(
                            LeadMatchPanel.of(
                                    doors.matching().leads(row.id()),
                                    doors.messages(),
                                    getLocale()));
                    dialog.getFooter()
                            .add(new Button(getTranslation("ui.close"), shut -> dialog.close()));
                    dialog.open();
                });
    }

    private Button leaseIt(UnitRow row) {
        var go =
                new Button(
                        getTranslation("ui.floors.lease.it"),
                        new Glyph(Glyph.Of.FILE),
                        click ->
                                getUI().ifPresent(ui ->
                                        ui.navigate(
                                                LeaseFormView.class,
                                                QueryParameters.simple(
                                                        Map.of("unit", row.id().toString())))));
        if (row.state() == UnitState.VACANT) {
            go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        return go;
    }

    private Button standing(UnitRow row, UnitState to) {
        var set = new Button(getTranslation("ui.floors.set", doors.messages().of(getLocale(), to)));
        set.setDisableOnClick(true);
        set.addClickListener(click -> {
            try {
                var p = row.profile();
                doors.unitRegistration()
                        .revise(
                                row.id(),
                                row.version(),
                                new UnitProfile(
                                        p.level(),
                                        p.number(),
                                        p.areaM2(),
                                        p.loadKnM2(),
                                        p.clearHeightM(),
                                        p.powerKva(),
                                        p.craneT(),
                                        p.use(),
                                        to,
                                        p.note()));
                Tell.done(
                        getTranslation(
                                "ui.floors.isNow",
                                p.number(),
                                doors.messages().of(getLocale(), to)));
                changed.run();
            } finally {
                set.setEnabled(true);
            }
        });
        return set;
    }

    private Button remove(UnitRow row) {
        var remove =
                new Button(
                        getTranslation("ui.floors.remove"),
                        new Glyph(Glyph.Of.TRASH),
                        click -> {
                            Removal.ask(
                                    getTranslation("ui.floors.unit.remove", row.profile().number()),
                                    getTranslation("ui.floors.unit.remove.detail"),
                                    getTranslation("ui.floors.remove"),
                                    () -> {
                                        doors.unitRegistration().remove(row.id(), row.version());
                                        hide();
                                        changed.run();
                                    });
                        });
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return remove;
    }

    /** Who has it, had it and will have it. */
    private Component leases(UnitRow row) {
        var found = doors.leases().find(LeaseFilter.of(row.id()), null, LEASES);
        if (found.items().isEmpty()) {
            return new Div();
        }
        var list = new UnorderedList();
        list.addClassName("unit-leases");
        for (var one : found.items()) {
            var when = new Div(FloorCells.period(one.fromDay(), one.lastDay()));
            when.addClassName("sub");
            list.add(
                    new ListItem(
                            FloorCells.link(
                                    FloorNavigation.lease(one.id()),
                                    one.number() + " " + one.tenant()),
                            when));
        }
        return new Div(new H3(getTranslation("ui.floors.unit.leases")), list);
    }
}
