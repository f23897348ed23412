package org.kaiyuan.platform.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** Where a line stands in a history: the next page begins behind it. */
public record ChangePlace(Instant at, UUID id) {
    /** As {@link #read} takes it. */
    public String text() {
        return at + "_" + id;
    }

    /** @throws IllegalArgumentException when it is not of {@link #text()} */
    public static ChangePlace read(String text) {
        int between = text.indexOf('_');
        try {
            return new ChangePlace(
                    Instant.parse(text.substring(0, Math.max(between, 0))),
                    UUID.fromString(text.substring(between + 1)));
        } catch (DateTimeException noInstant) {
            throw new IllegalArgumentException(noInstant);
        }
    }
}
