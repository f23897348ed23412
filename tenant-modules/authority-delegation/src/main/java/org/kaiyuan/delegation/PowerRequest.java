package org.kaiyuan.delegation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request for a power, as one side has it.
 *
 * @param zoneName who asks
 * @param supervisorName who works on it; null where the park notes the answers itself
 * @param said what is asked for: on the park's side as it is written now, on the other as it was sent last
 * @param round how often it was sent
 * @param endedOn the day of what ended it
 * @param notes of this side alone
 * @param answers by round and step; those that are not published only with who writes them
 * @param next whose answer is awaited; null where none is
 * @param answeredHere whether this side writes the answers
 * @param version a change names the one that it is based on
 */
public record PowerRequest(
        PowerRequestId id,
        RequestSide side,
        String zoneName,
        @Nullable String supervisorName,
        RequestState state,
        PowerRequestDraft said,
        int round,
        @Nullable Instant sentAt,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnWhy,
        @Nullable LocalDate endedOn,
        @Nullable String notes,
        List<PowerAnswer> answers,
        @Nullable AnswerStep next,
        boolean answeredHere,
        Instant begunAt,
        String begunName,
        Instant updatedAt,
        long version) {
    public PowerRequest {
        answers = List.copyOf(answers);
    }

    /** Those since it was sent last. */
    public List<PowerAnswer> answersNow() {
        return answers.stream().filter(one -> one.round() == round).toList();
    }
}
