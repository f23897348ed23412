package org.kaiyuan.platform.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One import, and how far it has come.
 *
 * @param manner how its rows are taken, in the module's own word
 * @param phase what it is at while it runs
 * @param dryRun whether it only counts what it would do
 * @param changed 0 where an import of the module only adds
 * @param rejected kept out, likely duplicates among them
 * @param undecided likely duplicates that wait for somebody's decision
 * @param fileKept whether it can be run (again) without bringing the file anew
 * @param undoing whether its undo is under way
 * @param failureKey message that says why it failed
 */
public record ImportJob(
        UUID id,
        String fileName,
        String manner,
        ImportState state,
        @Nullable ImportPhase phase,
        boolean dryRun,
        long read,
        long added,
        long changed,
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

    /** New, changed and unchanged together; while it runs, what was not rejected so far. */
    public long accepted() {
        return state == ImportState.RUNNING ? read - rejected : added + changed + unchanged;
    }

    /** Written, and not taken back. */
    public boolean isDone() {
        return state == ImportState.COMPLETED && !dryRun && undoneAt == null;
    }

    /** Whether a run, an undo or the like still moves it. */
    public boolean isUnderWay() {
        return state.isUnderWay() || undoing;
    }
}
