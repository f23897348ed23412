package org.kaiyuan.ui.services;

import static org.kaiyuan.ui.services.PortalPieces.fact;
import static org.kaiyuan.ui.services.PortalPieces.word;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.services.CaseCourse;
import org.kaiyuan.services.CaseRuling;
import org.kaiyuan.ui.kit.Shown;

/** Who decides, why, and as of when that was so. */
class PortalRulingPane extends Section {
    PortalRulingPane(PortalServiceDoors doors, CaseRuling ruling, @Nullable CaseRuling now) {
        addClassName("form-group");
        var locale = PortalPieces.locale(this);
        add(
                new H2(word(this, "guide.decides")),
                new Paragraph(word(this, "ruling." + ruling.course())));
        var facts = new Div();
        facts.addClassName("facts");
        if (ruling.body() != null) {
            facts.add(fact(word(this, "ruling.body"), ruling.body()));
        }
        if (ruling.why() != null) {
            facts.add(fact(word(this, "ruling.why"), doors.messages().of(locale, ruling.why())));
        }
        if (ruling.basis() != null) {
            facts.add(fact(word(this, "ruling.basis"), ruling.basis()));
        }
        if (ruling.course() != CaseCourse.OWN) {
            facts.add(fact(word(this, "ruling.asOf"), Shown.date(ruling.asOf())));
        }
        add(facts);
        if (now != null) {
            var hint = new Paragraph(word(this, "ruling.now", Shown.text(now.body())));
            hint.addClassName("sub");
            add(hint);
        }
    }
}
