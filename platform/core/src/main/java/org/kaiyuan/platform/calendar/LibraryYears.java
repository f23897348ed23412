package org.kaiyuan.platform.calendar;

import com.tyme.holiday.LegalHoliday;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The years that came with the software: 2002 to 2026, from tyme4j.
 *
 * <p>Two days that the notice for 2013 (国办发明电〔2012〕33号) names are missing there and are added.
 */
final class LibraryYears {
    static final int FIRST = 2002;

    /** The last whose notice the library holds as a whole; a later version is looked at before it is raised. */
    static final int LAST = 2026;

    private static final Map<Integer, List<Holiday>> BY_YEAR =
            read().stream().collect(Collectors.groupingBy(holiday -> holiday.day().getYear()));

    private LibraryYears() {}

    static boolean has(int year) {
        return year >= FIRST && year <= LAST;
    }

    /** In their order; of the calendar year, whichever notice named them. */
    static List<Holiday> of(int year) {
        return has(year) ? BY_YEAR.getOrDefault(year, List.of()) : List.of();
    }

    private static List<Holiday> read() {
        var found = new ArrayList<Holiday>();
        for (var at = LegalHoliday.fromYmd(2001, 12, 29);
                at != null && at.getDay().getYear() <= LAST;
                at = at.next(1)) {
            var day = at.getDay();
            found.add(
                    new Holiday(
                            LocalDate.of(day.getYear(), day.getMonth(), day.getDay()),
                            at.getName(),
                            at.isWork()));
        }
        found.add(new Holiday(LocalDate.of(2013, 4, 7), "清明节", true));
        found.add(new Holiday(LocalDate.of(2013, 10, 12), "国庆节", true));
        found.sort(java.util.Comparator.comparing(Holiday::day));
        return List.copyOf(found);
    }
}
