package org.kaiyuan.platform.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a record's history.
 *
 * @param subject the record that it is about
 * @param actor sign-in name of who did it
 * @param act such as {@code revised}, {@code imported}, {@code unmasked}
 * @param field null where the act is not about one field
 */
public record ChangeEntry(
        UUID id,
        UUID subject,
        Instant at,
        String actor,
        String actorName,
        String act,
        @Nullable String field,
        @Nullable String before,
        @Nullable String after) {

    /** Where it stands. */
    public ChangePlace place() {
        return new ChangePlace(at, id);
    }
}
