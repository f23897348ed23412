package org.kaiyuan.ui.plots;

import com.vaadin.flow.component.UI;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.PlotId;
import org.kaiyuan.plots.PlotQuestion;

/** How others lead to the pages of land. */
public final class PlotNavigation {
    static final String LIST = "plots";

    private PlotNavigation() {}

    /** The address of one plot. */
    public static String plot(PlotId id) {
        return LIST + "/" + id.value();
    }

    /**
     * The address of one plot as it was.
     *
     * @param asOf null for now
     */
    static String plot(PlotId id, @Nullable LocalDate asOf) {
        return asOf == null ? plot(id) : plot(id) + "?asOf=" + asOf;
    }

    public static void toPlot(PlotId id) {
        UI.getCurrent().navigate(plot(id));
    }

    /** The address of the list and map of what is asked. */
    public static String list(PlotQuestion question) {
        var text = question.text();
        return text.isEmpty() ? LIST : LIST + "?" + text;
    }

    static String form(PlotId id) {
        return plot(id) + "/edit";
    }
}
