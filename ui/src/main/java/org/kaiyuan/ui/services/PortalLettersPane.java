package org.kaiyuan.ui.services;

import static org.kaiyuan.ui.services.PortalPieces.row;
import static org.kaiyuan.ui.services.PortalPieces.sub;
import static org.kaiyuan.ui.services.PortalPieces.word;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.kaiyuan.services.CaseId;
import org.kaiyuan.services.CaseLetter;
import org.kaiyuan.services.CaseSheet;
import org.kaiyuan.services.LetterKind;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;

/** 文书: letters and the result, to be read and to be taken along; the result first. */
class PortalLettersPane extends Section {
    PortalLettersPane(PortalServiceDoors doors, CaseSheet of) {
        addClassNames("form-group", "letters");
        add(new H2(word(this, "letters")));
        var list = new Div();
        list.addClassName("portal-lines");
        of.letters().stream()
                .sorted((one, other) -> Boolean.compare(isResult(other), isResult(one)))
                .forEach(letter -> list.add(line(doors, of.row().id(), letter)));
        add(list);
    }

    private Div line(PortalServiceDoors doors, CaseId id, CaseLetter letter) {
        var read = new Anchor(PortalServiceNavigation.letter(id, letter.id()), letter.title());
        read.addClassNames("title", "wrapped");
        var name = row("name-cell", read, sub(letter.number() + " · " + Shown.date(letter.on())));
        if (isResult(letter)) {
            name.add(PortalPieces.chip(word(this, "letters.result"), "good"));
        }
        return row("line", name, docx(doors, id, letter));
    }

    private Anchor docx(PortalServiceDoors doors, CaseId id, CaseLetter letter) {
        var words = new Span("DOCX");
        var link = new Anchor(new PortalLetterDownload(doors, id, letter.id()), "");
        link.add(new Glyph(Glyph.Of.IMPORT), words);
        link.addClassName("portal-download");
        link.getElement().setAttribute("aria-label", word(this, "letters.docx", letter.title()));
        return link;
    }

    private static boolean isResult(CaseLetter letter) {
        return letter.kind() == LetterKind.GRANTED
                || letter.kind() == LetterKind.REFUSED
                || letter.kind() == LetterKind.REPLY;
    }
}
