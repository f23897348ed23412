package org.kaiyuan.ui.plots;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.leads.UnknownLead;
import org.kaiyuan.plots.LandUses;
import org.kaiyuan.plots.PlotId;
import org.kaiyuan.plots.PlotMatch;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.PreferenceLine;
import org.kaiyuan.plots.UnitMatch;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;
import org.kaiyuan.ui.leads.LeadNavigation;

/** Which plots and factory floors fit a lead, best first, with the reasons; some of them are chosen for it. */
@Route("plots/match")
@RolesAllowed(PlotPermissions.READ)
class PlotMatchView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private final transient MatchDoors doors;
    private final transient MatchCells cells;
    private String title = "";

    PlotMatchView(MatchDoors doors) {
        this.doors = doors;
        cells = new MatchCells(doors.messages(), getLocale());
        addClassNames("detail-page", "match-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters().getSingleParameter("lead").orElse("");
        removeAll();
        try {
            if (!doors.person().may(LeadPermissions.READ)) {
                throw new UnknownLead();
            }
            show(new LeadId(UUID.fromString(asked)));
        } catch (UnknownLead | IllegalArgumentException unknown) {
            title = getTranslation("ui.not-found.title");
            add(
                    new EmptyState(
                            Glyph.Of.SEARCH,
                            getTranslation("leads.refusal.unknown"),
                            new Anchor("leads", getTranslation("ui.leads.record.back"))));
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · " + getTranslation("ui.product");
    }

    private void show(LeadId lead) {
        var found = doors.matching().plots(lead);
        var name = found.lead().projectName();
        title = getTranslation("ui.plots.match.of", name);
        var chosen = doors.preferences().of(lead);
        add(
                new Anchor(LeadNavigation.lead(lead), getTranslation("ui.plots.match.back")),
                new H1(title),
                wishes(
                        found.lead().wantedLandM2() == null
                                ? null
                                : Shown.mu(found.lead().wantedLandM2())),
                chosen(lead, chosen));
        var plots = new Section(new H2(getTranslation("ui.plots.match.plots")));
        plots.addClassName("lead-section");
        if (found.items().isEmpty()) {
            plots.add(
                    new EmptyState(
                            Glyph.Of.MAP,
                            getTranslation(
                                    found.floorOnly()
                                            ? "ui.plots.match.floorOnly"
                                            : "ui.plots.match.noPlots")));
        } else {
            plots.add(plots(lead, found.items(), chosen));
        }
        plots.add(cells.excluded(found.excluded()));
        add(plots);
        if (doors.person().may(PlotPermissions.FLOORS_READ)) {
            add(units(lead));
        }
    }

    private Component wishes(@org.jspecify.annotations.Nullable String mu) {
        return new Paragraph(
                mu == null
                        ? getTranslation("ui.plots.match.detail")
                        : getTranslation("ui.plots.match.detail.area", mu));
    }

    private Component chosen(LeadId lead, List<PreferenceLine> lines) {
        var section = new Section(new H2(getTranslation("ui.plots.match.chosen")));
        section.addClassName("lead-section");
        if (lines.isEmpty()) {
            section.add(new Paragraph(getTranslation("ui.plots.match.chosen.none")));
            return section;
        }
        var table =
                new PlainTable(
                        getTranslation("ui.plots.match.chosen"),
                        List.of(
                                getTranslation("ui.plots.match.place"),
                                getTranslation("plots.column.number"),
                                getTranslation("plots.column.state"),
                                getTranslation("ui.plots.match.held"),
                                getTranslation("ui.plots.reservations.acts")));
        lines.forEach(line ->
                table.row(
                        line.place(),
                        new Anchor(
                                PlotNavigation.plot(line.plot()),
                                line.number() + " " + line.name()),
                        line.ended()
                                ? getTranslation("ui.plots.match.ended")
                                : doors.messages().of(getLocale(), line.state()),
                        Shown.date(line.heldUntil()),
                        withdraw(lead, line.plot())));
        section.add(table);
        return section;
    }

    private Component plots(LeadId lead, List<PlotMatch> items, List<PreferenceLine> chosen) {
        var table =
                new PlainTable(
                        getTranslation("ui.plots.match.plots"),
                        List.of(
                                getTranslation("ui.plots.match.score"),
                                getTranslation("plots.column.number"),
                                getTranslation("ui.plots.area"),
                                getTranslation("ui.plots.match.reasons"),
                                getTranslation("ui.plots.reservations.acts")));
        var taken = chosen.stream().map(PreferenceLine::plot).collect(Collectors.<PlotId>toSet());
        items.forEach(match ->
                table.row(
                        cells.score(match.score()),
                        plot(match),
                        Shown.mu(match.plot().computedM2()),
                        cells.reasons(match.reasons()),
                        choose(lead, match.plot().id(), taken)));
        return table;
    }

    private Component plot(PlotMatch match) {
        var link =
                new Anchor(
                        PlotNavigation.plot(match.plot().id()),
                        match.plot().number() + " " + match.plot().name());
        var state = PlotCells.state(doors.messages(), getLocale(), match.plot().state());
        var use = new Span(LandUses.shown(match.plot().useCode()));
        use.addClassName("sub");
        var cell = new Div(link, new Div(state), use);
        cell.addClassName("name-cell");
        return cell;
    }

    private Component units(LeadId lead) {
        var found = doors.matching().units(lead);
        var section = new Section(new H2(getTranslation("ui.plots.match.units")));
        section.addClassName("lead-section");
        if (found.items().isEmpty()) {
            section.add(
                    new EmptyState(
                            Glyph.Of.BUILDING,
                            getTranslation(
                                    found.groundOnly()
                                            ? "ui.plots.match.groundOnly"
                                            : "ui.plots.match.noUnits")));
        } else {
            var table =
                    new PlainTable(
                            getTranslation("ui.plots.match.units"),
                            List.of(
                                    getTranslation("ui.plots.match.score"),
                                    getTranslation("ui.plots.match.unit"),
                                    getTranslation("ui.plots.match.unit.area"),
                                    getTranslation("ui.plots.match.reasons"),
                                    getTranslation("ui.plots.match.free")));
            found.items()
                    .forEach(match ->
                            table.row(
                                    cells.score(match.score()),
                                    unit(match),
                                    Shown.figure(match.unit().profile().areaM2()),
                                    cells.reasons(match.reasons()),
                                    Shown.date(match.freeFrom())));
            section.add(table);
        }
        section.add(cells.excluded(found.excluded()));
        return section;
    }

    private static Component unit(UnitMatch match) {
        var unit = match.unit();
        return new Anchor(
                "buildings/" + unit.building().value(),
                unit.buildingName() + " " + unit.profile().number());
    }

    private Component choose(LeadId lead, PlotId plot, Set<PlotId> taken) {
        if (!doors.person().may(PlotPermissions.RESERVE)) {
            return new Span();
        }
        if (taken.contains(plot)) {
            return withdraw(lead, plot);
        }
        var choose = new Button(getTranslation("ui.plots.match.choose"));
        choose.addClickListener(click -> {
            try {
                doors.preferences().choose(lead, plot);
                Tell.done(getTranslation("ui.plots.match.chose"));
                again(lead);
            } finally {
                choose.setEnabled(true);
            }
        });
        choose.addThemeVariants(ButtonVariant.LUMO_SMALL);
        choose.setDisableOnClick(true);
        return choose;
    }

    private Component withdraw(LeadId lead, PlotId plot) {
        if (!doors.person().may(PlotPermissions.RESERVE)) {
            return new Span();
        }
        var withdraw = new Button(getTranslation("ui.plots.match.withdraw"));
        withdraw.addClickListener(click -> {
            try {
                doors.preferences().withdraw(lead, plot);
                again(lead);
            } finally {
                withdraw.setEnabled(true);
            }
        });
        withdraw.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        withdraw.setDisableOnClick(true);
        return withdraw;
    }

    private void again(LeadId lead) {
        removeAll();
        show(lead);
    }
}
