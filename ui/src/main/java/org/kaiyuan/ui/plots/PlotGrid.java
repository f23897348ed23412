package org.kaiyuan.ui.plots;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.LandUses;
import org.kaiyuan.plots.PlotId;
import org.kaiyuan.plots.PlotRow;
import org.kaiyuan.ui.kit.Shown;

/** Plots in columns that a person chooses, or as cards on a phone. */
class PlotGrid extends Grid<PlotRow> {
    private static final int NARROW = 720;

    final CheckboxGroup<PlotColumn> chooser = new CheckboxGroup<>();

    private final transient PlotDoors doors;
    private final transient Map<PlotColumn, Column<PlotRow>> chosen =
            new EnumMap<>(PlotColumn.class);
    private final Column<PlotRow> name;
    private final Column<PlotRow> card;
    private int width = 1440;
    private @Nullable PlotId marked;

    /** Chosen on the map; ids of what was in view and no more. */
    private transient Set<PlotId> chosenOnMap = Set.of();

    PlotGrid(PlotDoors doors) {
        this.doors = doors;
        name =
                addComponentColumn(this::name)
                        .setHeader(getTranslation("plots.column.number"))
                        .setFlexGrow(3)
                        .setWidth("140px");
        card =
                addComponentColumn(this::card)
                        .setHeader(getTranslation("plots.column.number"))
                        .setFlexGrow(1);
        shown(PlotColumn.STATE, addComponentColumn(this::state)).setWidth("104px").setFlexGrow(0);
        figure(PlotColumn.AREA, addColumn(plot -> Shown.mu(plot.computedM2())));
        shown(PlotColumn.USE, addColumn(plot -> use(plot.useCode())))
                .setWidth("115px")
                .setFlexGrow(2)
                .setTooltipGenerator(plot -> LandUses.shown(plot.useCode()));
        shown(PlotColumn.HOLDER, addColumn(plot -> Shown.text(plot.holderName())))
                .setWidth("115px")
                .setFlexGrow(2)
                .setTooltipGenerator(PlotRow::holderName);
        shown(PlotColumn.SINCE, addColumn(plot -> Shown.date(plot.stateSince()))).setWidth("120px");
        figure(PlotColumn.DECLARED, addColumn(plot -> Shown.mu(plot.declaredM2())));
        shown(PlotColumn.CHANGED, addColumn(plot -> Shown.moment(plot.updatedAt())))
                .setWidth("150px");
        setSizeFull();
        setSelectionMode(SelectionMode.NONE);
        setPartNameGenerator(plot ->
                plot.id().equals(marked)
                        ? "marked"
                        : chosenOnMap.contains(plot.id()) ? "chosen" : null);
        chooser.setLabel(getTranslation("ui.columns"));
        chooser.setItems(PlotColumn.values());
        chooser.setItemLabelGenerator(column -> getTranslation(column.titleKey));
        chooser.setValue(
                Arrays.stream(PlotColumn.values())
                        .filter(column -> column.first)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(PlotColumn.class))));
        chooser.addClassName("column-chooser");
        chooser.addValueChangeListener(change -> fit(width));
        fit(width);
    }

    /** One column of cards on a phone, all columns elsewhere. */
    final void fit(int pixels) {
        width = pixels;
        boolean narrow = pixels < NARROW;
        card.setVisible(narrow);
        name.setVisible(!narrow);
        chosen.forEach((which, column) ->
                column.setVisible(!narrow && chooser.getValue().contains(which)));
    }

    /** The row that the map looks at. */
    void mark(@Nullable PlotId id) {
        if (!Objects.equals(marked, id)) {
            marked = id;
            getDataProvider().refreshAll();
        }
    }

    /** The rows that were chosen on the map. */
    void choose(Set<PlotId> ids) {
        if (!ids.equals(chosenOnMap)) {
            chosenOnMap = Set.copyOf(ids);
            getDataProvider().refreshAll();
        }
    }

    private Component name(PlotRow plot) {
        var number = new Anchor(PlotNavigation.plot(plot.id()), plot.number());
        number.addClassName("title");
        var name = new Span(plot.name());
        name.addClassName("sub");
        name.setTitle(plot.name());
        var cell = new Div(number, name);
        cell.addClassName("name-cell");
        return cell;
    }

    private Component card(PlotRow plot) {
        var cell = (Div) name(plot);
        cell.addClassName("card");
        var line =
                new Div(
                        state(plot),
                        new Span(Shown.mu(plot.computedM2()) + " " + getTranslation("ui.map.mu")));
        line.addClassName("chips");
        var use = new Span(use(plot.useCode()));
        use.addClassName("sub");
        cell.add(line, use);
        if (plot.holderName() != null) {
            var holder = new Span(plot.holderName());
            holder.addClassName("sub");
            cell.add(holder);
        }
        return cell;
    }

    private Component state(PlotRow plot) {
        var cell = new Div(PlotCells.state(doors.messages(), getLocale(), plot.state()));
        cell.addClassName("chips");
        if (plot.held()) {
            cell.add(PlotCells.chip(getTranslation("ui.plots.held"), "waiting"));
        }
        return cell;
    }

    private static String use(String code) {
        var name = LandUses.name(code);
        return name == null ? code : name;
    }

    private void figure(PlotColumn which, Column<PlotRow> column) {
        shown(which, column).setTextAlign(ColumnTextAlign.END).setWidth("96px").setFlexGrow(0);
    }

    private Column<PlotRow> shown(PlotColumn which, Column<PlotRow> column) {
        chosen.put(which, column);
        return column.setHeader(getTranslation(which.titleKey)).setKey(which.name());
    }
}
