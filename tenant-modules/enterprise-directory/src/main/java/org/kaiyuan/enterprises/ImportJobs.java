package org.kaiyuan.enterprises;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.jobs.JobReport;
import org.kaiyuan.platform.jobs.JobState;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;

/** What an import says of itself where all background work is listed. */
final class ImportJobs {
    private ImportJobs() {}

    /** Null when the import has been ordered anew since: its newest run speaks for it. */
    static @Nullable JobReport report(JdbcTemplate jdbc, UUID runId) {
        return DataAccessUtils.singleResult(
                jdbc.query(
                        "select id, file_name, state, read_rows from enterprises.import_job where run_id = ?",
                        (row, number) ->
                                new JobReport(
                                        row.getString("file_name"),
                                        ImportUndo.pathOf(row.getObject("id", UUID.class)),
                                        row.getLong("read_rows"),
                                        0,
                                        switch (ImportState.valueOf(row.getString("state"))) {
                                            case UPLOADED, QUEUED -> JobState.QUEUED;
                                            case RUNNING -> JobState.RUNNING;
                                            case COMPLETED -> JobState.DONE;
                                            case FAILED -> JobState.FAILED;
                                            case CANCELLED -> JobState.CANCELLED;
                                        }),
                        runId));
    }
}
