package org.kaiyuan.ui.services;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.services.Rating;
import org.kaiyuan.services.RatingState;
import org.kaiyuan.services.ServicesPermissions;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeysetPages;
import org.kaiyuan.ui.kit.Narrow;
import org.kaiyuan.ui.kit.Tell;

/** 好差评: what is owed first – a call back, then rectifying within its days. The address says which. */
@Route(CaseNavigation.RATINGS)
@RolesAllowed(ServicesPermissions.SUPERVISE)
class DeskRatingsView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    /** What is listed; all but the last are of {@link RatingState}. */
    enum Show {
        TO_CALL,
        TO_RECTIFY,
        RECTIFIED,
        ALL;

        @Nullable RatingState state() {
            return this == ALL ? null : RatingState.valueOf(name());
        }
    }

    private static final int PAGE = 50;

    final RadioButtonGroup<Show> show = new RadioButtonGroup<>();
    final Grid<Rating> rows = new Grid<>();
    private final transient CaseDoors doors;
    private final transient DeskFeedbackCells cells;
    private final transient KeysetPages<Rating> pages;
    private boolean settling;

    DeskRatingsView(CaseDoors doors) {
        this.doors = doors;
        cells = new DeskFeedbackCells(doors.messages(), getLocale(), doors.today());
        pages =
                new KeysetPages<>((after, limit) -> {
                    var page = doors.ratings().list(show.getValue().state(), after, limit);
                    return new KeysetPages.Page<>(page.items(), page.next());
                });
        addClassNames("list-page", "desk-ratings");
        setSizeFull();
        show.setItems(Show.values());
        show.setValue(Show.TO_CALL);
        show.setItemLabelGenerator(one -> word("ratings.show." + one));
        show.setAriaLabel(word("ratings.show"));
        show.addClassName("segments");
        show.addValueChangeListener(change -> ask());
        columns();
        var head = new Div(new H1(word("place.ratings")));
        head.addClassName("page-head");
        var bar = new Div(show);
        bar.addClassName("filter-bar");
        add(head, new Paragraph(word("ratings.detail")), bar, rows);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        settling = true;
        show.setValue(
                event.getLocation()
                        .getQueryParameters()
                        .getSingleParameter("show")
                        .map(name -> CaseQuestion.named(Show.values(), name, Show.TO_CALL))
                        .orElse(Show.TO_CALL));
        settling = false;
        answer();
    }

    @Override
    public String getPageTitle() {
        return word("place.ratings") + " · " + getTranslation("ui.product");
    }

    private void ask() {
        if (!settling) {
            getUI().ifPresent(ui ->
                    ui.navigate(
                            DeskRatingsView.class,
                            QueryParameters.of("show", show.getValue().name())));
        }
    }

    private void answer() {
        pages.forget();
        rows.setItems(query -> pages.read(query.getOffset(), query.getLimit()));
        rows.setEmptyStateComponent(
                new EmptyState(Glyph.Of.STAR, word("ratings.none." + show.getValue())));
    }

    private void columns() {
        rows.setPageSize(PAGE);
        rows.setSelectionMode(Grid.SelectionMode.NONE);
        rows.addComponentColumn(this::about)
                .setHeader(word("case"))
                .setFlexGrow(3)
                .setWidth("230px");
        rows.addComponentColumn(cells::stars)
                .setHeader(word("ratings.stars"))
                .setFlexGrow(0)
                .setWidth("190px");
        rows.addComponentColumn(this::said)
                .setHeader(word("ratings.said"))
                .setFlexGrow(3)
                .setWidth("220px");
        rows.addComponentColumn(this::owed)
                .setHeader(word("ratings.owed"))
                .setFlexGrow(0)
                .setWidth("210px");
        rows.addComponentColumn(this::acts).setFlexGrow(0).setWidth("130px");
        Narrow.stack(
                this,
                rows,
                word("place.ratings"),
                this::about,
                cells::stars,
                this::said,
                this::owed,
                this::acts);
    }

    private Component about(Rating one) {
        return CaseCells.named(
                CaseCells.link(CaseNavigation.toCase(one.caseId()) + "?tab=feedback", one.title()),
                one.enterpriseName() + " · " + one.receipt());
    }

    private Component said(Rating one) {
        var cell = new Div();
        cell.addClassNames("name-cell", "said-cell");
        cells.said(one).forEach(line -> cell.add(new Span(line)));
        cell.add(CaseCells.sub(cells.about(one)));
        return cell;
    }

    private Component owed(Rating one) {
        return CaseCells.chips(cells.state(one), cells.due(one));
    }

    private Component acts(Rating one) {
        var acts = new Div();
        acts.addClassName("row-acts");
        if (one.state() == RatingState.TO_CALL) {
            acts.add(CaseCells.small(word("ratings.call"), () -> call(one)));
        } else if (one.state() == RatingState.TO_RECTIFY) {
            acts.add(CaseCells.small(word("ratings.rectify"), () -> rectify(one)));
        }
        return acts;
    }

    AskDialog call(Rating one) {
        return asked(
                one,
                "ratings.call",
                (on, said, version) -> doors.ratings().calledBack(one.id(), on, said, version));
    }

    AskDialog rectify(Rating one) {
        return asked(
                one,
                "ratings.rectify",
                (on, said, version) -> doors.ratings().rectified(one.id(), on, said, version));
    }

    /** What is done about a rating on a day. */
    @FunctionalInterface
    private interface Doing {
        void run(LocalDate on, String said, long version);
    }

    private AskDialog asked(Rating one, String key, Doing doing) {
        var asking = new CaseAsk(doors, this, this::answer);
        var on = new DayField();
        on.setValue(doors.today());
        on.setMax(doors.today());
        var said = asking.longText();
        var ask =
                new AskDialog(
                        word(key + ".of", one.enterpriseName()),
                        getTranslation("ui.form.save"),
                        one.version(),
                        version -> {
                            doing.run(
                                    CaseAsk.needed("on", on.getValue()),
                                    CaseAsk.text("said", said.getValue()),
                                    version);
                            Tell.done(getTranslation("ui.form.saved"));
                            answer();
                        });
        ask.saying(word(key + ".detail"));
        ask.with("on", word(key + ".on"), on);
        ask.with("said", word(key + ".said"), said);
        ask.form.addClassName("top");
        ask.open();
        return ask;
    }

    private String word(String key, Object... arguments) {
        return getTranslation("ui.services.desk." + key, arguments);
    }
}
