package org.kaiyuan.platform.imports;

import java.util.UUID;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is decided of rows that are perhaps records already. In the open transaction. */
public final class LikelyDecisions {
    private final ImportTables tables;
    private final JdbcTemplate jdbc;

    public LikelyDecisions(ImportTables tables, JdbcTemplate jdbc) {
        this.tables = tables;
        this.jdbc = jdbc;
    }

    /**
     * The import that is decided about; nobody else decides, runs or undoes it until the commit.
     *
     * @param written whether what is decided is done at once
     */
    public record Decided(String fileName, String manner, boolean written) {}

    /**
     * @throws UnknownImport when there is none, or it is another zone's
     * @throws ImportRefused when it runs or was undone
     */
    public Decided open(UUID id) {
        var jobs =
                jdbc.queryForList(
                        tables.in(
                                """
                                select state, dry_run, file_name, %s::text as manner,
                                       undone_at is not null or undo_wanted_at is not null as undone
                                from {word}.import_job where id = ? for no key update\
                                """
                                        .formatted(tables.manner().column())),
                        id);
        if (jobs.isEmpty()) {
            throw new UnknownImport();
        }
        var job = jobs.getFirst();
        var state = ImportState.valueOf(String.valueOf(job.get("state")));
        if (state.isUnderWay() || Boolean.TRUE.equals(job.get("undone"))) {
            throw new ImportRefused("imports.refusal.busy");
        }
        return new Decided(
                String.valueOf(job.get("file_name")),
                String.valueOf(job.get("manner")),
                state == ImportState.COMPLETED && Boolean.FALSE.equals(job.get("dry_run")));
    }

    public Long[] undecided(UUID id) {
        return jdbc.queryForList(
                        tables.in(
                                "select row_number from {word}.import_likely where import_id = ? and decision is null"),
                        Long.class,
                        id)
                .toArray(Long[]::new);
    }

    /**
     * Notes what was decided; a row that was taken already stays as it is.
     *
     * @param held what the module says of rows that are held
     * @return how many rows it was said of
     */
    public int note(UUID id, Long[] rows, Enum<?> choice, boolean written, String held) {
        if (written) {
            jdbc.update(
                    tables.in(
                            """
                            update {word}.import_error set reason = ?
                            where import_id = ? and row_number = any (?) and reason = ?\
                            """),
                    tables.message("keptOut"),
                    id,
                    rows,
                    tables.message(held));
        }
        return jdbc.update(
                tables.in(
                        """
                        update {word}.import_likely set decision = ?, decided_by = ?
                        where import_id = ? and row_number = any (?)
                          and (? or decision is null or decision = 'KEEP_OUT')\
                        """),
                choice.name(),
                ChangeHistory.actorName(),
                id,
                rows,
                !written);
    }

    /** No fault any more: those of the staged rows, which are records now. */
    public void forgetErrorsOfStaged(UUID id) {
        jdbc.update(
                tables.in(
                        "delete from {word}.import_error e using staged s"
                                + " where e.import_id = ? and e.row_number = s.row_number"),
                id);
    }
}
