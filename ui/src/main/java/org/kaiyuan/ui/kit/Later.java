package org.kaiyuan.ui.kit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableSupplier;

/** Something behind a tab: made when somebody looks at it. */
public final class Later extends Div {
    private final SerializableSupplier<Component> content;

    public Later(SerializableSupplier<Component> content) {
        this.content = content;
        setWidthFull();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        if (getElement().getChildCount() == 0) {
            add(content.get());
        }
    }
}
