package org.kaiyuan.delegation.domain;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.AnswerOutcome;
import org.kaiyuan.delegation.AnswerStep;
import org.kaiyuan.delegation.RequestState;

/**
 * The course of a request, by what both sides know of it: how often it was sent, whether it was taken back, and what was
 * answered since it was sent last. Both sides come to the same, in whatever order they hear of each other.
 */
public final class RequestCourse {
    private RequestCourse() {}

    /** An answer that is published. */
    public record Answered(AnswerStep step, AnswerOutcome outcome) {}

    /**
     * A decision counts even where the park took the request back before it heard of it.
     *
     * @param round how often it was sent
     * @param answers of the last round
     */
    public static RequestState state(int round, boolean withdrawn, List<Answered> answers) {
        if (answers.stream().anyMatch(one -> one.outcome() == AnswerOutcome.REFUSED)) {
            return RequestState.REFUSED;
        }
        if (answers.stream()
                .anyMatch(one -> one.step() == AnswerStep.GOVERNMENT && one.outcome().goesOn())) {
            return RequestState.GRANTED;
        }
        if (withdrawn) {
            return RequestState.WITHDRAWN;
        }
        if (answers.stream().anyMatch(one -> one.outcome() == AnswerOutcome.RETURNED)) {
            return RequestState.RETURNED;
        }
        return round == 0 ? RequestState.DRAFT : RequestState.SENT;
    }

    /** Whose answer is awaited while it is sent: the first step without one. */
    public static @Nullable AnswerStep next(List<Answered> answers) {
        Map<AnswerStep, AnswerOutcome> said =
                answers.stream().collect(Collectors.toMap(Answered::step, Answered::outcome));
        for (var step : AnswerStep.values()) {
            if (!said.containsKey(step)) {
                return step;
            }
        }
        return null;
    }
}
