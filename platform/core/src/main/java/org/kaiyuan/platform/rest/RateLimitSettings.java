package org.kaiyuan.platform.rest;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests a minute are answered on each node; 0 for any number. As many may come at once after a
 * quiet minute.
 *
 * @param clientPerMinute calls of the API by one program
 * @param addressPerMinute requests of any kind from one address, behind which a whole office may be
 * @param signInPerMinute sign-ins from one address
 * @param tokenPerMinute requests for a token from one address
 * @param openPerMinute requests from one address for pages that are open to everybody
 */
@ConfigurationProperties("kaiyuan.limits")
record RateLimitSettings(
        @DefaultValue("6000") int clientPerMinute,
        @DefaultValue("30000") int addressPerMinute,
        @DefaultValue("120") int signInPerMinute,
        @DefaultValue("120") int tokenPerMinute,
        @DefaultValue("1200") int openPerMinute) {
    int of(RateLimits.Of what) {
        return switch (what) {
            case CLIENT -> clientPerMinute;
            case ADDRESS -> addressPerMinute;
            case SIGN_IN -> signInPerMinute;
            case TOKEN -> tokenPerMinute;
            case OPEN -> openPerMinute;
        };
    }
}
