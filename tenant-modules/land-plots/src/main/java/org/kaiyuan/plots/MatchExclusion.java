package org.kaiyuan.plots;

/** How many were left out by one condition. */
public record MatchExclusion(MatchObstacle obstacle, long count) {}
