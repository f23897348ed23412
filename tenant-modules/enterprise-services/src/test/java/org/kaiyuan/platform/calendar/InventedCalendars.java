package org.kaiyuan.platform.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** Calendars that no notice ever named, for plain tests of other rooms. */
public final class InventedCalendars {
    private InventedCalendars() {}

    /** Of those years, with holidays and made-up days in no order. */
    public static WorkingCalendar random(Random random, Collection<Integer> years) {
        var first = LocalDate.of(years.iterator().next(), 1, 1);
        var holidays = new TreeMap<LocalDate, Holiday>();
        for (int i = random.nextInt(120); i > 0; i--) {
            var day = first.plusDays(random.nextInt(700));
            holidays.put(day, new Holiday(day, "节", random.nextBoolean()));
        }
        return new WorkingCalendar(holidays.values(), years);
    }

    /** Monday to Friday, nothing else. */
    public static WorkingCalendar plain(Integer... years) {
        return new WorkingCalendar(List.of(), List.of(years));
    }
}
