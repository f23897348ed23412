package org.kaiyuan.plots;

import java.time.Instant;
import java.util.UUID;

/** A right over a plot. */
public record RightLine(UUID id, long version, PlotId plot, RightDraft right, Instant updatedAt) {}
