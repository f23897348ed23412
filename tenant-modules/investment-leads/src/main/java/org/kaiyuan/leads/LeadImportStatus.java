package org.kaiyuan.leads;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far an import has come.
 *
 * @param phase what it is at while it runs
 * @param dryRun whether it only counts what it would do
 * @param unchanged rows whose code is known here: that lead stays as it is
 * @param rejected kept out, likely twins among them
 * @param undecided likely twins that wait for somebody's decision
 * @param fileKept whether it can be run (again) without bringing the file anew
 * @param undoing whether its undo is under way
 * @param failureKey message that says why it failed
 */
public record LeadImportStatus(
        UUID id,
        String fileName,
        LeadImportState state,
        @Nullable LeadImportPhase phase,
        boolean dryRun,
        long read,
        long added,
        long unchanged,
        long rejected,
        long undecided,
        long rowsPerSecond,
        boolean fileKept,
        String actorName,
        Instant createdAt,
        @Nullable Instant endedAt,
        boolean undoing,
        @Nullable Instant undoneAt,
        @Nullable String undoneBy,
        @Nullable String failureKey,
        List<String> failureValues) {

    /** Written, and not taken back. */
    public boolean isDone() {
        return state == LeadImportState.COMPLETED && !dryRun && undoneAt == null;
    }

    /** Whether a run or an undo still moves it. */
    public boolean isUnderWay() {
        return state.isUnderWay() || undoing;
    }
}
