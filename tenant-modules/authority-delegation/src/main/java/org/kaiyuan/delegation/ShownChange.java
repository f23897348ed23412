package org.kaiyuan.delegation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an entry, or of what it grants.
 *
 * @param edition the version of its list that says so
 * @param publishedAt when that was published
 * @param entry as it stands from then on, or the entry that ends it; null where the list does not have it any more
 * @param fields that say something else than before
 */
public record ShownChange(
        Kind kind,
        int edition,
        Instant publishedAt,
        @Nullable ShownEntry entry,
        List<EntryDifference.Field> fields) {
    /** What it was. */
    public enum Kind {
        /** 列入清单. */
        LISTED,
        /** 调整. */
        CHANGED,
        /** 移出清单. */
        UNLISTED,
        /** 收回. */
        RECALLED,
        /** 到期终止. */
        EXPIRED
    }

    public ShownChange {
        fields = List.copyOf(fields);
    }
}
