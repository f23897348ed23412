package org.kaiyuan.ui.plots;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.kaiyuan.plots.RefusedPlotGate;
import org.kaiyuan.ui.kit.Shown;

/** Which gates refuse, how much of the ground is at fault, and where the rule is written. */
class GateList extends Div {
    /** @param sentence what is refused */
    GateList(String sentence, List<RefusedPlotGate> refused) {
        addClassName("gates");
        add(new Paragraph(sentence));
        var list = new UnorderedList();
        for (var one : refused) {
            var key = "plots.gate." + one.gate();
            var rule = new Div(getTranslation(key));
            rule.addClassName("sentence");
            var area = new Div(getTranslation(key + ".area", Shown.figure(one.areaM2())));
            var source =
                    new Div(
                            getTranslation(
                                    "ui.plots.move.source", getTranslation(key + ".source")));
            source.addClassName("sub");
            list.add(new ListItem(rule, area, source));
        }
        add(list);
    }
}
