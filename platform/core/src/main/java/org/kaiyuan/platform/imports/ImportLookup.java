package org.kaiyuan.platform.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
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
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Looks the imports of one module up: how far they are and what they kept out. In the open transaction. */
public final class ImportLookup<C> implements KeptImports<C> {
    private static final int PAGE = 1000;

    private final ImportTables tables;
    private final KnownColumns<C> columns;
    private final JdbcTemplate jdbc;
    private final Messages messages;
    private final String statusSql;
    private final JsonMapper json = JsonMapper.builder().build();

    public ImportLookup(
            ImportTables tables,
            ColumnWords<C> words,
            ColumnGuess<C> guess,
            JdbcTemplate jdbc,
            Messages messages) {
        this.tables = tables;
        this.columns = new KnownColumns<>(tables, words, guess, jdbc);
        this.jdbc = jdbc;
        this.messages = messages;
        this.statusSql =
                tables.in(
                        "select j.%s::text as manner, %s as changed,"
                                        .formatted(
                                                tables.manner().column(),
                                                tables.changes() ? "j.changed" : "0")
                                + """
                                 j.id, j.file_name, j.state, j.phase, j.dry_run, j.read_rows, j.added, j.unchanged,
                                   j.rejected, j.actor_name, j.created_at, j.ended_at, j.failure_key, j.failure_values,
                                   j.undo_wanted_at, j.undone_at, j.undone_by_name,
                                   extract(epoch from coalesce(j.ended_at, clock_timestamp()) - j.started_at) as seconds,
                                   exists (select from {word}.import_chunk c
                                           where c.tenant_id = j.tenant_id and c.import_id = j.id
                                             and c.position = 0) as file_kept,
                                   (select count(*) from {word}.import_likely l
                                    where l.tenant_id = j.tenant_id and l.import_id = j.id
                                      and l.decision is null) as undecided
                                from {word}.import_job j
                                """);
    }

    @Override
    public List<ImportJob> newest(int limit) {
        return jdbc.query(
                statusSql + " order by j.id desc limit ?",
                ImportLookup::job,
                Math.clamp(limit, 1, 200));
    }

    @Override
    public ImportJob status(UUID id) {
        return jdbc.query(statusSql + " where j.id = ?", ImportLookup::job, id).stream()
                .findFirst()
                .orElseThrow(UnknownImport::new);
    }

    @Override
    public ImportPreview<C> preview(UUID id) {
        return jdbc
                .query(
                        tables.in(
                                "select headings, samples, fields from {word}.import_job where id = ?"),
                        (row, n) -> preview(row),
                        id)
                .stream()
                .findFirst()
                .orElseThrow(UnknownImport::new);
    }

    @Override
    public List<ImportError> errors(UUID id, @Nullable ImportError after, int limit) {
        return errors(id, headings(id), after, limit);
    }

    private List<ImportError> errors(
            UUID id, Map<String, String> headings, @Nullable ImportError after, int limit) {
        return jdbc.query(
                tables.in(
                        "select row_number, field, value, reason, "
                                + (tables.argued() ? "arguments" : "'{}'::text[]")
                                + """
                                 from {word}.import_error
                                where import_id = ? and (row_number, field) > (?, ?) order by row_number, field limit ?\
                                """),
                (row, n) -> {
                    var field = row.getString(2);
                    var heading = headings.get(field);
                    return new ImportError(
                            row.getLong(1),
                            heading == null ? columns.words().nowhere(field) : heading,
                            field,
                            row.getString(3),
                            row.getString(4),
                            KnownColumns.texts(row.getArray(5)));
                },
                id,
                after == null ? 0 : after.row(),
                after == null ? "" : after.field(),
                Math.clamp(limit, 1, 10_000));
    }

    @Override
    public void writeErrors(UUID id, Locale locale, List<String> captions, OutputStream out)
            throws IOException {
        var headings = headings(id);
        var page = errors(id, headings, null, PAGE);
        try (var csv = TabularWriter.to(out, TabularFormat.CSV, "", captions)) {
            while (!page.isEmpty()) {
                for (var error : page) {
                    csv.row(
                            error.row(),
                            error.column(),
                            error.field(),
                            error.value(),
                            error.reason(messages, locale));
                }
                page = errors(id, headings, page.getLast(), PAGE);
            }
        }
    }

    /** The heading over each field, by the name under which its faults are told. */
    private Map<String, String> headings(UUID id) {
        var preview = preview(id);
        var headings = new HashMap<String, String>();
        var held = preview.mapping().columns();
        for (int i = 0; i < held.size(); i++) {
            var column = held.get(i);
            if (column != null) {
                headings.put(columns.words().faultOf(column), preview.headings().get(i));
            }
        }
        return headings;
    }

    private ImportPreview<C> preview(ResultSet row) throws SQLException {
        var headings = KnownColumns.texts(row.getArray("headings"));
        var mapping = columns.of(headings, KnownColumns.texts(row.getArray("fields")));
        List<List<String>> samples =
                json.readValue(row.getString("samples"), new TypeReference<>() {});
        return new ImportPreview<>(
                headings, samples, mapping, mapping.equals(columns.remembered(headings)));
    }

    private static ImportJob job(ResultSet row, int n) throws SQLException {
        var phase = row.getString("phase");
        long read = row.getLong("read_rows");
        double seconds = row.getDouble("seconds");
        var undoneAt = instant(row.getTimestamp("undone_at"));
        return new ImportJob(
                row.getObject("id", UUID.class),
                row.getString("file_name"),
                row.getString("manner"),
                ImportState.valueOf(row.getString("state")),
                phase == null ? null : ImportPhase.valueOf(phase),
                row.getBoolean("dry_run"),
                read,
                row.getLong("added"),
                row.getLong("changed"),
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
                KnownColumns.texts(row.getArray("failure_values")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
