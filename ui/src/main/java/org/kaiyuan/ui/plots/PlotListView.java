package org.kaiyuan.ui.plots;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.Box;
import org.kaiyuan.plots.PlotFilter;
import org.kaiyuan.plots.PlotId;
import org.kaiyuan.plots.PlotNotThen;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.PlotQuestion;
import org.kaiyuan.plots.PlotRow;
import org.kaiyuan.plots.UnknownPlot;
import org.kaiyuan.ui.kit.Behind;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.GroundMap;
import org.kaiyuan.ui.kit.KeysetPages;
import org.kaiyuan.ui.kit.SavedViewPanel;
import org.kaiyuan.ui.kit.Shown;

/** All plots, on a map and in a table beside it that keep step; the address holds what is asked. */
@Route("plots")
@RolesAllowed(PlotPermissions.READ)
class PlotListView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final String LOOK = "look";
    private static final String SHOW = "show";
    private static final int PAGE = 50;

    /** What of both is shown; on a phone there is room for one. */
    enum Show {
        BOTH,
        MAP,
        LIST
    }

    final PlotFilterBar filter;
    final PlotGrid rows;
    final PlotMapPane ground;
    final PlotLook look;
    final SavedViewPanel<PlotQuestion> views;
    final Span count = new Span();
    final Div told = new Div();
    final Div selected = new Div();
    final Checkbox inView = new Checkbox();
    final RadioButtonGroup<Show> show = new RadioButtonGroup<>();

    private final transient PlotDoors doors;
    private final transient KeysetPages<PlotRow> pages;

    /** Read by downloads, too, which do not hold the session. */
    private transient volatile PlotQuestion asked = PlotQuestion.ALL;

    private boolean answered;

    PlotListView(PlotDoors doors) {
        this.doors = doors;
        filter = new PlotFilterBar(doors, this::ask);
        views = new SavedViewPanel<>(doors.views(), () -> asked, this::ask);
        look = new PlotLook(doors, () -> go(asked, null));
        rows = new PlotGrid(doors);
        ground =
                new PlotMapPane(
                        doors,
                        EnumSet.of(
                                GroundMap.Tool.SELECT,
                                GroundMap.Tool.MEASURE,
                                GroundMap.Tool.PRINT),
                        colours -> ask(asked.with(colours)));
        pages =
                new KeysetPages<>((after, limit) -> {
                    var page = doors.directory().find(shownInList(), asked.asOf(), after, limit);
                    return new KeysetPages.Page<>(page.items(), page.next());
                });
        addClassNames("list-page", "plot-list");
        setSizeFull();
        told.addClassName("told");
        told.getElement().setAttribute("role", "status");
        told.setVisible(false);
        selected.addClassName("told");
        selected.getElement().setAttribute("role", "status");
        selected.setVisible(false);
        fill();
        var list = new Div(inView, rows);
        list.addClassName("plot-table");
        var left = new Div(ground, look);
        left.addClassName("plot-ground");
        var split = new Div(left, list);
        split.addClassName("plot-split");
        add(head(), filter, told, selected, split);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var page = attached.getUI().getPage();
        page.executeJs("return window.innerWidth").then(Integer.class, rows::fit);
        var listening =
                page.addBrowserWindowResizeListener(resized -> rows.fit(resized.getWidth()));
        addDetachListener(detached -> {
            listening.remove();
            detached.unregisterListener();
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var given = event.getLocation().getQueryParameters().getParameters();
        var question = PlotQuestion.of(given);
        if (!answered || !question.equals(asked)) {
            asked = question;
            answered = true;
            filter.show(asked);
            ground.ask(asked);
            answer();
        }
        show(given.getOrDefault(SHOW, List.of()).stream().findFirst().orElse(""));
        lookAt(given.getOrDefault(LOOK, List.of()).stream().findFirst().orElse(null));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.plots") + " · " + getTranslation("ui.product");
    }

    private Component head() {
        count.addClassName("count");
        count.getElement().setAttribute("role", "status");
        show.setItems(Show.values());
        show.setItemLabelGenerator(one -> getTranslation("ui.plots.show." + one));
        show.setValue(Show.BOTH);
        show.setAriaLabel(getTranslation("ui.plots.show"));
        show.addClassName("segments");
        show.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(asked, null);
            }
        });
        var actions = new Div(show);
        actions.addClassName("actions");
        actions.add(
                new Behind(getTranslation("ui.views"), Glyph.Of.BOOKMARK, views, views::refresh),
                new Behind(getTranslation("ui.columns"), Glyph.Of.COLUMNS, rows.chooser, () -> {}));
        if (doors.person().may(PlotPermissions.EXPORT)) {
            actions.add(
                    new Behind(
                            getTranslation("ui.plots.export"),
                            Glyph.Of.EXPORT,
                            exports(),
                            () -> {}));
        }
        if (doors.person().may(PlotPermissions.IMPORT)) {
            actions.add(
                    new Button(
                            getTranslation("ui.plots.import"),
                            new Glyph(Glyph.Of.IMPORT),
                            click ->
                                    click.getSource()
                                            .getUI()
                                            .ifPresent(ui -> ui.navigate(PlotImportView.class))));
        }
        if (doors.person().may(PlotPermissions.WRITE)) {
            actions.add(fresh());
        }
        var head = new Div(new H1(getTranslation("ui.plots")), count, actions);
        head.addClassName("page-head");
        return head;
    }

    private GroundExportLinks exports() {
        return new GroundExportLinks(
                doors.messages(),
                (format, charset, locale) -> {
                    var question = asked;
                    return doors.export()
                            .plots(question.filter(), question.asOf(), format, charset, locale);
                });
    }

    private Button fresh() {
        var fresh =
                new Button(
                        getTranslation("ui.plots.new"),
                        new Glyph(Glyph.Of.PLUS),
                        click ->
                                click.getSource()
                                        .getUI()
                                        .ifPresent(ui -> ui.navigate(PlotFormView.class)));
        fresh.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return fresh;
    }

    private void fill() {
        inView.setLabel(getTranslation("ui.plots.inView"));
        inView.addValueChangeListener(change -> answer());
        rows.addItemClickListener(click -> go(asked, click.getItem().id()));
        rows.addItemDoubleClickListener(click -> PlotNavigation.toPlot(click.getItem().id()));
        rows.setItems(query -> pages.read(query.getOffset(), query.getLimit()));
        rows.getLazyDataView().setIdentifierProvider(PlotRow::id);
        rows.setPageSize(PAGE);
        ground.map.addPickListener(event -> {
            var picked = PlotMapPane.id(event.id());
            if (picked != null || look.isVisible()) {
                go(asked, picked);
            }
        });
        ground.map.addSelectListener(event -> {
            var ids = event.ids().stream().map(PlotMapPane::id).filter(Objects::nonNull).toList();
            rows.choose(Set.copyOf(ids));
            selected.setVisible(!ids.isEmpty());
            if (!ids.isEmpty()) {
                var sums = doors.directory().sums(ids);
                selected.setText(
                        getTranslation(
                                "ui.plots.selected",
                                Shown.figure(sums.count()),
                                Shown.mu(sums.areaM2())));
            }
        });
        ground.onMove(view -> {
            if (inView.getValue()) {
                answer();
            }
        });
    }

    private void ask(PlotQuestion question) {
        if (!question.equals(asked)) {
            go(question, null);
        }
    }

    /** A new question is a new address, so that the back button leads to the one before. */
    private void go(PlotQuestion question, @Nullable PlotId at) {
        var set = new LinkedHashMap<>(question.parameters());
        if (show.getValue() != Show.BOTH) {
            set.put(SHOW, List.of(show.getValue().name()));
        }
        if (at != null) {
            set.put(LOOK, List.of(at.toString()));
        }
        getUI().ifPresent(ui -> ui.navigate(PlotListView.class, new QueryParameters(set)));
    }

    /** Of the question, and of what is in view where the list follows the map. */
    private PlotFilter shownInList() {
        var f = asked.filter();
        Box box = inView.getValue() ? ground.view() : null;
        return new PlotFilter(
                f.text(), f.states(), f.usePrefix(), f.leastM2(), f.mostM2(), f.holder(), box);
    }

    /** Counts once for each question, never for a page. */
    private void answer() {
        pages.forget();
        var sums = doors.directory().sums(shownInList(), asked.asOf());
        count.setText(
                getTranslation(
                        "ui.plots.count", Shown.figure(sums.count()), Shown.mu(sums.areaM2())));
        told.setVisible(asked.asOf() != null);
        if (asked.asOf() != null) {
            told.setText(getTranslation("ui.plots.asOf.told", asked.asOf()));
        }
        empty();
        rows.getLazyDataView()
                .setItemCountEstimate((int) Math.clamp(sums.count(), PAGE, 1_000_000));
        rows.getDataProvider().refreshAll();
    }

    /** What to do depends on whether anything was asked at all. */
    private void empty() {
        boolean all = asked.filter().equals(PlotFilter.ALL) && !inView.getValue();
        if (!all) {
            rows.setEmptyStateComponent(
                    new EmptyState(
                            Glyph.Of.FILTER,
                            getTranslation("ui.plots.nothing"),
                            new Button(
                                    getTranslation("ui.filter.clear"),
                                    click -> {
                                        inView.setValue(false);
                                        ask(asked.with(PlotFilter.ALL));
                                    })));
        } else if (doors.person().may(PlotPermissions.IMPORT)) {
            rows.setEmptyStateComponent(
                    new EmptyState(
                            Glyph.Of.MAP,
                            getTranslation("ui.plots.none"),
                            new Button(
                                    getTranslation("ui.plots.import"),
                                    click ->
                                            click.getSource()
                                                    .getUI()
                                                    .ifPresent(ui ->
                                                            ui.navigate(PlotImportView.class)))));
        } else {
            rows.setEmptyStateComponent(
                    new EmptyState(Glyph.Of.MAP, getTranslation("ui.plots.none")));
        }
    }

    private void show(String wanted) {
        var chosen = Show.BOTH;
        for (var one : Show.values()) {
            if (one.name().equals(wanted)) {
                chosen = one;
            }
        }
        show.setValue(chosen);
        for (var one : Show.values()) {
            setClassName("show-" + one.name().toLowerCase(java.util.Locale.ROOT), one == chosen);
        }
    }

    private void lookAt(@Nullable String asked) {
        var id = asked == null ? null : PlotMapPane.id(asked);
        if (id == null) {
            noLook();
            return;
        }
        try {
            var day = this.asked.asOf();
            var plot =
                    day == null
                            ? doors.directory().details(id)
                            : doors.directory().details(id, day);
            look.show(plot, day);
            ground.look(plot);
            rows.mark(id);
        } catch (UnknownPlot | PlotNotThen unknown) {
            noLook();
        }
    }

    private void noLook() {
        look.hide();
        ground.map.mark(List.of());
        rows.mark(null);
    }
}
