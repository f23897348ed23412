package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.delegation.EvaluationLine;
import org.kaiyuan.delegation.EvaluationReport;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.kaiyuan.platform.tenancy.TenantSummary;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.ExportLinks;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Shown;

/** The yearly report for who delegated, on paper; also to be taken along as a table. */
@Route("delegation/evaluations/report")
@RolesAllowed(DelegationPermissions.READ)
class EvaluationReportView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    final Button print = new Button();
    private final transient PowerUseDoors doors;
    private final transient TenantDirectory tenants;
    private String title = "";

    EvaluationReportView(PowerUseDoors doors, TenantDirectory tenants) {
        this.doors = doors;
        this.tenants = tenants;
        addClassNames("detail-page", "dossier", "evaluation-report");
        print.setText(word("print"));
        print.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        print.addClickListener(
                click -> getUI().ifPresent(ui -> ui.getPage().executeJs("window.print()")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var asked = event.getLocation().getQueryParameters();
        var authority = asked.getSingleParameter("authority").orElse("");
        int year =
                asked.getSingleParameter("year")
                        .filter(text -> text.matches("2\\d{3}"))
                        .map(Integer::parseInt)
                        .orElse(doors.today().getYear());
        var report = doors.evaluations().report(year, authority);
        title = word("report.title", String.valueOf(year));
        var back =
                PowerUseCells.link(
                        "delegation/evaluations?"
                                + new QueryParameters(
                                                EvaluationView.parameters(year, authority, false))
                                        .getQueryString(),
                        getTranslation("ui.form.back"));
        if (report.rows().isEmpty()) {
            add(new EmptyState(Glyph.Of.FILE, word("none"), back));
            return;
        }
        var locale = getLocale();
        var bar =
                new Div(
                        back,
                        print,
                        new ExportLinks(
                                doors.messages(),
                                locale,
                                format -> doors.export().export(year, authority, format, locale)));
        bar.addClassNames("line", "screen-only");
        add(bar, new H1(title), quiet(word("report.to", authority)), quiet(zone()));
        add(state(report), sums(report), table(report));
        add(
                quiet(
                        word(
                                "report.made",
                                Shown.moment(doors.clock().instant()),
                                doors.person().displayName())));
    }

    @Override
    public String getPageTitle() {
        return title + " · " + getTranslation("ui.product");
    }

    private String zone() {
        return tenants.find(CurrentTenant.get()).map(TenantSummary::name).orElse("");
    }

    private Div state(EvaluationReport report) {
        var group = report.group();
        var chips = new Div();
        chips.addClassName("chips");
        chips.add(
                group.closedAt() == null
                        ? PowerUseCells.chip(word("report.open"), "waiting")
                        : PowerUseCells.chip(
                                word(
                                        "closed.by",
                                        Shown.moment(group.closedAt()),
                                        String.valueOf(group.closedName())),
                                "good"));
        return chips;
    }

    private Div sums(EvaluationReport report) {
        var group = report.group();
        return quiet(
                word(
                        "report.sums",
                        group.powers(),
                        group.keep(),
                        group.adjust(),
                        group.recall(),
                        group.missing(),
                        report.sums().decisions(),
                        report.sums().overdue(),
                        report.sums().overturned()));
    }

    private PlainTable table(EvaluationReport report) {
        var table =
                new PlainTable(
                        title,
                        List.of(
                                word("number"),
                                getTranslation("ui.powerUse.power"),
                                word("body"),
                                word("decisions"),
                                getTranslation("ui.powerUse.lastUsedOn"),
                                word("open"),
                                word("overdue"),
                                word("overturned"),
                                word("verdict"),
                                word("said")));
        int number = 0;
        for (var row : report.rows()) {
            number++;
            var f = row.figures();
            table.row(
                    number,
                    row.matterCode() == null
                            ? row.matterName()
                            : row.matterName() + "（" + row.matterCode() + "）",
                    row.receivingBody(),
                    Shown.figure(f.decisions()),
                    Shown.date(f.lastUsedOn()),
                    Shown.figure(f.open()),
                    Shown.figure(f.overdue()),
                    Shown.figure(f.overturned()),
                    verdict(row),
                    said(row));
        }
        var s = report.sums();
        table.sum(
                "",
                word("report.sum", report.rows().size()),
                "",
                Shown.figure(s.decisions()),
                Shown.date(s.lastUsedOn()),
                Shown.figure(s.open()),
                Shown.figure(s.overdue()),
                Shown.figure(s.overturned()),
                "",
                "");
        return table;
    }

    private String verdict(EvaluationLine row) {
        var now = row.evaluation();
        return now == null ? word("missing.one") : doors.messages().of(getLocale(), now.verdict());
    }

    private static @Nullable String said(EvaluationLine row) {
        var now = row.evaluation();
        return now == null ? null : now.said();
    }

    private static Div quiet(String text) {
        var line = new Div(text);
        line.addClassName("lead-quiet");
        return line;
    }

    private String word(String key, Object... arguments) {
        return getTranslation("ui.evaluation." + key, arguments);
    }
}
