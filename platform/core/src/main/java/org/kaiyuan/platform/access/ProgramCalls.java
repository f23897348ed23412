package org.kaiyuan.platform.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.Quotas;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.platform.tenancy.TenantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts the calls of each zone's programs, in memory, and writes what came together every ten seconds: a call
 * costs no statement. So a zone may pass its quota by what comes in ten seconds, and what a killed node has
 * counted and not written is lost.
 */
@Component
class ProgramCalls implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ProgramCalls.class);
    private static final int SECONDS = 10;

    private final Quotas quotas;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<TenantId, LongAdder> counted = new ConcurrentHashMap<>();
    private final Map<TenantId, Known> known = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService executor;

    ProgramCalls(Quotas quotas, PlatformTransactionManager transactions, Clock clock) {
        this.quotas = quotas;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What was written last: the calls of a day and how many there may be. */
    private record Known(LocalDate day, long calls, @Nullable Long most) {
        boolean isUsedUpOn(LocalDate today) {
            return most != null && calls >= most && day.equals(today);
        }
    }

    /** Counts the call; false when the zone's programs have made all their calls of today. */
    boolean another(TenantId zone) {
        var now = known.get(zone);
        if (now != null && now.isUsedUpOn(LocalDate.now(clock))) {
            return false;
        }
        counted.computeIfAbsent(zone, one -> new LongAdder()).increment();
        return true;
    }

    /** Writes what came together. */
    void write() {
        var today = LocalDate.now(clock);
        counted.forEach((zone, adder) -> {
            long more = adder.sumThenReset();
            var now = known.get(zone);
            if (more > 0 || now != null && now.isUsedUpOn(today)) {
                write(zone, today, more); // also to hear that the quota was raised
            }
        });
    }

    private void write(TenantId zone, LocalDate today, long more) {
        try {
            SystemActing.inTenant(
                    zone,
                    () ->
                            transaction.execute(open ->
                                    known.put(
                                            zone,
                                            new Known(
                                                    today,
                                                    quotas.addCalls(today, more),
                                                    quotas.quota().callsADay()))));
        } catch (RuntimeException e) {
            counted.computeIfAbsent(zone, one -> new LongAdder()).add(more); // with the next ones
            LOG.warn("{} calls of tenant {} were not written yet", more, zone, e);
        }
    }

    @Override
    public synchronized void start() {
        var started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("program-calls").daemon().factory());
        started.scheduleWithFixedDelay(this::write, SECONDS, SECONDS, TimeUnit.SECONDS);
        executor = started;
    }

    @Override
    public synchronized void stop() {
        if (executor != null) {
            executor.shutdown();
            executor = null;
            write();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return executor != null;
    }
}
