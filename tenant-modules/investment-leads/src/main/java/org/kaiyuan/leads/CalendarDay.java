package org.kaiyuan.leads;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to happen on one day.
 *
 * @param entries the first of them, at most {@link LeadCalendar#MOST_OF_A_DAY}
 * @param total of all that may be seen
 */
public record CalendarDay(LocalDate on, List<Entry> entries, long total) {
    public CalendarDay {
        entries = List.copyOf(entries);
    }

    /** What a day can hold. */
    public enum Kind {
        /** What somebody planned to do next. */
        ACTION,
        /** What a time rule wants by then. */
        DUE,
        /** A milestone that is planned and not reached. */
        MILESTONE,
        /** 招商活动. */
        FAIR
    }

    /**
     * One thing of a day.
     *
     * @param id of the lead, or of the fair
     * @param title what the project or the fair is called
     * @param detail the next action, a {@link DueKind}, a {@link LeadStage}, or the place of the fair
     */
    public record Entry(Kind kind, UUID id, String title, @Nullable String detail) {}
}
