package org.kaiyuan.platform.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The calendar as it was known at one moment; never changes.
 *
 * <p>A period is counted as law counts it: the day on which it begins is not counted (民法典 §201).
 * Every question is answered from running totals, so that a deadline costs no walk over days.
 */
public final class WorkingCalendar {
    /** From this day of December on, the following year's notice decides: earliest ever moved is the 29th. */
    private static final int DECIDED_BY_NEXT_YEAR = 28;

    private final Map<LocalDate, Holiday> holidays;
    private final Set<Integer> years;
    private final long first;
    private final int[] worked;
    private final int[] unknown;

    /**
     * @param holidays of the years, at most one for a day
     * @param years whose notices are known as a whole
     */
    WorkingCalendar(Collection<Holiday> holidays, Collection<Integer> years) {
        this.holidays = new HashMap<>();
        holidays.forEach(holiday -> this.holidays.put(holiday.day(), holiday));
        this.years = Set.copyOf(years);
        if (years.isEmpty()) {
            first = 0;
            worked = new int[1];
            unknown = new int[1];
            return;
        }
        var ordered = new TreeSet<>(years);
        first = LocalDate.of(ordered.first(), 1, 1).toEpochDay();
        int days = (int) (LocalDate.of(ordered.last() + 1, 1, 1).toEpochDay() - first);
        worked = new int[days + 1];
        unknown = new int[days + 1];
        for (int i = 0; i < days; i++) {
            var day = LocalDate.ofEpochDay(first + i);
            worked[i + 1] = worked[i] + (nature(day).working() ? 1 : 0);
            unknown[i + 1] = unknown[i] + (known(day) ? 0 : 1);
        }
    }

    /** @throws CalendarYearMissing when the day's arrangement is not known */
    public boolean isWorkingDay(LocalDate day) {
        return natureOf(day).working();
    }

    /** @throws CalendarYearMissing when the day's arrangement is not known */
    public DayNature natureOf(LocalDate day) {
        if (!known(day)) {
            throw missing(day);
        }
        return nature(day);
    }

    /** What the day is named for; null for one like any other. */
    public @Nullable String nameOf(LocalDate day) {
        var holiday = holidays.get(day);
        return holiday == null ? null : holiday.name();
    }

    /**
     * The day that many working days later, itself a working day; for 0 the day itself.
     *
     * @param workingDays less than 0 to go back
     * @throws CalendarYearMissing when a day on the way is not known
     */
    public LocalDate plus(LocalDate from, int workingDays) {
        if (workingDays == 0) {
            return from;
        }
        boolean forward = workingDays > 0;
        var begin = from.plusDays(forward ? 1 : -1);
        refuseUnknown(begin, begin);
        int at =
                firstReaching(
                        forward
                                ? workedUntil(from) + workingDays
                                : workedUntil(begin) + workingDays + 1);
        if (at < 0) {
            throw missing(firstUnknown(begin, forward ? 1 : -1));
        }
        var found = LocalDate.ofEpochDay(first + at);
        refuseUnknown(forward ? begin : found, forward ? found : begin);
        return found;
    }

    /**
     * How many working days after {@code from} up to and with {@code to}; less than 0 when {@code to} comes
     * before. {@code between(day, plus(day, n))} is {@code n} for every {@code n} of 0 and more.
     *
     * @throws CalendarYearMissing when a day between is not known
     */
    public int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        if (to.equals(from)) {
            return 0;
        }
        refuseUnknown(from.plusDays(1), to);
        return workedUntil(to) - workedUntil(from);
    }

    /** Whether the day's arrangement is known. */
    public boolean known(LocalDate day) {
        return years.contains(day.getYear())
                && (!lastDaysOfDecember(day) || years.contains(day.getYear() + 1));
    }

    /** The year whose notice decides on the day, where one names it. */
    static int yearOfNotice(LocalDate day) {
        return lastDaysOfDecember(day) ? day.getYear() + 1 : day.getYear();
    }

    private DayNature nature(LocalDate day) {
        var holiday = holidays.get(day);
        boolean weekend =
                day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        if (holiday == null) {
            return weekend ? DayNature.WEEKEND : DayNature.WORKDAY;
        }
        if (!holiday.working()) {
            return DayNature.HOLIDAY;
        }
        return weekend ? DayNature.MADE_UP : DayNature.WORKDAY;
    }

    /** Working days from the first known year up to and with that day. */
    private int workedUntil(LocalDate day) {
        return worked[(int) Math.clamp(day.toEpochDay() - first + 1, 0L, worked.length - 1L)];
    }

    /** Where the running total first reaches that many; less than 0 where it never does. */
    private int firstReaching(int total) {
        if (total <= 0 || total > worked[worked.length - 1]) {
            return -1;
        }
        int low = 1;
        int high = worked.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (worked[middle] >= total) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low - 1;
    }

    /** @throws CalendarYearMissing naming the first day from…to that is not known */
    private void refuseUnknown(LocalDate from, LocalDate to) {
        long low = from.toEpochDay() - first;
        long high = to.toEpochDay() - first + 1;
        if (low < 0 || high >= unknown.length || unknown[(int) high] > unknown[(int) low]) {
            throw missing(firstUnknown(from, 1));
        }
    }

    private LocalDate firstUnknown(LocalDate from, int step) {
        var day = from;
        while (known(day)) {
            day = day.plusDays(step);
        }
        return day;
    }

    private CalendarYearMissing missing(LocalDate day) {
        boolean onlyTheNext = years.contains(day.getYear());
        return new CalendarYearMissing(day, onlyTheNext ? day.getYear() + 1 : day.getYear());
    }

    private static boolean lastDaysOfDecember(LocalDate day) {
        return day.getMonthValue() == 12 && day.getDayOfMonth() >= DECIDED_BY_NEXT_YEAR;
    }
}
