package org.kaiyuan.platform.calendar;

import java.time.LocalDate;
import org.kaiyuan.platform.refusal.Refusal;

/**
 * 「{0} 年的节假日安排尚未录入…」: the day's arrangement is not known, and it is not guessed.
 *
 * <p>The last days of December belong to the notice of the year after: its New Year may move them.
 */
public final class CalendarYearMissing extends Refusal {
    private final int year;

    CalendarYearMissing(LocalDate day, int year) {
        super("calendar.refusal.year", Integer.toString(year), day.toString());
        this.year = year;
    }

    /** Whose notice is missing. */
    public int year() {
        return year;
    }

    @Override
    public Kind kind() {
        return Kind.UNAVAILABLE;
    }
}
