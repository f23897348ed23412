package org.kaiyuan.ui.services;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.services.CaseExport;
import org.kaiyuan.services.FigureGroup;
import org.kaiyuan.services.FigureLine;
import org.kaiyuan.services.FigureQuestion;
import org.kaiyuan.services.PublicRecord;
import org.kaiyuan.services.ServiceFigures;
import org.kaiyuan.services.ServicesPermissions;
import org.kaiyuan.ui.kit.Behind;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.FigureTable;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeyFigure;
import org.kaiyuan.ui.kit.Shown;

/** 办件统计: in total, by service, team and month, and steps against what is promised. The address says of what. */
@Route(CaseNavigation.FIGURES)
@RolesAllowed(ServicesPermissions.READ)
class DeskFiguresView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final int MONTHS = 36;
    private static final int YEAR = 11;

    final Select<YearMonth> from = new Select<>();
    final Select<YearMonth> to = new Select<>();
    final ComboBox<DeskServiceChoice.Entry> service;
    final TextField team = new TextField();
    final Select<FigureGroup> by = new Select<>();
    private final transient CaseDoors doors;
    private final transient ServiceFigures figures;
    private final transient PublicRecord record;
    private final transient CaseExport export;
    private final transient DeskServiceChoice services;
    private final Div shown = new Div();
    private transient FigureQuestion question;

    DeskFiguresView(
            CaseDoors doors, ServiceFigures figures, PublicRecord record, CaseExport export) {
        this.doors = doors;
        this.figures = figures;
        this.record = record;
        this.export = export;
        services = new DeskServiceChoice(doors.catalogue());
        service = services.field();
        var now = now();
        question = new FigureQuestion(now.minusMonths(YEAR), now, null, null);
        addClassNames("detail-page", "figures-page", "desk-figures");
        add(head(), bar(), shown);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters();
        var first = CaseQuestion.month(CaseQuestion.text(asked, "from"));
        var last = CaseQuestion.month(CaseQuestion.text(asked, "to"));
        var until = last == null || last.isAfter(now()) ? now() : last;
        var since = first == null || first.isAfter(until) ? until.minusMonths(YEAR) : first;
        var of = CaseQuestion.service(CaseQuestion.text(asked, "service"));
        question = new FigureQuestion(since, until, of, CaseQuestion.text(asked, "team"));
        from.setValue(since);
        to.setValue(until);
        service.setValue(of == null ? null : services.of(of));
        team.setValue(question.team() == null ? "" : question.team());
        by.setValue(
                asked.getSingleParameter("by")
                        .map(name ->
                                CaseQuestion.named(FigureGroup.values(), name, FigureGroup.SERVICE))
                        .orElse(of == null ? FigureGroup.SERVICE : FigureGroup.MONTH));
        answer();
    }

    @Override
    public String getPageTitle() {
        return word("place.figures") + " · " + getTranslation("ui.product");
    }

    private YearMonth now() {
        return YearMonth.from(doors.today());
    }

    private Component head() {
        var actions = new Div();
        actions.addClassName("actions");
        if (doors.supervises()) {
            var out = new DeskExport(doors, export, () -> question);
            actions.add(new Behind(word("export"), Glyph.Of.EXPORT, out, out::refresh));
            var open = new DeskPublicRecord(record, doors.tenants());
            actions.add(new Behind(word("record"), Glyph.Of.GLOBE, open, open::refresh));
        }
        var head = new Div(new H1(word("place.figures")), actions);
        head.addClassName("page-head");
        return head;
    }

    private Component bar() {
        var now = now();
        var months = IntStream.range(0, MONTHS).mapToObj(now::minusMonths).toList();
        from.setLabel(word("figures.from"));
        from.setItems(months);
        to.setLabel(word("figures.to"));
        to.setItems(months);
        service.setLabel(word("service"));
        service.setPlaceholder(word("figures.any"));
        team.setLabel(word("team"));
        team.setPlaceholder(word("figures.any"));
        team.setClearButtonVisible(true);
        by.setLabel(word("figures.by"));
        by.setItems(FigureGroup.values());
        by.setItemLabelGenerator(one -> doors.messages().of(getLocale(), one));
        for (HasValue<?, ?> field : List.<HasValue<?, ?>>of(from, to, service, team, by)) {
            follow(field);
        }
        var bar = new Div(from, to, service, team, by);
        bar.addClassName("filter-bar");
        return bar;
    }

    private <E extends HasValue.ValueChangeEvent<V>, V> void follow(HasValue<E, V> field) {
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                ask();
            }
        });
    }

    void ask() {
        var chosen = service.getValue();
        go(
                new FigureQuestion(
                        from.getValue(),
                        to.getValue(),
                        chosen == null ? null : chosen.serviceId(),
                        team.getValue().isBlank() ? null : team.getValue().strip()),
                by.getValue());
    }

    private void go(FigureQuestion wanted, FigureGroup group) {
        getUI().ifPresent(ui ->
                ui.navigate(DeskFiguresView.class, new QueryParameters(parameters(wanted, group))));
    }

    static Map<String, List<String>> parameters(FigureQuestion asked, FigureGroup group) {
        var said = new LinkedHashMap<String, @Nullable Object>();
        said.put("from", asked.from());
        said.put("to", asked.to());
        said.put("service", asked.service());
        said.put("team", asked.team());
        said.put("by", group);
        return CaseNavigation.given(said);
    }

    private void answer() {
        shown.removeAll();
        var total = figures.total(question);
        if (total.received() == 0) {
            shown.add(
                    new EmptyState(
                            Glyph.Of.FILTER,
                            word("figures.none"),
                            new Button(
                                    getTranslation("ui.filter.clear"),
                                    click ->
                                            getUI().ifPresent(ui ->
                                                    ui.navigate(CaseNavigation.FIGURES)))));
            return;
        }
        shown.add(tiles(total));
        if (total.small()) {
            shown.add(note(word("figures.small.total", ServiceFigures.SMALL)));
        }
        shown.add(new DeskFigureGroups(doors, figures, question, by.getValue(), this::go));
        shown.add(steps());
        shown.add(note(word("figures.note", ServiceFigures.SMALL)));
    }

    private Component tiles(FigureLine total) {
        var tiles =
                new Div(
                        new KeyFigure(Shown.figure(total.received()), word("figures.received")),
                        new KeyFigure(Shown.figure(total.decided()), word("figures.decided")),
                        new KeyFigure(DeskFigureGroups.onTime(total), word("figures.onTime")),
                        new KeyFigure(Shown.figure(total.open()), word("figures.open")),
                        overdue(total),
                        new KeyFigure(Shown.figure(total.averageRating()), word("figures.rating")));
        tiles.addClassName("key-figures");
        return tiles;
    }

    private KeyFigure overdue(FigureLine total) {
        var tile = new KeyFigure(Shown.figure(total.overdue()), word("figures.overdue"));
        if (total.overdue() > 0) {
            tile.addClassName("overdue");
        }
        return tile;
    }

    private Section steps() {
        var section = new Section(new H2(word("figures.steps")));
        var table =
                new FigureTable(
                        word("figures.steps"),
                        List.of(
                                word("step"),
                                word("figures.cases"),
                                word("figures.average"),
                                word("figures.p90"),
                                word("figures.promise")));
        for (var one : figures.steps(question)) {
            var name = doors.messages().of(getLocale(), one.step());
            boolean late =
                    one.averageDays() != null
                            && one.promisedDays() != null
                            && one.averageDays().doubleValue() > one.promisedDays();
            table.row(
                    name,
                    Shown.figure(one.cases()),
                    late
                            ? CaseCells.chips(
                                    new com.vaadin.flow.component.html.Span(
                                            Shown.figure(one.averageDays())),
                                    CaseCells.chip(word("figures.longer"), "bad"))
                            : Shown.figure(one.averageDays()),
                    Shown.figure(one.p90Days()),
                    Shown.figure(one.promisedDays()));
        }
        section.add(table);
        return section;
    }

    static Div note(String text) {
        var note = new Div(text);
        note.addClassName("note");
        return note;
    }

    private String word(String key, Object... arguments) {
        return getTranslation("ui.services.desk." + key, arguments);
    }
}
