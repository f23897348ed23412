package org.kaiyuan.plots;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that a test sets to a day. */
final class MovingClock extends Clock {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private volatile Instant now = Instant.now();
    private volatile long ticks;

    @TestConfiguration(proxyBeanMethods = false)
    static class Bound {
        @Bean
        @Primary
        MovingClock movingClock() {
            return new MovingClock();
        }
    }

    void day(LocalDate day) {
        now = day.atTime(9, 0).atZone(CHINA).toInstant();
    }

    @Override
    public ZoneId getZone() {
        return CHINA;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }

    /** Each look is a moment later. */
    @Override
    public synchronized Instant instant() {
        return now.plusMillis(ticks++);
    }
}
