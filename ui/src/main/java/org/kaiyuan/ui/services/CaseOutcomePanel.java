package org.kaiyuan.ui.services;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import org.kaiyuan.services.CaseLetter;
import org.kaiyuan.services.CaseSheet;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;

/** 文书与结果: letters to print and as DOCX, what was decided, how it was delivered, the archive package. */
class CaseOutcomePanel extends Section {
    private final transient CaseDoors doors;
    private final transient CaseSheet sheet;

    CaseOutcomePanel(CaseDoors doors, CaseSheet sheet) {
        this.doors = doors;
        this.sheet = sheet;
        addClassName("case-outcome");
        result();
        add(new H2(word("letters")));
        if (sheet.letters().isEmpty()) {
            add(new EmptyState(Glyph.Of.FILE, word("letters.none")));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("check-list");
        sheet.letters().forEach(one -> list.add(item(one)));
        add(list);
    }

    private void result() {
        var row = sheet.row();
        if (sheet.decision() == null
                && row.outcome() == null
                && sheet.deliveredHow() == null
                && sheet.archiveHash() == null) {
            return;
        }
        add(
                new H2(word("result")),
                CaseCells.facts(
                        CaseCells.fact(
                                word("outcome"),
                                row.outcome() == null
                                        ? null
                                        : doors.messages().of(getLocale(), row.outcome())),
                        CaseCells.fact(word("decision"), sheet.decision()),
                        CaseCells.fact(word("delivered"), sheet.deliveredHow()),
                        CaseCells.fact(word("archiveHash"), hash())));
        if (sheet.archiveHash() != null) {
            var zip =
                    new Anchor(
                            CaseDownloads.written(
                                    doors.messages(),
                                    row.receipt() + ".zip",
                                    "application/zip",
                                    out -> doors.archives().write(row.id(), out)),
                            word("archive.download"));
            zip.addClassName("download");
            add(zip);
        }
    }

    private @org.jspecify.annotations.Nullable Div hash() {
        if (sheet.archiveHash() == null) {
            return null;
        }
        var hash = new Div("SHA-256 " + sheet.archiveHash());
        hash.addClassName("hash");
        return hash;
    }

    private ListItem item(CaseLetter letter) {
        var id = sheet.row().id();
        var open = CaseCells.link(CaseNavigation.letter(id, letter.id()), letter.title());
        open.addClassName("title");
        var head = new Div(open, CaseCells.quiet(letter.number()));
        head.addClassName("check-head");
        var links = new Div(CaseLetterView.docx(doors, id, letter));
        links.addClassName("row-acts");
        return new ListItem(
                head, CaseCells.sub(Shown.date(letter.on()) + " · " + letter.signedName()), links);
    }

    private String word(String key, Object... arguments) {
        return getTranslation("ui.services.desk." + key, arguments);
    }
}
