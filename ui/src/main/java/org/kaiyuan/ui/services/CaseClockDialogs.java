package org.kaiyuan.ui.services;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import org.kaiyuan.services.CaseAct;
import org.kaiyuan.services.CaseSheet;
import org.kaiyuan.services.StopReason;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.DayField;

/** Stopping the clock, letting it run again, and asking for more time. */
final class CaseClockDialogs {
    /** 行政许可法 §42. */
    private static final int MOST_DAYS = 10;

    private final CaseAsk asking;

    CaseClockDialogs(CaseAsk asking) {
        this.asking = asking;
    }

    AskDialog stop(CaseSheet sheet) {
        var reason = new Select<StopReason>();
        reason.setItems(StopReason.values());
        reason.setItemLabelGenerator(one ->
                one == null
                        ? ""
                        : asking.page.getTranslation(
                                org.kaiyuan.platform.refusal.Messages.keyOf(one)));
        var from = new DayField();
        from.setValue(asking.doors.today());
        var document = CaseAsk.line(300);
        document.setHelperText(asking.word("stop.document.help"));
        document.addClassName("wide");
        var ask =
                asking.of(
                        sheet,
                        CaseAct.STOP,
                        version ->
                                asking.doors
                                        .keeping()
                                        .stop(
                                                sheet.row().id(),
                                                CaseAsk.needed("reason", reason.getValue()),
                                                CaseAsk.needed("from", from.getValue()),
                                                CaseAsk.text("document", document.getValue()),
                                                version));
        ask.saying(asking.word("stop.detail"));
        ask.with("reason", asking.word("stop.reason"), reason);
        ask.with("from", asking.word("stop.from"), from);
        ask.with("document", asking.word("stop.document"), document);
        return ask;
    }

    AskDialog resume(CaseSheet sheet) {
        var on = new DayField();
        on.setValue(asking.doors.today());
        on.setHelperText(asking.word("resume.on.help"));
        var ask =
                asking.of(
                        sheet,
                        CaseAct.RESUME,
                        version ->
                                asking.doors
                                        .keeping()
                                        .resume(
                                                sheet.row().id(),
                                                CaseAsk.needed("on", on.getValue()),
                                                version));
        ask.with("on", asking.word("resume.on"), on);
        return ask;
    }

    AskDialog askExtension(CaseSheet sheet) {
        var days = new IntegerField();
        days.setMin(1);
        days.setMax(MOST_DAYS);
        days.setStepButtonsVisible(true);
        days.setValue(MOST_DAYS);
        var reason = asking.longText();
        var ask =
                asking.of(
                        sheet,
                        CaseAct.ASK_EXTENSION,
                        version ->
                                asking.doors
                                        .keeping()
                                        .askExtension(
                                                sheet.row().id(),
                                                CaseAsk.needed("days", days.getValue()),
                                                CaseAsk.text("reason", reason.getValue()),
                                                version));
        ask.saying(asking.word("extension.detail"));
        ask.with("days", asking.word("extension.days"), days);
        ask.with("reason", asking.word("extension.reason"), reason);
        return ask;
    }

    AskDialog extend(CaseSheet sheet) {
        return asking.of(
                        sheet,
                        CaseAct.EXTEND,
                        version -> asking.doors.keeping().extend(sheet.row().id(), version))
                .saying(
                        asking.word(
                                "extension.asked",
                                sheet.extensionAsked() == null ? "" : sheet.extensionAsked()))
                .saying(asking.word("extension.approve.detail"));
    }

    AskDialog decline(CaseSheet sheet) {
        var why = asking.longText();
        var ask =
                asking.of(
                        sheet,
                        CaseAct.DECLINE_EXTENSION,
                        version ->
                                asking.doors
                                        .keeping()
                                        .declineExtension(
                                                sheet.row().id(),
                                                CaseAsk.text("why", why.getValue()),
                                                version));
        ask.with("why", asking.word("extension.why"), why);
        return ask;
    }
}
