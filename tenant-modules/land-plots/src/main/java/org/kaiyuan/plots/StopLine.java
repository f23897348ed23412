package org.kaiyuan.plots;

import java.time.Instant;
import java.util.UUID;

/** A time without work as it is kept, and who entered it. */
public record StopLine(UUID id, long version, StopNote note, Instant at, String enteredBy) {}
