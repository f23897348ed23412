package org.kaiyuan.delegation;

import org.jspecify.annotations.Nullable;

/**
 * What became of an entry between two editions.
 *
 * @param before null where it is new
 * @param after null where it is gone
 */
public record EntryDifference(EntryId id, @Nullable EntryNote before, @Nullable EntryNote after) {
    /** What kind of difference it is. */
    public enum Kind {
        NEW,
        CHANGED,
        GONE
    }

    public Kind kind() {
        return before == null ? Kind.NEW : after == null ? Kind.GONE : Kind.CHANGED;
    }
}
