package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
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
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.EvaluationGroup;
import org.kaiyuan.delegation.EvaluationLine;
import org.kaiyuan.delegation.EvaluationVerdict;
import org.kaiyuan.delegation.PowerEvaluations;
import org.kaiyuan.delegation.UseFigures;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeysetPages;
import org.kaiyuan.ui.kit.Narrow;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** 年度评估: by year and by who delegated, a verdict for every power. The address says which. */
@Route("delegation/evaluations")
@RolesAllowed(DelegationPermissions.READ)
class EvaluationView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    static final int YEARS = 6;
    private static final int PAGE = 50;

    final Select<Integer> year = new Select<>();
    final Checkbox missing = new Checkbox();
    final EvaluationGroupTable groups = new EvaluationGroupTable();
    final Grid<EvaluationLine> rows = new Grid<>();
    final Div actions = new Div();
    private final Div right = new Div();
    private final transient PowerUseDoors doors;
    private final transient KeysetPages<EvaluationLine> pages;
    private transient @Nullable EvaluationGroup chosen;

    EvaluationView(PowerUseDoors doors) {
        this.doors = doors;
        pages =
                new KeysetPages<>((after, limit) -> {
                    var group = chosen;
                    if (group == null) {
                        return new KeysetPages.Page<>(List.of(), null);
                    }
                    var page =
                            doors.evaluations()
                                    .lines(
                                            group.year(),
                                            group.originalAuthority(),
                                            missing.getValue(),
                                            after == null
                                                    ? null
                                                    : new EntryId(UUID.fromString(after)),
                                            limit);
                    return new KeysetPages.Page<>(
                            page.items(), page.next() == null ? null : page.next().toString());
                });
        addClassNames("list-page", "figures-page", "evaluation-page");
        int now = doors.today().getYear();
        year.setItems(IntStream.range(0, YEARS).mapToObj(i -> now - i).toList());
        year.setItemLabelGenerator(one -> word("year.of", String.valueOf(one)));
        year.setValue(now);
        year.setAriaLabel(word("year"));
        year.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(change.getValue(), null, false);
            }
        });
        missing.setLabel(word("missing"));
        missing.addValueChangeListener(change -> {
            if (change.isFromClient() && chosen != null) {
                go(year.getValue(), chosen.originalAuthority(), change.getValue());
            }
        });
        actions.addClassName("actions");
        var head = new Div(new H1(getTranslation("ui.evaluation")), year, actions);
        head.addClassName("page-head");
        columns();
        right.addClassName("evaluation-lines");
        var split = new Div(groups, right);
        split.addClassName("evaluation-split");
        add(head, split);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters();
        int now = doors.today().getYear();
        year.setValue(
                IntStream.range(0, YEARS)
                        .map(i -> now - i)
                        .filter(one ->
                                asked.getSingleParameter("year")
                                        .filter(Integer.toString(one)::equals)
                                        .isPresent())
                        .findFirst()
                        .orElse(now));
        missing.setValue(asked.getSingleParameter("missing").filter("true"::equals).isPresent());
        show(asked.getSingleParameter("authority").orElse(null));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.evaluation") + " · " + getTranslation("ui.product");
    }

    private void go(int of, @Nullable String authority, boolean onlyMissing) {
        getUI().ifPresent(ui ->
                ui.navigate(
                        EvaluationView.class,
                        new QueryParameters(parameters(of, authority, onlyMissing))));
    }

    static Map<String, List<String>> parameters(
            int of, @Nullable String authority, boolean onlyMissing) {
        var parameters = new LinkedHashMap<String, List<String>>();
        parameters.put("year", List.of(Integer.toString(of)));
        if (authority != null) {
            parameters.put("authority", List.of(authority));
        }
        if (onlyMissing) {
            parameters.put("missing", List.of("true"));
        }
        return parameters;
    }

    private void show(@Nullable String authority) {
        var all = doors.evaluations().groups(year.getValue());
        chosen =
                all.stream()
                        .filter(one -> one.originalAuthority().equals(authority))
                        .findFirst()
                        .orElse(all.isEmpty() ? null : all.getFirst());
        right.removeAll();
        actions.removeAll();
        groups.setVisible(!all.isEmpty());
        if (chosen == null) {
            right.add(new EmptyState(Glyph.Of.FILE, word("none")));
            return;
        }
        groups.show(all, chosen);
        acts(chosen);
        right.add(line(chosen), rows);
        pages.forget();
        rows.setItems(query -> pages.read(query.getOffset(), query.getLimit()));
    }

    private Component line(EvaluationGroup group) {
        var title = new H2(group.originalAuthority());
        var chips = new Div(title);
        chips.addClassNames("chips", "evaluation-head");
        chips.add(
                PowerUseCells.chip(
                        word("kept", group.keep(), group.adjust(), group.recall()), "neutral"));
        if (group.missing() > 0) {
            chips.add(
                    PowerUseCells.chip(word("missing.many", group.missing()), "waiting"), missing);
        }
        if (group.closedAt() != null) {
            chips.add(
                    PowerUseCells.chip(
                            word(
                                    "closed.by",
                                    Shown.moment(group.closedAt()),
                                    String.valueOf(group.closedName())),
                            "good"));
        }
        return chips;
    }

    private void acts(EvaluationGroup group) {
        var report =
                PowerUseCells.link(
                        "delegation/evaluations/report?"
                                + new QueryParameters(
                                                parameters(
                                                        group.year(),
                                                        group.originalAuthority(),
                                                        false))
                                        .getQueryString(),
                        word("report"));
        report.addClassName("download");
        actions.add(report);
        if (group.closedAt() != null) {
            return;
        }
        if (doors.writes() && group.missing() > 0) {
            actions.add(new Button(word("keepRest", group.missing()), click -> askToKeep(group)));
        }
        if (doors.decides() && group.missing() == 0) {
            var close = new Button(word("close"), click -> askToClose(group));
            close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions.add(close);
        }
    }

    private void askToKeep(EvaluationGroup group) {
        confirm(
                word("keepRest", group.missing()),
                word("keepRest.detail"),
                word("keepRest.go"),
                () -> {
                    keepRest(group);
                    show(group.originalAuthority());
                });
    }

    /** Those without a verdict, page by page. */
    private void keepRest(EvaluationGroup group) {
        List<EvaluationLine> page;
        do {
            page =
                    doors.evaluations()
                            .lines(
                                    group.year(),
                                    group.originalAuthority(),
                                    true,
                                    null,
                                    PowerEvaluations.MOST)
                            .items();
            doors.evaluating()
                    .evaluateAll(
                            page.stream().map(EvaluationLine::entry).toList(),
                            group.year(),
                            EvaluationVerdict.KEEP,
                            null);
        } while (page.size() == PowerEvaluations.MOST);
    }

    private void askToClose(EvaluationGroup group) {
        confirm(
                word("close"),
                word("close.detail", group.originalAuthority()),
                word("close"),
                () -> {
                    doors.evaluating().close(group.year(), group.originalAuthority());
                    Tell.done(word("close.done"));
                    show(group.originalAuthority());
                });
    }

    private void confirm(String title, String detail, String go, Runnable act) {
        var ask = new ConfirmDialog(title, detail, go, confirmed -> act.run());
        ask.setCancelable(true);
        ask.setCancelText(getTranslation("ui.form.cancel"));
        ask.open();
    }

    private void columns() {
        rows.setPageSize(PAGE);
        rows.setSelectionMode(Grid.SelectionMode.NONE);
        rows.addComponentColumn(this::power)
                .setHeader(getTranslation("ui.powerUse.power"))
                .setFlexGrow(3)
                .setWidth("220px");
        figure("decisions", UseFigures::decisions, "90px");
        rows.addColumn(one -> Shown.date(one.figures().lastUsedOn()))
                .setHeader(getTranslation("ui.powerUse.lastUsedOn"))
                .setFlexGrow(0)
                .setWidth("116px");
        figure("overdue", UseFigures::overdue, "72px");
        figure("overturned", UseFigures::overturned, "84px");
        rows.addComponentColumn(this::verdict)
                .setHeader(word("verdict"))
                .setFlexGrow(2)
                .setWidth("250px");
        Narrow.stack(
                this,
                rows,
                getTranslation("ui.evaluation"),
                this::power,
                one ->
                        Narrow.line(
                                getTranslation(
                                        "ui.powerUse.card",
                                        one.figures().decisions(),
                                        Shown.date(one.figures().lastUsedOn()),
                                        one.figures().open())),
                this::verdict);
        rows.setEmptyStateComponent(new EmptyState(Glyph.Of.CHECK, word("all")));
        rows.setSizeFull();
    }

    private void figure(String key, ToIntFunction<UseFigures> figure, String width) {
        rows.addColumn(one -> Shown.figure(figure.applyAsInt(one.figures())))
                .setHeader(word(key))
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(0)
                .setWidth(width);
    }

    private Component power(EvaluationLine line) {
        return PowerUseCells.named(
                PowerUseCells.link("delegation/use/" + line.entry(), line.matterName()),
                line.matterCode() == null
                        ? line.receivingBody()
                        : line.matterCode() + " · " + line.receivingBody());
    }

    private Component verdict(EvaluationLine line) {
        boolean may = doors.writes() && chosen != null && chosen.closedAt() == null;
        return new EvaluationVerdictCell(doors, line, may ? verdict -> say(line, verdict) : null);
    }

    /** A verdict that keeps the power is said at once, another asks why. */
    void say(EvaluationLine line, EvaluationVerdict verdict) {
        var group = chosen;
        if (group == null) {
            return;
        }
        var now = line.evaluation();
        long basedOn = now == null ? 0 : now.version();
        if (verdict == EvaluationVerdict.KEEP) {
            doors.evaluating().evaluate(line.entry(), group.year(), verdict, null, basedOn);
            show(group.originalAuthority());
            return;
        }
        var said = new TextArea();
        said.setMaxLength(4000);
        said.setRequiredIndicatorVisible(true);
        said.addClassName("wide");
        said.setValue(now == null || now.said() == null ? "" : now.said());
        var ask =
                new AskDialog(
                        word("say", line.matterName(), doors.messages().of(getLocale(), verdict)),
                        getTranslation("ui.form.save"),
                        basedOn,
                        version -> {
                            doors.evaluating()
                                    .evaluate(
                                            line.entry(),
                                            group.year(),
                                            verdict,
                                            said.getValue(),
                                            version);
                            show(group.originalAuthority());
                        });
        ask.with("said", word("said"), said);
        ask.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                rows.getDataProvider().refreshAll(); // who gave up sees what is stored
            }
        });
        ask.open();
    }

    /** For tests: what is listed. */
    List<EvaluationLine> listed() {
        return rows.getGenericDataView().getItems().toList();
    }

    private String word(String key, Object... arguments) {
        return getTranslation("ui.evaluation." + key, arguments);
    }
}
