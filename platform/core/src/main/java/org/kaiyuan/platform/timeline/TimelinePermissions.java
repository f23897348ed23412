package org.kaiyuan.platform.timeline;

import org.kaiyuan.platform.access.PermissionGrant;
import org.kaiyuan.platform.access.PermissionGrants;
import org.kaiyuan.platform.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What one may be allowed to say; on what, the record decides. */
@Configuration(proxyBeanMethods = false)
public class TimelinePermissions {
    /** Commenting on what one may read. */
    public static final String COMMENT = "timeline:comment";

    /** Removing what others said. */
    public static final String MODERATE = "timeline:moderate";

    TimelinePermissions() {}

    @Bean
    static PermissionGrants timelineGrants() {
        return new PermissionGrants(
                new PermissionGrant(COMMENT, Role.ZONE_ADMIN, Role.ZONE_STAFF),
                new PermissionGrant(MODERATE, Role.ZONE_ADMIN));
    }
}
