package org.kaiyuan.platform.calendar;

import java.util.Arrays;
import org.kaiyuan.platform.refusal.Refusal;

/** 「第 {0} 行的日期…」 and its kin: what was entered or imported cannot be a year's arrangement. */
public final class CalendarEntryRefused extends Refusal {
    CalendarEntryRefused(String messageKey, Object... arguments) {
        super(
                messageKey,
                Arrays.stream(arguments).map(a -> a instanceof Long ? a : a.toString()).toArray());
    }
}
