package org.kaiyuan.platform.search;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Keeps everyone from waiting for an Elasticsearch that does not answer: after a few failures in a row it
 * refuses at once, and lets one request through from time to time to see.
 */
final class Breaker {
    private final int failuresToOpen;
    private final long pauseNanos;
    private final LongSupplier nanoTime;
    private int failures;
    private long openedAt;
    private long probedAt;
    private boolean open;

    Breaker(int failuresToOpen, Duration pause, LongSupplier nanoTime) {
        this.failuresToOpen = failuresToOpen;
        this.pauseNanos = pause.toNanos();
        this.nanoTime = nanoTime;
    }

    /** @throws SearchUnavailable while it is open and no probe is due */
    synchronized void enter() {
        if (!open) {
            return;
        }
        long now = nanoTime.getAsLong();
        if (now - openedAt < pauseNanos || now - probedAt < pauseNanos) {
            throw new SearchUnavailable("breaker", null);
        }
        probedAt = now;
    }

    synchronized void succeeded() {
        failures = 0;
        open = false;
    }

    synchronized void failed() {
        failures++;
        if (failures >= failuresToOpen || open) {
            open = true;
            openedAt = nanoTime.getAsLong();
            probedAt = openedAt - pauseNanos;
        }
    }

    synchronized boolean isOpen() {
        return open;
    }
}
