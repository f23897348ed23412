package org.kaiyuan.leads;

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
import java.util.Objects;
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

/** Looking imports of leads up: how far they are, what they kept out, and what waits for a decision. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + LeadPermissions.IMPORT + "')")
public class LeadImportDirectory {
    private static final int PAGE = 1000;

    private static final String STATUS =
            """
            select j.id, j.file_name, j.state, j.phase, j.dry_run, j.read_rows, j.added, j.unchanged, j.rejected,
                   j.actor_name, j.created_at, j.ended_at, j.failure_key, j.failure_values, j.undo_wanted_at,
                   j.undone_at, j.undone_by_name,
                   extract(epoch from coalesce(j.ended_at, clock_timestamp()) - j.started_at) as seconds,
                   exists (select from leads.import_chunk c
                           where c.tenant_id = j.tenant_id and c.import_id = j.id and c.position = 0) as file_kept,
                   (select count(*) from leads.import_likely l
                    where l.tenant_id = j.tenant_id and l.import_id = j.id and l.decision is null) as undecided
            from leads.import_job j
            """;

    private final JdbcTemplate jdbc;
    private final Messages messages;
    private final LeadSight sight;
    private final JsonMapper json = JsonMapper.builder().build();

    LeadImportDirectory(JdbcTemplate jdbc, Messages messages, LeadSight sight) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.sight = sight;
    }

    /** The newest first, at most 200. */
    public List<LeadImportStatus> newest(int limit) {
        return jdbc.query(
                STATUS + " order by j.id desc limit ?",
                LeadImportDirectory::status,
                Math.clamp(limit, 1, 200));
    }

    /** @throws UnknownLeadImport when there is none, or it is another zone's */
    public LeadImportStatus status(UUID id) {
        return jdbc.query(STATUS + " where j.id = ?", LeadImportDirectory::status, id).stream()
                .findFirst()
                .orElseThrow(UnknownLeadImport::new);
    }

    /**
     * The columns of its file, with what they are taken for: as ordered, else remembered, else guessed.
     *
     * @throws UnknownLeadImport when there is none, or it is another zone's
     */
    public LeadImportPreview preview(UUID id) {
        return jdbc
                .query(
                        "select headings, samples, fields from leads.import_job where id = ?",
                        (row, n) -> preview(row),
                        id)
                .stream()
                .findFirst()
                .orElseThrow(UnknownLeadImport::new);
    }

    /**
     * In the order of the file.
     *
     * @param after the last of the page before; null for the first page
     * @throws UnknownLeadImport when there is none, or it is another zone's
     */
    public List<LeadImportError> errors(UUID id, @Nullable LeadImportError after, int limit) {
        return errors(id, columns(id), after, limit);
    }

    private List<LeadImportError> errors(
            UUID id, Map<String, String> columns, @Nullable LeadImportError after, int limit) {
        return jdbc.query(
                """
                select row_number, field, value, reason, arguments from leads.import_error
                where import_id = ? and (row_number, field) > (?, ?) order by row_number, field limit ?\
                """,
                (row, n) ->
                        new LeadImportError(
                                row.getLong(1),
                                columns.getOrDefault(row.getString(2), "—"),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                texts(row.getArray(5))),
                id,
                after == null ? 0 : after.row(),
                after == null ? "" : after.field(),
                Math.clamp(limit, 1, 10_000));
    }

    /** Why, as a sentence. */
    public String reason(Locale locale, LeadImportError error) {
        return messages.text(locale, error.reasonKey(), error.arguments().toArray());
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
                            reason(locale, error));
                }
                page = errors(id, columns, page.getLast(), PAGE);
            }
        }
    }

    /**
     * Rows that are perhaps leads already, in the order of the file; decided ones as well. What the person may
     * not see is not told.
     *
     * @param afterRow the last row of the page before, 0 for the first
     * @throws UnknownLeadImport when there is none, or it is another zone's
     */
    public List<LikelyTwin> likelyTwins(UUID id, long afterRow, int limit) {
        status(id);
        var seen = sight.seen();
        var arguments = new ArrayList<Object>(seen.arguments());
        arguments.add(id);
        arguments.add(afterRow);
        arguments.add(Math.clamp(limit, 1, 1000));
        return jdbc.query(
                "select y.row_number, y.project_name as row_name, y.investor as row_investor, y.kind, y.decision,"
                        + " case when y.lead_id is null then y.other_row end as other_row, e.*"
                        + " from leads.import_likely y left join lateral (select "
                        + LeadDirectory.COLUMNS
                        + " from leads.lead l where l.id = y.lead_id and l.merged_into is null"
                        + seen.sql()
                        + ") e on true"
                        + " where y.import_id = ? and y.row_number > ? order by y.row_number limit ?",
                (row, n) -> {
                    var decision = row.getString("decision");
                    var other = row.getLong("other_row");
                    boolean inDirectory = row.wasNull();
                    return new LikelyTwin(
                            row.getLong("row_number"),
                            row.getString("row_name"),
                            row.getString("row_investor"),
                            TwinReason.valueOf(row.getString("kind")),
                            row.getObject("id") == null ? null : LeadDirectory.row(row, n),
                            inDirectory ? null : other,
                            decision == null ? null : LikelyChoice.valueOf(decision));
                },
                arguments.toArray());
    }

    /** The heading over each field, by the API's name of the field. */
    private Map<String, String> columns(UUID id) {
        var preview = preview(id);
        var columns = new HashMap<String, String>();
        var fields = preview.mapping().fields();
        for (int i = 0; i < fields.size(); i++) {
            var field = fields.get(i);
            if (field != null) {
                columns.put(field.apiName(), preview.headings().get(i));
            }
        }
        return columns;
    }

    private LeadImportPreview preview(ResultSet row) throws SQLException {
        var headings = texts(row.getArray("headings"));
        var ordered = texts(row.getArray("fields"));
        var remembered = LeadImport.remembered(jdbc, headings);
        LeadImportMapping mapping;
        if (!ordered.isEmpty()) {
            mapping = LeadImportMapping.stored(ordered.toArray(String[]::new));
        } else {
            mapping = remembered == null ? LeadImportMapping.guess(headings) : remembered;
        }
        List<List<String>> samples =
                json.readValue(row.getString("samples"), new TypeReference<>() {});
        return new LeadImportPreview(headings, samples, mapping, mapping.equals(remembered));
    }

    private static LeadImportStatus status(ResultSet row, int n) throws SQLException {
        var phase = row.getString("phase");
        long read = row.getLong("read_rows");
        double seconds = row.getDouble("seconds");
        var undoneAt = instant(row.getTimestamp("undone_at"));
        return new LeadImportStatus(
                row.getObject("id", UUID.class),
                row.getString("file_name"),
                LeadImportState.valueOf(row.getString("state")),
                phase == null ? null : LeadImportPhase.valueOf(phase),
                row.getBoolean("dry_run"),
                read,
                row.getLong("added"),
                row.getLong("unchanged"),
                row.getLong("rejected"),
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

    private static List<String> texts(@Nullable Array array) throws SQLException {
        return List.of((String[]) Objects.requireNonNull(array).getArray());
    }
}
