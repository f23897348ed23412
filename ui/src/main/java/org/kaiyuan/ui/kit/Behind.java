package org.kaiyuan.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;

/** A button with something behind it: views, columns, files to take along. */
public final class Behind extends Span {
    /** @param opened is run each time before the content is looked at */
    public Behind(String label, Glyph.Of glyph, Component content, Runnable opened) {
        var button = new Button(label, new Glyph(glyph));
        var popover = new Popover(content);
        popover.addClassName("behind");
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setAriaLabel(label);
        popover.setModal(true);
        popover.addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                opened.run();
            }
        });
        add(button, popover);
    }
}
