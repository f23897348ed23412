package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.kaiyuan.leads.Coordination;
import org.kaiyuan.leads.Coordination.Position;
import org.kaiyuan.leads.Coordination.Side;
import org.kaiyuan.leads.LeadCoordination;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeysetPages;
import org.kaiyuan.ui.kit.Narrow;
import org.kaiyuan.ui.kit.Shown;

/** 首报首谈: where another zone reported the same investor, and what each wants. */
@Route("leads/coordination")
@RolesAllowed(LeadPermissions.COORDINATE)
class CoordinationView extends Main implements HasDynamicTitle {
    final Grid<Coordination> list = new Grid<>();

    private final transient LeadCoordination coordination;
    private final transient KeysetPages<Coordination> pages;

    CoordinationView(LeadCoordination coordination) {
        this.coordination = coordination;
        pages =
                new KeysetPages<>((after, limit) -> {
                    var page = coordination.list(after, limit);
                    return new KeysetPages.Page<>(page.items(), page.next());
                });
        addClassNames("list-page", "figures-page");
        var head = new Div(new H1(getTranslation("ui.leads.coordination")));
        head.addClassName("page-head");
        columns();
        add(head, new Paragraph(getTranslation("ui.leads.coordination.detail")), list);
        list.setItems(query -> pages.read(query.getOffset(), query.getLimit()));
        list.setPageSize(50);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.leads.coordination") + " · " + getTranslation("ui.product");
    }

    void refresh() {
        pages.forget();
        list.getDataProvider().refreshAll();
    }

    private void columns() {
        list.addComponentColumn(this::ours)
                .setHeader(getTranslation("ui.leads.coordination.ours"))
                .setFlexGrow(3)
                .setWidth("220px");
        list.addComponentColumn(this::state)
                .setHeader(getTranslation("ui.leads.coordination.state"))
                .setWidth("130px")
                .setFlexGrow(0);
        list.addComponentColumn(record -> side(record, Side.FIRST))
                .setHeader(getTranslation("ui.leads.coordination.side.FIRST"))
                .setFlexGrow(2)
                .setWidth("190px");
        list.addComponentColumn(record -> side(record, Side.LATER))
                .setHeader(getTranslation("ui.leads.coordination.side.LATER"))
                .setFlexGrow(2)
                .setWidth("190px");
        list.addComponentColumn(this::say).setWidth("120px").setFlexGrow(0);
        Narrow.stack(
                this,
                list,
                getTranslation("ui.leads.coordination"),
                this::ours,
                this::state,
                this::both,
                this::say);
        list.setEmptyStateComponent(
                new EmptyState(Glyph.Of.MERGE, getTranslation("ui.leads.coordination.none")));
    }

    private Component ours(Coordination record) {
        var cell = new Div();
        cell.addClassName("name-cell");
        if (record.leadId() == null) {
            cell.add(new Span(getTranslation("ui.leads.coordination.supervised")));
        } else if (record.leadName() == null) {
            cell.add(new Span(getTranslation("ui.leads.coordination.hidden")));
        } else {
            var title = new Anchor("leads/" + record.leadId(), record.leadName());
            title.addClassName("title");
            title.setTitle(record.leadName());
            cell.add(title);
        }
        cell.add(
                Narrow.line(
                        getTranslation("ui.leads.coordination.we." + record.side())
                                + " · "
                                + getTranslation(
                                        "ui.leads.coordination.found",
                                        Shown.moment(record.foundAt()))));
        return cell;
    }

    private Component state(Coordination record) {
        var outcome = record.outcome();
        var chip =
                new Span(
                        getTranslation(
                                "ui.leads.coordination.outcome."
                                        + (outcome == null ? "OPEN" : outcome.name())));
        chip.addClassNames("chip", outcome == null ? "warning" : "success");
        return chip;
    }

    private Component side(Coordination record, Side side) {
        var cell = new Div();
        cell.addClassName("name-cell");
        cell.add(
                new Span(Shown.date(side == Side.FIRST ? record.firstOn() : record.laterOn())),
                Narrow.line(words(side == Side.FIRST ? record.first() : record.later())));
        return cell;
    }

    private Component both(Coordination record) {
        return new Div(
                Narrow.line(
                        getTranslation("ui.leads.coordination.side.FIRST")
                                + " "
                                + Shown.date(record.firstOn())
                                + " · "
                                + words(record.first())),
                Narrow.line(
                        getTranslation("ui.leads.coordination.side.LATER")
                                + " "
                                + Shown.date(record.laterOn())
                                + " · "
                                + words(record.later())));
    }

    private String words(Position position) {
        var stance = position.stance();
        var said =
                stance == null
                        ? getTranslation("ui.leads.coordination.silent")
                        : getTranslation("ui.leads.coordination.short." + stance);
        if (position.share() != null) {
            said += " " + position.share() + "%";
        }
        return position.zone() == null ? said : position.zone() + " · " + said;
    }

    private Component say(Coordination record) {
        if (record.side() == Side.SUPERVISOR || record.outcome() != null) {
            return new Span();
        }
        var say =
                new Button(
                        getTranslation("ui.leads.coordination.say"),
                        click -> new StanceDialog(coordination, record, this::refresh).open());
        say.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return say;
    }
}
