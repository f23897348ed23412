package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.function.Function;
import org.kaiyuan.leads.Fair;
import org.kaiyuan.leads.FairResult;
import org.kaiyuan.leads.FigureCount;
import org.kaiyuan.leads.LeadFairs;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.FigureTable;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeysetPages;
import org.kaiyuan.ui.kit.Narrow;
import org.kaiyuan.ui.kit.Shown;

/** Fairs and what came of each. */
@Route("leads/fairs")
@RolesAllowed(LeadPermissions.READ)
class FairsView extends Main implements HasDynamicTitle {
    final Grid<FairResult> list = new Grid<>();
    final Button begin = new Button();

    private final transient LeadFairs fairs;
    private final transient KeysetPages<FairResult> pages;
    private final boolean mayWrite;

    FairsView(LeadFairs fairs, CurrentPerson person) {
        this.fairs = fairs;
        mayWrite = person.may(LeadPermissions.WRITE);
        pages =
                new KeysetPages<>((after, limit) -> {
                    var page = fairs.list(after, limit);
                    return new KeysetPages.Page<>(page.items(), page.next());
                });
        addClassNames("list-page", "figures-page");
        begin.setText(getTranslation("ui.leads.fairs.new"));
        begin.setIcon(new Glyph(Glyph.Of.PLUS));
        begin.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        begin.setVisible(mayWrite);
        begin.addClickListener(click -> new FairDialog(fairs, null, this::refresh).open());
        var actions = new Div(begin);
        actions.addClassName("actions");
        var head = new Div(new H1(getTranslation("ui.leads.fairs")), actions);
        head.addClassName("page-head");
        columns();
        add(head, new Paragraph(getTranslation("ui.leads.fairs.detail")), list);
        list.setItems(query -> pages.read(query.getOffset(), query.getLimit()));
        list.setPageSize(50);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.leads.fairs") + " · " + getTranslation("ui.product");
    }

    void refresh() {
        pages.forget();
        list.getDataProvider().refreshAll();
    }

    private void columns() {
        list.addComponentColumn(this::name)
                .setHeader(getTranslation("ui.leads.fairs.name"))
                .setFlexGrow(3)
                .setWidth("220px");
        list.addColumn(result -> held(result.fair()))
                .setHeader(getTranslation("ui.leads.fairs.held"))
                .setWidth("200px")
                .setFlexGrow(0);
        count("leads", FairResult::leads);
        count("signed", FairResult::signed);
        count("landed", FairResult::landed);
        list.addColumn(result -> FigureWords.yi(result.signed().yuan()))
                .setHeader(getTranslation("ui.leads.fairs.signedYi"))
                .setTextAlign(ColumnTextAlign.END);
        list.addColumn(result -> FigureWords.yi(result.landed().yuan()))
                .setHeader(getTranslation("ui.leads.fairs.landedYi"))
                .setTextAlign(ColumnTextAlign.END);
        if (mayWrite) {
            list.addComponentColumn(this::change)
                    .setHeader(getTranslation("ui.leads.fairs.change"))
                    .setWidth("96px")
                    .setFlexGrow(0);
        }
        Narrow.stack(
                this,
                list,
                getTranslation("ui.leads.fairs.name"),
                this::name,
                result -> Narrow.line(held(result.fair())),
                this::results,
                this::change);
        list.setEmptyStateComponent(
                new EmptyState(Glyph.Of.CALENDAR, getTranslation("ui.leads.fairs.none")));
    }

    private void count(String what, Function<FairResult, FigureCount> count) {
        list.addComponentColumn(result -> link(result, what, count.apply(result)))
                .setHeader(getTranslation("ui.leads.fairs." + what))
                .setTextAlign(ColumnTextAlign.END);
    }

    private Component link(FairResult result, String what, FigureCount count) {
        return FigureTable.link(
                Shown.figure(count.leads()),
                FigureWords.address(count.behind()),
                result.fair().name() + " " + getTranslation("ui.leads.fairs." + what));
    }

    private Component name(FairResult result) {
        var title = new Span(result.fair().name());
        title.addClassName("title");
        title.setTitle(result.fair().name());
        var cell = new Div(title);
        if (result.fair().place() != null) {
            cell.add(Narrow.line(result.fair().place()));
        }
        cell.addClassName("name-cell");
        return cell;
    }

    private Component results(FairResult result) {
        var line = new Div();
        line.addClassName("chips");
        line.add(
                part(result, "leads", result.leads()),
                part(result, "signed", result.signed()),
                part(result, "landed", result.landed()));
        return line;
    }

    private Component part(FairResult result, String what, FigureCount count) {
        return new Span(
                new Span(getTranslation("ui.leads.fairs." + what) + " "),
                link(result, what, count));
    }

    private Component change(FairResult result) {
        if (!mayWrite) {
            return new Span();
        }
        var change =
                new Button(
                        new Glyph(Glyph.Of.EDIT),
                        click -> new FairDialog(fairs, result.fair(), this::refresh).open());
        change.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        change.setAriaLabel(getTranslation("ui.leads.fairs.change") + " " + result.fair().name());
        return change;
    }

    private static String held(Fair fair) {
        return fair.endedOn() == null
                ? Shown.date(fair.heldOn())
                : Shown.date(fair.heldOn()) + " – " + Shown.date(fair.endedOn());
    }
}
