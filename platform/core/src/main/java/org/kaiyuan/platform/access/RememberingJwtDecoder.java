package org.kaiyuan.platform.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Verifies a token once and then remembers it for a minute: verifying costs as much as reading a page of
 * a list, and programs send the same token with every request.
 *
 * <p>The key is the whole token, which nobody has but who was given it, so nothing passes from one zone to
 * another. An expired token is verified anew, and refused there.
 */
class RememberingJwtDecoder implements JwtDecoder {
    private static final int MOST = 10_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final JwtDecoder verifying;
    private final Clock clock;
    private final Cache<String, Jwt> verified =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    RememberingJwtDecoder(JwtDecoder verifying, Clock clock) {
        this.verifying = verifying;
        this.clock = clock;
    }

    @Override
    public Jwt decode(String token) {
        var known = verified.getIfPresent(token);
        if (known != null && isCurrent(known)) {
            return known;
        }
        var now = verifying.decode(token);
        verified.put(token, now);
        return now;
    }

    private boolean isCurrent(Jwt token) {
        var end = token.getExpiresAt();
        return end != null && clock.instant().isBefore(end);
    }
}
