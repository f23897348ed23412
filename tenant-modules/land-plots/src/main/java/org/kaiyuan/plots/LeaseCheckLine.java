package org.kaiyuan.plots;

import java.time.Instant;
import java.util.UUID;

/** A check as it is kept, and who entered it. */
public record LeaseCheckLine(UUID id, LeaseCheckNote note, Instant at, String enteredBy) {}
