package org.kaiyuan.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitsTest {
    private static final int SIXTY = 60;

    private final Watch watch = new Watch();
    private final RateLimits limits = limits(SIXTY);

    @Test
    void as_many_as_a_minute_allows_may_come_at_once_and_the_next_has_to_wait() {
        for (int i = 0; i < SIXTY; i++) {
            assertThat(limits.secondsToWait(RateLimits.Of.CLIENT, "a")).isZero();
        }

        assertThat(limits.secondsToWait(RateLimits.Of.CLIENT, "a")).isEqualTo(1);
        watch.passes(Duration.ofSeconds(1));
        assertThat(limits.secondsToWait(RateLimits.Of.CLIENT, "a")).isZero();
        assertThat(limits.secondsToWait(RateLimits.Of.CLIENT, "a")).isEqualTo(1);
        watch.passes(Duration.ofMinutes(5));
        for (int i = 0; i < SIXTY; i++) {
            assertThat(limits.secondsToWait(RateLimits.Of.CLIENT, "a")).isZero();
        }
        assertThat(limits.secondsToWait(RateLimits.Of.CLIENT, "a")).isPositive();
    }

    @Test
    void who_waits_as_long_as_they_were_told_is_answered() {
        var slow = limits(4);
        for (int i = 0; i < 4; i++) {
            slow.secondsToWait(RateLimits.Of.TOKEN, "a");
        }

        long told = slow.secondsToWait(RateLimits.Of.TOKEN, "a");
        assertThat(told).isEqualTo(15);
        watch.passes(Duration.ofSeconds(told));
        assertThat(slow.secondsToWait(RateLimits.Of.TOKEN, "a")).isZero();
    }

    @Test
    void one_takes_nothing_from_another() {
        for (int i = 0; i <= SIXTY; i++) {
            limits.secondsToWait(RateLimits.Of.CLIENT, "a");
        }

        assertThat(limits.secondsToWait(RateLimits.Of.CLIENT, "b")).isZero();
        assertThat(limits.secondsToWait(RateLimits.Of.ADDRESS, "a")).isZero();
    }

    @Test
    void zero_is_no_limit() {
        var none = limits(0);
        for (int i = 0; i < 100_000; i++) {
            assertThat(none.secondsToWait(RateLimits.Of.CLIENT, "a")).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, 10.1.2.3",
        "2001:db8:1:2:3:4:5:6, 20010db800010002",
        "2001:db8:1:2::9, 20010db800010002",
        "fe80::1%eth0, fe80000000000000"
    })
    void an_ipv6_subscriber_is_counted_as_one(String address, String counted) throws Exception {
        assertThat(RateLimitFilter.subscriber(address)).isEqualTo(counted);
    }

    @SuppressWarnings("NullAway") // nothing is written here
    private RateLimits limits(int most) {
        return new RateLimits(
                new RateLimitSettings(most, most, most, most, most), null, null, watch);
    }

    private static final class Watch implements TimeMeter {
        private long nanos = 1;

        void passes(Duration time) {
            nanos += time.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
