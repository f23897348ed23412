package org.kaiyuan.delegation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.imports.ImportColumnsRefused;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.transfer.TabularFault;
import org.kaiyuan.platform.transfer.TabularFile;
import org.kaiyuan.platform.transfer.TabularFileRefused;
import org.kaiyuan.platform.transfer.TabularLimits;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Bringing a list as ministries send it: the file is kept, compared with the edition that counts, decided line by line, and
 * becomes a draft. Until then nothing of the list changes.
 */
@Service
@PreAuthorize("hasRole('" + DelegationPermissions.WRITE + "')")
public class ListImport {
    /** The most rows of one file. */
    public static final int MOST_ROWS = 20_000;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_CELL = 20_000;
    private static final int AT_ONCE = 500;

    private final JdbcTemplate jdbc;
    private final ListComparing comparing;
    private final ListImportDrafting drafting;
    private final CurrentPerson person;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ListImport(
            JdbcTemplate jdbc,
            ListComparing comparing,
            ListImportDrafting drafting,
            CurrentPerson person,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.comparing = comparing;
        this.drafting = drafting;
        this.person = person;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    private record Row(long number, List<String> cells) {}

    private record Table(List<String> headings, List<Row> rows) {}

    /**
     * Keeps the file until somebody says what to do with it; after thirty days it is thrown away.
     *
     * <p>No transaction is open while the content comes.
     *
     * @throws UnknownList when there is no such list
     * @throws TabularFileRefused where it is no table
     * @throws ListImportRefused when it has more rows than {@link #MOST_ROWS}
     */
    public UUID bring(ListId list, String fileName, InputStream content) {
        var table = read(content);
        var fields = remembered(table.headings());
        var id = UuidV7.next();
        transaction.executeWithoutResult(open -> {
            ListDrafting.hold(jdbc, list);
            jdbc.update(
                    """
                    insert into delegation.list_import
                        (tenant_id, id, list_id, file_name, headings, fields, rows, state, brought_at, brought_by, brought_name)
                    values (?, ?, ?, ?, ?, ?, ?, 'BROUGHT', ?, ?, ?)\
                    """,
                    CurrentTenant.get().value(),
                    id,
                    list.value(),
                    shortened(fileName),
                    table.headings().toArray(String[]::new),
                    names(fields),
                    table.rows().size(),
                    Timestamp.from(clock.instant()),
                    person.username(),
                    person.displayName());
            jdbc.batchUpdate(
                    "insert into delegation.list_import_row (tenant_id, import_id, number, cells) values (?, ?, ?, ?)",
                    table.rows(),
                    AT_ONCE,
                    (line, one) -> {
                        line.setLong(1, CurrentTenant.get().value());
                        line.setObject(2, id);
                        line.setLong(3, one.number());
                        line.setArray(
                                4,
                                line.getConnection().createArrayOf("text", one.cells().toArray()));
                    });
        });
        return id;
    }

    /**
     * Compares the file with the edition that counts; what was decided before is forgotten.
     *
     * @param fields what each column holds; null for one that is not taken
     * @throws UnknownListImport when there is none
     * @throws ImportColumnsRefused when no column holds the names, two hold the same, or there are not as many as the file has
     * @throws ListImportRefused when it has become a draft already
     */
    public void compare(
            UUID id, List<@Nullable ListImportField> fields, ListImportDefaults defaults) {
        check(fields);
        transaction.executeWithoutResult(open -> {
            var headings = headings(id);
            if (headings.size() != fields.size()) {
                throw new ImportColumnsRefused("imports.refusal.columns.count", headings.size());
            }
            jdbc.update(
                    "update delegation.list_import set fields = ?, defaults = ?::jsonb where id = ?",
                    names(fields),
                    Wordings.JSON.writeValueAsString(defaults),
                    id);
            jdbc.update(
                    """
                    insert into delegation.list_import_mapping (tenant_id, headings_key, fields) values (?, ?, ?)
                    on conflict (tenant_id, headings_key) do update set fields = excluded.fields\
                    """,
                    CurrentTenant.get().value(),
                    keyOf(headings),
                    names(fields));
        });
        comparing.compare(id, fields, defaults);
    }

    /**
     * Decides lines one by one.
     *
     * @param matter for a line that is unclear: which matter it is; null for a new one
     * @throws UnknownListImport when there is no such line
     * @throws ListImportRefused when the line cannot be decided so, or it has become a draft already
     */
    public void decide(
            UUID id, int position, ListImportLine.Choice choice, @Nullable MatterId matter) {
        transaction.executeWithoutResult(open -> comparing.decide(id, position, choice, matter));
    }

    /** Decides all lines of a kind; of unclear ones TAKE makes new matters of them. */
    public void decideAll(UUID id, ListImportLine.Kind kind, ListImportLine.Choice choice) {
        transaction.executeWithoutResult(open -> comparing.decideAll(id, kind, choice));
    }

    /**
     * Makes what was decided the list's draft, beside what was drafted before. Done twice, it is done once.
     *
     * @return how many entries the draft got from it
     * @throws UnknownListImport when there is none
     * @throws ListImportRefused when it was not compared, something is open, or the list has a newer edition
     */
    public int toDraft(UUID id) {
        return Objects.requireNonNull(transaction.execute(open -> drafting.draft(id)));
    }

    /** Throws the file away; what became a draft of it stays. */
    public void discard(UUID id) {
        transaction.executeWithoutResult(open -> {
            if (jdbc.update("delete from delegation.list_import where id = ?", id) == 0) {
                throw new UnknownListImport();
            }
        });
    }

    private List<String> headings(UUID id) {
        return jdbc
                .query(
                        "select headings, state from delegation.list_import where id = ? for update",
                        (row, n) -> {
                            if ("DRAFTED".equals(row.getString(2))) {
                                throw new ListImportRefused("drafted");
                            }
                            return List.of((String[]) row.getArray(1).getArray());
                        },
                        id)
                .stream()
                .findFirst()
                .orElseThrow(UnknownListImport::new);
    }

    private static void check(List<@Nullable ListImportField> fields) {
        var taken = new ArrayList<ListImportField>();
        for (var field : fields) {
            if (field != null) {
                if (taken.contains(field)) {
                    throw new ImportColumnsRefused("imports.refusal.columns.twice", field);
                }
                taken.add(field);
            }
        }
        if (!taken.contains(ListImportField.NAME)) {
            throw new ImportColumnsRefused("imports.refusal.columns", ListImportField.NAME);
        }
    }

    private List<@Nullable ListImportField> remembered(List<String> headings) {
        var known =
                Objects.requireNonNull(
                        transaction.execute(open ->
                                jdbc.query(
                                        "select fields from delegation.list_import_mapping where headings_key = ?",
                                        (row, n) ->
                                                fields(
                                                        List.of(
                                                                (String[])
                                                                        row.getArray(1)
                                                                                .getArray())),
                                        keyOf(headings))));
        return known.isEmpty() || known.getFirst().size() != headings.size()
                ? ListImportField.guess(headings)
                : known.getFirst();
    }

    private static Table read(InputStream content) {
        try {
            var file = Files.createTempFile("kaiyuan-list-", ".tmp");
            try {
                spool(content, file);
                return table(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void spool(InputStream content, Path file) throws IOException {
        long most = TabularLimits.DEFAULT.fileBytes();
        try (var out = Files.newOutputStream(file)) {
            var buffer = new byte[65_536];
            long total = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                total += read;
                if (total > most) {
                    throw new TabularFileRefused(TabularFault.TOO_LARGE, Long.toString(most >> 20));
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private static Table table(Path file) {
        var rows = new ArrayList<Row>();
        try (var table = TabularFile.open(file, TabularLimits.DEFAULT)) {
            var headings = table.headings().stream().map(ChineseText::storable).toList();
            for (var row = table.next(); row != null; row = table.next()) {
                if (rows.size() == MOST_ROWS) {
                    throw new ListImportRefused("tooMany", MOST_ROWS);
                }
                rows.add(
                        new Row(
                                row.number(),
                                row.cells().stream()
                                        .limit(headings.size())
                                        .map(cell ->
                                                ChineseText.cut(
                                                        ChineseText.storable(cell), LONGEST_CELL))
                                        .toList()));
            }
            if (rows.isEmpty()) {
                throw new TabularFileRefused(TabularFault.NO_ROWS);
            }
            return new Table(headings, rows);
        }
    }

    static String[] names(List<@Nullable ListImportField> fields) {
        return fields.stream()
                .map(field -> field == null ? "" : field.apiName())
                .toArray(String[]::new);
    }

    static List<@Nullable ListImportField> fields(List<String> names) {
        var fields = new ArrayList<@Nullable ListImportField>();
        names.forEach(name -> fields.add(ListImportField.named(name).orElse(null)));
        return fields;
    }

    private static String keyOf(List<String> headings) {
        return headings.stream().map(ChineseText::key).collect(Collectors.joining("\u001f"));
    }

    private static String shortened(String fileName) {
        var name =
                fileName.substring(
                                Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                        .replaceAll("\\p{Cntrl}", " ")
                        .strip();
        return name.isEmpty() ? "—" : ChineseText.cut(name, LONGEST_NAME);
    }
}
