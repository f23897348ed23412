package org.kaiyuan.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table of figures, whole on the page: names on the left, numbers on the right. */
@Tag("div")
public final class FigureTable extends Component {
    private final Element body = new Element("tbody");

    /**
     * @param caption what it shows; read aloud, not seen
     * @param headers of all columns, the names' first; with their units
     */
    public FigureTable(String caption, List<String> headers) {
        getElement().getClassList().add("figure-table");
        // it may be wider than a phone, and is then moved by keyboard, too
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", caption);
        var line = new Element("tr");
        headers.forEach(header ->
                line.appendChild(new Element("th").setAttribute("scope", "col").setText(header)));
        getElement()
                .appendChild(
                        new Element("table")
                                .appendChild(new Element("thead").appendChild(line), body));
    }

    /**
     * @param cells text, or whatever stands there
     */
    public FigureTable row(Object head, Object... cells) {
        var line = new Element("tr");
        line.appendChild(filled(new Element("th").setAttribute("scope", "row"), head));
        for (var cell : cells) {
            line.appendChild(filled(new Element("td"), cell));
        }
        body.appendChild(line);
        return this;
    }

    public int size() {
        return body.getChildCount();
    }

    /** A figure that opens what lies behind it; without an address, or of nothing, the figure alone. */
    public static Component link(String figure, @Nullable String address, String label) {
        if (address == null || figure.equals("0") || figure.equals(Shown.NOTHING)) {
            return new Span(figure);
        }
        var link = new Anchor(address, figure);
        link.getElement().setAttribute("router-link", true);
        link.setAriaLabel(label + " " + figure);
        return link;
    }

    /** A figure with a smaller one below. */
    public static Div two(Component first, String second) {
        var sub = new Span(second);
        sub.addClassName("sub");
        var both = new Div(first, sub);
        both.addClassName("two");
        return both;
    }

    private static Element filled(Element cell, Object content) {
        return content instanceof Component component
                ? cell.appendChild(component.getElement())
                : cell.setText(content.toString());
    }
}
