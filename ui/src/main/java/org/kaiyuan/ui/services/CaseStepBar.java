package org.kaiyuan.ui.services;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import org.kaiyuan.services.CaseSheet;
import org.kaiyuan.services.StepKind;

/** The steps of the procedure, and at which a case is. */
class CaseStepBar extends OrderedList {
    CaseStepBar(CaseDoors doors, CaseSheet sheet) {
        addClassName("stage-bar");
        getElement().setAttribute("tabindex", "0"); // on a phone it scrolls
        getElement().setAttribute("aria-label", getTranslation("ui.services.desk.steps"));
        for (var step : StepKind.values()) {
            if (step != sheet.step() && sheet.note().procedure().of(step) == null) {
                continue; // the service does without it
            }
            var name = new Span(doors.messages().of(getLocale(), step));
            name.addClassName("name");
            var item = new ListItem(name);
            int order = step.compareTo(sheet.step());
            if (order < 0) {
                item.addClassName("done");
            } else if (order == 0) {
                item.addClassName("now");
                item.getElement().setAttribute("aria-current", "step");
            }
            add(item);
        }
    }
}
