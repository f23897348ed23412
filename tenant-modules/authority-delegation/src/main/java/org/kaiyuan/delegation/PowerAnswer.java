package org.kaiyuan.delegation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a request.
 *
 * @param round of the request: how often it had been sent
 * @param publishedAt null while only who writes it sees it
 * @param writtenName who wrote it; of an answer from the other side who that is
 * @param version a change names the one that it is based on
 */
public record PowerAnswer(
        PowerAnswerId id,
        int round,
        AnswerStep step,
        PowerAnswerNote note,
        @Nullable Instant publishedAt,
        String writtenName,
        long version) {

    public boolean isPublished() {
        return publishedAt != null;
    }
}
