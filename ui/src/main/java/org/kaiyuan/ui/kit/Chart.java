package org.kaiyuan.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Figures as a picture, drawn by ECharts in the colours of the page. It repeats what a table beside it says:
 * nobody needs it to know something.
 */
@Tag("ky-chart")
@JavaScript("context://webjars/echarts/5.5.0/echarts.min.js")
@JavaScript("context://kaiyuan/chart.js")
public final class Chart extends Component implements HasStyle {
    /** How figures are drawn. */
    public enum Kind {
        /** One series, narrower step by step. */
        FUNNEL,
        /** A line for each category, a bar for each series. */
        BARS
    }

    /**
     * Figures of one kind.
     *
     * @param values one for each category; null leaves a gap
     */
    public record Series(String name, List<? extends @Nullable Number> values) {}

    /** Somebody chose a category. */
    @DomEvent("ky-pick")
    public static final class Picked extends ComponentEvent<Chart> {
        private final int index;

        public Picked(Chart source, boolean fromClient, @EventData("event.detail") int index) {
            super(source, fromClient);
            this.index = index;
        }

        /** Which category, from 0 on. */
        public int index() {
            return index;
        }
    }

    /** @param label what it shows, for who cannot see it */
    public Chart(String label) {
        addClassName("chart");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", label);
    }

    /** @param unit behind every figure, such as %; empty for none */
    public void show(Kind kind, List<String> categories, List<Series> series, String unit) {
        var json = JsonNodeFactory.instance;
        var figures = json.objectNode();
        figures.put("kind", kind.name());
        figures.put("unit", unit);
        var names = figures.putArray("categories");
        categories.forEach(names::add);
        var all = figures.putArray("series");
        for (var one : series) {
            var drawn = all.addObject();
            drawn.put("name", one.name());
            var values = drawn.putArray("values");
            for (var value : one.values()) {
                if (value == null) {
                    values.addNull();
                } else {
                    values.add(value.doubleValue());
                }
            }
        }
        getElement().setPropertyJson("figures", figures);
    }

    public Registration addPickListener(ComponentEventListener<Picked> listener) {
        getElement().setAttribute("picks", true);
        return addListener(Picked.class, listener);
    }
}
