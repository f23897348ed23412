package org.kaiyuan.ui.calendar;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kaiyuan.platform.calendar.Holiday;

/** A whole year at a glance: twelve months, what is off and what is worked in exchange in colour. */
class YearSheet extends Div {
    private static final int MONTHS = 12;

    YearSheet() {
        addClassName("year-sheet");
        getElement().setAttribute("role", "img");
    }

    /** @param holidays that the notices name, also of other years */
    void show(int year, Collection<Holiday> holidays) {
        removeAll();
        getElement()
                .setAttribute(
                        "aria-label", getTranslation("ui.calendar.sheet", Integer.toString(year)));
        Map<LocalDate, Holiday> named =
                holidays.stream()
                        .collect(
                                Collectors.toMap(
                                        Holiday::day, Function.identity(), (one, other) -> other));
        for (int month = 1; month <= MONTHS; month++) {
            add(month(YearMonth.of(year, month), named));
        }
    }

    private Div month(YearMonth month, Map<LocalDate, Holiday> named) {
        var days = new Div();
        days.addClassName("days");
        for (var day : DayOfWeek.values()) {
            var head = new Span(day.getDisplayName(TextStyle.NARROW, getLocale()));
            head.addClassName("head");
            days.add(head);
        }
        for (int blank = 1; blank < month.atDay(1).getDayOfWeek().getValue(); blank++) {
            days.add(new Span());
        }
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            days.add(day(month.atDay(day), named.get(month.atDay(day))));
        }
        var title = new Div(month.getMonth().getDisplayName(TextStyle.SHORT, getLocale()));
        title.addClassName("title");
        var box = new Div(title, days);
        box.addClassName("month");
        return box;
    }

    private Span day(LocalDate day, @org.jspecify.annotations.Nullable Holiday named) {
        var cell = new Span(Integer.toString(day.getDayOfMonth()));
        if (named != null) {
            cell.addClassName(named.working() ? "made-up" : "off");
            cell.setTitle(
                    named.name()
                            + " · "
                            + getTranslation(
                                    named.working()
                                            ? "calendar.dayNature.MADE_UP"
                                            : "calendar.dayNature.HOLIDAY"));
        } else if (day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()) {
            cell.addClassName("weekend");
        }
        return cell;
    }
}
