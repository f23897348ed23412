package org.kaiyuan.ui.services;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
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
import org.kaiyuan.services.Complaint;
import org.kaiyuan.services.ComplaintState;
import org.kaiyuan.services.ServicesPermissions;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeysetPages;
import org.kaiyuan.ui.kit.Narrow;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** 投诉: what enterprises complain of, and the answers. The address says which. */
@Route(CaseNavigation.COMPLAINTS)
@RolesAllowed(ServicesPermissions.SUPERVISE)
class DeskComplaintsView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final int PAGE = 50;

    final RadioButtonGroup<ComplaintState> state = new RadioButtonGroup<>();
    final Grid<Complaint> rows = new Grid<>();
    private final transient CaseDoors doors;
    private final transient DeskFeedbackCells cells;
    private final transient KeysetPages<Complaint> pages;
    private boolean settling;

    DeskComplaintsView(CaseDoors doors) {
        this.doors = doors;
        cells = new DeskFeedbackCells(doors.messages(), getLocale(), doors.today());
        pages =
                new KeysetPages<>((after, limit) -> {
                    var page = doors.complaints().list(state.getValue(), after, limit);
                    return new KeysetPages.Page<>(page.items(), page.next());
                });
        addClassNames("list-page", "desk-complaints");
        setSizeFull();
        state.setItems(ComplaintState.values());
        state.setValue(ComplaintState.OPEN);
        state.setItemLabelGenerator(one -> doors.messages().of(getLocale(), one));
        state.setAriaLabel(word("state"));
        state.addClassName("segments");
        state.addValueChangeListener(change -> ask());
        columns();
        var head = new Div(new H1(word("place.complaints")));
        head.addClassName("page-head");
        var bar = new Div(state);
        bar.addClassName("filter-bar");
        add(head, bar, rows);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        settling = true;
        state.setValue(
                event.getLocation()
                        .getQueryParameters()
                        .getSingleParameter("state")
                        .map(name ->
                                CaseQuestion.named(
                                        ComplaintState.values(), name, ComplaintState.OPEN))
                        .orElse(ComplaintState.OPEN));
        settling = false;
        answer();
    }

    @Override
    public String getPageTitle() {
        return word("place.complaints") + " · " + getTranslation("ui.product");
    }

    private void ask() {
        if (!settling) {
            getUI().ifPresent(ui ->
                    ui.navigate(
                            DeskComplaintsView.class,
                            QueryParameters.of("state", state.getValue().name())));
        }
    }

    private void answer() {
        pages.forget();
        rows.setItems(query -> pages.read(query.getOffset(), query.getLimit()));
        rows.setEmptyStateComponent(
                new EmptyState(Glyph.Of.CHECK, word("complaints.none." + state.getValue())));
    }

    private void columns() {
        rows.setPageSize(PAGE);
        rows.setSelectionMode(Grid.SelectionMode.NONE);
        rows.addComponentColumn(this::about)
                .setHeader(word("case"))
                .setFlexGrow(2)
                .setWidth("230px");
        rows.addComponentColumn(this::said)
                .setHeader(word("complaints.said"))
                .setFlexGrow(4)
                .setWidth("300px");
        rows.addComponentColumn(this::due)
                .setHeader(word("complaints.due"))
                .setFlexGrow(0)
                .setWidth("200px");
        rows.addComponentColumn(this::acts).setFlexGrow(0).setWidth("110px");
        Narrow.stack(
                this,
                rows,
                word("place.complaints"),
                this::about,
                this::said,
                this::due,
                this::acts);
    }

    private Component about(Complaint one) {
        return CaseCells.named(
                CaseCells.link(CaseNavigation.toCase(one.caseId()) + "?tab=feedback", one.title()),
                one.enterpriseName() + " · " + one.receipt());
    }

    private Component said(Complaint one) {
        var cell = new Div(new Span(one.said()));
        cell.addClassNames("name-cell", "said-cell");
        if (one.answer() != null) {
            cell.add(
                    new Span(word("complaints.answered", one.answer())),
                    CaseCells.sub(
                            Shown.text(one.answeredName())
                                    + " · "
                                    + Shown.moment(one.answeredAt())));
        } else {
            cell.add(CaseCells.sub(Shown.moment(one.at())));
        }
        return cell;
    }

    private Component due(Complaint one) {
        return CaseCells.chips(
                one.state() == ComplaintState.OPEN ? cells.due(one.dueOn()) : cells.state(one));
    }

    private Component acts(Complaint one) {
        var acts = new Div();
        acts.addClassName("row-acts");
        if (one.state() == ComplaintState.OPEN) {
            acts.add(CaseCells.small(word("complaints.answer"), () -> reply(one)));
        }
        return acts;
    }

    AskDialog reply(Complaint one) {
        var said = new CaseAsk(doors, this, this::answer).longText();
        var ask =
                new AskDialog(
                        word("complaints.answer.of", one.enterpriseName()),
                        word("complaints.answer"),
                        one.version(),
                        version -> {
                            doors.complaints()
                                    .answer(
                                            one.id(),
                                            CaseAsk.text("said", said.getValue()),
                                            version);
                            Tell.done(getTranslation("ui.form.saved"));
                            answer();
                        });
        ask.saying(one.said());
        ask.saying(word("complaints.answer.detail"));
        ask.with("said", word("answer.said"), said);
        ask.form.addClassName("top");
        ask.open();
        return ask;
    }

    private String word(String key, Object... arguments) {
        return getTranslation("ui.services.desk." + key, arguments);
    }
}
