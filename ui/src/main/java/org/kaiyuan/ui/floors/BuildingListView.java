package org.kaiyuan.ui.floors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import org.kaiyuan.plots.BuildingRow;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeysetPages;
import org.kaiyuan.ui.kit.Narrow;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.plots.PlotNavigation;

/** All buildings, and how much of each stands empty. */
@Route("buildings")
@RolesAllowed(PlotPermissions.FLOORS_READ)
class BuildingListView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final int PAGE = 50;

    final TextField typed = new TextField();
    final Grid<BuildingRow> rows = new Grid<>();
    final Span count = new Span();

    private final transient FloorDoors doors;
    private final transient KeysetPages<BuildingRow> pages;
    private String asked = "";

    BuildingListView(FloorDoors doors) {
        this.doors = doors;
        pages =
                new KeysetPages<>((after, limit) -> {
                    var page = doors.buildings().find(asked, null, after, limit);
                    return new KeysetPages.Page<>(page.items(), page.next());
                });
        addClassNames("list-page", "building-list");
        setSizeFull();
        typed.setPlaceholder(getTranslation("ui.floors.buildings.typed"));
        typed.setAriaLabel(getTranslation("ui.floors.buildings.typed"));
        typed.setPrefixComponent(new Glyph(Glyph.Of.SEARCH));
        typed.setClearButtonVisible(true);
        typed.setMaxLength(200);
        typed.setValueChangeMode(ValueChangeMode.LAZY);
        typed.addClassName("wide");
        typed.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                ask(change.getValue().strip());
            }
        });
        var bar = new Div(typed);
        bar.addClassName("filter-bar");
        fill();
        add(head(), bar, rows);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        asked = event.getLocation().getQueryParameters().getSingleParameter("q").orElse("").strip();
        if (!typed.getValue().strip().equals(asked)) {
            typed.setValue(asked);
        }
        answer();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.floors.buildings") + " · " + getTranslation("ui.product");
    }

    private Component head() {
        count.addClassName("count");
        count.getElement().setAttribute("role", "status");
        var actions = new Div();
        actions.addClassName("actions");
        if (doors.writes()) {
            actions.add(fresh());
        }
        var head = new Div(new H1(getTranslation("ui.floors.buildings")), count, actions);
        head.addClassName("page-head");
        return head;
    }

    private Button fresh() {
        var fresh =
                new Button(
                        getTranslation("ui.floors.buildings.new"),
                        new Glyph(Glyph.Of.PLUS),
                        click -> getUI().ifPresent(ui -> ui.navigate(BuildingFormView.class)));
        fresh.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return fresh;
    }

    private void fill() {
        rows.addComponentColumn(BuildingListView::name)
                .setHeader(getTranslation("ui.floors.building"))
                .setFlexGrow(3)
                .setWidth("180px");
        if (doors.seesPlots()) {
            rows.addComponentColumn(BuildingListView::plot)
                    .setHeader(getTranslation("ui.floors.plot"))
                    .setWidth("130px")
                    .setFlexGrow(1);
        }
        rows.addColumn(building -> Shown.text(building.holderName()))
                .setHeader(getTranslation("ui.floors.holder"))
                .setTooltipGenerator(BuildingRow::holderName)
                .setWidth("140px")
                .setFlexGrow(2);
        figure("ui.floors.units.count").setRenderer(text(b -> Shown.figure(b.units())));
        figure("ui.floors.built").setRenderer(text(b -> Shown.figure(b.builtM2())));
        figure("ui.floors.lettable").setRenderer(text(b -> Shown.figure(b.lettableM2())));
        figure("ui.floors.leased").setRenderer(text(b -> Shown.figure(b.leasedM2())));
        rows.addComponentColumn(building -> FloorCells.bar(vacancy(building)))
                .setHeader(getTranslation("ui.floors.vacancy"))
                .setWidth("170px")
                .setFlexGrow(0);
        rows.setSelectionMode(Grid.SelectionMode.NONE);
        rows.addItemClickListener(click ->
                getUI().ifPresent(
                                ui -> ui.navigate(FloorNavigation.building(click.getItem().id()))));
        Narrow.stack(
                this,
                rows,
                getTranslation("ui.floors.building"),
                BuildingListView::name,
                building -> Narrow.line(said(building)),
                building -> FloorCells.bar(vacancy(building)));
        rows.setItems(query -> pages.read(query.getOffset(), query.getLimit()));
        rows.getLazyDataView().setIdentifierProvider(BuildingRow::id);
        rows.setPageSize(PAGE);
        rows.setSizeFull();
    }

    private Grid.Column<BuildingRow> figure(String key) {
        return rows.addColumn(building -> "")
                .setHeader(getTranslation(key))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("138px")
                .setFlexGrow(0);
    }

    private static com.vaadin.flow.data.renderer.TextRenderer<BuildingRow> text(
            com.vaadin.flow.component.ItemLabelGenerator<BuildingRow> said) {
        return new com.vaadin.flow.data.renderer.TextRenderer<>(said);
    }

    private String said(BuildingRow building) {
        return getTranslation(
                "ui.floors.buildings.card",
                Shown.figure(building.units()),
                Shown.figure(building.lettableM2()));
    }

    private static java.math.@org.jspecify.annotations.Nullable BigDecimal vacancy(
            BuildingRow building) {
        return FloorCells.vacancy(building.lettableM2(), building.leasedM2());
    }

    private static Component name(BuildingRow building) {
        return FloorCells.named(
                FloorCells.link(FloorNavigation.building(building.id()), building.name()),
                building.number());
    }

    private static Component plot(BuildingRow building) {
        return building.plot() == null || building.plotNumber() == null
                ? new Span(Shown.NOTHING)
                : FloorCells.link(PlotNavigation.plot(building.plot()), building.plotNumber());
    }

    private void ask(String question) {
        if (!question.equals(asked)) {
            var set = question.isEmpty() ? Map.<String, String>of() : Map.of("q", question);
            getUI().ifPresent(
                            ui -> ui.navigate(BuildingListView.class, QueryParameters.simple(set)));
        }
    }

    private void answer() {
        pages.forget();
        var all = doors.vacancies().on(null).overall();
        count.setText(
                getTranslation(
                        "ui.floors.buildings.count",
                        Shown.figure(all.lettableM2()),
                        FloorCells.percent(all.rate())));
        if (!asked.isEmpty()) {
            rows.setEmptyStateComponent(
                    new EmptyState(
                            Glyph.Of.FILTER,
                            getTranslation("ui.floors.buildings.nothing"),
                            new Button(getTranslation("ui.filter.clear"), click -> ask(""))));
        } else {
            var said = getTranslation("ui.floors.buildings.none");
            rows.setEmptyStateComponent(
                    doors.writes()
                            ? new EmptyState(Glyph.Of.BUILDING, said, fresh())
                            : new EmptyState(Glyph.Of.BUILDING, said));
        }
        rows.getDataProvider().refreshAll();
    }
}
