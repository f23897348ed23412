package org.kaiyuan.ui.enterprises;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.component.grid.GridMultiSelectionModel.SelectAllCheckboxVisibility;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.Divisions;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.enterprises.EnterpriseExport;
import org.kaiyuan.enterprises.EnterpriseFilter;
import org.kaiyuan.enterprises.EnterpriseFind;
import org.kaiyuan.enterprises.EnterpriseFinds;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterpriseOrder;
import org.kaiyuan.enterprises.EnterprisePermissions;
import org.kaiyuan.enterprises.EnterpriseQuestion;
import org.kaiyuan.enterprises.EnterpriseRow;
import org.kaiyuan.enterprises.EnterpriseSearch;
import org.kaiyuan.enterprises.EnterpriseTagging;
import org.kaiyuan.enterprises.SavedViews;
import org.kaiyuan.enterprises.UnknownEnterprise;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.kit.Behind;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.ExportLinks;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeysetPages;
import org.kaiyuan.ui.kit.SavedViewPanel;
import org.kaiyuan.ui.kit.Shown;

/** All enterprises of the zone, searched, filtered and ordered; the address holds what is asked. */
@Route("enterprises")
@RolesAllowed(EnterprisePermissions.READ)
class EnterpriseListView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final String LOOK = "look";
    private static final int PAGE = 50;

    /** From this width on there is room for a look beside the list. */
    private static final int ROOMY = 1280;

    private static final int NARROW = 720;

    /** Elasticsearch counts and goes no deeper. */
    private static final int DEEPEST = 10_000;

    final TextField name = new TextField();
    final Select<EnterpriseOrder> order = new Select<>();
    final Button filters = new Button();
    final FilterForm form;
    final Div chips = new Div();
    final Div told = new Div();
    final FacetPanel facets;
    final Grid<EnterpriseFind> rows = new Grid<>();
    final QuickLook look;
    final BulkBar bulk;
    final SavedViewPanel<EnterpriseQuestion> views;
    final CheckboxGroup<ListColumn> columns = new CheckboxGroup<>();
    final Span count = new Span();

    private final transient EnterpriseDirectory directory;
    private final transient EnterpriseSearch search;
    private final transient EnterpriseExport export;
    private final transient Messages messages;
    private final transient FilterWords words;
    private final transient EnterpriseCells cells;
    private final transient KeysetPages<EnterpriseRow> pages;
    private final transient Locale locale;
    private final transient Map<ListColumn, Grid.Column<EnterpriseFind>> shown =
            new EnumMap<>(ListColumn.class);
    private final Grid.Column<EnterpriseFind> nameColumn;
    private final Grid.Column<EnterpriseFind> cardColumn;

    /** Read by downloads, too, which do not hold the session. */
    private transient volatile EnterpriseQuestion asked = EnterpriseQuestion.ALL;

    private boolean answered;
    private boolean settling;
    private int width = 1440;

    /** The hits that came with the counts, until the grid has taken them. */
    private transient @Nullable List<EnterpriseFind> firstHits;

    EnterpriseListView(
            EnterpriseDirectory directory,
            EnterpriseSearch search,
            EnterpriseExport export,
            EnterpriseTagging tagging,
            SavedViews savedViews,
            CurrentPerson person,
            Messages messages) {
        this.directory = directory;
        this.search = search;
        this.export = export;
        this.messages = messages;
        locale = getLocale();
        words = new FilterWords(messages, locale, directory.qualificationKinds());
        cells = new EnterpriseCells(words, messages, locale);
        var tags = directory.tags();
        form = new FilterForm(words, tags, filter -> ask(asked.with(filter)));
        facets = new FacetPanel(words, this::ask);
        look = new QuickLook(words, () -> go(asked, null));
        bulk = new BulkBar(tagging, tags, () -> asked, this::afresh);
        views = new SavedViewPanel<>(savedViews, () -> asked, this::ask);
        pages =
                new KeysetPages<>((after, limit) -> {
                    var page = directory.find(asked.filter(), asked.order(), after, limit);
                    return new KeysetPages.Page<>(page.items(), page.next());
                });
        nameColumn =
                rows.addComponentColumn(cells::name)
                        .setHeader(getTranslation("ui.enterprises.name"))
                        .setFlexGrow(3)
                        .setWidth("260px");
        cardColumn =
                rows.addComponentColumn(cells::card)
                        .setHeader(getTranslation("ui.enterprises.name"))
                        .setFlexGrow(1);
        cardColumn.setVisible(false);
        addClassName("list-page");
        setSizeFull();
        chips.addClassNames("chips", "active-filters");
        told.addClassName("told");
        told.getElement().setAttribute("role", "status");
        form.setVisible(false);
        var split = new Div(facets, grid(person), look);
        split.addClassName("split");
        add(head(person), filterBar(), form, chips, told, bulk, split);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI()
                .getPage()
                .executeJs("return window.innerWidth")
                .then(Integer.class, this::fit);
        attached.getUI()
                .getPage()
                .addBrowserWindowResizeListener(resized -> fit(resized.getWidth()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var given = event.getLocation().getQueryParameters().getParameters();
        var question = EnterpriseQuestion.of(given);
        if (!answered || !question.equals(asked)) {
            asked = question;
            answered = true;
            settle();
            answer();
        }
        lookAt(given.getOrDefault(LOOK, List.of()).stream().findFirst().orElse(null));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.enterprises") + " · " + getTranslation("ui.product");
    }

    EnterpriseQuestion asked() {
        return asked;
    }

    /** One column of cards on a phone, all columns elsewhere. */
    void fit(int pixels) {
        width = pixels;
        boolean narrow = pixels < NARROW;
        cardColumn.setVisible(narrow);
        nameColumn.setVisible(!narrow);
        shown.forEach((which, column) ->
                column.setVisible(!narrow && columns.getValue().contains(which)));
    }

    private Component head(CurrentPerson person) {
        count.addClassName("count");
        count.getElement().setAttribute("role", "status");
        var actions = new Div();
        actions.addClassName("actions");
        actions.add(
                new Behind(getTranslation("ui.views"), Glyph.Of.BOOKMARK, views, views::refresh));
        actions.add(
                new Behind(
                        getTranslation("ui.columns"), Glyph.Of.COLUMNS, columnChooser(), () -> {}));
        if (person.may(EnterprisePermissions.IMPORT)) {
            actions.add(
                    new Button(
                            getTranslation("ui.import.open"),
                            new Glyph(Glyph.Of.IMPORT),
                            click -> getUI().ifPresent(ui -> ui.navigate(ImportView.class))));
        }
        if (person.may(EnterprisePermissions.EXPORT)) {
            actions.add(
                    new Behind(
                            getTranslation("ui.export"),
                            Glyph.Of.EXPORT,
                            new ExportLinks(
                                    messages,
                                    locale,
                                    format -> export.export(asked, format, locale)),
                            () -> {}));
        }
        if (person.may(EnterprisePermissions.WRITE)) {
            var fresh =
                    new Button(
                            getTranslation("ui.enterprises.new"),
                            new Glyph(Glyph.Of.PLUS),
                            click ->
                                    getUI().ifPresent(ui -> ui.navigate(EnterpriseFormView.class)));
            fresh.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions.add(fresh);
        }
        var head = new Div(new H1(getTranslation("ui.enterprises")), count, actions);
        head.addClassName("page-head");
        return head;
    }

    private Component columnChooser() {
        columns.setLabel(getTranslation("ui.columns"));
        columns.setItems(ListColumn.values());
        columns.setItemLabelGenerator(column -> getTranslation(column.titleKey));
        columns.setValue(ListColumn.chosen(VaadinRequest.getCurrent()));
        columns.addClassName("column-chooser");
        columns.addValueChangeListener(change -> {
            ListColumn.choose(change.getValue());
            fit(width);
        });
        return columns;
    }

    private Component filterBar() {
        name.setPlaceholder(getTranslation("ui.enterprises.filter.name"));
        name.setAriaLabel(getTranslation("ui.enterprises.filter.name"));
        name.setPrefixComponent(new Glyph(Glyph.Of.SEARCH));
        name.setClearButtonVisible(true);
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.addClassName("wide");
        name.addValueChangeListener(change -> {
            if (!settling) {
                ask(new EnterpriseQuestion(change.getValue(), asked.filter(), asked.order()));
            }
        });
        filters.setText(getTranslation("ui.filter"));
        filters.setIcon(new Glyph(Glyph.Of.FILTER));
        filters.getElement().setAttribute("aria-expanded", "false");
        filters.addClickListener(click -> {
            form.setVisible(!form.isVisible());
            facets.setClassName("open", form.isVisible());
            filters.getElement().setAttribute("aria-expanded", Boolean.toString(form.isVisible()));
        });
        order.setItems(EnterpriseOrder.values());
        order.setItemLabelGenerator(one -> messages.of(locale, one));
        order.setAriaLabel(getTranslation("ui.enterprises.order"));
        order.addValueChangeListener(change -> {
            if (!settling) {
                ask(new EnterpriseQuestion(asked.typed(), asked.filter(), change.getValue()));
            }
        });
        var bar = new Div(name, filters, order);
        bar.addClassName("filter-bar");
        return bar;
    }

    /** A new question is a new address, so that the back button leads to the one before. */
    private void ask(EnterpriseQuestion question) {
        if (question.equals(asked)) {
            return;
        }
        boolean sameButTyped =
                question.isSearch() && asked.isSearch() && question.filter().equals(asked.filter());
        if (sameButTyped) {
            asked = question;
            settle();
            answer();
            getUI().ifPresent(ui ->
                    ui.getPage()
                            .getHistory()
                            .replaceState(
                                    null,
                                    new Location(
                                            "enterprises",
                                            new QueryParameters(question.parameters()))));
        } else {
            go(question, null);
        }
    }

    private void go(EnterpriseQuestion question, @Nullable EnterpriseId at) {
        var set = new LinkedHashMap<>(question.parameters());
        if (at != null) {
            set.put(LOOK, List.of(at.toString()));
        }
        getUI().ifPresent(ui -> ui.navigate(EnterpriseListView.class, new QueryParameters(set)));
    }

    /** Puts the question into the fields. */
    private void settle() {
        settling = true;
        if (!name.getValue().strip().equals(asked.typed())) {
            name.setValue(asked.typed());
        }
        form.show(asked.filter());
        order.setValue(asked.order());
        order.setEnabled(!asked.isSearch());
        settling = false;
        chips.removeAll();
        for (var part : words.parts(asked)) {
            var chip = new Button(part.words(), new Glyph(Glyph.Of.CLOSE));
            chip.setIconAfterText(true);
            chip.addClickListener(click -> ask(part.without()));
            chip.setAriaLabel(getTranslation("ui.filter.remove", part.words()));
            chip.addClassNames("chip", "filter-chip");
            chips.add(chip);
        }
        int set = chips.getComponentCount();
        if (set > 1) {
            var clear =
                    new Button(
                            getTranslation("ui.filter.clear"),
                            click -> ask(asked.with(EnterpriseFilter.ALL)));
            clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            chips.add(clear);
        }
        filters.setText(
                set == 0 ? getTranslation("ui.filter") : getTranslation("ui.filter") + " " + set);
    }

    /** Counts once for each question, never for a page. */
    private void answer() {
        pages.forget();
        rows.deselectAll();
        var finds = search.search(asked.typed(), asked.filter(), asked.isSearch() ? PAGE : 1);
        facets.show(finds.facets(), asked);
        tell(finds);
        long estimate;
        if (asked.isSearch()) {
            firstHits = finds.items();
            count.setText(getTranslation("ui.enterprises.count", Shown.figure(finds.total())));
            estimate = Math.min(finds.total(), DEEPEST);
        } else {
            firstHits = null;
            var found = directory.count(asked.filter());
            count.setText(
                    getTranslation(
                            found.estimated()
                                    ? "ui.enterprises.count.about"
                                    : "ui.enterprises.count",
                            Shown.figure(found.count())));
            estimate = found.count();
        }
        rows.getLazyDataView().setItemCountEstimate((int) Math.clamp(estimate, PAGE, 1_000_000));
        rows.getDataProvider().refreshAll();
    }

    private void afresh() {
        rows.deselectAll();
        answer();
    }

    private void tell(EnterpriseFinds finds) {
        told.removeAll();
        told.setClassName("warning", finds.degraded());
        if (asked.isSearch() && finds.degraded()) {
            told.add(new Span(getTranslation("ui.enterprises.degraded")));
        } else if (!asked.isSearch() && finds.degraded()) {
            told.add(new Span(getTranslation("ui.enterprises.degraded.list")));
        } else {
            var meant = finds.suggestion();
            if (meant != null && !meant.equals(asked.typed())) {
                var link =
                        new Button(
                                meant,
                                click ->
                                        ask(
                                                new EnterpriseQuestion(
                                                        meant, asked.filter(), asked.order())));
                link.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
                link.addClassName("meant");
                told.add(new Span(getTranslation("ui.enterprises.meant")), link);
            }
        }
        told.setVisible(told.getComponentCount() > 0);
    }

    private Component grid(CurrentPerson person) {
        column(ListColumn.STATUS, rows.addComponentColumn(f -> cells.statusOf(f.enterprise())))
                .setAutoWidth(true)
                .setFlexGrow(0);
        text(ListColumn.LEADING_INDUSTRY, EnterpriseRow::leadingIndustry).setWidth("150px");
        text(ListColumn.SUB_INDUSTRY, EnterpriseRow::subIndustry).setWidth("150px");
        text(ListColumn.INDUSTRY, EnterpriseRow::industryCode).setWidth("110px").setFlexGrow(0);
        column(
                        ListColumn.CAPITAL,
                        rows.addColumn(f -> Shown.tenThousands(f.enterprise().registeredCapital())))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("150px")
                .setFlexGrow(0);
        column(ListColumn.FOUNDED, rows.addColumn(f -> Shown.date(f.enterprise().foundedOn())))
                .setWidth("120px")
                .setFlexGrow(0);
        text(
                        ListColumn.DIVISION,
                        row -> {
                            var code = row.divisionCode();
                            return code == null ? row.city() : Divisions.shown(code);
                        })
                .setWidth("190px");
        column(
                        ListColumn.QUALIFICATION,
                        rows.addComponentColumn(f -> cells.qualifications(f.enterprise())))
                .setFlexGrow(2)
                .setWidth("180px");
        column(ListColumn.CHANGED, rows.addColumn(f -> Shown.moment(f.enterprise().updatedAt())))
                .setWidth("150px")
                .setFlexGrow(0);
        rows.addItemClickListener(click -> open(click.getItem().enterprise().id()));
        rows.setEmptyStateComponent(
                new EmptyState(Glyph.Of.BUILDING, getTranslation("ui.enterprises.empty")));
        rows.setItems(query -> rows(query.getOffset(), query.getLimit()));
        rows.getLazyDataView().setIdentifierProvider(find -> find.enterprise().id());
        rows.setPageSize(PAGE);
        rows.setSizeFull();
        if (person.may(EnterprisePermissions.WRITE)) {
            rows.setSelectionMode(Grid.SelectionMode.MULTI);
            ((GridMultiSelectionModel<EnterpriseFind>) rows.getSelectionModel())
                    .setSelectAllCheckboxVisibility(SelectAllCheckboxVisibility.HIDDEN);
            rows.addSelectionListener(change ->
                    bulk.selected(
                            change.getAllSelectedItems().stream()
                                    .map(find -> find.enterprise().id())
                                    .collect(Collectors.toUnmodifiableSet()),
                            count.getText()));
        } else {
            rows.setSelectionMode(Grid.SelectionMode.NONE);
        }
        fit(width);
        return rows;
    }

    private Grid.Column<EnterpriseFind> text(
            ListColumn which, java.util.function.Function<EnterpriseRow, @Nullable String> value) {
        return column(which, rows.addColumn(f -> Shown.text(value.apply(f.enterprise()))));
    }

    private Grid.Column<EnterpriseFind> column(
            ListColumn which, Grid.Column<EnterpriseFind> column) {
        shown.put(which, column);
        return column.setHeader(getTranslation(which.titleKey)).setKey(which.name());
    }

    private void open(EnterpriseId id) {
        if (width >= ROOMY) {
            go(asked, id);
        } else {
            getUI().ifPresent(ui -> ui.navigate("enterprises/" + id));
        }
    }

    private void lookAt(@Nullable String id) {
        look.hide();
        if (id != null) {
            try {
                look.show(directory.details(new EnterpriseId(UUID.fromString(id))));
            } catch (UnknownEnterprise | IllegalArgumentException unknown) {
                look.hide();
            }
        }
    }

    /** With words it is a search, best first; without, the list in its order. */
    private Stream<EnterpriseFind> rows(int offset, int limit) {
        if (!asked.isSearch()) {
            return pages.read(offset, limit)
                    .map(row -> new EnterpriseFind(row, Map.of(), List.of()));
        }
        var first = firstHits;
        if (first != null && offset == 0 && (limit <= first.size() || first.size() < PAGE)) {
            firstHits = null;
            return first.stream().limit(limit);
        }
        return search.more(asked.typed(), asked.filter(), offset, limit).stream();
    }
}
