package org.kaiyuan.delegation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the next edition says differently of an entry.
 *
 * @param now as the edition that counts has it; null where it is new
 * @param next null where it is taken out
 * @param version a change names the one that it is based on
 */
public record DraftedEntry(
        EntryId id,
        String matterName,
        @Nullable EntryNote now,
        @Nullable EntryNote next,
        int version,
        Instant editedAt,
        String editedName) {

    public EntryDifference.Kind kind() {
        return now == null
                ? EntryDifference.Kind.NEW
                : next == null ? EntryDifference.Kind.GONE : EntryDifference.Kind.CHANGED;
    }
}
