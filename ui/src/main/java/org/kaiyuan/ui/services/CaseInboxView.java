package org.kaiyuan.ui.services;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.component.grid.GridMultiSelectionModel.SelectAllCheckboxVisibility;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangedMeanwhile;
import org.kaiyuan.services.CaseBox;
import org.kaiyuan.services.CaseFilter;
import org.kaiyuan.services.CaseId;
import org.kaiyuan.services.CaseInbox;
import org.kaiyuan.services.CaseRow;
import org.kaiyuan.services.CaseState;
import org.kaiyuan.services.ServicesPermissions;
import org.kaiyuan.services.UnknownCase;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeysetPages;
import org.kaiyuan.ui.kit.Narrow;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** 收件箱: what there is to do, box by box; the address says which box, what of it, and what is looked at. */
@Route(CaseNavigation.INBOX)
@RolesAllowed(ServicesPermissions.READ)
class CaseInboxView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final String LOOK = "look";
    private static final int PAGE = 50;

    /** From this width on there is room for a look beside the list. */
    private static final int ROOMY = 1280;

    final Tabs boxes = new Tabs();
    final CaseFilterBar bar;
    final Grid<CaseRow> rows = new Grid<>();
    final CaseLook look;
    final CaseBulkBar bulk;
    private final transient CaseDoors doors;
    private final transient CaseCells cells;
    private final transient KeysetPages<CaseRow> pages;
    private final transient Map<CaseBox, Tab> tabs = new EnumMap<>(CaseBox.class);
    private transient CaseFilter filter = CaseFilter.of(CaseBox.MINE);
    private transient @Nullable CaseFilter answered;
    private boolean settling;
    private int width = 1440;

    CaseInboxView(CaseDoors doors) {
        this.doors = doors;
        cells = new CaseCells(doors.messages(), getLocale());
        bar = new CaseFilterBar(doors, this::ask);
        look = new CaseLook(doors, cells, () -> go(filter, null));
        bulk = new CaseBulkBar(doors, this::afresh);
        pages =
                new KeysetPages<>((after, limit) -> {
                    var page = doors.inbox().list(filter, after, limit);
                    return new KeysetPages.Page<>(page.items(), page.next());
                });
        addClassNames("list-page", "case-inbox");
        setSizeFull();
        boxes();
        columns();
        var split = new Div(rows, look);
        split.addClassName("split");
        add(head(), boxes, bar, bulk, split);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var page = attached.getUI().getPage();
        page.executeJs("return window.innerWidth").then(Integer.class, pixels -> width = pixels);
        var listening = page.addBrowserWindowResizeListener(resized -> width = resized.getWidth());
        addDetachListener(detached -> {
            listening.remove();
            detached.unregisterListener();
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters();
        filter = CaseQuestion.of(asked);
        settling = true;
        boxes.setSelectedTab(tabs.get(filter.box()));
        settling = false;
        bar.show(filter);
        if (!filter.equals(answered)) {
            answered = filter;
            answer();
        }
        lookAt(asked.getSingleParameter(LOOK).orElse(null));
    }

    @Override
    public String getPageTitle() {
        return word("place.inbox") + " · " + getTranslation("ui.product");
    }

    private Component head() {
        var actions = new Div();
        actions.addClassName("actions");
        if (doors.handles()) {
            actions.add(
                    new Button(
                            word("handOverAll"),
                            click -> new CaseDeskDialogs(doors, this, this::afresh).handOverAll()));
            var counter =
                    new Button(
                            word("place.counter"),
                            new Glyph(Glyph.Of.PLUS),
                            click -> getUI().ifPresent(ui -> ui.navigate(CaseNavigation.COUNTER)));
            counter.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions.add(counter);
        }
        var head = new Div(new H1(word("place.inbox")), actions);
        head.addClassName("page-head");
        return head;
    }

    private void boxes() {
        boxes.addClassName("case-boxes");
        boxes.getElement().setAttribute("aria-label", word("boxes"));
        for (var box : CaseBox.values()) {
            var tab = new Tab();
            tabs.put(box, tab);
            boxes.add(tab);
        }
        boxes.addSelectedChangeListener(change -> {
            if (!settling) {
                tabs.entrySet().stream()
                        .filter(one -> one.getValue().equals(change.getSelectedTab()))
                        .findFirst()
                        .ifPresent(one -> ask(CaseFilterBar.in(one.getKey(), filter)));
            }
        });
    }

    /** A new question is a new address, so that the back button leads to the one before. */
    private void ask(CaseFilter wanted) {
        if (!wanted.equals(filter)) {
            go(wanted, null);
        }
    }

    private void go(CaseFilter wanted, @Nullable CaseId at) {
        var set = new LinkedHashMap<>(CaseQuestion.parameters(wanted));
        if (at != null) {
            set.put(LOOK, List.of(at.toString()));
        }
        getUI().ifPresent(ui -> ui.navigate(CaseInboxView.class, new QueryParameters(set)));
    }

    private void answer() {
        var counts = doors.inbox().counts();
        tabs.forEach((box, tab) -> {
            int count = counts.getOrDefault(box, 0);
            tab.removeAll();
            tab.add(new Span(cells.of(box)));
            if (box != CaseBox.CLOSED && count > 0) {
                var figure =
                        new Span(
                                count > CaseInbox.MOST_COUNTED
                                        ? CaseInbox.MOST_COUNTED + "+"
                                        : Integer.toString(count));
                figure.addClassNames("box-count", box == CaseBox.OVERDUE ? "bad" : "plain");
                tab.add(figure);
            }
        });
        pages.forget();
        rows.deselectAll();
        rows.setItems(query -> pages.read(query.getOffset(), query.getLimit()));
        rows.getLazyDataView().setIdentifierProvider(CaseRow::id);
        rows.setEmptyStateComponent(empty());
    }

    private void afresh() {
        answer();
        look.hide();
    }

    private Component empty() {
        if (CaseQuestion.narrows(filter)) {
            return new EmptyState(
                    Glyph.Of.FILTER,
                    word("empty.filtered"),
                    new Button(
                            getTranslation("ui.filter.clear"),
                            click -> ask(CaseFilter.of(filter.box()))));
        }
        var sentence = word("empty." + filter.box());
        return switch (filter.box()) {
            case MINE ->
                    new EmptyState(
                            Glyph.Of.CHECK,
                            sentence,
                            new Button(
                                    word("empty.toTeam"),
                                    click -> ask(CaseFilter.of(CaseBox.TEAM))));
            case ALL, TEAM -> new EmptyState(Glyph.Of.CLIP, sentence);
            default -> new EmptyState(Glyph.Of.CHECK, sentence);
        };
    }

    private void columns() {
        rows.setPageSize(PAGE);
        rows.setSizeFull();
        rows.addComponentColumn(this::named)
                .setHeader(word("case"))
                .setFlexGrow(3)
                .setWidth("240px");
        rows.addColumn(CaseRow::enterpriseName)
                .setHeader(word("enterprise"))
                .setTooltipGenerator(CaseRow::enterpriseName)
                .setFlexGrow(2)
                .setWidth("170px");
        rows.addComponentColumn(cells::standing)
                .setHeader(word("state"))
                .setFlexGrow(0)
                .setWidth("170px");
        rows.addComponentColumn(this::due)
                .setHeader(word("remaining.days"))
                .setFlexGrow(0)
                .setWidth("130px");
        rows.addComponentColumn(this::who)
                .setHeader(word("owner"))
                .setFlexGrow(1)
                .setWidth("130px");
        rows.addColumn(one -> Shown.moment(one.submittedAt()))
                .setHeader(word("submittedAt"))
                .setFlexGrow(0)
                .setWidth("150px");
        Narrow.stack(
                this,
                rows,
                word("case"),
                this::named,
                one -> Narrow.line(one.enterpriseName()),
                cells::standing,
                this::due,
                this::who);
        if (doors.handles()) {
            rows.setSelectionMode(Grid.SelectionMode.MULTI);
            ((GridMultiSelectionModel<CaseRow>) rows.getSelectionModel())
                    .setSelectAllCheckboxVisibility(SelectAllCheckboxVisibility.HIDDEN);
            rows.addSelectionListener(change -> bulk.selected(change.getAllSelectedItems()));
        } else {
            rows.setSelectionMode(Grid.SelectionMode.NONE);
        }
        rows.addItemClickListener(click -> open(click.getItem().id()));
    }

    private Component named(CaseRow one) {
        return CaseCells.named(
                CaseCells.link(CaseNavigation.toCase(one.id()), one.title()), one.receipt());
    }

    private Component due(CaseRow one) {
        var cell = new Div(cells.remaining(one));
        cell.addClassName("name-cell");
        if (one.dueOn() != null) {
            cell.add(CaseCells.sub(Shown.date(one.dueOn())));
        }
        return cell;
    }

    /** Whose it is; what is nobody's can be claimed here. */
    private Component who(CaseRow one) {
        if (one.owner() == null && doors.handles() && isOpen(one.state())) {
            var claim = CaseCells.small(word("act.CLAIM"), () -> claim(one));
            claim.setDisableOnClick(true);
            claim.setAriaLabel(word("claim.of", one.receipt()));
            return claim;
        }
        return CaseCells.named(new Span(Shown.text(one.ownerName())), one.team());
    }

    static boolean isOpen(CaseState state) {
        return switch (state) {
            case SUBMITTED, SUPPLEMENT, ACCEPTED, DECIDED -> true;
            case DELIVERED, ARCHIVED, NOT_ACCEPTED, WITHDRAWN -> false;
        };
    }

    void claim(CaseRow one) {
        try {
            doors.desk().claim(one.id(), one.version());
            Tell.done(word("claimed", one.receipt()));
        } catch (ChangedMeanwhile meanwhile) {
            Tell.refused(getTranslation(meanwhile.messageKey(), meanwhile.arguments()));
        } finally {
            answer();
        }
    }

    private void open(CaseId id) {
        if (width >= ROOMY) {
            go(filter, id);
        } else {
            getUI().ifPresent(ui -> ui.navigate(CaseNavigation.toCase(id)));
        }
    }

    private void lookAt(@Nullable String id) {
        look.hide();
        if (id != null) {
            try {
                look.show(doors.directory().find(new CaseId(UUID.fromString(id))));
            } catch (UnknownCase | IllegalArgumentException unknown) {
                look.hide();
            }
        }
    }

    private String word(String key, Object... arguments) {
        return getTranslation("ui.services.desk." + key, arguments);
    }
}
