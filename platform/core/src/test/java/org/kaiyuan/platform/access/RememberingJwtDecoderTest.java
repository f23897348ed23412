package org.kaiyuan.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

class RememberingJwtDecoderTest {
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

    private final AtomicInteger verified = new AtomicInteger();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    @Test
    void verifies_a_token_once_and_another_one_by_itself() {
        var decoder = new RememberingJwtDecoder(valid(NOW.plusSeconds(60)), clock);

        assertThat(decoder.decode("one")).isSameAs(decoder.decode("one"));
        assertThat(decoder.decode("other").getTokenValue()).isEqualTo("other");

        assertThat(verified).hasValue(2);
    }

    @Test
    void an_expired_token_is_asked_about_again() {
        var decoder = new RememberingJwtDecoder(valid(NOW.minusSeconds(1)), clock);

        decoder.decode("one");
        decoder.decode("one");

        assertThat(verified).hasValue(2);
    }

    @Test
    void a_refused_token_stays_refused() {
        var decoder =
                new RememberingJwtDecoder(
                        token -> {
                            verified.incrementAndGet();
                            throw new BadJwtException("forged");
                        },
                        clock);

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> decoder.decode("one")).isInstanceOf(BadJwtException.class);
        }
        assertThat(verified).hasValue(2);
    }

    private JwtDecoder valid(Instant until) {
        return token -> {
            verified.incrementAndGet();
            return Jwt.withTokenValue(token)
                    .header("alg", "RS256")
                    .issuedAt(NOW.minusSeconds(300))
                    .expiresAt(until)
                    .build();
        };
    }
}
