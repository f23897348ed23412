package org.kaiyuan.ui.calendar;

import org.kaiyuan.platform.calendar.CalendarPermissions;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.shell.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the calendar puts into the side navigation. */
@Configuration(proxyBeanMethods = false)
class CalendarPlaces {
    @Bean
    Place calendarPage() {
        return new Place(
                Place.Group.ADMINISTRATION,
                "ui.calendar",
                Glyph.Of.CALENDAR,
                CalendarView.class,
                CalendarPermissions.MAINTAIN);
    }
}
