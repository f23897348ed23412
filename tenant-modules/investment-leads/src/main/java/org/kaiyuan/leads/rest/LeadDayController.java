package org.kaiyuan.leads.rest;

import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.CalendarDay;
import org.kaiyuan.leads.LeadCalendar;
import org.kaiyuan.leads.LeadMyDay;
import org.kaiyuan.leads.LeadOrder;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.leads.LeadQuestion;
import org.kaiyuan.leads.LeadReviews;
import org.kaiyuan.leads.MyDay;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is to be done today, and on which days. */
@RestController
@RequestMapping("/api/v1/leads")
@RolesAllowed(LeadPermissions.READ)
class LeadDayController {
    private final LeadMyDay day;
    private final LeadCalendar calendar;

    LeadDayController(LeadMyDay day, LeadCalendar calendar) {
        this.day = day;
        this.calendar = calendar;
    }

    /** @param list query of {@code /api/v1/leads} that lists them all */
    record MyDaySection(List<LeadRowAnswer> items, boolean more, String list) {
        static MyDaySection of(MyDay.Section section) {
            return new MyDaySection(
                    section.leads().stream().map(LeadRowAnswer::of).toList(),
                    section.more(),
                    new LeadQuestion("", section.filter(), LeadOrder.CHANGED).text());
        }
    }

    record WaitingReview(
            UUID review, UUID lead, String projectName, @Nullable LocalDate meetingOn) {
        static WaitingReview of(LeadReviews.Waiting waiting) {
            return new WaitingReview(
                    waiting.id().value(),
                    waiting.leadId().value(),
                    waiting.projectName(),
                    waiting.meetingOn());
        }
    }

    record MyDayAnswer(
            LocalDate today,
            MyDaySection overdue,
            MyDaySection dueToday,
            List<WaitingReview> waiting,
            MyDaySection inPool,
            MyDaySection silent) {
        static MyDayAnswer of(MyDay day) {
            return new MyDayAnswer(
                    day.today(),
                    MyDaySection.of(day.overdue()),
                    MyDaySection.of(day.dueToday()),
                    day.waiting().stream().map(WaitingReview::of).toList(),
                    MyDaySection.of(day.pool()),
                    MyDaySection.of(day.silent()));
        }
    }

    record LeadCalendarEntry(
            CalendarDay.Kind kind, UUID id, String title, @Nullable String detail) {}

    record LeadCalendarDay(LocalDate on, List<LeadCalendarEntry> entries, long total) {
        static LeadCalendarDay of(CalendarDay day) {
            return new LeadCalendarDay(
                    day.on(),
                    day.entries().stream()
                            .map(entry ->
                                    new LeadCalendarEntry(
                                            entry.kind(),
                                            entry.id(),
                                            entry.title(),
                                            entry.detail()))
                            .toList(),
                    day.total());
        }
    }

    record LeadCalendarAnswer(List<LeadCalendarDay> days) {}

    @GetMapping("/my-day")
    MyDayAnswer today() {
        return MyDayAnswer.of(day.today());
    }

    @GetMapping("/calendar")
    LeadCalendarAnswer days(
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(defaultValue = "false") boolean mine) {
        var first = LeadParameters.bounded("from", from);
        var last = LeadParameters.bounded("to", to);
        return new LeadCalendarAnswer(
                calendar.days(first, last, mine).stream().map(LeadCalendarDay::of).toList());
    }
}
