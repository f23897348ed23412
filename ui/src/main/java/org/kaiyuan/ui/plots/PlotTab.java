package org.kaiyuan.ui.plots;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.function.SerializableRunnable;
import org.kaiyuan.plots.PlotDetails;

/** A part of a plot's page that another package keeps; in the order of the beans. */
public interface PlotTab {
    /** What an address asks for by {@code ?tab=}. */
    String key();

    /** Its name, a message key. */
    String titleKey();

    /** Made when somebody looks at it. */
    Component of(PlotDetails plot, SerializableRunnable changed);
}
