package org.kaiyuan.leads.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.imports.ImportJob;
import org.kaiyuan.platform.imports.ImportPhase;
import org.kaiyuan.platform.imports.ImportState;

/** How far an import of leads has come. */
@Schema(name = "LeadImportStatus")
record LeadImportAnswer(
        UUID id,
        String fileName,
        ImportState state,
        @Nullable ImportPhase phase,
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

    static LeadImportAnswer of(ImportJob job) {
        return new LeadImportAnswer(
                job.id(),
                job.fileName(),
                job.state(),
                job.phase(),
                job.dryRun(),
                job.read(),
                job.added(),
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
