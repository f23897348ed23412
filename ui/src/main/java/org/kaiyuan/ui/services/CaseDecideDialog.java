package org.kaiyuan.ui.services;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Map;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.services.CaseAct;
import org.kaiyuan.services.CaseOutcome;
import org.kaiyuan.services.CaseSheet;
import org.kaiyuan.services.CheckVerdict;
import org.kaiyuan.services.LetterKind;
import org.kaiyuan.services.LetterPlace;
import org.kaiyuan.ui.kit.AskDialog;

/** 决定: outcome, words and conditions, and how the letter will read. */
final class CaseDecideDialog {
    final AskDialog ask;
    final RadioButtonGroup<CaseOutcome> outcome;
    final TextArea said;
    final TextArea conditions;
    final Div preview = new Div();
    private final CaseAsk asking;
    private final CaseSheet sheet;

    CaseDecideDialog(CaseAsk asking, CaseSheet sheet) {
        this.asking = asking;
        this.sheet = sheet;
        outcome = asking.choice(List.of(CaseOutcome.GRANTED, CaseOutcome.REFUSED));
        said = asking.longText(4000);
        conditions = asking.longText();
        ask =
                asking.of(
                        sheet,
                        CaseAct.DECIDE,
                        version ->
                                asking.doors
                                        .decision()
                                        .decide(
                                                sheet.row().id(),
                                                CaseAsk.needed("outcome", outcome.getValue()),
                                                said.getValue().strip(),
                                                outcome.getValue() == CaseOutcome.GRANTED
                                                        ? CaseAsk.perhaps(conditions.getValue())
                                                        : null,
                                                version));
        long open = sheet.opinions().stream().filter(one -> one.verdict() == null).count();
        long opposed =
                sheet.opinions().stream()
                        .filter(one -> one.verdict() == CheckVerdict.OPPOSED)
                        .count();
        if (open > 0) {
            ask.saying(asking.word("decide.opinionsOpen", open));
        }
        if (opposed > 0) {
            ask.saying(asking.word("decide.opposed", opposed));
        }
        ask.with("outcome", asking.word("outcome"), outcome);
        ask.with("said", asking.word("decide.said"), said);
        ask.with("conditions", asking.word("decide.conditions"), conditions);
        outcome.addValueChangeListener(change -> {
            boolean refused = outcome.getValue() == CaseOutcome.REFUSED;
            conditions.setVisible(!refused);
            said.setHelperText(refused ? asking.word("decide.refused.help") : null);
            if (preview.getComponentCount() > 0) {
                preview();
            }
        });
        said.addValueChangeListener(change -> again());
        conditions.addValueChangeListener(change -> again());
        preview.addClassNames("letter-preview", "wide");
        preview.getElement().setAttribute("role", "status");
        var look = new Button(asking.word("decide.preview"), click -> preview());
        look.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        ask.form.add(look, preview);
    }

    private void again() {
        if (preview.getComponentCount() > 0) {
            preview();
        }
    }

    void preview() {
        preview.removeAll();
        if (outcome.getValue() == null) {
            preview.add(new Paragraph(asking.word("decide.preview.none")));
            return;
        }
        var draft = new CaseLetterDraft(sheet, CaseZone.name(asking.doors), asking.doors.today());
        var kind =
                outcome.getValue() == CaseOutcome.GRANTED ? LetterKind.GRANTED : LetterKind.REFUSED;
        var template = draft.template(kind);
        preview.add(new H3(template.title()));
        var body =
                draft.body(
                        template,
                        Map.of(
                                LetterPlace.OUTCOME,
                                asking.page.getTranslation(Messages.keyOf(outcome.getValue())),
                                LetterPlace.REASON,
                                said.getValue().strip(),
                                LetterPlace.CONDITIONS,
                                conditions.getValue().strip(),
                                LetterPlace.NUMBER,
                                asking.word("decide.preview.number")));
        body.lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> preview.add(new Paragraph(line)));
    }
}
