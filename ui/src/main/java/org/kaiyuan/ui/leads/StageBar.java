package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import org.kaiyuan.leads.LeadStage;
import org.kaiyuan.leads.StageMoveLine;
import org.kaiyuan.ui.kit.Shown;

/** All stages of a lead side by side: where it stands, and when it entered those behind. */
class StageBar extends OrderedList {
    StageBar(StageWords names, LeadStage now, List<StageMoveLine> moves) {
        addClassName("stage-bar");
        var entered = new EnumMap<LeadStage, Instant>(LeadStage.class);
        moves.forEach(move -> entered.put(move.to(), move.at()));
        getElement().setAttribute("aria-label", getTranslation("ui.leads.record.stages"));
        boolean behind = true;
        for (var stage : shown(names, now)) {
            var name = new Span(names.of(stage));
            name.addClassName("name");
            var item = new ListItem(name);
            if (stage == now) {
                behind = false;
                item.addClassName("now");
                item.getElement().setAttribute("aria-current", "step");
            } else {
                item.addClassName(behind ? "done" : "coming");
            }
            var at = entered.get(stage);
            var day =
                    new Span(
                            at == null || (!behind && stage != now)
                                    ? ""
                                    : Shown.moment(at).substring(0, 10));
            day.addClassName("day");
            item.add(day);
            add(item);
        }
    }

    /** Those that are shown, and the one where the lead stands though it may be hidden. */
    static List<LeadStage> shown(StageWords names, LeadStage now) {
        var rules = names.rules();
        return rules.order().stream()
                .filter(stage -> stage == now || !rules.isHidden(stage))
                .toList();
    }
}
