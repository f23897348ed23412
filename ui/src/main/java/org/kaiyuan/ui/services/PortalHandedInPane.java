package org.kaiyuan.ui.services;

import static org.kaiyuan.ui.services.PortalPieces.chip;
import static org.kaiyuan.ui.services.PortalPieces.fact;
import static org.kaiyuan.ui.services.PortalPieces.word;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.services.CaseMaterial;
import org.kaiyuan.services.CaseSheet;
import org.kaiyuan.services.MaterialState;

/** What was handed in: answers, papers and what the park found of each, and who asks. */
class PortalHandedInPane extends Div {
    PortalHandedInPane(PortalServiceDoors doors, CaseSheet of) {
        addClassName("handed-in-pane");
        var content = new Div();
        var who =
                new Div(
                        fact(word(this, "applicant.name"), of.applicant().name()),
                        fact(word(this, "applicant.phone"), of.applicant().phone()));
        who.addClassName("facts");
        content.add(who);
        var form =
                new FormPane(
                        of.note().form(),
                        FormPane.Files.of(
                                doors.attachments(),
                                new RecordRef(
                                        PortalSupplementPane.SUBJECT, of.row().id().value())));
        form.readOnly(true);
        form.show(of.answers());
        content.add(form);
        if (!of.materials().isEmpty()) {
            var list = new Div();
            list.addClassName("portal-lines");
            of.materials().forEach(one -> list.add(line(doors, of, one)));
            content.add(PortalPieces.section(word(this, "materials"), list));
        }
        var fold = new Details(word(this, "case.content"), content);
        fold.setWidthFull();
        add(fold);
    }

    private PortalPaperLine line(PortalServiceDoors doors, CaseSheet of, CaseMaterial one) {
        var line =
                new PortalPaperLine(
                        doors, of.row().service(), one.material(), one.files(), null, false);
        line.addComponentAtIndex(
                1,
                chip(
                        doors.messages().of(PortalPieces.locale(this), one.state()),
                        style(one.state())));
        return line.remarked(one.remark());
    }

    private static String style(MaterialState state) {
        return switch (state) {
            case FOUND_GOOD, HELD -> "good";
            case FOUND_BAD, MISSING -> "bad";
            case DEFERRED -> "waiting";
            case HANDED_IN -> "quiet";
        };
    }
}
