package org.kaiyuan.platform.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.LockedException;

class FailedSignInsTest {
    private final Hands clock = new Hands();
    private final FailedSignIns failures = new FailedSignIns(clock);

    @Test
    void four_failures_are_free_and_the_fifth_costs_ten_seconds() {
        fail(4);
        assertThatCode(() -> failures.refuseTooMany("zhang")).doesNotThrowAnyException();

        fail(1);
        assertThatThrownBy(() -> failures.refuseTooMany("zhang"))
                .isInstanceOf(LockedException.class);
        clock.pass(Duration.ofSeconds(10));
        assertThatCode(() -> failures.refuseTooMany("zhang")).doesNotThrowAnyException();
    }

    @Test
    void each_further_failure_doubles_the_wait_up_to_a_quarter_of_an_hour() {
        fail(6);
        clock.pass(Duration.ofSeconds(19));
        assertThatThrownBy(() -> failures.refuseTooMany("zhang"))
                .isInstanceOf(LockedException.class);
        clock.pass(Duration.ofSeconds(1));
        assertThatCode(() -> failures.refuseTooMany("zhang")).doesNotThrowAnyException();

        fail(1000);
        clock.pass(Duration.ofMinutes(15).minusSeconds(1));
        assertThatThrownBy(() -> failures.refuseTooMany("zhang"))
                .isInstanceOf(LockedException.class);
        clock.pass(Duration.ofSeconds(1));
        assertThatCode(() -> failures.refuseTooMany("zhang")).doesNotThrowAnyException();
    }

    @Test
    void nobody_waits_for_the_failures_of_another_or_for_those_before_a_success() {
        fail(4);
        failures.forget("zhang");
        fail(4);
        assertThatCode(() -> failures.refuseTooMany("zhang")).doesNotThrowAnyException();
        fail(1);
        assertThatCode(() -> failures.refuseTooMany("li")).doesNotThrowAnyException();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            failures.another("zhang");
        }
    }

    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-11-24T00:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
