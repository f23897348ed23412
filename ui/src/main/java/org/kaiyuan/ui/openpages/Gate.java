package org.kaiyuan.ui.openpages;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets so many work at once, so that a crowd outside leaves the connections and processors to those inside. */
public final class Gate {
    private final Semaphore places;
    private final Duration patience;

    public Gate(int places, Duration patience) {
        this.places = new Semaphore(places);
        this.patience = patience;
    }

    /** @throws TooBusy when no place becomes free in time */
    public <T extends @Nullable Object> T through(Supplier<T> work) {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TooBusy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooBusy();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
