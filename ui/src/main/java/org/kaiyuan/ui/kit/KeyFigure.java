package org.kaiyuan.ui.kit;

import com.vaadin.flow.component.html.Div;

/** A figure that matters, and what it is. */
public final class KeyFigure extends Div {
    public KeyFigure(String figure, String what) {
        var number = new Div(figure);
        number.addClassName("figure");
        var label = new Div(what);
        label.addClassName("what");
        add(number, label);
        addClassName("key-figure");
    }
}
