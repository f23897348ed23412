package org.kaiyuan.platform.timeline;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.records.Moment;
import org.kaiyuan.platform.records.RecordRef;

/**
 * What somebody said about a record.
 *
 * @param author sign-in name; empty for what a module kept before there were comments
 * @param text null once it was removed: who said something and who removed it stays
 * @param mentions who is named with @ and is of the zone
 * @param removedBy what colleagues call who removed it; null while it stands
 */
public record Comment(
        CommentId id,
        RecordRef record,
        String author,
        String authorName,
        @Nullable String text,
        List<Mention> mentions,
        Instant at,
        @Nullable Instant editedAt,
        @Nullable String removedBy) {

    /** @param username as it stands behind the @ */
    public record Mention(String username, String displayName) {}

    public Comment {
        mentions = List.copyOf(mentions);
    }

    public Moment moment() {
        return new Moment(at, id.value());
    }
}
