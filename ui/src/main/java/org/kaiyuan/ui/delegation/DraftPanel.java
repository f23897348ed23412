package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kaiyuan.delegation.DraftedEntry;
import org.kaiyuan.delegation.EntryDifference;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.Finding;
import org.kaiyuan.delegation.PowerList;
import org.kaiyuan.delegation.PublishingRefused;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeysetPages;
import org.kaiyuan.ui.kit.Narrow;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** What the next edition will say differently: changed, checked, published from here. */
class DraftPanel extends Div {
    private static final int PAGE = 50;
    private static final int SHOWN_FINDINGS = 200;

    final Grid<DraftedEntry> rows = new Grid<>();
    final Div findings = new Div();
    final Button check = new Button();
    final Button publish = new Button();

    private final transient DelegationDoors doors;
    private final transient PowerList list;
    private final SerializableRunnable changed;

    /** @param changed is told when the list is not any more as it was shown */
    DraftPanel(DelegationDoors doors, PowerList list, SerializableRunnable changed) {
        this.doors = doors;
        this.list = list;
        this.changed = changed;
        addClassName("draft-panel");
        findings.addClassName("findings");
        findings.getElement().setAttribute("role", "status");
        if (list.drafted() == 0) {
            add(new EmptyState(Glyph.Of.EDIT, getTranslation("ui.delegation.draft.none")));
            return;
        }
        fill();
        add(steps(), findings, rows);
    }

    private Component steps() {
        var said =
                new Span(
                        list.checkedAt() == null
                                ? getTranslation("ui.delegation.draft.unchecked")
                                : getTranslation(
                                        "ui.delegation.draft.checked",
                                        Shown.text(list.checkedName()),
                                        Shown.moment(list.checkedAt())));
        check.setText(getTranslation("ui.delegation.check"));
        check.addClickListener(click -> check());
        check.setVisible(doors.writes());
        publish.setText(getTranslation("ui.delegation.publish"));
        publish.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        publish.addClickListener(click -> publish());
        publish.setVisible(doors.publishes());
        publish.setEnabled(list.checkedAt() != null);
        var discard = new Button(getTranslation("ui.delegation.discard"), click -> discard());
        discard.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        discard.setVisible(doors.writes());
        var acts = new Div(check, publish, discard);
        acts.addClassName("actions");
        var steps = new Div(said, acts);
        steps.addClassNames("told", "draft-steps");
        return steps;
    }

    void check() {
        var found = doors.publishing().check(list.id());
        if (found.isEmpty()) {
            Tell.done(getTranslation("ui.delegation.check.good"));
            changed.run();
        } else {
            show(found);
        }
    }

    private void show(List<Finding> found) {
        findings.removeAll();
        findings.add(new H3(getTranslation("ui.delegation.findings", found.size())));
        found.stream()
                .limit(SHOWN_FINDINGS)
                .collect(
                        Collectors.groupingBy(
                                Finding::rule, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(same -> findings.add(rule(same)));
        if (found.size() > SHOWN_FINDINGS) {
            findings.add(
                    new Paragraph(getTranslation("ui.delegation.findings.more", SHOWN_FINDINGS)));
        }
        if (doors.publishes()) {
            findings.add(
                    new Button(
                            getTranslation("ui.delegation.letPass"),
                            click -> letPass(found.size())));
        }
    }

    private Component rule(List<Finding> same) {
        var box = new Div();
        box.addClassName("finding");
        same.forEach(one -> {
            var line = new Div();
            line.addClassName("line");
            if (one.entry() != null) {
                line.add(
                        PowerCells.link(
                                DelegationNavigation.entry(list.id(), one.entry()),
                                Shown.text(one.matterName())));
            }
            line.add(new Span(getTranslation(one.messageKey(), one.arguments().toArray())));
            box.add(line);
        });
        var source =
                new Div(
                        getTranslation(
                                "ui.delegation.source",
                                getTranslation(same.getFirst().sourceKey())));
        source.addClassName("sub");
        box.add(source);
        return box;
    }

    private void letPass(int many) {
        var reason = new TextArea();
        reason.setMaxLength(2000);
        reason.setRequiredIndicatorVisible(true);
        var ask =
                new AskDialog(
                                getTranslation("ui.delegation.letPass"),
                                getTranslation("ui.delegation.letPass.do"),
                                () -> {
                                    doors.publishing().letPass(list.id(), reason.getValue());
                                    changed.run();
                                })
                        .saying(getTranslation("ui.delegation.letPass.detail", many));
        ask.with("reason", getTranslation("ui.why"), reason).addClassName("wide");
        ask.open();
    }

    void publish() {
        var note = new TextArea();
        note.setMaxLength(2000);
        var ask =
                new AskDialog(
                                getTranslation("ui.delegation.publish"),
                                getTranslation("ui.delegation.publish"),
                                () -> {
                                    try {
                                        int number =
                                                doors.publishing()
                                                        .publish(list.id(), note.getValue());
                                        Tell.done(
                                                getTranslation("ui.delegation.published", number));
                                        changed.run();
                                    } catch (PublishingRefused refused) {
                                        show(refused.findings());
                                        throw refused;
                                    }
                                })
                        .saying(
                                getTranslation(
                                        "ui.delegation.publish.detail",
                                        list.edition() + 1,
                                        list.drafted()));
        ask.with("note", getTranslation("ui.delegation.publish.note"), note).addClassName("wide");
        ask.open();
    }

    private void discard() {
        new AskDialog(
                        getTranslation("ui.delegation.discard"),
                        getTranslation("ui.delegation.discard"),
                        () -> {
                            doors.drafting().discard(list.id());
                            changed.run();
                        })
                .saying(getTranslation("ui.delegation.discard.detail", list.drafted()))
                .grave()
                .open();
    }

    private void fill() {
        rows.addComponentColumn(one -> PowerCells.kind(doors.messages(), getLocale(), one.kind()))
                .setHeader(getTranslation("ui.delegation.kind"))
                .setWidth("100px")
                .setFlexGrow(0);
        rows.addComponentColumn(this::named)
                .setHeader(getTranslation("ui.delegation.matter"))
                .setWidth("260px")
                .setFlexGrow(2);
        rows.addComponentColumn(this::says)
                .setHeader(getTranslation("ui.delegation.says"))
                .setWidth("320px")
                .setFlexGrow(3);
        rows.addComponentColumn(this::acts)
                .setHeader(getTranslation("ui.delegation.acts"))
                .setWidth("190px")
                .setFlexGrow(0);
        Narrow.stack(
                this,
                rows,
                getTranslation("ui.delegation.matter"),
                one -> PowerCells.kind(doors.messages(), getLocale(), one.kind()),
                this::named,
                this::says,
                this::acts);
        var pages =
                new KeysetPages<DraftedEntry>((after, limit) -> {
                    var page =
                            doors.lists()
                                    .draft(
                                            list.id(),
                                            after == null
                                                    ? null
                                                    : new EntryId(UUID.fromString(after)),
                                            limit);
                    return new KeysetPages.Page<>(
                            page, page.size() < limit ? null : page.getLast().id().toString());
                });
        rows.setItems(query -> pages.read(query.getOffset(), query.getLimit()));
        rows.setPageSize(PAGE);
        rows.addClassName("wrapped");
        rows.setSelectionMode(Grid.SelectionMode.NONE);
        rows.setHeight("min(64vh, 720px)");
    }

    private Component named(DraftedEntry one) {
        return PowerCells.named(
                new Span(one.matterName()),
                one.editedName() + " · " + Shown.moment(one.editedAt()));
    }

    private Component says(DraftedEntry one) {
        var cell = new Div();
        cell.addClassName("says");
        if (one.kind() != EntryDifference.Kind.CHANGED) {
            var note = Objects.requireNonNull(one.next() == null ? one.now() : one.next());
            cell.add(
                    PowerCells.act(doors.messages(), getLocale(), note.act()),
                    new Span(
                            note.receivingBody()
                                    + " ← "
                                    + note.originalAuthority()
                                    + " · "
                                    + doors.messages().of(getLocale(), note.mode())
                                    + " · "
                                    + getTranslation("ui.delegation.since", note.effectiveOn())));
            return cell;
        }
        new EntryDifference(one.id(), one.matterName(), one.now(), one.next())
                .fields()
                .forEach(field -> {
                    var line = new Div();
                    line.addClassName("field-change");
                    line.add(
                            new Span(
                                    getTranslation("ui.delegation.field." + field.name())
                                            + "："
                                            + PowerCells.value(
                                                    doors.messages(), getLocale(), field.before())
                                            + " → "
                                            + PowerCells.value(
                                                    doors.messages(), getLocale(), field.after())));
                    cell.add(line);
                });
        return cell;
    }

    private Component acts(DraftedEntry one) {
        var acts = new Div();
        acts.addClassName("row-acts");
        if (!doors.writes()) {
            return acts;
        }
        if (one.next() != null) {
            var edit =
                    new Button(
                            getTranslation("ui.delegation.entry.edit"),
                            click ->
                                    getUI().ifPresent(ui ->
                                            ui.navigate(
                                                    DelegationNavigation.entry(
                                                            list.id(), one.id()))));
            edit.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            acts.add(edit);
        }
        var leave =
                new Button(
                        getTranslation("ui.delegation.leave"),
                        click -> {
                            doors.drafting().leave(list.id(), one.id());
                            changed.run();
                        });
        leave.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        acts.add(leave);
        return acts;
    }
}
