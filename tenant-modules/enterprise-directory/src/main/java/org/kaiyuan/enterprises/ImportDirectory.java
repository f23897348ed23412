package org.kaiyuan.enterprises;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.transfer.TabularFormat;
import org.kaiyuan.platform.transfer.TabularWriter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Looking imports up: how far they are, what they kept out, and what waits for a decision. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + EnterprisePermissions.IMPORT + "')")
public class ImportDirectory {
    private static final int PAGE = 1000;

    private static final String STATUS =
            """
            select j.id, j.file_name, j.existing, j.state, j.phase, j.dry_run, j.read_rows, j.added, j.changed,
                   j.unchanged, j.rejected, j.actor_name, j.created_at, j.ended_at, j.failure_key, j.failure_values,
                   j.undo_wanted_at, j.undone_at, j.undone_by_name,
                   extract(epoch from coalesce(j.ended_at, clock_timestamp()) - j.started_at) as seconds,
                   exists (select from enterprises.import_chunk c
                           where c.import_id = j.id and c.position = 0) as file_kept,
                   (select count(*) from enterprises.import_likely l
                    where l.import_id = j.id and l.decision is null) as undecided
            from enterprises.import_job j
            """;

    private final JdbcTemplate jdbc;
    private final Messages messages;
    private final JsonMapper json = JsonMapper.builder().build();

    ImportDirectory(JdbcTemplate jdbc, Messages messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    /** The newest first. */
    public List<ImportStatus> newest(int limit) {
        return jdbc.query(
                STATUS + " order by j.id desc limit ?",
                ImportDirectory::status,
                Math.clamp(limit, 1, 200));
    }

    /** @throws UnknownImport when there is none, or it is another zone's */
    public ImportStatus status(UUID id) {
        return jdbc.query(STATUS + " where j.id = ?", ImportDirectory::status, id).stream()
                .findFirst()
                .orElseThrow(() -> new UnknownImport(id));
    }

    /**
     * The columns of its file, with what they are taken for: as ordered, else remembered, else guessed.
     *
     * @throws UnknownImport when there is none, or it is another zone's
     */
    public ImportPreview preview(UUID id) {
        return jdbc
                .query(
                        "select headings, samples, fields from enterprises.import_job where id = ?",
                        (row, n) -> preview(row),
                        id)
                .stream()
                .findFirst()
                .orElseThrow(() -> new UnknownImport(id));
    }

    /**
     * In the order of the file.
     *
     * @param after the last of the page before; null for the first page
     * @throws UnknownImport when there is none, or it is another zone's
     */
    public List<ImportError> errors(UUID id, @Nullable ImportError after, int limit) {
        return errors(id, columns(id), after, limit);
    }

    private List<ImportError> errors(
            UUID id, Map<String, String> columns, @Nullable ImportError after, int limit) {
        return jdbc.query(
                """
                select row_number, field, value, reason from enterprises.import_error
                where import_id = ? and (row_number, field) > (?, ?) order by row_number, field limit ?\
                """,
                (row, n) ->
                        new ImportError(
                                row.getLong(1),
                                columns.getOrDefault(row.getString(2), row.getString(2)),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4)),
                id,
                after == null ? 0 : after.row(),
                after == null ? "" : after.field(),
                Math.clamp(limit, 1, 10_000));
    }

    /**
     * All errors as CSV, in constant memory; {@code out} is closed.
     *
     * @param locale of the reasons
     * @param headings of row, column, field, value and reason
     */
    public void writeErrors(UUID id, Locale locale, List<String> headings, OutputStream out)
            throws IOException {
        var columns = columns(id);
        var page = errors(id, columns, null, PAGE);
        try (var csv = TabularWriter.to(out, TabularFormat.CSV, "", headings)) {
            while (!page.isEmpty()) {
                for (var error : page) {
                    csv.row(
                            error.row(),
                            error.column(),
                            error.field(),
                            error.value(),
                            messages.text(locale, error.reasonKey()));
                }
                page = errors(id, columns, page.getLast(), PAGE);
            }
        }
    }

    /**
     * Rows whose name is in the directory already, in the order of the file; decided ones as well.
     *
     * @param afterRow the last row of the page before, 0 for the first
     * @throws UnknownImport when there is none, or it is another zone's
     */
    public List<LikelyDuplicate> likelyDuplicates(UUID id, long afterRow, int limit) {
        status(id);
        return jdbc.query(
                """
                select l.row_number, l.name, l.credit_code, e.id, e.name as existing_name,
                       e.credit_code as existing_code, case when e.id is null then l.other_row end as other_row,
                       l.decision
                from enterprises.import_likely l
                left join enterprises.enterprise e on e.id = l.enterprise_id and e.merged_into is null
                where l.import_id = ? and l.row_number > ? order by l.row_number limit ?\
                """,
                (row, n) -> {
                    var existing = row.getObject("id", UUID.class);
                    var decision = row.getString("decision");
                    return new LikelyDuplicate(
                            row.getLong("row_number"),
                            row.getString("name"),
                            row.getString("credit_code"),
                            existing == null ? null : new EnterpriseId(existing),
                            row.getString("existing_name"),
                            row.getString("existing_code"),
                            row.getObject("other_row", Long.class),
                            decision == null ? null : DuplicateChoice.valueOf(decision));
                },
                id,
                afterRow,
                Math.clamp(limit, 1, 1000));
    }

    /** The heading over each field, by the API's name of the field. */
    private Map<String, String> columns(UUID id) {
        var preview = preview(id);
        var columns = new HashMap<String, String>();
        columns.put("row", "—");
        var targets = preview.mapping().targets();
        for (int i = 0; i < targets.size(); i++) {
            var target = targets.get(i);
            if (target != null) {
                columns.put(
                        target.field() == ImportField.CAPITAL_WAN
                                ? ImportField.CAPITAL.apiName()
                                : target.apiName(),
                        preview.headings().get(i));
            }
        }
        return columns;
    }

    private ImportPreview preview(ResultSet row) throws SQLException {
        var headings = texts(row.getArray("headings"));
        var ordered = texts(row.getArray("fields"));
        var remembered = EnterpriseImport.remembered(jdbc, headings);
        ImportMapping mapping;
        if (!ordered.isEmpty()) {
            mapping = ImportMapping.stored(ordered.toArray(String[]::new));
        } else {
            mapping =
                    remembered == null
                            ? ImportMapping.guess(headings, QualificationWords.read(jdbc))
                            : remembered;
        }
        List<List<String>> samples =
                json.readValue(row.getString("samples"), new TypeReference<>() {});
        return new ImportPreview(headings, samples, mapping, mapping.equals(remembered));
    }

    private static ImportStatus status(ResultSet row, int n) throws SQLException {
        var state = ImportState.valueOf(row.getString("state"));
        var phase = row.getString("phase");
        long read = row.getLong("read_rows");
        double seconds = row.getDouble("seconds");
        long added = row.getLong("added");
        long changed = row.getLong("changed");
        long unchanged = row.getLong("unchanged");
        long rejected = row.getLong("rejected");
        var undoneAt = instant(row.getTimestamp("undone_at"));
        return new ImportStatus(
                row.getObject("id", UUID.class),
                row.getString("file_name"),
                ExistingChoice.valueOf(row.getString("existing")),
                state,
                phase == null ? null : ImportPhase.valueOf(phase),
                row.getBoolean("dry_run"),
                read,
                state == ImportState.RUNNING ? read - rejected : added + changed + unchanged,
                added,
                changed,
                unchanged,
                rejected,
                row.getLong("undecided"),
                seconds > 0 ? Math.round(read / seconds) : 0,
                row.getBoolean("file_kept"),
                row.getString("actor_name"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("ended_at")),
                undoneAt == null && row.getTimestamp("undo_wanted_at") != null,
                undoneAt,
                row.getString("undone_by_name"),
                row.getString("failure_key"),
                texts(row.getArray("failure_values")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static List<String> texts(Array array) throws SQLException {
        return new ArrayList<>(List.of((String[]) array.getArray()));
    }
}
