package org.kaiyuan.ui.services;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableRunnable;
import org.kaiyuan.services.CaseAct;
import org.kaiyuan.services.CaseOpinion;
import org.kaiyuan.services.CaseSheet;
import org.kaiyuan.ui.kit.Shown;

/** Opinions of the seats that work at the same time: by when, what was said, and the signature. */
class CaseOpinionsPanel extends Div {
    private final transient CaseDoors doors;
    private final transient CaseSheet sheet;
    private final transient CaseCells cells;
    private final SerializableRunnable then;

    CaseOpinionsPanel(CaseDoors doors, CaseSheet sheet, SerializableRunnable then) {
        this.doors = doors;
        this.sheet = sheet;
        this.then = then;
        cells = new CaseCells(doors.messages(), getLocale());
        addClassName("case-opinions");
        long said = sheet.opinions().stream().filter(one -> one.verdict() != null).count();
        var head =
                new Div(
                        new H2(word("opinions")),
                        CaseCells.quiet(word("opinions.said", said, sheet.opinions().size())));
        head.addClassName("section-head");
        add(head);
        var list = new UnorderedList();
        list.addClassName("check-list");
        sheet.opinions().forEach(one -> list.add(item(one)));
        add(list);
    }

    private ListItem item(CaseOpinion one) {
        var name = new Span(one.seatName());
        name.addClassName("title");
        var verdict = one.verdict();
        boolean late = verdict == null && one.dueOn().isBefore(doors.today());
        var head =
                new Div(
                        name,
                        verdict == null
                                ? CaseCells.chip(
                                        word(late ? "opinion.late" : "opinion.awaited"),
                                        late ? "bad" : "waiting")
                                : cells.verdict(verdict));
        head.addClassName("check-head");
        var item = new ListItem(head);
        item.add(
                CaseCells.sub(
                        word("opinion.due.of", Shown.date(one.dueOn()))
                                + (one.team() == null ? "" : " · " + one.team())));
        if (one.said() != null && !one.said().isBlank()) {
            item.add(new Paragraph(one.said()));
        }
        if (verdict != null) {
            var signed =
                    new Div(
                            word(
                                    "opinion.signed",
                                    Shown.text(one.signedName()),
                                    Shown.moment(one.signedAt())));
            var hash = new Div("SHA-256 " + Shown.text(one.hash()));
            hash.addClassName("hash");
            var signature = new Div(signed, hash);
            signature.addClassName("signature");
            item.add(signature);
        } else if (sheet.acts().contains(CaseAct.GIVE_OPINION)) {
            var give =
                    new Button(
                            word("act.GIVE_OPINION"),
                            click ->
                                    new CaseReviewDialogs(new CaseAsk(doors, this, then))
                                            .opinion(sheet, one)
                                            .open());
            give.addThemeVariants(ButtonVariant.LUMO_SMALL);
            give.setAriaLabel(word("act.GIVE_OPINION") + " " + one.seatName());
            item.add(give);
        }
        return item;
    }

    private String word(String key, Object... arguments) {
        return getTranslation("ui.services.desk." + key, arguments);
    }
}
