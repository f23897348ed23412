package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.DelegationFieldsRefused;
import org.kaiyuan.delegation.DelegationMode;
import org.kaiyuan.delegation.EntryAct;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.EntryNote;
import org.kaiyuan.delegation.EntryRow;
import org.kaiyuan.delegation.ListEditions;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.delegation.PowerList;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.ExportLinks;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeysetPages;
import org.kaiyuan.ui.kit.Narrow;
import org.kaiyuan.ui.kit.Shown;

/** Entries of one edition, found by matter, act and mode; the newest edition can be changed from here. */
class EntryPanel extends Div {
    private static final int PAGE = 50;

    final TextField typed = new TextField();
    final Select<EntryAct> act = new Select<>();
    final Select<DelegationMode> mode = new Select<>();
    final Grid<EntryRow> rows = new Grid<>();

    private final transient DelegationDoors doors;
    private final transient PowerList list;
    private final int edition;
    private final SerializableRunnable drafted;
    private final transient KeysetPages<EntryRow> pages;
    private transient @Nullable List<MatterId> matters;

    /** @param drafted is told when the draft says something else */
    EntryPanel(DelegationDoors doors, PowerList list, int edition, SerializableRunnable drafted) {
        this.doors = doors;
        this.list = list;
        this.edition = edition;
        this.drafted = drafted;
        addClassName("entry-panel");
        pages =
                new KeysetPages<>((after, limit) -> {
                    var page =
                            doors.editions()
                                    .rows(
                                            list.id(),
                                            edition,
                                            filter(),
                                            after == null
                                                    ? null
                                                    : new EntryId(UUID.fromString(after)),
                                            limit);
                    return new KeysetPages.Page<>(
                            page.items(), page.next() == null ? null : page.next().toString());
                });
        if (edition == 0) {
            add(new EmptyState(Glyph.Of.FILE, getTranslation("ui.delegation.entries.none")));
            return;
        }
        fill();
        if (edition < list.edition()) {
            var told = new Div(new Span(getTranslation("ui.delegation.edition.old", edition)));
            told.addClassName("told");
            told.add(
                    PowerCells.link(
                            DelegationNavigation.list(list.id()),
                            getTranslation("ui.delegation.edition.toNow")));
            add(told);
        }
        add(bar(), rows);
    }

    private ListEditions.Filter filter() {
        return new ListEditions.Filter(matters, act.getValue(), mode.getValue(), null, null, null);
    }

    private Component bar() {
        typed.setPlaceholder(getTranslation("ui.delegation.matter.typed"));
        typed.setAriaLabel(getTranslation("ui.delegation.matter.typed"));
        typed.setPrefixComponent(new Glyph(Glyph.Of.SEARCH));
        typed.setClearButtonVisible(true);
        typed.setMaxLength(200);
        typed.setValueChangeMode(ValueChangeMode.LAZY);
        typed.addClassName("wide");
        typed.addValueChangeListener(change -> ask());
        act.setItems(EntryAct.values());
        act.setEmptySelectionAllowed(true);
        act.setItemLabelGenerator(one ->
                one == null
                        ? getTranslation("ui.delegation.act.all")
                        : doors.messages().of(getLocale(), one));
        act.setPlaceholder(getTranslation("ui.delegation.act.all"));
        act.setAriaLabel(getTranslation("ui.delegation.act"));
        act.addValueChangeListener(change -> ask());
        mode.setItems(DelegationMode.values());
        mode.setEmptySelectionAllowed(true);
        mode.setItemLabelGenerator(one ->
                one == null
                        ? getTranslation("ui.delegation.mode.all")
                        : doors.messages().of(getLocale(), one));
        mode.setPlaceholder(getTranslation("ui.delegation.mode.all"));
        mode.setAriaLabel(getTranslation("ui.delegation.field.mode"));
        mode.addValueChangeListener(change -> ask());
        var bar =
                new Div(
                        typed,
                        act,
                        mode,
                        new ExportLinks(
                                "ui.delegation.download",
                                doors.messages(),
                                getLocale(),
                                format -> doors.export().edition(list.id(), edition, format)));
        bar.addClassName("filter-bar");
        return bar;
    }

    private void ask() {
        matters = typed.getValue().isBlank() ? null : doors.catalogue().ids(typed.getValue());
        pages.forget();
        rows.getDataProvider().refreshAll();
    }

    private void fill() {
        rows.addComponentColumn(this::named)
                .setHeader(getTranslation("ui.delegation.matter"))
                .setWidth("300px")
                .setFlexGrow(4);
        rows.addComponentColumn(
                        row -> PowerCells.act(doors.messages(), getLocale(), row.note().act()))
                .setHeader(getTranslation("ui.delegation.act"))
                .setWidth("100px")
                .setFlexGrow(0);
        rows.addComponentColumn(EntryPanel::bodies)
                .setHeader(getTranslation("ui.delegation.bodies"))
                .setWidth("220px")
                .setFlexGrow(2);
        rows.addColumn(row -> doors.messages().of(getLocale(), row.note().mode()))
                .setHeader(getTranslation("ui.delegation.field.mode"))
                .setWidth("120px")
                .setFlexGrow(0);
        rows.addColumn(this::period)
                .setHeader(getTranslation("ui.delegation.period"))
                .setWidth("200px")
                .setFlexGrow(0);
        rows.addColumn(row -> Shown.text(row.note().document().number()))
                .setHeader(getTranslation("ui.delegation.field.document"))
                .setTooltipGenerator(row -> row.note().document().number())
                .setWidth("170px")
                .setFlexGrow(1);
        Narrow.stack(
                this,
                rows,
                getTranslation("ui.delegation.matter"),
                this::named,
                row -> PowerCells.act(doors.messages(), getLocale(), row.note().act()),
                EntryPanel::bodies,
                row -> Narrow.line(period(row)));
        rows.setItems(query -> pages.read(query.getOffset(), query.getLimit()));
        rows.setPageSize(PAGE);
        rows.setSelectionMode(Grid.SelectionMode.NONE);
        rows.addItemClickListener(click -> look(click.getItem()));
        rows.setEmptyStateComponent(
                new EmptyState(Glyph.Of.FILTER, getTranslation("ui.delegation.entries.nothing")));
        rows.setAllRowsVisible(false);
        rows.setHeight("min(64vh, 720px)");
    }

    private String period(EntryRow row) {
        return row.note().expiresOn() == null
                ? getTranslation("ui.delegation.since", row.note().effectiveOn())
                : row.note().effectiveOn() + " — " + row.note().expiresOn();
    }

    private static Component bodies(EntryRow row) {
        return PowerCells.named(
                new Span(row.note().receivingBody()),
                row.note().originalAuthority().equals(row.note().receivingBody())
                        ? null
                        : "← " + row.note().originalAuthority());
    }

    private Component named(EntryRow row) {
        var name = new Span(row.matterName());
        name.setTitle(row.matterName());
        var scope = PowerCells.scope(doors.messages(), getLocale(), row.note());
        var cell =
                PowerCells.named(
                        name,
                        doors.messages().of(getLocale(), row.matterKind())
                                + (row.matterField() == null ? "" : " · " + row.matterField())
                                + (scope == null ? "" : " · " + scope));
        var basis = PowerCells.basis(doors.messages(), getLocale(), row.basisState());
        if (basis != null) {
            cell.add(basis);
        }
        return cell;
    }

    /** Everything that it says, and what can be done about it. */
    void look(EntryRow row) {
        var dialog = new Dialog();
        dialog.addClassName("entry-look");
        dialog.setHeaderTitle(row.matterName());
        dialog.setWidth("min(760px, 94vw)");
        var top =
                new Div(
                        PowerCells.act(doors.messages(), getLocale(), row.note().act()),
                        PowerCells.link(
                                DelegationNavigation.who(row.note().matter()),
                                getTranslation("ui.delegation.who")),
                        PowerCells.link(
                                DelegationNavigation.matter(row.note().matter()),
                                getTranslation("ui.delegation.who.matter")));
        top.addClassName("line");
        dialog.add(top, new EntryFacts(doors, row.note()));
        if (doors.writes() && edition == list.edition()) {
            acts(dialog, row);
        }
        dialog.getFooter().add(new Button(getTranslation("ui.close"), click -> dialog.close()));
        dialog.open();
    }

    private void acts(Dialog dialog, EntryRow row) {
        if (row.note().act() == EntryAct.GRANT) {
            var recall =
                    new Button(
                            getTranslation("ui.delegation.recall"),
                            click -> {
                                dialog.close();
                                recall(row);
                            });
            recall.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
            dialog.getFooter().add(recall);
        }
        var out =
                new Button(
                        getTranslation("ui.delegation.takeOut"),
                        click -> {
                            dialog.close();
                            takeOut(row);
                        });
        out.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var edit =
                new Button(
                        getTranslation("ui.delegation.entry.change"),
                        click -> {
                            dialog.close();
                            getUI().ifPresent(ui ->
                                    ui.navigate(DelegationNavigation.entry(list.id(), row.id())));
                        });
        edit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(out, edit);
    }

    private void recall(EntryRow row) {
        var on = new DayField();
        on.setValue(doors.today());
        var number = new TextField();
        number.setMaxLength(120);
        var ask =
                new AskDialog(
                                getTranslation("ui.delegation.recall"),
                                getTranslation("ui.delegation.toDraft"),
                                () -> {
                                    if (on.getValue() == null) {
                                        throw new DelegationFieldsRefused(
                                                "effectiveOn", "delegation.rule.required");
                                    }
                                    var note = row.note();
                                    doors.drafting()
                                            .put(
                                                    list.id(),
                                                    null,
                                                    new EntryNote(
                                                            note.matter(),
                                                            EntryAct.RECALL,
                                                            row.id(),
                                                            note.originalAuthority(),
                                                            note.receivingBody(),
                                                            note.mode(),
                                                            note.scope(),
                                                            EntryNote.Days.from(on.getValue()),
                                                            new EntryNote.Paper(
                                                                    null,
                                                                    number.getValue(),
                                                                    null,
                                                                    null),
                                                            EntryNote.Paper.NONE,
                                                            EntryNote.Particulars.NONE,
                                                            null));
                                    drafted.run();
                                })
                        .saying(getTranslation("ui.delegation.recall.detail", row.matterName()));
        ask.with("effectiveOn", getTranslation("ui.delegation.recall.on"), on);
        ask.with("document", getTranslation("ui.delegation.field.document"), number);
        ask.open();
    }

    private void takeOut(EntryRow row) {
        new AskDialog(
                        getTranslation("ui.delegation.takeOut"),
                        getTranslation("ui.delegation.toDraft"),
                        () -> {
                            doors.drafting().takeOut(list.id(), row.id());
                            drafted.run();
                        })
                .saying(getTranslation("ui.delegation.takeOut.detail", row.matterName()))
                .open();
    }
}
