package org.kaiyuan.ui.kit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Function;

/** A grid that is one column of cards on a phone and has its columns elsewhere. */
public final class Narrow {
    /** Below this width, in pixels of the browser, a row of columns is no longer to be read. */
    private static final int PHONE = 720;

    private Narrow() {}

    /**
     * @param card shown on a phone, hidden elsewhere
     * @param columns the other way round; others stay as they are
     */
    public static void fit(Component page, Grid.Column<?> card, List<Grid.Column<?>> columns) {
        fit(false, card, columns);
        page.addAttachListener(attached -> follow(attached, card, columns));
    }

    /** One below the other on a phone what the grid's columns, all there already, say side by side elsewhere. */
    @SafeVarargs
    public static <T> void stack(
            Component page, Grid<T> grid, String heading, Function<T, Component>... parts) {
        var columns = List.<Grid.Column<?>>copyOf(grid.getColumns());
        var card =
                grid.addComponentColumn(
                                row -> {
                                    var cell = new Div();
                                    cell.addClassNames("name-cell", "card");
                                    for (var part : parts) {
                                        cell.add(part.apply(row));
                                    }
                                    return cell;
                                })
                        .setHeader(heading);
        fit(page, card, columns);
    }

    /** A line of a card. */
    public static Component line(String text) {
        var line = new Span(text);
        line.addClassName("sub");
        return line;
    }

    private static void follow(
            AttachEvent attached, Grid.Column<?> card, List<Grid.Column<?>> columns) {
        var page = attached.getUI().getPage();
        page.executeJs("return window.innerWidth")
                .then(Integer.class, pixels -> fit(pixels < PHONE, card, columns));
        var listening =
                page.addBrowserWindowResizeListener(
                        resized -> fit(resized.getWidth() < PHONE, card, columns));
        attached.getSource()
                .addDetachListener(detached -> {
                    listening.remove();
                    detached.unregisterListener();
                });
    }

    private static void fit(boolean narrow, Grid.Column<?> card, List<Grid.Column<?>> columns) {
        card.setVisible(narrow);
        columns.forEach(column -> column.setVisible(!narrow));
    }
}
