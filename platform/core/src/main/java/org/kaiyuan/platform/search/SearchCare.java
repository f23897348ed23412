package org.kaiyuan.platform.search;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;

/**
 * Looks after the index every two seconds: creates it when Elasticsearch has come up, and hands events whose
 * reactions failed to them again when it is back.
 */
class SearchCare implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SearchCare.class);
    private static final int BATCH = 400;

    private final SearchDoor door;
    private final IndexKeeper keeper;
    private final ObjectProvider<FailedEventPublications> failed;
    private final boolean rebuildOnStart;
    private @Nullable ScheduledExecutorService executor;
    private boolean wasDown;
    private boolean rebuilt;

    SearchCare(
            SearchDoor door,
            IndexKeeper keeper,
            ObjectProvider<FailedEventPublications> failed,
            boolean rebuildOnStart) {
        this.door = door;
        this.keeper = keeper;
        this.failed = failed;
        this.rebuildOnStart = rebuildOnStart;
    }

    @Override
    public synchronized void start() {
        var started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("search-care").daemon().factory());
        started.scheduleWithFixedDelay(this::look, 0, 2, TimeUnit.SECONDS);
        executor = started;
    }

    @Override
    public synchronized void stop() {
        if (executor != null) {
            executor.shutdownNow();
            executor = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return executor != null;
    }

    private void look() {
        try {
            if (!door.answers()) {
                wasDown = true;
                return;
            }
            if (wasDown) {
                keeper.doubt();
                wasDown = false;
            }
            keeper.ensureAll();
            if (rebuildOnStart && !rebuilt) {
                rebuilt = true;
                keeper.words().forEach(keeper::rebuildNow);
            }
            failed.ifAvailable(f ->
                    f.resubmit(
                            ResubmissionOptions.defaults()
                                    .withBatchSize(BATCH)
                                    .withMaxInFlight(2 * BATCH)));
        } catch (RuntimeException e) {
            LOG.info("The index is not looked after just now: {}", e.toString());
        }
    }
}
