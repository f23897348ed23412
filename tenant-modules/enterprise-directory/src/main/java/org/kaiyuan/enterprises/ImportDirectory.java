package org.kaiyuan.enterprises;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looking imports up: how far they are, and what they kept out. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + EnterprisePermissions.IMPORT + "')")
public class ImportDirectory {
    private static final String STATUS =
            """
            select id, file_name, state, read_rows, added, changed, unchanged, rejected, failure_key,
                   extract(epoch from coalesce(ended_at, now()) - started_at) as seconds
            from enterprises.import_job
            """;

    private final JdbcTemplate jdbc;

    ImportDirectory(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. */
    public List<ImportStatus> newest(int limit) {
        return jdbc.query(
                STATUS + " order by id desc limit ?",
                ImportDirectory::status,
                Math.clamp(limit, 1, 200));
    }

    /** @throws UnknownImport when there is none, or it is another zone's */
    public ImportStatus status(UUID id) {
        return jdbc.query(STATUS + " where id = ?", ImportDirectory::status, id).stream()
                .findFirst()
                .orElseThrow(() -> new UnknownImport(id));
    }

    /**
     * In the order of the file.
     *
     * @param afterRow the last row of the page before, 0 for the first
     */
    public List<ImportError> errors(UUID id, long afterRow, int limit) {
        status(id);
        return jdbc.query(
                """
                select row_number, field, value, reason from enterprises.import_error
                where import_id = ? and row_number > ? order by row_number, field limit ?\
                """,
                (row, n) ->
                        new ImportError(
                                row.getLong(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4)),
                id,
                afterRow,
                Math.clamp(limit, 1, 10_000));
    }

    private static ImportStatus status(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        long read = row.getLong("read_rows");
        double seconds = row.getDouble("seconds");
        long added = row.getLong("added");
        long changed = row.getLong("changed");
        long unchanged = row.getLong("unchanged");
        return new ImportStatus(
                row.getObject("id", UUID.class),
                row.getString("file_name"),
                ImportState.valueOf(row.getString("state")),
                read,
                added + changed + unchanged,
                added,
                changed,
                unchanged,
                row.getLong("rejected"),
                seconds > 0 ? Math.round(read / seconds) : 0,
                row.getString("failure_key"));
    }
}
