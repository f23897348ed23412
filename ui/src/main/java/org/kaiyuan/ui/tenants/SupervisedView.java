package org.kaiyuan.ui.tenants;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.AccessPermissions;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.platform.tenants.SupervisedZones;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeysetPages;
import org.kaiyuan.ui.kit.Narrow;
import org.kaiyuan.ui.kit.Shown;

/** The zones under a supervising authority: the register, to be read. */
@Route("supervised")
@RolesAllowed(AccessPermissions.SUPERVISE)
class SupervisedView extends Main implements HasDynamicTitle {
    final Grid<SupervisedZones.Line> lines = new Grid<>();

    private final transient SupervisedZones zones;
    private final transient KeysetPages<SupervisedZones.Line> pages;

    SupervisedView(SupervisedZones zones, Messages messages) {
        this.zones = zones;
        pages = new KeysetPages<>(this::page);
        addClassName("list-page");
        lines.addComponentColumn(SupervisedView::name)
                .setHeader(getTranslation("ui.zones.name"))
                .setFlexGrow(2)
                .setWidth("220px");
        lines.addColumn(line -> messages.of(getLocale(), line.state()))
                .setHeader(getTranslation("ui.tenants.state"))
                .setWidth("110px")
                .setFlexGrow(0);
        lines.addColumn(line -> messages.of(getLocale(), line.kind()))
                .setHeader(getTranslation("ui.zones.kind"))
                .setWidth("130px");
        lines.addColumn(SupervisedZones.Line::levelType)
                .setHeader(getTranslation("ui.zones.level"))
                .setWidth("140px");
        lines.addColumn(line -> Shown.text(line.city()))
                .setHeader(getTranslation("ui.zones.city"))
                .setWidth("100px");
        lines.addColumn(line -> String.join("、", line.divisions()))
                .setHeader(getTranslation("ui.tenants.divisions"))
                .setWidth("140px");
        Narrow.stack(
                this,
                lines,
                getTranslation("ui.zones.name"),
                SupervisedView::name,
                line ->
                        Narrow.line(
                                messages.of(getLocale(), line.state())
                                        + " · "
                                        + messages.of(getLocale(), line.kind())
                                        + " · "
                                        + line.levelType()
                                        + " · "
                                        + Shown.text(line.city())));
        lines.setItems(query -> pages.read(query.getOffset(), query.getLimit()));
        lines.setEmptyStateComponent(
                new EmptyState(Glyph.Of.GLOBE, getTranslation("ui.supervised.none")));
        var head = new Div(new H1(getTranslation("ui.supervised")));
        head.addClassName("page-head");
        add(head, new Paragraph(getTranslation("ui.supervised.detail")), lines);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.supervised") + " · " + getTranslation("ui.product");
    }

    private static Component name(SupervisedZones.Line line) {
        var title = new Span(line.name());
        title.addClassName("title");
        var sub = new Span(line.code());
        sub.addClassName("sub");
        var cell = new Div(title, sub);
        cell.addClassName("name-cell");
        return cell;
    }

    private KeysetPages.Page<SupervisedZones.Line> page(@Nullable String after, int limit) {
        var rows = zones.list(after == null ? null : new TenantId(Long.parseLong(after)), limit);
        return new KeysetPages.Page<>(
                rows, rows.size() < limit ? null : rows.getLast().id().toString());
    }
}
