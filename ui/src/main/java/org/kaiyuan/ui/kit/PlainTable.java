package org.kaiyuan.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small table that is read as a whole and printed as it stands; wide ones scroll inside their frame. */
public final class PlainTable extends Div {
    private final Element body = new Element("tbody");
    private final List<String> heads;
    private int numbersFrom = Integer.MAX_VALUE;

    public PlainTable(String caption, List<String> heads) {
        this.heads = heads;
        addClassName("plain-table");
        var row = new Element("tr");
        for (var head : heads) {
            var cell = new Element("th");
            cell.setAttribute("scope", "col");
            cell.setText(head);
            row.appendChild(cell);
        }
        var head = new Element("thead");
        head.appendChild(row);
        var table = new Element("table");
        table.setAttribute("aria-label", caption);
        table.appendChild(head, body);
        getElement().appendChild(table);
    }

    /** Columns from this one on, counted from 0, hold figures; to be called before the first row. */
    public PlainTable numbersFrom(int column) {
        numbersFrom = column;
        var cells = getElement().getChild(0).getChild(0).getChild(0);
        for (int i = column; i < cells.getChildCount(); i++) {
            cells.getChild(i).getClassList().add("number");
        }
        return this;
    }

    /** @param cells texts or components */
    public PlainTable row(@Nullable Object... cells) {
        return line(false, cells);
    }

    /** The sum of the rows above. */
    public PlainTable sum(@Nullable Object... cells) {
        return line(true, cells);
    }

    public boolean isEmpty() {
        return body.getChildCount() == 0;
    }

    private PlainTable line(boolean sum, @Nullable Object... cells) {
        var row = new Element("tr");
        if (sum) {
            row.getClassList().add("sum");
        }
        for (int i = 0; i < cells.length; i++) {
            var cell = new Element(i == 0 ? "th" : "td");
            if (i == 0) {
                cell.setAttribute("scope", "row");
            }
            if (i >= numbersFrom) {
                cell.getClassList().add("number");
            }
            if (i < heads.size()) {
                cell.setAttribute("data-head", heads.get(i));
            }
            if (cells[i] instanceof Component component) {
                cell.appendChild(component.getElement());
            } else if (cells[i] != null) {
                cell.setText(String.valueOf(cells[i]));
            }
            row.appendChild(cell);
        }
        body.appendChild(row);
        return this;
    }
}
