package org.kaiyuan.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Nothing to show, and what to do about it. */
public final class EmptyState extends Div {
    public EmptyState(Glyph.Of glyph, String sentence, Component... actions) {
        addClassName("empty-state");
        var said = new Paragraph(sentence);
        add(new Glyph(glyph), said);
        if (actions.length > 0) {
            var row = new Div(actions);
            row.addClassName("actions");
            add(row);
        }
    }
}
