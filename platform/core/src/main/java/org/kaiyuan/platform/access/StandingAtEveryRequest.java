package org.kaiyuan.platform.access;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.stereotype.Component;

/**
 * Puts {@link StandingFilter} into a chain of pages. The filter is no bean: Spring Boot would put it before
 * every request a second time, and open the database before the web server.
 */
@Component
public class StandingAtEveryRequest {
    private final Standing standing;
    private final StillZones still;

    StandingAtEveryRequest(Standing standing, StillZones still) {
        this.standing = standing;
        this.still = still;
    }

    public void addTo(HttpSecurity pages) {
        pages.addFilterBefore(new StandingFilter(standing, still), AuthorizationFilter.class);
    }
}
