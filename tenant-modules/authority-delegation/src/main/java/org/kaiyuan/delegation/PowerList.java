package org.kaiyuan.delegation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A list of the zone.
 *
 * @param edition number of the one that counts; 0 before the first
 * @param publishedAt when that was published; null before the first
 * @param entries how many that has
 * @param drafted how many entries the draft says differently
 * @param checkedAt when the draft was found to be in order; null where it was not, or was changed since
 */
public record PowerList(
        ListId id,
        PowerListKind kind,
        String title,
        int edition,
        @Nullable Instant publishedAt,
        int entries,
        int drafted,
        @Nullable Instant checkedAt,
        @Nullable String checkedName) {

    /** What becomes of it next. */
    public enum State {
        /** 尚无内容. */
        EMPTY,
        /** 草稿. */
        DRAFT,
        /** 已校核. */
        CHECKED,
        /** 已公布. */
        PUBLISHED
    }

    public State state() {
        if (drafted > 0) {
            return checkedAt == null ? State.DRAFT : State.CHECKED;
        }
        return edition == 0 ? State.EMPTY : State.PUBLISHED;
    }
}
