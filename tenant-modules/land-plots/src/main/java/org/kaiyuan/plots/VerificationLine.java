package org.kaiyuan.plots;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A verification with the indicators as they stood when it was entered. */
public record VerificationLine(
        UUID id, VerificationNote note, List<IndicatorLine> lines, Instant at, String enteredBy) {
    public VerificationLine {
        lines = List.copyOf(lines);
    }
}
