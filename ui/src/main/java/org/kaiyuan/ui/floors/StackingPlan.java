package org.kaiyuan.ui.floors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableConsumer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.BuildingDetails.StackedFloor;
import org.kaiyuan.plots.BuildingDetails.StackedUnit;
import org.kaiyuan.plots.UnitId;
import org.kaiyuan.plots.UnitState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;

/** A building floor by floor, the highest first: each unit a box as wide as its m², in the colour and words of its state. */
class StackingPlan extends Div {
    /** Of a floor's m², what is not said to be a unit is only drawn from here on. */
    private static final BigDecimal WORTH_DRAWING = new BigDecimal("0.02");

    private final transient FloorDoors doors;
    private final SerializableConsumer<UnitId> look;
    private final transient Map<UnitId, NativeButton> boxes = new HashMap<>();

    /**
     * @param look is told which unit somebody wants to see
     * @param addUnit is told the floor; null for who may not
     */
    StackingPlan(
            FloorDoors doors,
            List<StackedFloor> floors,
            SerializableConsumer<UnitId> look,
            @Nullable SerializableConsumer<Integer> addUnit) {
        this.doors = doors;
        this.look = look;
        addClassName("stack");
        var widest =
                floors.stream()
                        .map(StackingPlan::whole)
                        .max(BigDecimal::compareTo)
                        .orElse(BigDecimal.ONE)
                        .max(BigDecimal.ONE);
        var list = new OrderedList();
        list.addClassName("stack-floors");
        floors.forEach(floor -> list.add(floor(floor, widest, addUnit)));
        add(legend(floors), list);
    }

    /** The unit that is looked at. */
    void mark(@Nullable UnitId id) {
        boxes.forEach((unit, box) ->
                box.getElement().setAttribute("aria-pressed", String.valueOf(unit.equals(id))));
    }

    @Nullable NativeButton box(UnitId id) {
        return boxes.get(id);
    }

    private Component legend(List<StackedFloor> floors) {
        var sums =
                floors.stream()
                        .flatMap(floor -> floor.units().stream())
                        .collect(
                                Collectors.groupingBy(
                                        StackedUnit::state,
                                        Collectors.reducing(
                                                BigDecimal.ZERO,
                                                StackedUnit::areaM2,
                                                BigDecimal::add)));
        var legend = new Div();
        legend.addClassName("stack-legend");
        legend.getElement().setAttribute("role", "group");
        legend.getElement().setAttribute("aria-label", getTranslation("ui.floors.legend"));
        for (var state : UnitState.values()) {
            var sum = sums.get(state);
            var key =
                    new Div(
                            dot(state),
                            new Span(
                                    doors.messages().of(getLocale(), state)
                                            + (sum == null ? "" : " " + FloorCells.m2(sum))));
            key.addClassName("stack-key");
            legend.add(key);
        }
        return legend;
    }

    private static Span dot(UnitState state) {
        var dot = new Span();
        dot.addClassNames("stack-dot", state.name());
        dot.getStyle().set("--key", "var(--ky-unit-" + state.name() + ")");
        return dot;
    }

    private ListItem floor(
            StackedFloor floor,
            BigDecimal widest,
            @Nullable SerializableConsumer<Integer> addUnit) {
        var level = new Span(FloorCells.level(floor.level()));
        level.addClassName("level");
        var head = new Div(level);
        head.addClassName("stack-head");
        var sum = new Span(FloorCells.m2(units(floor)));
        sum.addClassName("sub");
        head.add(sum);
        if (addUnit != null) {
            var add = new Button(new Glyph(Glyph.Of.PLUS), click -> addUnit.accept(floor.level()));
            add.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
            var label = getTranslation("ui.floors.units.addTo", FloorCells.level(floor.level()));
            add.setAriaLabel(label);
            add.setTooltipText(label);
            head.add(add);
        }
        var row = new UnorderedList();
        row.addClassName("stack-units");
        var whole = whole(floor);
        row.getStyle()
                .set(
                        "--floor",
                        whole.multiply(BigDecimal.valueOf(100))
                                        .divide(widest, 2, RoundingMode.HALF_UP)
                                        .max(BigDecimal.TEN)
                                        .toPlainString()
                                + "%");
        row.getElement()
                .setAttribute(
                        "aria-label",
                        getTranslation("ui.floors.floor", FloorCells.level(floor.level())));
        floor.units().forEach(unit -> row.add(unit(unit)));
        var rest = whole.subtract(units(floor));
        if (floor.units().isEmpty()) {
            row.add(rest(getTranslation("ui.floors.units.noneOnFloor"), BigDecimal.ONE));
        } else if (rest.compareTo(whole.multiply(WORTH_DRAWING)) > 0) {
            row.add(rest(getTranslation("ui.floors.rest", Shown.figure(rest)), rest));
        }
        var item = new ListItem(head, row);
        item.addClassName("stack-floor");
        return item;
    }

    private ListItem unit(StackedUnit unit) {
        var state = doors.messages().of(getLocale(), unit.state());
        var number = new Span(unit.number());
        number.addClassName("title");
        var area = new Span(FloorCells.m2(unit.areaM2()));
        area.addClassName("area");
        var said = new Span(state);
        said.addClassName("said");
        var box = new NativeButton();
        box.add(new Div(number, area), said);
        if (unit.tenant() != null) {
            var tenant = new Span(unit.tenant());
            tenant.addClassName("tenant");
            var until = new Span(until(unit));
            until.addClassName("until");
            box.add(tenant, until);
        }
        var whole =
                Stream.of(
                                unit.number(),
                                FloorCells.m2(unit.areaM2()),
                                state,
                                unit.tenant(),
                                until(unit))
                        .filter(Objects::nonNull)
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("，"));
        box.getElement().setAttribute("aria-label", whole);
        box.getElement().setAttribute("aria-pressed", "false");
        box.getElement().setAttribute("title", whole);
        box.addClassNames("stack-unit", unit.state().name());
        box.getStyle().set("--key", "var(--ky-unit-" + unit.state().name() + ")");
        box.addClickListener(click -> look.accept(unit.id()));
        boxes.put(unit.id(), box);
        var item = new ListItem(box);
        item.getStyle().set("--m2", unit.areaM2().toPlainString());
        return item;
    }

    private String until(StackedUnit unit) {
        var from = unit.leasedFrom();
        if (unit.leasedUntil() == null || from == null) {
            return "";
        }
        return unit.state() == UnitState.LEASED
                ? getTranslation("ui.floors.until", unit.leasedUntil())
                : getTranslation("ui.floors.from", from);
    }

    private static ListItem rest(String text, BigDecimal m2) {
        var said = new Span(text);
        var box = new Div(said);
        box.addClassName("stack-rest");
        var item = new ListItem(box);
        item.addClassName("rest");
        item.getStyle().set("--m2", m2.toPlainString());
        return item;
    }

    private static BigDecimal units(StackedFloor floor) {
        return floor.units().stream()
                .map(StackedUnit::areaM2)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal whole(StackedFloor floor) {
        var gross = floor.grossM2();
        return gross == null ? units(floor) : gross.max(units(floor));
    }
}
