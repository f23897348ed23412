package org.kaiyuan.platform.calendar;

/** What kind of day it is for the offices. */
public enum DayNature {
    /** 工作日. */
    WORKDAY(true),
    /** 周末. */
    WEEKEND(false),
    /** 放假: a holiday, or a day that was moved to one. */
    HOLIDAY(false),
    /** 调休上班: worked in exchange for a holiday. */
    MADE_UP(true);

    private final boolean working;

    DayNature(boolean working) {
        this.working = working;
    }

    public boolean working() {
        return working;
    }
}
