package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.EntryDifference;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.EntryNote;
import org.kaiyuan.delegation.ListImportLine;
import org.kaiyuan.delegation.ListImportView;
import org.kaiyuan.ui.kit.KeysetPages;
import org.kaiyuan.ui.kit.Narrow;

/** The lines of a file that was compared, decided one by one or all of a kind. */
class ImportLines extends Div {
    private static final int PAGE = 50;

    final Select<ListImportLine.Kind> kind = new Select<>();
    final Grid<ListImportLine> rows = new Grid<>();
    final Div all = new Div();

    private final transient DelegationDoors doors;
    private final transient ListImportView view;
    private final SerializableRunnable decided;
    private final transient KeysetPages<ListImportLine> pages;

    /** @param decided is told when something was decided */
    ImportLines(DelegationDoors doors, ListImportView view, SerializableRunnable decided) {
        this.doors = doors;
        this.view = view;
        this.decided = decided;
        addClassName("import-lines");
        pages =
                new KeysetPages<>((after, limit) -> {
                    var page =
                            doors.importDirectory()
                                    .lines(
                                            view.id(),
                                            kind.getValue(),
                                            after == null ? 0 : Integer.parseInt(after),
                                            limit);
                    return new KeysetPages.Page<>(
                            page,
                            page.size() < limit
                                    ? null
                                    : Integer.toString(page.getLast().position()));
                });
        kind.setItems(
                Arrays.stream(ListImportLine.Kind.values())
                        .filter(one -> view.count(one) > 0)
                        .toList());
        kind.setEmptySelectionAllowed(true);
        kind.setItemLabelGenerator(one ->
                one == null
                        ? getTranslation("ui.delegation.import.lines.all")
                        : doors.messages().of(getLocale(), one) + " " + view.count(one));
        kind.setAriaLabel(getTranslation("ui.delegation.kind"));
        kind.setPlaceholder(getTranslation("ui.delegation.import.lines.all"));
        if (view.open() > 0) {
            kind.setValue(ListImportLine.Kind.UNCLEAR);
        }
        kind.addValueChangeListener(change -> renew());
        all.addClassName("actions");
        fill();
        renewActs();
        var bar = new Div(kind, all);
        bar.addClassName("filter-bar");
        add(bar, rows);
    }

    private void renew() {
        pages.forget();
        rows.getDataProvider().refreshAll();
        renewActs();
    }

    private void renewActs() {
        all.removeAll();
        var of = kind.getValue();
        if (of != null) {
            choices(of).stream()
                    .filter(choice -> choice != ListImportLine.Choice.OPEN)
                    .forEach(choice -> {
                        var button =
                                new Button(
                                        getTranslation(
                                                of == ListImportLine.Kind.UNCLEAR
                                                                && choice
                                                                        == ListImportLine.Choice
                                                                                .TAKE
                                                        ? "ui.delegation.import.all.fresh"
                                                        : "ui.delegation.import.all",
                                                doors.messages().of(getLocale(), choice)),
                                        click -> {
                                            doors.imports().decideAll(view.id(), of, choice);
                                            decided.run();
                                        });
                        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
                        all.add(button);
                    });
        }
    }

    private static List<ListImportLine.Choice> choices(ListImportLine.Kind kind) {
        return switch (kind) {
            case NEW, CHANGED -> List.of(ListImportLine.Choice.TAKE, ListImportLine.Choice.SKIP);
            case GONE ->
                    List.of(
                            ListImportLine.Choice.SKIP,
                            ListImportLine.Choice.RECALL,
                            ListImportLine.Choice.TAKE_OUT);
            case UNCLEAR -> List.of(ListImportLine.Choice.TAKE, ListImportLine.Choice.SKIP);
            case SAME, FAULTY -> List.of();
        };
    }

    private void fill() {
        rows.addColumn(line -> line.row() == null ? "—" : line.row().toString())
                .setHeader(getTranslation("ui.delegation.import.row"))
                .setWidth("80px")
                .setFlexGrow(0);
        rows.addComponentColumn(this::kindOf)
                .setHeader(getTranslation("ui.delegation.kind"))
                .setWidth("100px")
                .setFlexGrow(0);
        rows.addComponentColumn(line -> PowerCells.named(new Span(line.name()), bodyOf(line)))
                .setHeader(getTranslation("ui.delegation.matter"))
                .setWidth("260px")
                .setFlexGrow(2);
        rows.addComponentColumn(this::says)
                .setHeader(getTranslation("ui.delegation.says"))
                .setWidth("300px")
                .setFlexGrow(3);
        rows.addComponentColumn(this::choice)
                .setHeader(getTranslation("ui.delegation.import.choice"))
                .setWidth("220px")
                .setFlexGrow(0);
        Narrow.stack(
                this,
                rows,
                getTranslation("ui.delegation.matter"),
                this::kindOf,
                line -> PowerCells.named(new Span(line.name()), bodyOf(line)),
                this::says,
                this::choice);
        rows.setItems(query -> pages.read(query.getOffset(), query.getLimit()));
        rows.setPageSize(PAGE);
        rows.addClassName("wrapped");
        rows.setSelectionMode(Grid.SelectionMode.NONE);
        rows.setHeight("min(64vh, 720px)");
    }

    private Component kindOf(ListImportLine line) {
        return PowerCells.chip(
                doors.messages().of(getLocale(), line.kind()),
                switch (line.kind()) {
                    case NEW -> "good";
                    case CHANGED, UNCLEAR -> "waiting";
                    case GONE, FAULTY -> "bad";
                    case SAME -> "past";
                });
    }

    private static @Nullable String bodyOf(ListImportLine line) {
        var note = line.next() == null ? line.now() : line.next();
        return note == null ? null : note.receivingBody() + " ← " + note.originalAuthority();
    }

    private Component says(ListImportLine line) {
        var cell = new Div();
        cell.addClassName("says");
        if (line.faultKey() != null) {
            cell.add(new Span(getTranslation(line.faultKey(), line.faultValues().toArray())));
        } else if (line.kind() == ListImportLine.Kind.CHANGED) {
            changes(cell, line.now(), line.next());
        } else if (line.kind() == ListImportLine.Kind.UNCLEAR) {
            cell.add(new Span(getTranslation("ui.delegation.import.unclear")));
        } else if (line.next() != null) {
            var note = line.next();
            cell.add(
                    new Span(
                            doors.messages().of(getLocale(), note.mode())
                                    + " · "
                                    + getTranslation("ui.delegation.since", note.effectiveOn())
                                    + (note.document().number() == null
                                            ? ""
                                            : " · " + note.document().number())));
        }
        return cell;
    }

    private void changes(Div cell, @Nullable EntryNote now, @Nullable EntryNote next) {
        new EntryDifference(EntryId.next(), "", now, next)
                .fields()
                .forEach(field -> {
                    var line =
                            new Div(
                                    getTranslation("ui.delegation.field." + field.name())
                                            + "："
                                            + PowerCells.value(
                                                    doors.messages(), getLocale(), field.before())
                                            + " → "
                                            + PowerCells.value(
                                                    doors.messages(), getLocale(), field.after()));
                    line.addClassName("field-change");
                    cell.add(line);
                });
    }

    private Component choice(ListImportLine line) {
        if (line.kind() == ListImportLine.Kind.UNCLEAR) {
            return candidates(line);
        }
        var offered = choices(line.kind());
        if (offered.isEmpty()) {
            return new Span(doors.messages().of(getLocale(), line.choice()));
        }
        var field = new Select<ListImportLine.Choice>();
        field.setItems(offered);
        field.setItemLabelGenerator(one -> doors.messages().of(getLocale(), one));
        field.setValue(line.choice());
        field.setAriaLabel(getTranslation("ui.delegation.import.choice.of", line.name()));
        field.addValueChangeListener(change -> {
            doors.imports().decide(view.id(), line.position(), change.getValue(), null);
        });
        field.setWidthFull();
        return field;
    }

    /** One of those that it may be, a new one, or none. */
    private Component candidates(ListImportLine line) {
        var options = new ArrayList<Option>();
        line.candidates().forEach(one -> options.add(new Option(one, false)));
        options.add(new Option(null, false));
        options.add(new Option(null, true));
        var box = new ComboBox<Option>();
        box.setItems(options);
        box.setItemLabelGenerator(one ->
                one.skip()
                        ? doors.messages().of(getLocale(), ListImportLine.Choice.SKIP)
                        : one.candidate() == null
                                ? getTranslation("ui.delegation.import.fresh")
                                : one.candidate().name());
        box.setAriaLabel(getTranslation("ui.delegation.import.choice.of", line.name()));
        box.setPlaceholder(
                getTranslation(
                        line.choice() == ListImportLine.Choice.OPEN
                                ? "ui.delegation.import.whichMatter"
                                : "ui.delegation.import.chosen"));
        box.addValueChangeListener(change -> {
            var option = change.getValue();
            if (option != null) {
                doors.imports()
                        .decide(
                                view.id(),
                                line.position(),
                                option.skip()
                                        ? ListImportLine.Choice.SKIP
                                        : ListImportLine.Choice.TAKE,
                                option.candidate() == null ? null : option.candidate().id());
                decided.run();
            }
        });
        box.setWidthFull();
        return box;
    }

    private record Option(ListImportLine.@Nullable Candidate candidate, boolean skip) {}
}
