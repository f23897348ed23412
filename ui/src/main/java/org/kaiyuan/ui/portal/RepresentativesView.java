package org.kaiyuan.ui.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.portal.Confirmations;
import org.kaiyuan.portal.PortalPermissions;
import org.kaiyuan.portal.RepresentativeId;
import org.kaiyuan.portal.RepresentativeRow;
import org.kaiyuan.portal.RepresentativeState;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeysetPages;
import org.kaiyuan.ui.kit.Narrow;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** Who asks to stand for the park's enterprises, and who does: staff decide here. */
@Route("representatives")
@RolesAllowed(PortalPermissions.CONFIRM)
class RepresentativesView extends Main implements HasDynamicTitle {
    final Select<RepresentativeState> state = new Select<>();
    final Grid<Asking> list = new Grid<>();

    private final transient Confirmations confirmations;
    private final transient Messages messages;
    private final transient KeysetPages<Asking> pages;

    /** A row, and the enterprise of the directory that it is about, if there is one. */
    record Asking(RepresentativeRow row, Confirmations.@Nullable Found enterprise) {}

    RepresentativesView(Confirmations confirmations, Messages messages) {
        this.confirmations = confirmations;
        this.messages = messages;
        pages = new KeysetPages<>(this::page);
        addClassName("list-page");
        var head = new Div(new H1(getTranslation("ui.portal.representatives")));
        head.addClassName("page-head");
        state.setLabel(getTranslation("ui.portal.state"));
        state.setItems(RepresentativeState.values());
        state.setItemLabelGenerator(one -> messages.of(getLocale(), one));
        state.setValue(RepresentativeState.REQUESTED);
        state.addValueChangeListener(change -> refresh());
        var bar = new Div(state);
        bar.addClassName("filter-bar");
        columns();
        add(head, new Paragraph(getTranslation("ui.portal.representatives.detail")), bar, list);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.portal.representatives") + " · " + getTranslation("ui.product");
    }

    void refresh() {
        pages.forget();
        list.getDataProvider().refreshAll();
    }

    private void columns() {
        list.addComponentColumn(this::person)
                .setHeader(getTranslation("ui.account.displayName"))
                .setFlexGrow(2)
                .setWidth("120px");
        list.addComponentColumn(this::enterprise)
                .setHeader(getTranslation("ui.portal.enterprise"))
                .setFlexGrow(3)
                .setWidth("150px");
        list.addComponentColumn(this::when)
                .setHeader(getTranslation("ui.portal.when"))
                .setFlexGrow(2)
                .setWidth("180px");
        list.addComponentColumn(this::deeds).setWidth("108px").setFlexGrow(0);
        Narrow.stack(
                this,
                list,
                getTranslation("ui.account.displayName"),
                this::person,
                this::enterprise,
                this::when,
                this::deeds);
        list.setItems(query -> pages.read(query.getOffset(), query.getLimit()));
        list.setEmptyStateComponent(
                new EmptyState(Glyph.Of.PERSON, getTranslation("ui.portal.representatives.none")));
    }

    private KeysetPages.Page<Asking> page(@Nullable String after, int limit) {
        var rows =
                confirmations.list(
                        state.getValue(),
                        after == null ? null : new RepresentativeId(UUID.fromString(after)),
                        limit);
        var found = confirmations.enterprises(rows);
        return new KeysetPages.Page<>(
                rows.stream().map(row -> new Asking(row, found.get(row.creditCode()))).toList(),
                rows.size() < limit ? null : rows.getLast().id().toString());
    }

    private Component person(Asking one) {
        var row = one.row();
        var cell = cell(row.personName(), row.username());
        cell.add(sub(row.phone()));
        return cell;
    }

    private Component enterprise(Asking one) {
        var row = one.row();
        var found = one.enterprise();
        if (found != null) {
            var link = new Anchor("enterprises/" + found.id(), found.name());
            link.addClassName("wrapped");
            var cell = cell("", row.creditCode());
            cell.addComponentAsFirst(link);
            return cell;
        }
        var cell = cell(row.enterpriseName() == null ? "" : row.enterpriseName(), row.creditCode());
        if (row.state() == RepresentativeState.REQUESTED) {
            cell.add(PortalHomeView.chip(getTranslation("ui.portal.unknown"), "waiting"));
        }
        return cell;
    }

    private Component when(Asking one) {
        var row = one.row();
        var cell = cell(Shown.moment(row.requestedAt()), "");
        if (row.decidedAt() != null) {
            cell.add(
                    sub(
                            getTranslation(
                                    "ui.portal.decided",
                                    Shown.text(row.decidedBy()),
                                    Shown.moment(row.decidedAt()))));
        }
        if (row.reason() != null) {
            cell.add(sub(row.reason()));
        }
        return cell;
    }

    private Component deeds(Asking one) {
        var deeds = new Div();
        deeds.addClassName("chips");
        switch (one.row().state()) {
            case REQUESTED -> {
                var confirm = button("ui.portal.confirm", () -> confirming(one.row()).open());
                confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
                deeds.add(confirm, button("ui.portal.decline", () -> declining(one.row()).open()));
            }
            case CONFIRMED ->
                    deeds.add(
                            button(
                                    "ui.portal.end",
                                    () -> ending(confirmations, one.row(), this::refresh).open()));
            case DECLINED, ENDED -> deeds.add(new Span());
        }
        return deeds;
    }

    ConfirmDialog confirming(RepresentativeRow row) {
        var administrator = new Checkbox(getTranslation("ui.portal.confirm.administrator"), true);
        var ask = new ConfirmDialog();
        ask.setHeader(getTranslation("ui.portal.confirm.title", row.personName()));
        ask.setText(
                new Div(
                        new Paragraph(getTranslation("ui.portal.confirm.detail", row.phone())),
                        administrator));
        ask.setConfirmText(getTranslation("ui.portal.confirm"));
        ask.setCancelable(true);
        ask.setCancelText(getTranslation("ui.form.cancel"));
        ask.addConfirmListener(sure -> {
            confirmations.confirm(row.id(), row.version(), administrator.getValue());
            Tell.done(getTranslation("ui.portal.confirmed", row.personName()));
            refresh();
        });
        return ask;
    }

    private ReasonDialog declining(RepresentativeRow row) {
        return new ReasonDialog(
                getTranslation("ui.portal.decline.title", row.personName()),
                getTranslation("ui.portal.decline.detail"),
                getTranslation("ui.portal.decline"),
                why -> {
                    confirmations.decline(row.id(), row.version(), why);
                    refresh();
                });
    }

    /** @param ended after it was done */
    static ReasonDialog ending(Confirmations confirmations, RepresentativeRow row, Runnable ended) {
        var ui = new Div();
        return new ReasonDialog(
                ui.getTranslation("ui.portal.end.title", row.personName()),
                ui.getTranslation("ui.portal.end.detail"),
                ui.getTranslation("ui.portal.end"),
                why -> {
                    confirmations.end(row.id(), row.version(), why);
                    ended.run();
                });
    }

    private Button button(String key, Runnable work) {
        return new Button(getTranslation(key), click -> work.run());
    }

    private static Div cell(String title, String sub) {
        var cell = new Div();
        cell.addClassName("name-cell");
        if (!title.isEmpty()) {
            var words = new Span(title);
            words.addClassName("title");
            cell.add(words);
        }
        if (!sub.isEmpty()) {
            cell.add(sub(sub));
        }
        return cell;
    }

    private static Span sub(String text) {
        var sub = new Span(text);
        sub.addClassName("sub");
        return sub;
    }
}
