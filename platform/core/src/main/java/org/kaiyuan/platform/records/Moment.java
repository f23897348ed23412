package org.kaiyuan.platform.records;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When something happened to a record, told apart from all else that happened then: what comes before it is
 * the next page, the newest first.
 *
 * @param at microseconds, as PostgreSQL keeps them
 */
public record Moment(Instant at, UUID id) implements Comparable<Moment> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,17})_([0-9a-fA-F-]{36})");
    private static final long MICROS = 1_000_000;

    /** @throws CursorRefused when it is no cursor of ours; null stays null */
    public static @Nullable Moment parse(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        var parts = FORM.matcher(cursor);
        if (!parts.matches()) {
            throw new CursorRefused();
        }
        try {
            long micros = Long.parseLong(parts.group(1));
            return new Moment(
                    Instant.ofEpochSecond(micros / MICROS, micros % MICROS * 1000),
                    UUID.fromString(parts.group(2)));
        } catch (IllegalArgumentException e) {
            throw new CursorRefused();
        }
    }

    public String cursor() {
        return at.getEpochSecond() * MICROS + at.getNano() / 1000 + "_" + id;
    }

    /** As PostgreSQL orders them: ids by their bytes, not by Java's signed halves. */
    @Override
    public int compareTo(Moment other) {
        int byTime = at.compareTo(other.at);
        if (byTime != 0) {
            return byTime;
        }
        int high =
                Long.compareUnsigned(
                        id.getMostSignificantBits(), other.id.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(
                        id.getLeastSignificantBits(), other.id.getLeastSignificantBits());
    }
}
