package org.kaiyuan.ui.floors;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.kaiyuan.plots.FloorChangedMeanwhile;
import org.kaiyuan.ui.kit.Shown;

/** What others have changed while a form was open; nothing that was typed is lost. */
class Conflict extends Div {
    private final transient FloorWords words;

    Conflict(FloorWords words) {
        this.words = words;
        addClassName("conflict");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    void show(FloorChangedMeanwhile meanwhile) {
        removeAll();
        add(new Paragraph(getTranslation("ui.floors.conflict")));
        for (var change : meanwhile.changes()) {
            var field = change.field();
            if (field != null) {
                var line =
                        new Div(
                                getTranslation(
                                        "ui.form.conflict.line",
                                        change.actorName(),
                                        Shown.moment(change.at()),
                                        words.label(field),
                                        words.value(field, change.before()),
                                        words.value(field, change.after())));
                line.addClassName("line");
                add(line);
            }
        }
        setVisible(true);
        scrollIntoView();
    }
}
