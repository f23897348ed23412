package org.kaiyuan.platform.imports;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.kaiyuan.platform.jobs.JobReport;
import org.kaiyuan.platform.jobs.JobState;
import org.springframework.jdbc.core.JdbcTemplate;

/** What imports say of themselves where all background work is listed. */
final class ImportReports {
    private ImportReports() {}

    /** Without those that have been ordered anew since: their newest run speaks for them. */
    static Map<UUID, JobReport> of(
            ImportTables tables, JdbcTemplate jdbc, Collection<UUID> runIds) {
        var reports = new HashMap<UUID, JobReport>();
        jdbc.query(
                tables.in(
                        "select run_id, id, file_name, state, read_rows from {word}.import_job where run_id = any (?)"),
                row -> {
                    reports.put(
                            row.getObject("run_id", UUID.class),
                            new JobReport(
                                    row.getString("file_name"),
                                    tables.pathOf(row.getObject("id", UUID.class)),
                                    row.getLong("read_rows"),
                                    0,
                                    switch (ImportState.valueOf(row.getString("state"))) {
                                        case UPLOADED, QUEUED -> JobState.QUEUED;
                                        case RUNNING -> JobState.RUNNING;
                                        case COMPLETED -> JobState.DONE;
                                        case FAILED -> JobState.FAILED;
                                        case CANCELLED -> JobState.CANCELLED;
                                    }));
                },
                (Object) runIds.toArray(UUID[]::new));
        return reports;
    }
}
