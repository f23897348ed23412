package org.kaiyuan.ui.services;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableBiConsumer;
import com.vaadin.flow.router.QueryParameters;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.services.CaseBox;
import org.kaiyuan.services.CaseState;
import org.kaiyuan.services.FigureGroup;
import org.kaiyuan.services.FigureLine;
import org.kaiyuan.services.FigureQuestion;
import org.kaiyuan.services.ServiceFigures;
import org.kaiyuan.services.ServiceId;
import org.kaiyuan.ui.kit.Chart;
import org.kaiyuan.ui.kit.FigureTable;
import org.kaiyuan.ui.kit.Shown;

/** Figures by service, team or month, as a picture and as a table; each opens what lies behind it where an address can say it. */
class DeskFigureGroups extends Section {
    private static final int MOST_BARS = 15;
    private static final int HUNDRED = 100;

    private final transient FigureQuestion question;
    private final FigureGroup group;

    DeskFigureGroups(
            CaseDoors doors,
            ServiceFigures figures,
            FigureQuestion question,
            FigureGroup group,
            SerializableBiConsumer<FigureQuestion, FigureGroup> go) {
        this.question = question;
        this.group = group;
        var name = doors.messages().of(getLocale(), group);
        var title = word("figures.groups", name);
        var lines = figures.by(group, question);
        var drawn = lines.stream().limit(MOST_BARS).toList();
        var chart = new Chart(title);
        chart.show(
                Chart.Kind.BARS,
                drawn.stream().map(FigureLine::name).toList(),
                List.of(
                        new Chart.Series(
                                word("figures.received"),
                                drawn.stream().map(FigureLine::received).toList()),
                        new Chart.Series(
                                word("figures.decided"),
                                drawn.stream().map(FigureLine::decided).toList()),
                        new Chart.Series(
                                word("figures.overdue"),
                                drawn.stream().map(FigureLine::overdue).toList())),
                "");
        chart.addPickListener(picked -> {
            if (picked.index() >= 0 && picked.index() < drawn.size()) {
                go.accept(narrowed(drawn.get(picked.index())), deeper());
            }
        });
        var both = new Div(chart, table(title, name, lines));
        both.addClassNames("chart-beside-table", "chart-above-table");
        add(new H2(title), both);
        if (lines.size() > MOST_BARS) {
            add(DeskFiguresView.note(word("figures.most", MOST_BARS)));
        }
    }

    private FigureTable table(String title, String name, List<FigureLine> lines) {
        var table =
                new FigureTable(
                        title,
                        List.of(
                                name,
                                word("figures.received"),
                                word("figures.decided"),
                                word("figures.onTime"),
                                word("figures.open"),
                                word("figures.overdue"),
                                word("figures.supplements"),
                                word("figures.withdrawn"),
                                word("figures.notAccepted"),
                                word("figures.rating")));
        for (var line : lines) {
            var address =
                    CaseNavigation.FIGURES
                            + "?"
                            + new QueryParameters(
                                            DeskFiguresView.parameters(narrowed(line), deeper()))
                                    .getQueryString();
            Component head = FigureTable.link(line.name(), address, word("figures.deeper"));
            if (line.small()) {
                head = FigureTable.two(head, word("figures.small"));
            }
            table.row(
                    head,
                    Shown.figure(line.received()),
                    Shown.figure(line.decided()),
                    line.small()
                            ? FigureTable.two(new Span(onTime(line)), word("figures.small"))
                            : onTime(line),
                    behind(line, line.open(), CaseBox.ALL, null, "figures.open"),
                    behind(line, line.overdue(), CaseBox.OVERDUE, null, "figures.overdue"),
                    Shown.figure(line.supplements()),
                    behind(
                            line,
                            line.withdrawn(),
                            CaseBox.CLOSED,
                            CaseState.WITHDRAWN,
                            "figures.withdrawn"),
                    behind(
                            line,
                            line.notAccepted(),
                            CaseBox.CLOSED,
                            CaseState.NOT_ACCEPTED,
                            "figures.notAccepted"),
                    line.averageRating() == null
                            ? Shown.NOTHING
                            : Shown.figure(line.averageRating())
                                    + " ("
                                    + Shown.figure(line.ratings())
                                    + ")");
        }
        return table;
    }

    /** The inbox can say one month: of more there is no address that shows just these cases. */
    private Component behind(
            FigureLine line, int figure, CaseBox box, @Nullable CaseState state, String key) {
        var of = narrowed(line);
        YearMonth month = of.from().equals(of.to()) ? of.from() : null;
        var address =
                month == null
                        ? null
                        : CaseNavigation.inbox(box, state, of.service(), of.team(), month);
        return FigureTable.link(Shown.figure(figure), address, line.name() + " " + word(key));
    }

    /** The same question of one line. */
    private FigureQuestion narrowed(FigureLine line) {
        return switch (group) {
            case SERVICE -> {
                ServiceId of = CaseQuestion.service(line.key());
                yield new FigureQuestion(
                        question.from(),
                        question.to(),
                        of == null ? question.service() : of,
                        question.team());
            }
            case TEAM ->
                    new FigureQuestion(
                            question.from(),
                            question.to(),
                            question.service(),
                            line.key().isBlank() ? question.team() : line.key());
            case MONTH -> {
                var month = CaseQuestion.month(line.key());
                yield month == null
                        ? question
                        : new FigureQuestion(month, month, question.service(), question.team());
            }
        };
    }

    private FigureGroup deeper() {
        return group == FigureGroup.MONTH ? FigureGroup.SERVICE : FigureGroup.MONTH;
    }

    /** Of the decided ones; nothing where none is. */
    static String onTime(FigureLine line) {
        return line.decided() == 0
                ? Shown.NOTHING
                : Shown.figure(Math.round((double) HUNDRED * line.onTime() / line.decided())) + "%";
    }

    private String word(String key, Object... arguments) {
        return getTranslation("ui.services.desk." + key, arguments);
    }
}
