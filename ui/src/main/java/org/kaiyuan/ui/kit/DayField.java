package org.kaiyuan.ui.kit;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.text.DateFormatSymbols;
import java.util.Arrays;
import java.util.List;

/** A day, written as everywhere here (2026-11-24), with a calendar in the person's language. */
public final class DayField extends DatePicker {
    public DayField() {
        var words = DateFormatSymbols.getInstance(getLocale());
        setI18n(
                new DatePickerI18n()
                        .setDateFormat("yyyy-MM-dd")
                        .setMonthNames(List.of(words.getMonths()).subList(0, 12))
                        .setWeekdays(days(words.getWeekdays()))
                        .setWeekdaysShort(days(words.getShortWeekdays()))
                        .setFirstDayOfWeek(1)
                        .setToday(getTranslation("ui.today"))
                        .setCancel(getTranslation("ui.cancel")));
    }

    /** Java counts from one, Sunday first, and leaves the zeroth empty. */
    private static List<String> days(String[] words) {
        return Arrays.asList(words).subList(1, 8);
    }
}
