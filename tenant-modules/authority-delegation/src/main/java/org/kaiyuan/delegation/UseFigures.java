package org.kaiyuan.delegation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a power is used.
 *
 * @param decisions cases that were granted or refused in the last twelve months, or in the year that is asked for
 * @param lastUsedOn when the last case was decided, or accepted where it is open; null where there is none
 * @param open cases that are not decided
 * @param overdue cases that are open past their day, and those of the same time that were decided after it
 * @param overturned cases that a review overturned in the same time
 */
public record UseFigures(
        int decisions, @Nullable LocalDate lastUsedOn, int open, int overdue, int overturned) {
    public static final UseFigures NONE = new UseFigures(0, null, 0, 0, 0);

    /** Both together; of the days the later. */
    public UseFigures plus(UseFigures other) {
        var last =
                lastUsedOn == null
                                || (other.lastUsedOn != null
                                        && other.lastUsedOn.isAfter(lastUsedOn))
                        ? other.lastUsedOn
                        : lastUsedOn;
        return new UseFigures(
                decisions + other.decisions,
                last,
                open + other.open,
                overdue + other.overdue,
                overturned + other.overturned);
    }
}
