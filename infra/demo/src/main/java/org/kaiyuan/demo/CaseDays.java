package org.kaiyuan.demo;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.calendar.CalendarYearMissing;
import org.kaiyuan.platform.calendar.WorkingCalendar;

/** Working days around today, on which made-up cases go on. */
record CaseDays(WorkingCalendar calendar, LocalDate today) {
    LocalDate back(int workingDays) {
        return workingDays == 0 ? today : calendar.plus(today, -workingDays);
    }

    /** Not after today. */
    LocalDate later(@Nullable LocalDate day, int workingDays) {
        var from = Objects.requireNonNull(day);
        var found = workingDays == 0 ? from : last(from, workingDays);
        return found == null || found.isAfter(today) ? today : found;
    }

    /** Null where the holidays of a year on the way are not known yet. */
    @Nullable LocalDate last(LocalDate from, int workingDays) {
        try {
            return calendar.plus(from, workingDays);
        } catch (CalendarYearMissing missing) {
            return null;
        }
    }

    /** A working day long ago. */
    LocalDate longAgo(Draws draws) {
        return calendar.plus(draws.recentDay(today.minusMonths(14), today.minusDays(60)), 1);
    }
}
