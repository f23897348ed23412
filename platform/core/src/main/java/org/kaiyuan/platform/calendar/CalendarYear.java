package org.kaiyuan.platform.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one year's arrangement.
 *
 * @param draft whether something is entered that is not declared whole; what is built in counts until then
 * @param days how many days are named
 * @param changedBy sign-in name of who entered or declared it; null for what is built in
 */
public record CalendarYear(
        int year,
        YearState state,
        boolean draft,
        int days,
        @Nullable String changedBy,
        @Nullable Instant changedAt) {

    /** Whether working days of it can be told. */
    public boolean known() {
        return state == YearState.BUILT_IN || state == YearState.COMPLETE;
    }
}
