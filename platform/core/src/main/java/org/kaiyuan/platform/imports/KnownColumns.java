package org.kaiyuan.platform.imports;

import java.sql.Array;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is known of the columns of files: as ordered, as a person of this zone once said, or by a guess. */
final class KnownColumns<C> {
    private final ImportTables tables;
    private final ColumnWords<C> words;
    private final ColumnGuess<C> guess;
    private final JdbcTemplate jdbc;

    KnownColumns(
            ImportTables tables, ColumnWords<C> words, ColumnGuess<C> guess, JdbcTemplate jdbc) {
        this.tables = tables;
        this.words = words;
        this.guess = guess;
        this.jdbc = jdbc;
    }

    ColumnWords<C> words() {
        return words;
    }

    /** @throws UnknownImport when there is none, or it is another zone's */
    List<String> headings(UUID id) {
        return jdbc
                .query(
                        tables.in("select headings from {word}.import_job where id = ?"),
                        (row, n) -> texts(row.getArray(1)),
                        id)
                .stream()
                .findFirst()
                .orElseThrow(UnknownImport::new);
    }

    /** @param ordered as stored; empty where nobody has ordered it */
    ColumnMapping<C> of(List<String> headings, List<String> ordered) {
        if (!ordered.isEmpty()) {
            return ColumnMapping.stored(words, ordered);
        }
        var remembered = remembered(headings);
        return remembered == null
                ? ColumnMapping.guessed(words, guess.guess(headings))
                : remembered;
    }

    /** As of its last order, else as of others like it. */
    ColumnMapping<C> of(UUID id, List<String> headings) {
        var ordered =
                jdbc.query(
                        tables.in("select fields from {word}.import_job where id = ?"),
                        (row, n) -> texts(row.getArray(1)),
                        id);
        return of(headings, ordered.isEmpty() ? List.of() : ordered.getFirst());
    }

    /** What a person of this zone once said of such a file; null where nobody has. */
    @Nullable ColumnMapping<C> remembered(List<String> headings) {
        return jdbc
                .query(
                        tables.in(
                                "select fields from {word}.import_mapping where headings_key = ?"),
                        (row, n) -> ColumnMapping.stored(words, texts(row.getArray(1))),
                        ColumnMapping.keyOf(headings))
                .stream()
                .filter(mapping -> mapping.columns().size() == headings.size())
                .findFirst()
                .orElse(null);
    }

    void remember(List<String> headings, ColumnMapping<C> mapping) {
        guess.refuseUnknown(mapping);
        mapping.refuseWithoutLeading();
        jdbc.update(
                tables.in(
                        """
                        insert into {word}.import_mapping (tenant_id, headings_key, fields, actor_name, changed_at)
                        values (?, ?, ?, ?, now())
                        on conflict (tenant_id, headings_key) do update
                        set fields = excluded.fields, actor_name = excluded.actor_name, changed_at = excluded.changed_at\
                        """),
                CurrentTenant.get().value(),
                ColumnMapping.keyOf(headings),
                mapping.names(),
                ChangeHistory.actorName());
    }

    static List<String> texts(@Nullable Array array) throws SQLException {
        return List.of((String[]) Objects.requireNonNull(array).getArray());
    }
}
