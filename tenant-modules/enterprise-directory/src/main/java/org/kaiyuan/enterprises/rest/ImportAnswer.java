package org.kaiyuan.enterprises.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.ExistingChoice;
import org.kaiyuan.platform.imports.ImportJob;
import org.kaiyuan.platform.imports.ImportPhase;
import org.kaiyuan.platform.imports.ImportState;

/** How far an import has come. */
@Schema(name = "ImportStatus")
record ImportAnswer(
        UUID id,
        String fileName,
        ExistingChoice existing,
        ImportState state,
        @Nullable ImportPhase phase,
        boolean dryRun,
        long read,
        long accepted,
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

    static ImportAnswer of(ImportJob job) {
        return new ImportAnswer(
                job.id(),
                job.fileName(),
                ExistingChoice.valueOf(job.manner()),
                job.state(),
                job.phase(),
                job.dryRun(),
                job.read(),
                job.accepted(),
                job.added(),
                job.changed(),
                job.unchanged(),
                job.rejected(),
                job.undecided(),
                job.rowsPerSecond(),
                job.fileKept(),
                job.actorName(),
                job.createdAt(),
                job.endedAt(),
                job.undoing(),
                job.undoneAt(),
                job.undoneBy(),
                job.failureKey(),
                job.failureValues());
    }

    public boolean isDone() {
        return state == ImportState.COMPLETED && !dryRun && undoneAt == null;
    }

    public boolean isUnderWay() {
        return state.isUnderWay() || undoing;
    }
}
