package org.kaiyuan.platform.calendar.rest;

import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.calendar.CalendarSpanRefused;
import org.kaiyuan.platform.calendar.DayExplained;
import org.kaiyuan.platform.calendar.DayNature;
import org.kaiyuan.platform.calendar.Deadline;
import org.kaiyuan.platform.calendar.WorkingDays;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Working days, for whoever has signed in: they are nobody's secret. */
@RestController
@RequestMapping("/api/v1/calendar")
@PermitAll
class CalendarController {
    /** Days of the longest answer. */
    private static final int MOST = 366;

    private final WorkingDays workingDays;

    CalendarController(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    record CalendarDay(LocalDate day, boolean working, DayNature nature, @Nullable String name) {}

    /** @param workingDays how many of the days are worked */
    record CalendarSpan(LocalDate from, LocalDate to, int workingDays, List<CalendarDay> days) {}

    record DeadlineAnswer(
            LocalDate start, int workingDays, LocalDate dueOn, List<DayExplained> days) {}

    /** Both ends included. */
    @GetMapping("/working-days")
    CalendarSpan workingDays(
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate to) {
        if (to.isBefore(from)) {
            throw CalendarSpanRefused.order();
        }
        if (ChronoUnit.DAYS.between(from, to) >= MOST) {
            throw CalendarSpanRefused.tooLong(MOST);
        }
        var calendar = workingDays.calendar();
        var days = new ArrayList<CalendarDay>();
        for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
            var nature = calendar.natureOf(day);
            days.add(new CalendarDay(day, nature.working(), nature, calendar.nameOf(day)));
        }
        int worked = (int) days.stream().filter(CalendarDay::working).count();
        return new CalendarSpan(from, to, worked, days);
    }

    /** Counted from the day after the start. */
    @GetMapping("/deadline")
    DeadlineAnswer deadline(
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate start,
            @RequestParam("workingDays") int length) {
        if (length > MOST) {
            throw CalendarSpanRefused.tooLong(MOST);
        }
        var calendar = workingDays.calendar();
        var deadline = Deadline.of(start, length);
        var due = deadline.dueOn(calendar).orElseThrow();
        return new DeadlineAnswer(start, length, due, deadline.explained(calendar, due));
    }
}
