package org.kaiyuan.delegation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the park is with taking over a power.
 *
 * @param owner sign-in name of the colleague who sees to it; null for nobody
 * @param dueOn until when it should be ready
 * @param lines all six, in their order
 * @param version 0 while nobody wrote anything; a change names the one that it is based on
 */
public record Readiness(
        EntryId entry,
        @Nullable String owner,
        @Nullable String ownerName,
        @Nullable LocalDate dueOn,
        List<ReadinessLine> lines,
        long version) {
    public Readiness {
        lines = List.copyOf(lines);
    }

    public boolean isReady() {
        return lines.stream().noneMatch(line -> line.state() == ReadinessItemState.OPEN);
    }
}
