package org.kaiyuan.platform.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.authentication.LockedException;

/** Makes guessing slow: after five failures in a row a name has to wait, twice as long each time. */
final class FailedSignIns {
    private static final int FREE = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int MOST_NAMES = 10_000;

    private final Clock clock;
    private final Map<String, Failures> byName =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
                    return size() > MOST_NAMES;
                }
            };

    private record Failures(int count, Instant waitUntil) {}

    FailedSignIns(Clock clock) {
        this.clock = clock;
    }

    /** @throws LockedException while the name has to wait */
    synchronized void refuseTooMany(String name) {
        var failures = byName.get(name);
        if (failures != null && clock.instant().isBefore(failures.waitUntil())) {
            throw new LockedException("Too many failures; wait a while");
        }
    }

    synchronized void another(String name) {
        var before = byName.get(name);
        int count = before == null ? 1 : before.count() + 1;
        var wait =
                count < FREE
                        ? Duration.ZERO
                        : FIRST_WAIT.multipliedBy(1L << Math.min(count - FREE, 10));
        var until = clock.instant().plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
        byName.put(name, new Failures(count, until));
    }

    synchronized void forget(String name) {
        byName.remove(name);
    }
}
