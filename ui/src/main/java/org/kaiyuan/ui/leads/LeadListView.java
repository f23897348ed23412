package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadFind;
import org.kaiyuan.leads.LeadFinds;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.leads.LeadQuestion;
import org.kaiyuan.leads.LeadRow;
import org.kaiyuan.leads.UnknownLead;
import org.kaiyuan.ui.kit.Behind;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.ExportLinks;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeysetPages;
import org.kaiyuan.ui.kit.SavedViewPanel;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** All leads that one may see, searched, filtered and ordered; the address holds what is asked. */
@Route("leads")
@RolesAllowed(LeadPermissions.READ)
class LeadListView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final String LOOK = "look";
    private static final int PAGE = 50;

    /** From this width on there is room for a look beside the list. */
    private static final int ROOMY = 1280;

    /** Elasticsearch counts and goes no deeper. */
    private static final int DEEPEST = 10_000;

    final LeadFilterBar filter;
    final LeadGrid rows;
    final LeadLook look;
    final LeadBulkBar bulk;
    final SavedViewPanel<LeadQuestion> views;
    final Span count = new Span();
    final Div told = new Div();

    private final transient LeadListDoors doors;
    private final transient KeysetPages<LeadRow> pages;
    private final boolean writes;

    /** Read by downloads, too, which do not hold the session. */
    private transient volatile LeadQuestion asked = LeadQuestion.ALL;

    private boolean answered;

    /** The hits that came with the count, until the grid has taken them. */
    private transient @Nullable List<LeadFind> firstHits;

    LeadListView(LeadListDoors doors) {
        this.doors = doors;
        var stages = doors.stages(getLocale());
        var cells = new LeadCells(stages, doors.messages(), getLocale(), doors.today());
        writes = doors.person().may(LeadPermissions.WRITE);
        filter = new LeadFilterBar(doors, stages, true, this::ask);
        bulk = new LeadBulkBar(doors.assignment(), this::afresh);
        views = new SavedViewPanel<>(doors.views(), () -> asked, this::ask);
        look = new LeadLook(stages, () -> go(asked, null));
        rows =
                new LeadGrid(
                        cells,
                        doors.messages(),
                        writes ? this::followUp : null,
                        writes ? this::claim : null,
                        doors.person().may(LeadPermissions.ASSIGN));
        pages =
                new KeysetPages<>((after, limit) -> {
                    var page = doors.directory().find(asked.filter(), asked.order(), after, limit);
                    return new KeysetPages.Page<>(page.items(), page.next());
                });
        fill();
        addClassNames("list-page", "lead-list");
        setSizeFull();
        told.addClassName("told");
        told.getElement().setAttribute("role", "status");
        var split = new Div(rows, look);
        split.addClassName("split");
        add(head(), filter, told, bulk, split);
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
        var question = LeadQuestion.of(given);
        if (!answered || !question.equals(asked)) {
            asked = question;
            answered = true;
            filter.show(asked);
            answer();
        }
        lookAt(given.getOrDefault(LOOK, List.of()).stream().findFirst().orElse(null));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.leads.list") + " · " + getTranslation("ui.product");
    }

    LeadQuestion asked() {
        return asked;
    }

    private Component head() {
        count.addClassName("count");
        count.getElement().setAttribute("role", "status");
        var actions = new Div();
        actions.addClassName("actions");
        actions.add(
                new Button(
                        getTranslation("ui.leads.list.asBoard"),
                        new Glyph(Glyph.Of.COLUMNS),
                        click ->
                                LeadNavigation.toBoard(
                                        new LeadQuestion(
                                                "", asked.filter(), LeadQuestion.ALL.order()))),
                new Behind(getTranslation("ui.views"), Glyph.Of.BOOKMARK, views, views::refresh),
                new Behind(getTranslation("ui.columns"), Glyph.Of.COLUMNS, rows.chooser, () -> {}));
        if (doors.person().may(LeadPermissions.EXPORT)) {
            actions.add(
                    new Behind(
                            getTranslation("ui.export"),
                            Glyph.Of.EXPORT,
                            new ExportLinks(
                                    doors.messages(),
                                    getLocale(),
                                    format -> doors.export().export(asked, format, getLocale())),
                            () -> {}));
        }
        if (writes) {
            actions.add(fresh());
        }
        var head = new Div(new H1(getTranslation("ui.leads.list")), count, actions);
        head.addClassName("page-head");
        return head;
    }

    private Button fresh() {
        var fresh =
                new Button(
                        getTranslation("ui.leads.list.new"),
                        new Glyph(Glyph.Of.PLUS),
                        click -> LeadNavigation.toNewLead());
        fresh.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return fresh;
    }

    private void fill() {
        rows.addItemClickListener(click -> open(click.getItem().lead().id()));
        rows.setItems(query -> rows(query.getOffset(), query.getLimit()));
        rows.getLazyDataView().setIdentifierProvider(find -> find.lead().id());
        rows.setPageSize(PAGE);
        if (rows.getSelectionMode() != Grid.SelectionMode.MULTI) {
            return;
        }
        rows.addSelectionListener(change ->
                bulk.selected(
                        change.getAllSelectedItems().stream()
                                .map(find -> find.lead().id())
                                .collect(Collectors.toUnmodifiableSet())));
    }

    private void ask(LeadQuestion question) {
        if (!question.equals(asked)) {
            go(question, null);
        }
    }

    /** A new question is a new address, so that the back button leads to the one before. */
    private void go(LeadQuestion question, @Nullable LeadId at) {
        var set = new LinkedHashMap<>(question.parameters());
        if (at != null) {
            set.put(LOOK, List.of(at.toString()));
        }
        getUI().ifPresent(ui -> ui.navigate(LeadListView.class, new QueryParameters(set)));
    }

    /** Counts once for each question, never for a page. */
    private void answer() {
        pages.forget();
        rows.deselectAll();
        boolean degraded = false;
        long estimate;
        if (asked.isSearch()) {
            var finds = doors.search().search(asked.typed(), asked.filter(), PAGE);
            firstHits = finds.items();
            degraded = finds.degraded();
            estimate = Math.min(finds.total(), DEEPEST);
            say(finds);
        } else {
            firstHits = null;
            var found = doors.directory().count(asked.filter());
            estimate = found.count();
            count.setText(
                    getTranslation(
                            found.estimated() ? "ui.leads.list.count.about" : "ui.leads.list.count",
                            Shown.figure(found.count())));
        }
        told.setText(degraded ? getTranslation("ui.leads.list.degraded") : "");
        told.setClassName("warning", degraded);
        told.setVisible(degraded);
        empty();
        rows.getLazyDataView().setItemCountEstimate((int) Math.clamp(estimate, PAGE, 1_000_000));
        rows.getDataProvider().refreshAll();
    }

    private void say(LeadFinds finds) {
        count.setText(getTranslation("ui.leads.list.count", Shown.figure(finds.total())));
    }

    /** What to do depends on whether anything was asked at all. */
    private void empty() {
        if (asked.parameters().isEmpty()) {
            var state = getTranslation("ui.leads.list.none");
            rows.setEmptyStateComponent(
                    writes
                            ? new EmptyState(Glyph.Of.STAR, state, fresh())
                            : new EmptyState(Glyph.Of.STAR, state));
        } else {
            rows.setEmptyStateComponent(
                    new EmptyState(
                            Glyph.Of.FILTER,
                            getTranslation("ui.leads.list.nothing"),
                            new Button(
                                    getTranslation("ui.filter.clear"),
                                    click -> ask(LeadQuestion.ALL))));
        }
    }

    private void afresh() {
        answer();
    }

    private void open(LeadId id) {
        if (rows.width() >= ROOMY) {
            go(asked, id);
        } else {
            LeadNavigation.toLead(id);
        }
    }

    private void lookAt(@Nullable String id) {
        look.hide();
        if (id != null) {
            try {
                var lead = doors.directory().details(new LeadId(UUID.fromString(id)));
                look.show(
                        lead,
                        writes ? () -> followUp(lead.id(), lead.profile().projectName()) : null);
            } catch (UnknownLead | IllegalArgumentException unknown) {
                look.hide();
            }
        }
    }

    private void claim(LeadRow lead) {
        doors.assignment().claim(lead.id());
        Tell.done(getTranslation("ui.leads.list.claimed", lead.projectName()));
        afresh();
    }

    private void followUp(LeadRow lead) {
        followUp(lead.id(), lead.projectName());
    }

    private void followUp(LeadId id, String project) {
        new FollowupDialog(doors.followups(), id, project, this::afresh).open();
    }

    /** With words it is a search, best first; without, the list in its order. */
    private Stream<LeadFind> rows(int offset, int limit) {
        if (!asked.isSearch()) {
            return pages.read(offset, limit).map(row -> new LeadFind(row, Map.of()));
        }
        var first = firstHits;
        if (first != null && offset == 0 && (limit <= first.size() || first.size() < PAGE)) {
            firstHits = null;
            return first.stream().limit(limit);
        }
        return doors.search().more(asked.typed(), asked.filter(), offset, limit).stream();
    }
}
