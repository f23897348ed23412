package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableSupplier;
import java.util.List;
import java.util.UUID;
import org.kaiyuan.delegation.SharedMatter;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeysetPages;
import org.kaiyuan.ui.kit.Narrow;
import org.kaiyuan.ui.kit.Tell;

/** The shared catalogue: to be used, or changed by who shares it. */
class SharedMatterGrid extends Grid<SharedMatter> {
    private static final int PAGE = 50;

    private final transient DelegationDoors doors;
    private final transient KeysetPages<SharedMatter> pages;
    private final boolean shares;

    /** @param prefix only those whose name begins so */
    SharedMatterGrid(DelegationDoors doors, SerializableSupplier<String> prefix) {
        this.doors = doors;
        this.shares = doors.shares();
        pages =
                new KeysetPages<>((after, limit) -> {
                    var page =
                            doors.shared()
                                    .page(
                                            prefix.get(),
                                            after == null ? null : UUID.fromString(after),
                                            limit);
                    return new KeysetPages.Page<>(
                            page, page.size() < limit ? null : page.getLast().id().toString());
                });
        addComponentColumn(SharedMatterGrid::named)
                .setHeader(getTranslation("ui.delegation.matter"))
                .setWidth("340px")
                .setFlexGrow(4);
        addColumn(one -> doors.messages().of(getLocale(), one.said().kind()))
                .setHeader(getTranslation("delegation.column.kind"))
                .setWidth("130px")
                .setFlexGrow(0);
        addColumn(one ->
                        one.publisher() == null
                                ? getTranslation("ui.delegation.operator")
                                : one.publisher())
                .setHeader(getTranslation("ui.delegation.publisher"))
                .setWidth("180px")
                .setFlexGrow(1);
        addComponentColumn(this::acts)
                .setHeader(getTranslation("ui.delegation.acts"))
                .setWidth("170px")
                .setFlexGrow(0);
        Narrow.stack(
                this,
                this,
                getTranslation("ui.delegation.matter"),
                SharedMatterGrid::named,
                this::acts);
        setItems(query -> pages.read(query.getOffset(), query.getLimit()));
        setPageSize(PAGE);
        setSelectionMode(Grid.SelectionMode.NONE);
        setEmptyStateComponent(
                new EmptyState(Glyph.Of.GLOBE, getTranslation("ui.delegation.shared.none")));
        setSizeFull();
    }

    void renew() {
        pages.forget();
        getDataProvider().refreshAll();
    }

    private static Component named(SharedMatter one) {
        return PowerCells.named(new Span(one.said().name()), one.said().code());
    }

    private Component acts(SharedMatter one) {
        var acts = new Div();
        acts.addClassName("row-acts");
        if (one.own() && shares) {
            var edit = new Button(getTranslation("ui.delegation.entry.edit"), click -> edit(one));
            edit.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            acts.add(edit);
        }
        if (one.used()) {
            acts.add(PowerCells.chip(getTranslation("ui.delegation.used"), "good"));
        } else if (doors.writes()) {
            var use = new Button(getTranslation("ui.delegation.use"), click -> use(one));
            use.addThemeVariants(ButtonVariant.LUMO_SMALL);
            acts.add(use);
        }
        return acts;
    }

    private void edit(SharedMatter one) {
        new MatterDialog(
                        doors,
                        one.said().name(),
                        one.said(),
                        one.version(),
                        (said, version) -> {
                            doors.shared().revise(one.id(), said, version);
                            renew();
                        })
                .open();
    }

    private void use(SharedMatter one) {
        doors.shared().use(List.of(one.id()));
        Tell.done(getTranslation("ui.delegation.use.done"));
        renew();
    }
}
