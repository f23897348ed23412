package org.kaiyuan.ui.services;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import org.kaiyuan.services.CaseAct;
import org.kaiyuan.services.CaseOutcome;
import org.kaiyuan.services.CaseSheet;
import org.kaiyuan.services.DeliveryWay;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.DayField;

/** What comes after the review: the upper body's decision, a pledge that is verified, delivery, archive. */
final class CaseEndDialogs {
    private final CaseAsk asking;

    CaseEndDialogs(CaseAsk asking) {
        this.asking = asking;
    }

    AskDialog upperDecided(CaseSheet sheet) {
        var outcome = asking.choice(List.of(CaseOutcome.GRANTED, CaseOutcome.REFUSED));
        var on = new DayField();
        on.setValue(asking.doors.today());
        on.setMax(asking.doors.today());
        var document = CaseAsk.line(300);
        var said = asking.longText();
        var ask =
                asking.of(
                        sheet,
                        CaseAct.UPPER_DECIDED,
                        version ->
                                asking.doors
                                        .decision()
                                        .upperDecided(
                                                sheet.row().id(),
                                                CaseAsk.needed("outcome", outcome.getValue()),
                                                CaseAsk.needed("on", on.getValue()),
                                                CaseAsk.text("document", document.getValue()),
                                                CaseAsk.perhaps(said.getValue()),
                                                version));
        ask.saying(asking.word("upper.detail"));
        ask.with("outcome", asking.word("outcome"), outcome);
        ask.with("on", asking.word("upper.on"), on);
        ask.with("document", asking.word("upper.document"), document);
        ask.with("said", asking.word("upper.said"), said);
        return ask;
    }

    AskDialog verifyPledge(CaseSheet sheet) {
        var kept = new RadioButtonGroup<Boolean>();
        kept.setItems(true, false);
        kept.setItemLabelGenerator(one -> asking.word(one ? "pledge.kept" : "pledge.broken"));
        kept.addClassName("wide");
        var said = asking.longText();
        var ask =
                asking.of(
                        sheet,
                        CaseAct.VERIFY_PLEDGE,
                        version ->
                                asking.doors
                                        .decision()
                                        .verifyPledge(
                                                sheet.row().id(),
                                                CaseAsk.needed("kept", kept.getValue()),
                                                CaseAsk.text("said", said.getValue()),
                                                version));
        ask.saying(asking.word("pledge.detail"));
        ask.with("kept", asking.word("pledge.found"), kept);
        ask.with("said", asking.word("pledge.said"), said);
        return ask;
    }

    AskDialog deliver(CaseSheet sheet) {
        var way = new Select<DeliveryWay>();
        way.setItems(DeliveryWay.values());
        way.setItemLabelGenerator(one ->
                one == null
                        ? ""
                        : asking.page.getTranslation(
                                org.kaiyuan.platform.refusal.Messages.keyOf(one)));
        way.setValue(DeliveryWay.IN_PERSON);
        var on = new DayField();
        on.setValue(asking.doors.today());
        on.setMax(asking.doors.today());
        var proof = CaseAsk.line(300);
        proof.setHelperText(asking.word("deliver.proof.help"));
        proof.addClassName("wide");
        var ask =
                asking.of(
                        sheet,
                        CaseAct.DELIVER,
                        version ->
                                asking.doors
                                        .delivery()
                                        .deliver(
                                                sheet.row().id(),
                                                CaseAsk.needed("way", way.getValue()),
                                                CaseAsk.needed("on", on.getValue()),
                                                CaseAsk.text("proof", proof.getValue()),
                                                version));
        ask.saying(asking.word("deliver.detail"));
        ask.with("way", asking.word("deliver.way"), way);
        ask.with("on", asking.word("deliver.on"), on);
        ask.with("proof", asking.word("deliver.proof"), proof);
        return ask;
    }

    AskDialog archive(CaseSheet sheet) {
        return asking.of(
                        sheet,
                        CaseAct.ARCHIVE,
                        version -> asking.doors.delivery().archive(sheet.row().id(), version))
                .saying(asking.word("archive.detail"));
    }
}
