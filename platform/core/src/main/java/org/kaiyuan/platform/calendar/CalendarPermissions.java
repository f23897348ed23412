package org.kaiyuan.platform.calendar;

import org.kaiyuan.platform.access.PermissionGrant;
import org.kaiyuan.platform.access.PermissionGrants;
import org.kaiyuan.platform.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What one may be allowed to do with the calendar; reading it needs no permission. */
@Configuration(proxyBeanMethods = false)
public class CalendarPermissions {
    /** Entering the holidays of a year, for all zones at once. */
    public static final String MAINTAIN = "calendar:maintain";

    CalendarPermissions() {}

    @Bean
    static PermissionGrants calendarGrants() {
        return new PermissionGrants(new PermissionGrant(MAINTAIN, Role.OPERATOR));
    }
}
