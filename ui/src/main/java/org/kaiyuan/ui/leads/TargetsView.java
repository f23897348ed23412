package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.leads.LeadTarget;
import org.kaiyuan.leads.LeadTargets;
import org.kaiyuan.leads.TargetLine;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.FigureTable;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;

/** Who is to bring what in a quarter, and brought it; year and quarter stand in the address. */
@Route("leads/targets")
@RolesAllowed(LeadPermissions.FIGURES)
class TargetsView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    final Select<Integer> year = new Select<>();
    final Select<Integer> quarter = new Select<>();
    final Button set = new Button();
    final Div table = new Div();

    private final transient LeadTargets targets;
    private final transient ZonePeople people;
    private final transient Clock clock;
    private final boolean mayConfigure;

    TargetsView(LeadTargets targets, ZonePeople people, CurrentPerson person, Clock clock) {
        this.targets = targets;
        this.people = people;
        this.clock = clock;
        mayConfigure = person.may(LeadPermissions.CONFIGURE);
        addClassNames("detail-page", "figures-page");
        set.setText(getTranslation("ui.leads.targets.set"));
        set.setIcon(new Glyph(Glyph.Of.PLUS));
        set.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        set.setVisible(mayConfigure);
        set.addClickListener(click -> dialog(null, null).open());
        var actions = new Div(set);
        actions.addClassName("actions");
        var head = new Div(new H1(getTranslation("ui.leads.targets")), actions);
        head.addClassName("page-head");
        int now = LocalDate.now(clock).getYear();
        year.setLabel(getTranslation("ui.leads.figures.year"));
        year.setItems(IntStream.rangeClosed(0, 5).mapToObj(i -> now + 1 - i).toList());
        year.setItemLabelGenerator(one -> Integer.toString(one));
        quarter.setLabel(getTranslation("ui.leads.targets.quarter"));
        quarter.setItems(1, 2, 3, 4);
        quarter.setItemLabelGenerator(
                one -> getTranslation("ui.leads.targets.quarterOf", Integer.toString(one)));
        for (var field : List.of(year, quarter)) {
            field.addValueChangeListener(change -> {
                if (change.isFromClient()) {
                    ask();
                }
            });
        }
        var bar = new Div(year, quarter);
        bar.addClassName("filter-bar");
        add(head, new Paragraph(getTranslation("ui.leads.targets.detail")), bar, table);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters();
        var today = LocalDate.now(clock);
        year.setValue(
                chosen(
                        asked.getSingleParameter("year").orElse(""),
                        today.getYear() - 4,
                        today.getYear() + 1,
                        today.getYear()));
        quarter.setValue(
                chosen(
                        asked.getSingleParameter("quarter").orElse(""),
                        1,
                        4,
                        (today.getMonthValue() + 2) / 3));
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.leads.targets") + " · " + getTranslation("ui.product");
    }

    private void ask() {
        var asked = new LinkedHashMap<String, List<String>>();
        asked.put("year", List.of(year.getValue().toString()));
        asked.put("quarter", List.of(quarter.getValue().toString()));
        getUI().ifPresent(ui -> ui.navigate(TargetsView.class, new QueryParameters(asked)));
    }

    void refresh() {
        var lines = targets.list(year.getValue(), quarter.getValue());
        table.removeAll();
        if (lines.isEmpty()) {
            table.add(new EmptyState(Glyph.Of.CHECK, getTranslation("ui.leads.targets.none")));
            return;
        }
        var headers = new ArrayList<String>();
        for (var key : List.of("who", "newLeads", "signed", "signedYi", "paidInYi")) {
            headers.add(getTranslation("ui.leads.targets." + key));
        }
        if (mayConfigure) {
            headers.add(getTranslation("ui.leads.targets.set"));
        }
        var shown = new FigureTable(getTranslation("ui.leads.targets"), headers);
        lines.forEach(line -> shown.row(line.name(), cells(line)));
        table.add(shown);
    }

    private Object[] cells(TargetLine line) {
        var cells = new ArrayList<Object>();
        cells.add(
                against(
                        FigureTable.link(
                                Shown.figure(line.fresh().leads()),
                                FigureWords.address(line.fresh().behind()),
                                line.name() + " " + getTranslation("ui.leads.targets.newLeads")),
                        BigDecimal.valueOf(line.fresh().leads()),
                        wanted(line, target -> BigDecimal.valueOf(target.newLeads())),
                        false));
        cells.add(
                against(
                        FigureTable.link(
                                Shown.figure(line.signed().leads()),
                                FigureWords.address(line.signed().behind()),
                                line.name() + " " + getTranslation("ui.leads.targets.signed")),
                        BigDecimal.valueOf(line.signed().leads()),
                        wanted(line, target -> BigDecimal.valueOf(target.signed())),
                        false));
        var signedYuan = BigDecimal.valueOf(line.signed().yuan());
        cells.add(
                against(
                        new Span(FigureWords.yi(signedYuan)),
                        signedYuan,
                        wanted(line, LeadTarget::signedYuan),
                        true));
        cells.add(
                against(
                        new Span(FigureWords.yi(line.paidInYuan())),
                        line.paidInYuan(),
                        wanted(line, LeadTarget::paidInYuan),
                        true));
        if (mayConfigure) {
            var change =
                    new Button(
                            new Glyph(Glyph.Of.EDIT),
                            click -> dialog(line.username(), line.target()).open());
            change.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            change.setAriaLabel(getTranslation("ui.leads.targets.set") + " " + line.name());
            cells.add(change);
        }
        return cells.toArray();
    }

    private static @Nullable BigDecimal wanted(
            TargetLine line, Function<LeadTarget, BigDecimal> what) {
        var target = line.target();
        return target == null ? null : what.apply(target);
    }

    /** What was achieved, and below it of how much that is which part. */
    private Component against(
            Component achieved, BigDecimal brought, @Nullable BigDecimal wanted, boolean money) {
        if (wanted == null || wanted.signum() == 0) {
            return FigureTable.two(achieved, getTranslation("ui.leads.targets.noTarget"));
        }
        var percent =
                brought.multiply(BigDecimal.valueOf(100)).divide(wanted, 0, RoundingMode.HALF_UP);
        var both =
                FigureTable.two(
                        achieved,
                        getTranslation(
                                "ui.leads.targets.of",
                                money ? FigureWords.yi(wanted) : Shown.figure(wanted),
                                Shown.figure(percent)));
        both.addClassName(brought.compareTo(wanted) >= 0 ? "met" : "open");
        return both;
    }

    private TargetDialog dialog(@Nullable String of, @Nullable LeadTarget before) {
        return new TargetDialog(
                targets, people, year.getValue(), quarter.getValue(), of, before, this::refresh);
    }

    private static int chosen(String asked, int least, int most, int usual) {
        int wanted = asked.matches("[0-9]{1,4}") ? Integer.parseInt(asked) : usual;
        return wanted < least || wanted > most ? usual : wanted;
    }
}
