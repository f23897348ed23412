package org.kaiyuan.platform.calendar;

import org.kaiyuan.platform.refusal.Refusal;

/** 「一次最多查询 {0} 天…」: what was asked for is no span of days, or too long a one. */
public final class CalendarSpanRefused extends Refusal {
    private CalendarSpanRefused(String messageKey, Object... arguments) {
        super(messageKey, arguments);
    }

    public static CalendarSpanRefused order() {
        return new CalendarSpanRefused("calendar.refusal.order");
    }

    public static CalendarSpanRefused tooLong(int most) {
        return new CalendarSpanRefused("calendar.refusal.span", most);
    }
}
