package org.kaiyuan.platform.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;

/** The calendar as the library knows it, for plain tests of other rooms. */
public final class CalendarOfTests {
    private CalendarOfTests() {}

    public static WorkingCalendar until2026() {
        var holidays = new ArrayList<Holiday>();
        var years = new ArrayList<Integer>();
        for (int year = LibraryYears.FIRST; year <= LibraryYears.LAST; year++) {
            years.add(year);
            holidays.addAll(LibraryYears.of(year));
        }
        var byDay = new HashMap<LocalDate, Holiday>();
        holidays.forEach(holiday -> byDay.put(holiday.day(), holiday));
        return new WorkingCalendar(byDay.values(), years);
    }
}
