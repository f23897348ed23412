package org.kaiyuan.platform.calendar;

import com.tyme.lunar.LunarDay;
import com.tyme.solar.SolarDay;
import com.tyme.solar.SolarTerm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The 13 days that are off in every year, by 全国年节及纪念日放假办法 as revised in 2024: a list of a year that
 * lacks one of them is not whole.
 */
final class StatutoryHolidays {
    /** From when on the rule has its present form. */
    static final int SINCE = 2025;

    private StatutoryHolidays() {}

    /** In no order. */
    static List<Holiday> of(int year) {
        var days = new ArrayList<Holiday>();
        off(days, "元旦", LocalDate.of(year, 1, 1));
        var spring = LunarDay.fromYmd(year, 1, 1).getSolarDay();
        for (int i = -1; i <= 2; i++) {
            off(days, "春节", date(spring).plusDays(i));
        }
        off(days, "清明节", date(SolarTerm.fromName(year, "清明").getJulianDay().getSolarDay()));
        off(days, "劳动节", LocalDate.of(year, 5, 1));
        off(days, "劳动节", LocalDate.of(year, 5, 2));
        off(days, "端午节", date(LunarDay.fromYmd(year, 5, 5).getSolarDay()));
        off(days, "中秋节", date(LunarDay.fromYmd(year, 8, 15).getSolarDay()));
        for (int i = 1; i <= 3; i++) {
            off(days, "国庆节", LocalDate.of(year, 10, i));
        }
        return days;
    }

    private static void off(List<Holiday> days, String name, LocalDate day) {
        days.add(new Holiday(day, name, false));
    }

    private static LocalDate date(SolarDay day) {
        return LocalDate.of(day.getYear(), day.getMonth(), day.getDay());
    }
}
