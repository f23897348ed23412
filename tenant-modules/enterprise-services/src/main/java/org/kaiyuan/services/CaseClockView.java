package org.kaiyuan.services;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.calendar.DayExplained;

/**
 * The clock of a case as the law counts it.
 *
 * @param startedOn acceptance; null before it
 * @param promisedDays working days promised, with an extension
 * @param dueOn last day by the promise; null while the clock stands
 * @param statutoryDueOn last day by law; null where no law says, or while the clock stands
 * @param remaining working days left today; less than 0 once it has passed
 * @param days every day and why it counts or does not
 * @param missingYear whose holidays are not known, so that nothing after it can be said; else null
 */
public record CaseClockView(
        @Nullable LocalDate startedOn,
        boolean deemed,
        int promisedDays,
        @Nullable Integer statutoryDays,
        int extensionDays,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate statutoryDueOn,
        @Nullable Integer remaining,
        boolean stopped,
        List<CaseStop> stops,
        List<DayExplained> days,
        @Nullable Integer missingYear) {}
