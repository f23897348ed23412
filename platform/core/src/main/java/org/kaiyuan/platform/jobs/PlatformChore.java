package org.kaiyuan.platform.jobs;

/** Housekeeping of the platform itself, every ten minutes on one node; who needs a zone makes it current themselves. */
public interface PlatformChore {
    /** Runs without a zone and without a transaction; what fails is tried again in ten minutes. */
    void run();
}
