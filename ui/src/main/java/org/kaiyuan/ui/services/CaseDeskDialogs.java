package org.kaiyuan.ui.services;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.function.SerializableRunnable;
import org.kaiyuan.services.CaseAct;
import org.kaiyuan.services.CaseSheet;
import org.kaiyuan.services.Tickets;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.Tell;

/** Who works on a case: handing over; a ticket is assigned and answered. */
final class CaseDeskDialogs {
    private final CaseAsk asking;

    CaseDeskDialogs(CaseAsk asking) {
        this.asking = asking;
    }

    CaseDeskDialogs(CaseDoors doors, Component page, SerializableRunnable then) {
        this(new CaseAsk(doors, page, then));
    }

    AskDialog handOver(CaseSheet sheet) {
        var to = new CaseColleagueBox(asking.doors.people(), sheet.row().owner());
        var why = asking.longText(500);
        var ask =
                asking.of(
                        sheet,
                        CaseAct.HAND_OVER,
                        version ->
                                asking.doors
                                        .desk()
                                        .handOver(
                                                sheet.row().id(),
                                                CaseAsk.text("username", to.username()),
                                                CaseAsk.perhaps(why.getValue()),
                                                version));
        ask.with("username", asking.word("handOver.to"), to);
        ask.with("why", asking.word("handOver.why"), why);
        return ask;
    }

    /** All that one holds oneself. */
    AskDialog handOverAll() {
        var to = new CaseColleagueBox(asking.doors.people(), asking.doors.person().username());
        var why = asking.longText(500);
        var ask =
                new AskDialog(
                        asking.word("handOverAll"),
                        asking.word("act.HAND_OVER"),
                        () -> {
                            int handed =
                                    asking.doors
                                            .desk()
                                            .handOverAll(
                                                    CaseAsk.text("username", to.username()),
                                                    CaseAsk.perhaps(why.getValue()));
                            Tell.done(
                                    asking.word(
                                            "handOver.done", handed, to.getValue().displayName()));
                            asking.then.run();
                        });
        ask.saying(asking.word("handOverAll.detail"));
        ask.with("username", asking.word("handOver.to"), to);
        ask.with("why", asking.word("handOver.why"), why);
        ask.form.addClassName("top");
        ask.open();
        return ask;
    }

    AskDialog assign(CaseSheet sheet) {
        var toCompany = new RadioButtonGroup<Boolean>();
        toCompany.setItems(false, true);
        toCompany.setItemLabelGenerator(one -> asking.word(one ? "assign.company" : "assign.team"));
        toCompany.setValue(false);
        toCompany.addClassName("wide");
        var team = CaseAsk.line(120);
        if (sheet.row().team() != null) {
            team.setValue(sheet.row().team());
        }
        var company = new ComboBox<Tickets.Company>();
        var companies = asking.doors.tickets().companies();
        company.setItems(companies);
        company.setItemLabelGenerator(Tickets.Company::name);
        company.setHelperText(companies.isEmpty() ? asking.word("assign.noCompany") : null);
        company.setVisible(false);
        toCompany.addValueChangeListener(change -> {
            team.setVisible(!toCompany.getValue());
            company.setVisible(toCompany.getValue());
        });
        var ask =
                asking.of(
                        sheet,
                        CaseAct.ASSIGN,
                        version ->
                                asking.doors
                                        .tickets()
                                        .assign(
                                                sheet.row().id(),
                                                toCompany.getValue()
                                                        ? null
                                                        : CaseAsk.text("team", team.getValue()),
                                                toCompany.getValue()
                                                        ? CaseAsk.needed(
                                                                        "company",
                                                                        company.getValue())
                                                                .id()
                                                        : null,
                                                version));
        ask.with("whom", asking.word("assign.whom"), toCompany);
        ask.with("team", asking.word("team"), team);
        ask.with("company", asking.word("assign.company"), company);
        return ask;
    }

    AskDialog answer(CaseSheet sheet) {
        var said = asking.longText();
        var ask =
                asking.of(
                        sheet,
                        CaseAct.ANSWER,
                        version ->
                                asking.doors
                                        .tickets()
                                        .answer(
                                                sheet.row().id(),
                                                CaseAsk.text("said", said.getValue()),
                                                version));
        ask.saying(asking.word("answer.detail"));
        ask.with("said", asking.word("answer.said"), said);
        return ask;
    }
}
