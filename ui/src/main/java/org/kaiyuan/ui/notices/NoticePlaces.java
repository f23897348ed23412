package org.kaiyuan.ui.notices;

import org.kaiyuan.platform.access.PermissionGrant;
import org.kaiyuan.platform.access.PermissionGrants;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.notices.NoticesPermissions;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.shell.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where webhooks are found, and who looks after them. */
@Configuration(proxyBeanMethods = false)
class NoticePlaces {
    @Bean
    static PermissionGrants noticeGrants() {
        return new PermissionGrants(
                new PermissionGrant(NoticesPermissions.WEBHOOKS, Role.ZONE_ADMIN));
    }

    @Bean
    Place webhooksPlace() {
        return new Place(
                Place.Group.ADMINISTRATION,
                "ui.webhooks",
                Glyph.Of.EXPORT,
                WebhooksView.class,
                NoticesPermissions.WEBHOOKS);
    }
}
