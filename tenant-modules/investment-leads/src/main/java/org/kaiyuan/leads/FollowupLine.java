package org.kaiyuan.leads;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One talk with an investor.
 *
 * @param participants names of who took part, of ours and of theirs
 */
public record FollowupLine(
        FollowupId id,
        FollowupKind kind,
        LocalDate happenedOn,
        String text,
        List<String> participants,
        String author,
        String authorName,
        Instant at) {}
