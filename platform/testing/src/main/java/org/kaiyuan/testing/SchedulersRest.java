package org.kaiyuan.testing;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * While another context of this JVM is tested, the scheduler of this one takes no work: all share one
 * database, and the other's work would be done with this one's settings.
 */
@Component
class SchedulersRest implements SmartLifecycle {
    private final ObjectProvider<Scheduler> scheduler;
    private volatile boolean running;

    SchedulersRest(ObjectProvider<Scheduler> scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public void start() {
        running = true;
        scheduler.ifAvailable(Scheduler::resume);
    }

    @Override
    public void stop() {
        running = false;
        scheduler.ifAvailable(Scheduler::pause);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
