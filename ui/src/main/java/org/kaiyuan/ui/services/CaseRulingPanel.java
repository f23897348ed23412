package org.kaiyuan.ui.services;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import org.kaiyuan.services.CaseRuling;
import org.kaiyuan.services.CaseSheet;
import org.kaiyuan.services.ServiceTrack;
import org.kaiyuan.ui.kit.Shown;

/** Who decides: as it was answered at acceptance and is kept, with a hint where today's answer is another. */
class CaseRulingPanel extends Section {
    private final transient CaseDoors doors;

    CaseRulingPanel(CaseDoors doors, CaseSheet sheet) {
        this.doors = doors;
        addClassNames("side-card", "case-ruling");
        add(new H2(word("ruling")));
        var ruling = sheet.ruling();
        if (ruling == null) {
            add(
                    CaseCells.quiet(
                            word(
                                    sheet.row().track() == ServiceTrack.TICKET
                                            ? "ruling.ticket"
                                            : "ruling.later")));
            return;
        }
        add(
                CaseCells.chips(
                        CaseCells.chip(
                                doors.messages().of(getLocale(), ruling.course()),
                                switch (ruling.course()) {
                                    case HERE -> "good";
                                    case UPPER -> "waiting";
                                    case OWN -> "neutral";
                                })),
                CaseCells.facts(
                        CaseCells.fact(word("ruling.body"), ruling.body()),
                        CaseCells.fact(word("ruling.basis"), ruling.basis()),
                        CaseCells.fact(
                                word("ruling.why"),
                                ruling.why() == null
                                        ? null
                                        : doors.messages().of(getLocale(), ruling.why())),
                        CaseCells.fact(word("ruling.asOf"), Shown.date(ruling.asOf()))));
        var now = sheet.rulingNow();
        if (now != null) {
            var hint = new Paragraph(word("ruling.now", said(now)));
            hint.addClassName("side-warning");
            hint.getElement().setAttribute("role", "note");
            add(hint);
        }
    }

    private String said(CaseRuling now) {
        return doors.messages().of(getLocale(), now.course())
                + (now.body() == null ? "" : " · " + now.body())
                + (now.basis() == null ? "" : " · " + now.basis());
    }

    private String word(String key, Object... arguments) {
        return getTranslation("ui.services.desk." + key, arguments);
    }
}
