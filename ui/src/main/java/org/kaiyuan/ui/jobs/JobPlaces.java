package org.kaiyuan.ui.jobs;

import org.kaiyuan.platform.access.PermissionGrant;
import org.kaiyuan.platform.access.PermissionGrants;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.jobs.JobsPermissions;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.shell.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where background work is found, and who sees and ends it. */
@Configuration(proxyBeanMethods = false)
class JobPlaces {
    @Bean
    static PermissionGrants jobGrants() {
        return new PermissionGrants(
                new PermissionGrant(JobsPermissions.READ, Role.ZONE_ADMIN, Role.ZONE_STAFF),
                new PermissionGrant(JobsPermissions.CANCEL, Role.ZONE_ADMIN),
                new PermissionGrant(JobsPermissions.OPERATE, Role.OPERATOR));
    }

    @Bean
    Place jobsPlace() {
        return new Place(
                Place.Group.ADMINISTRATION,
                "ui.jobs",
                Glyph.Of.CLOCK,
                JobsView.class,
                JobsPermissions.READ);
    }

    @Bean
    Place schedulerPlace() {
        return new Place(
                Place.Group.ADMINISTRATION,
                "ui.scheduler",
                Glyph.Of.CLOCK,
                SchedulerView.class,
                JobsPermissions.OPERATE);
    }
}
