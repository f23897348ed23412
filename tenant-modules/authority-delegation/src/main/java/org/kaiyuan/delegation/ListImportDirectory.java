package org.kaiyuan.delegation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files that were brought, and what their rows are to the list. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + DelegationPermissions.WRITE + "')")
public class ListImportDirectory {
    /** The largest page. */
    public static final int MOST = 200;

    private static final int SAMPLES = 3;

    private final JdbcTemplate jdbc;

    ListImportDirectory(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest of a list first, at most {@link #MOST}; without samples and counts. */
    public List<ListImportView> of(ListId list) {
        return jdbc.query(
                "select * from delegation.list_import where list_id = ? order by id desc limit ?",
                (row, n) -> view(row, List.of(), Map.of(), 0),
                list.value(),
                MOST);
    }

    /** @throws UnknownListImport when there is none */
    public ListImportView get(UUID id) {
        Map<ListImportLine.Kind, Integer> counts = new EnumMap<>(ListImportLine.Kind.class);
        int[] open = new int[1];
        jdbc.query(
                """
                select kind, count(*), count(*) filter (where choice = 'OPEN') from delegation.list_import_line
                where import_id = ? group by kind\
                """,
                row -> {
                    counts.put(ListImportLine.Kind.valueOf(row.getString(1)), row.getInt(2));
                    open[0] += row.getInt(3);
                },
                id);
        var samples =
                jdbc.query(
                        "select cells from delegation.list_import_row where import_id = ? order by number limit ?",
                        (row, n) -> List.of((String[]) row.getArray(1).getArray()),
                        id,
                        SAMPLES);
        return jdbc
                .query(
                        "select * from delegation.list_import where id = ?",
                        (row, n) -> view(row, samples, counts, open[0]),
                        id)
                .stream()
                .findFirst()
                .orElseThrow(UnknownListImport::new);
    }

    /**
     * In their order.
     *
     * @param kind only those of a kind; null for all
     * @param after position of the last of the page before; 0 for the first
     * @param limit at most {@link #MOST}
     */
    public List<ListImportLine> lines(
            UUID id, ListImportLine.@Nullable Kind kind, int after, int limit) {
        var candidates = new ArrayList<UUID>();
        Map<Integer, List<UUID>> byLine = new HashMap<>();
        var lines =
                jdbc.query(
                        """
                        select %s, i.position, i.row_number, i.kind as line_kind, coalesce(nullif(i.name, ''), m.name) as said_name,
                               i.note, i.candidates, i.fault_key, i.fault_values, i.choice
                        from delegation.list_import_line i
                        join delegation.list_import f on f.tenant_id = i.tenant_id and f.id = i.import_id
                        left join delegation.wording w on w.tenant_id = i.tenant_id and w.list_id = f.list_id
                            and w.entry_id = i.entry_id and w.to_edition is null
                        left join delegation.matter m on m.tenant_id = w.tenant_id and m.id = w.matter_id
                        where i.import_id = ? and (?::text is null or i.kind = ?) and i.position > ?
                        order by i.position limit ?\
                        """
                                .formatted(Wordings.COLUMNS),
                        (row, n) -> {
                            var ids = List.of((UUID[]) row.getArray("candidates").getArray());
                            byLine.put(row.getInt("position"), ids);
                            candidates.addAll(ids);
                            return line(row);
                        },
                        id,
                        kind == null ? null : kind.name(),
                        kind == null ? null : kind.name(),
                        after,
                        Math.clamp(limit, 1, MOST));
        if (candidates.isEmpty()) {
            return lines;
        }
        var named = named(candidates);
        return lines.stream()
                .map(one ->
                        with(
                                one,
                                byLine.getOrDefault(one.position(), List.of()).stream()
                                        .filter(named::containsKey)
                                        .map(named::get)
                                        .toList()))
                .toList();
    }

    private Map<UUID, ListImportLine.Candidate> named(List<UUID> ids) {
        Map<UUID, ListImportLine.Candidate> named = new HashMap<>();
        jdbc.query(
                "select id, code, name from delegation.matter where id = any (?)",
                row -> {
                    var id = row.getObject(1, UUID.class);
                    named.put(
                            id,
                            new ListImportLine.Candidate(
                                    new MatterId(id), row.getString(2), row.getString(3)));
                },
                (Object) ids.toArray(UUID[]::new));
        return named;
    }

    private static ListImportLine with(
            ListImportLine line, List<ListImportLine.Candidate> candidates) {
        return new ListImportLine(
                line.position(),
                line.row(),
                line.kind(),
                line.name(),
                line.now(),
                line.next(),
                candidates,
                line.faultKey(),
                line.faultValues(),
                line.choice());
    }

    private static ListImportLine line(ResultSet row) throws SQLException {
        var now = row.getObject(1) == null ? null : Wordings.entry(row).note();
        return new ListImportLine(
                row.getInt("position"),
                row.getObject("row_number", Long.class),
                ListImportLine.Kind.valueOf(row.getString("line_kind")),
                String.valueOf(row.getString("said_name")),
                now,
                Wordings.note(row.getString("note")),
                List.of(),
                row.getString("fault_key"),
                List.of((String[]) row.getArray("fault_values").getArray()),
                ListImportLine.Choice.valueOf(row.getString("choice")));
    }

    private static ListImportView view(
            ResultSet row,
            List<List<String>> samples,
            Map<ListImportLine.Kind, Integer> counts,
            int open)
            throws SQLException {
        int compared = row.getInt("compared_with");
        boolean isCompared = !row.wasNull();
        return new ListImportView(
                row.getObject("id", UUID.class),
                new ListId(row.getObject("list_id", UUID.class)),
                row.getString("file_name"),
                ListImportView.State.valueOf(row.getString("state")),
                List.of((String[]) row.getArray("headings").getArray()),
                ListImport.fields(List.of((String[]) row.getArray("fields").getArray())),
                samples,
                row.getInt("rows"),
                Wordings.JSON.readValue(row.getString("defaults"), ListImportDefaults.class),
                isCompared ? compared : null,
                counts,
                open,
                row.getTimestamp("brought_at").toInstant(),
                row.getString("brought_name"));
    }
}
