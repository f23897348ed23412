package org.kaiyuan.plots;

import java.time.Instant;
import java.util.UUID;

/** A paper about a plot. */
public record CertificateLine(
        UUID id, long version, PlotId plot, CertificateDraft certificate, Instant updatedAt) {}
