package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.EntryNote;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Shown;

/** Everything that an entry says. */
class EntryFacts extends Div {
    private final transient DelegationDoors doors;

    EntryFacts(DelegationDoors doors, EntryNote note) {
        this.doors = doors;
        addClassName("entry-facts");
        var more = note.particulars();
        add(
                PowerCells.facts(
                        fact("originalAuthority", note.originalAuthority()),
                        fact("receivingBody", note.receivingBody()),
                        fact("mode", doors.messages().of(getLocale(), note.mode())),
                        fact("subPark", note.subPark()),
                        fact("category", note.category()),
                        fact(
                                "mostYuan",
                                note.scope().mostYuan() == null
                                        ? null
                                        : Shown.tenThousands(note.scope().mostYuan())),
                        fact("conditions", note.scope().conditions()),
                        fact("effectiveOn", note.effectiveOn()),
                        fact("handoverOn", note.handoverOn()),
                        fact("expiresOn", note.expiresOn()),
                        fact("document", paper(note.document())),
                        fact("letter", note.letter().isThere() ? paper(note.letter()) : null),
                        fact(
                                "area",
                                more.area() == null
                                        ? null
                                        : doors.messages().of(getLocale(), more.area())),
                        fact(
                                "batch",
                                more.batch() == null
                                        ? null
                                        : getTranslation(
                                                "ui.delegation.batch.number", more.batch())),
                        fact("remarks", note.remarks())));
        duties(note);
        shares(note);
    }

    private @Nullable Div fact(String field, @Nullable Object value) {
        return PowerCells.fact(getTranslation("ui.delegation.field." + field), value);
    }

    /** The number leads to the paper, where its file is. */
    private @Nullable Component paper(EntryNote.Paper paper) {
        if (!paper.isThere()) {
            return null;
        }
        var said =
                Shown.text(paper.number())
                        + (paper.issuer() == null ? "" : " · " + paper.issuer())
                        + (paper.decidedOn() == null ? "" : " · " + paper.decidedOn());
        return paper.id() == null
                ? new Span(said)
                : PowerCells.link(DelegationNavigation.PAPERS + "?paper=" + paper.id(), said);
    }

    private void duties(EntryNote note) {
        if (note.particulars().duties().isEmpty()) {
            return;
        }
        var table =
                new PlainTable(
                        getTranslation("ui.delegation.field.duties"),
                        List.of(
                                getTranslation("ui.delegation.duty.step"),
                                getTranslation("ui.delegation.duty.responsibility"),
                                getTranslation("ui.delegation.duty.accountability")));
        note.particulars()
                .duties()
                .forEach(duty ->
                        table.row(
                                doors.messages().of(getLocale(), duty.step()),
                                duty.responsibility(),
                                duty.accountability()));
        add(new H3(getTranslation("ui.delegation.field.duties")), table);
    }

    private void shares(EntryNote note) {
        if (note.particulars().shares().isEmpty()) {
            return;
        }
        var table =
                new PlainTable(
                        getTranslation("ui.delegation.field.shares"),
                        List.of(
                                getTranslation("ui.delegation.share.party"),
                                getTranslation("ui.delegation.share.part"),
                                getTranslation("ui.delegation.share.unit")));
        note.particulars()
                .shares()
                .forEach(share ->
                        table.row(
                                doors.messages().of(getLocale(), share.party()),
                                doors.messages().of(getLocale(), share.part()),
                                Shown.text(share.unit())));
        add(new H3(getTranslation("ui.delegation.field.shares")), table);
    }
}
