package org.kaiyuan.plots;

/**
 * What wants attention of the leases.
 *
 * @param ending how many end soon and are not renewed
 * @param overdue how many instalments should have been paid before today
 */
public record LeaseAttention(int ending, int overdue) {}
