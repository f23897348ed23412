package org.kaiyuan.ui.services;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import org.kaiyuan.services.CaseAct;
import org.kaiyuan.services.CaseEvent;
import org.kaiyuan.services.CaseSheet;
import org.kaiyuan.ui.kit.Shown;

/** 经过: what happened to a case, the newest first; what only colleagues see is marked. */
class CaseEventsPanel extends Section {
    private final transient CaseDoors doors;

    CaseEventsPanel(CaseDoors doors, CaseSheet sheet, SerializableRunnable then) {
        this.doors = doors;
        addClassName("case-events");
        var head = new Div(new H2(word("events")));
        head.addClassName("section-head");
        if (sheet.acts().contains(CaseAct.REMARK)) {
            var remark =
                    new Button(
                            word("act.REMARK"),
                            click ->
                                    new CaseReviewDialogs(new CaseAsk(doors, this, then))
                                            .remark(sheet)
                                            .open());
            remark.addThemeVariants(ButtonVariant.LUMO_SMALL);
            head.add(remark);
        }
        var list = new OrderedList();
        list.addClassNames("timeline", "answer-steps");
        sheet.events().reversed().forEach(one -> list.add(item(one)));
        add(head, list);
    }

    private ListItem item(CaseEvent event) {
        var act = new Span(doors.messages().of(getLocale(), event.act()));
        act.addClassName("title");
        var head = CaseCells.chips(act);
        if (!event.open()) {
            head.add(CaseCells.chip(word("event.inside"), "neutral"));
        }
        var when =
                new Div(
                        event.byName()
                                + " · "
                                + Shown.moment(event.at())
                                + " · "
                                + doors.messages().of(getLocale(), event.step()));
        when.addClassName("when");
        var item = new ListItem(head, when);
        item.addClassName("said");
        if (event.said() != null && !event.said().isBlank()) {
            item.add(new Paragraph(event.said()));
        }
        return item;
    }

    private String word(String key, Object... arguments) {
        return getTranslation("ui.services.desk." + key, arguments);
    }
}
