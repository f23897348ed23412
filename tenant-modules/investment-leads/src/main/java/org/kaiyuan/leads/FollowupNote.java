package org.kaiyuan.leads;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody writes down of a talk.
 *
 * @param happenedOn null for today
 * @param nextAction what is to be done next; null when nothing is
 */
public record FollowupNote(
        FollowupKind kind,
        @Nullable LocalDate happenedOn,
        String text,
        List<String> participants,
        @Nullable String nextAction,
        @Nullable LocalDate nextActionOn) {
    public FollowupNote {
        participants = List.copyOf(participants);
    }
}
