package org.kaiyuan.services.domain;

import java.time.LocalDate;

/**
 * A day on which the clock has something to do about a case; each is done once.
 *
 * @param ofDay the day that it is about
 * @param on the day on which it is done
 * @param daysLeft working days from then to the day that it is about; less than 0 once that has passed
 */
public record ClockMark(Kind kind, LocalDate ofDay, LocalDate on, int daysLeft) {
    /** What is done. */
    public enum Kind {
        /** The last day on which the park may say something. */
        SAY_TODAY,
        /** Nothing was said: the case is accepted. */
        DEEM,
        /** The supplement was not handed in by its day. */
        SUPPLEMENT_LATE,
        WARN,
        OVERDUE,
        ESCALATE,
        OPINION_LATE,
        /** 容缺 papers were not handed in by their day. */
        DEFERRED_LATE,
        DELIVER_SOON,
        DELIVER_LATE,
        PLEDGE_SOON,
        PLEDGE_LATE
    }

    /** What {@code services.case_told} calls it. */
    public String told() {
        return kind == Kind.WARN ? kind.name() + "_" + daysLeft : kind.name();
    }
}
