package org.kaiyuan.platform.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why a day counts or does not.
 *
 * @param holiday what the day is named for, where it has a name
 * @param stop why the clock stood still that day; null where it ran
 * @param counted the how manieth working day of the deadline it is; 0 where it does not count
 */
public record DayExplained(
        LocalDate day,
        DayNature nature,
        @Nullable String holiday,
        @Nullable String stop,
        int counted) {}
