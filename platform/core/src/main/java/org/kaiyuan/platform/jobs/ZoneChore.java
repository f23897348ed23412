package org.kaiyuan.platform.jobs;

/** Housekeeping that is due in every zone once an hour, such as forgetting what need not be kept. */
public interface ZoneChore {
    /** Runs as the system with the zone current, without a transaction; what fails is tried again in an hour. */
    void run();
}
