package org.kaiyuan.ui.services;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.services.CaseAct;
import org.kaiyuan.services.CaseMaterial;
import org.kaiyuan.services.CaseOpinion;
import org.kaiyuan.services.CaseSheet;
import org.kaiyuan.services.CheckVerdict;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.Shown;

/** 审查: what is wrong with a material, opinions, remarks for colleagues. */
final class CaseReviewDialogs {
    private static final int OPINION = 4000;
    private static final int DAYS = 7;

    private final CaseAsk asking;

    CaseReviewDialogs(CaseAsk asking) {
        this.asking = asking;
    }

    AskDialog bad(CaseSheet sheet, CaseMaterial material) {
        var remark = asking.longText();
        if (material.remark() != null) {
            remark.setValue(material.remark());
        }
        var ask =
                asking.of(
                        sheet,
                        CaseAct.CHECK,
                        version ->
                                asking.doors
                                        .review()
                                        .check(
                                                sheet.row().id(),
                                                material.material().key(),
                                                false,
                                                CaseAsk.text("remark", remark.getValue()),
                                                version));
        ask.setHeaderTitle(asking.word("check.bad.of", material.material().name()));
        ask.with("remark", asking.word("check.remark"), remark);
        return ask;
    }

    AskDialog ask(CaseSheet sheet) {
        var name = CaseAsk.line(120);
        var team = CaseAsk.line(120);
        team.setHelperText(asking.word("opinion.team.help"));
        var dueOn = new DayField();
        dueOn.setMin(asking.doors.today());
        dueOn.setValue(asking.doors.today().plusDays(DAYS));
        var ask =
                asking.of(
                        sheet,
                        CaseAct.ASK_OPINION,
                        version ->
                                asking.doors
                                        .review()
                                        .ask(
                                                sheet.row().id(),
                                                CaseAsk.text("name", name.getValue()),
                                                CaseAsk.perhaps(team.getValue()),
                                                CaseAsk.needed("dueOn", dueOn.getValue()),
                                                version));
        ask.saying(asking.word("opinion.ask.detail"));
        ask.with("name", asking.word("opinion.name"), name);
        ask.with("team", asking.word("team"), team);
        ask.with("dueOn", asking.word("opinion.dueOn"), dueOn);
        return ask;
    }

    /** @param chosen the seat that is asked; null where the dialog shall ask which */
    AskDialog opinion(CaseSheet sheet, @Nullable CaseOpinion chosen) {
        var open = sheet.opinions().stream().filter(one -> one.verdict() == null).toList();
        var seat = new Select<CaseOpinion>();
        seat.setItems(open);
        seat.setItemLabelGenerator(
                one -> one == null ? "" : one.seatName() + " · " + Shown.date(one.dueOn()));
        seat.setValue(chosen == null && open.size() == 1 ? open.getFirst() : chosen);
        var verdict = asking.choice(List.of(CheckVerdict.values()));
        var said = asking.longText(OPINION);
        var ask =
                asking.of(
                        sheet,
                        CaseAct.GIVE_OPINION,
                        version ->
                                asking.doors
                                        .review()
                                        .giveOpinion(
                                                sheet.row().id(),
                                                CaseAsk.needed("seat", seat.getValue()).seat(),
                                                CaseAsk.needed("verdict", verdict.getValue()),
                                                said.getValue().strip(),
                                                version));
        ask.with("seat", asking.word("opinion.seat"), seat);
        ask.with("verdict", asking.word("opinion.verdict"), verdict);
        ask.with("said", asking.word("opinion.said"), said);
        var signed =
                new Paragraph(
                        asking.word(
                                "opinion.signs",
                                asking.doors.person().displayName(),
                                Shown.moment(asking.doors.clock().instant())));
        signed.addClassNames("wide", "signs");
        ask.form.add(signed);
        return ask;
    }

    AskDialog remark(CaseSheet sheet) {
        var said = asking.longText();
        var ask =
                asking.of(
                        sheet,
                        CaseAct.REMARK,
                        version ->
                                asking.doors
                                        .review()
                                        .remark(
                                                sheet.row().id(),
                                                CaseAsk.text("said", said.getValue())));
        ask.saying(asking.word("remark.detail"));
        ask.with("said", asking.word("remark"), said);
        return ask;
    }
}
