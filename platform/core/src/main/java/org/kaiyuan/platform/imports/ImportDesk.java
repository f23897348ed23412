package org.kaiyuan.platform.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.jobs.Jobs;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.transfer.Cells;
import org.kaiyuan.platform.transfer.TabularFault;
import org.kaiyuan.platform.transfer.TabularFile;
import org.kaiyuan.platform.transfer.TabularFileRefused;
import org.kaiyuan.platform.transfer.TabularLimits;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes the files of one module: looked at when they come, tried and loaded in the background. It asks for no
 * permission: the use cases of the module do.
 */
public final class ImportDesk<C> {
    /** The largest file that is taken. */
    public static final long MOST_BYTES = TabularLimits.DEFAULT.fileBytes();

    private static final int SAMPLES = 3;
    private static final int LONGEST_FILE_NAME = 200;

    private final ImportTables tables;
    private final KnownColumns<C> columns;
    private final KeptFiles files;
    private final JdbcTemplate jdbc;
    private final Jobs jobs;
    private final TransactionTemplate transaction;
    private final JsonMapper json = JsonMapper.builder().build();

    public ImportDesk(
            ImportTables tables,
            ColumnWords<C> words,
            ColumnGuess<C> guess,
            JdbcTemplate jdbc,
            Jobs jobs,
            PlatformTransactionManager transactions) {
        this.tables = tables;
        this.columns = new KnownColumns<>(tables, words, guess, jdbc);
        this.files = new KeptFiles(tables, jdbc);
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Keeps the file until somebody says what to do with it; after seven days it is thrown away.
     *
     * <p>No transaction is open while the content comes.
     *
     * @throws TabularFileRefused where it is no table
     */
    public UUID bring(String fileName, InputStream content) {
        try {
            var file = KeptFiles.spot();
            try {
                long size = KeptFiles.spool(content, file);
                var headings = new ArrayList<String>();
                var samples = new ArrayList<List<String>>();
                look(file, headings, samples);
                var id = UuidV7.next();
                transaction.executeWithoutResult(t -> {
                    files.throwAwayOld();
                    insert(id, shortened(fileName), size, headings, samples);
                    files.keep(file, id);
                });
                return id;
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Brings a file and has it imported soon.
     *
     * @param byHeading the API's field names by the headings; null: as remembered, else guessed
     * @throws TabularFileRefused where it is no table
     * @throws ImportColumnsRefused where no column holds what is needed
     */
    public UUID start(
            String fileName,
            InputStream content,
            String manner,
            @Nullable Map<String, String> byHeading,
            boolean dryRun) {
        var id = bring(fileName, content);
        try {
            order(id, manner, byHeading, dryRun);
        } catch (ImportColumnsRefused refused) {
            transaction.executeWithoutResult(t -> files.cancel(id));
            throw refused;
        }
        return id;
    }

    /**
     * Has a file that is kept imported soon, or tried.
     *
     * @param byHeading the API's field names by the headings; null: as it was, remembered, else guessed
     * @throws UnknownImport when there is none, or it is another zone's
     * @throws ImportRefused when it runs, or its file is no longer kept
     */
    public void order(
            UUID id, String manner, @Nullable Map<String, String> byHeading, boolean dryRun) {
        transaction.executeWithoutResult(t -> {
            var mapping =
                    byHeading == null
                            ? null
                            : ColumnMapping.of(columns.words(), columns.headings(id), byHeading);
            submit(id, manner, mapping, dryRun);
        });
    }

    /**
     * As {@link #order(UUID, String, Map, boolean)}, with columns as a person said.
     *
     * @throws ImportColumnsRefused when there are not as many as the file has
     */
    public void order(UUID id, String manner, ColumnMapping<C> mapping, boolean dryRun) {
        transaction.executeWithoutResult(t -> submit(id, manner, mapping, dryRun));
    }

    /**
     * Stops it; nothing of it is kept. Harmless for one that was stopped already.
     *
     * @throws ImportRefused when it has ended
     */
    public void cancel(UUID id) {
        transaction.executeWithoutResult(t -> stop(id));
    }

    private void stop(UUID id) {
        var states =
                jdbc.queryForList(
                        tables.in(
                                "select state, run_id from {word}.import_job where id = ? for no key update"),
                        id);
        if (states.isEmpty()) {
            throw new UnknownImport();
        }
        var row = states.getFirst();
        switch (ImportState.valueOf(String.valueOf(row.get("state")))) {
            case RUNNING ->
                    jdbc.update(
                            tables.in(
                                    "update {word}.import_job set cancel_wanted = true where id = ?"),
                            id);
            case QUEUED, UPLOADED -> {
                files.cancel(id);
                if (row.get("run_id") instanceof UUID run) {
                    jobs.withdraw(run);
                }
            }
            case CANCELLED -> {}
            case COMPLETED, FAILED -> throw new ImportRefused("imports.refusal.ended");
        }
    }

    private void submit(UUID id, String manner, @Nullable ColumnMapping<C> asked, boolean dryRun) {
        var headings = columns.headings(id);
        if (asked != null) {
            columns.remember(headings, asked);
        }
        var mapping = asked == null ? columns.of(id, headings) : asked;
        mapping.refuseWithoutLeading();
        if (mapping.columns().size() != headings.size()) {
            throw new ImportColumnsRefused("imports.refusal.columns.count", headings.size());
        }
        var runId = UuidV7.next();
        int ordered =
                jdbc.update(
                        tables.in(
                                "update {word}.import_job j set "
                                        + tables.manner().column()
                                        + " = ?::"
                                        + tables.manner().type()
                                        + (tables.changes() ? ", changed = 0" : "")
                                        + """
                                        , state = 'QUEUED', phase = null, dry_run = ?, fields = ?, run_id = ?,
                                            cancel_wanted = false, failure_key = null, failure_values = '{}', ended_at = null,
                                            started_at = null, read_rows = 0, added = 0, unchanged = 0, rejected = 0,
                                            actor = ?, actor_name = ?
                                        where j.id = ? and j.state not in ('QUEUED', 'RUNNING')
                                          and exists (select from {word}.import_chunk c where c.import_id = j.id)\
                                        """),
                        manner,
                        dryRun,
                        mapping.names(),
                        runId,
                        ChangeHistory.actor(),
                        ChangeHistory.actorName(),
                        id);
        if (ordered == 0) {
            throw new ImportRefused(
                    "imports.refusal." + (isUnderWay(id) ? "underWay" : "notWaiting"));
        }
        jobs.submit(tables.kind(), CurrentTenant.get(), runId);
    }

    private boolean isUnderWay(UUID id) {
        return jdbc
                .queryForList(
                        tables.in("select state from {word}.import_job where id = ?"),
                        String.class,
                        id)
                .stream()
                .anyMatch(state -> ImportState.valueOf(state).isUnderWay());
    }

    private static void look(Path file, List<String> headings, List<List<String>> samples) {
        try (var table = TabularFile.open(file, TabularLimits.DEFAULT)) {
            headings.addAll(table.headings());
            for (var row = table.next(); row != null; row = table.next()) {
                samples.add(
                        row.cells().stream()
                                .limit(headings.size())
                                .map(cell -> Cells.cut(cell.replace('\u0000', ' ')))
                                .toList());
                if (samples.size() == SAMPLES) {
                    return;
                }
            }
        }
        if (samples.isEmpty()) {
            throw new TabularFileRefused(TabularFault.NO_ROWS);
        }
    }

    private void insert(
            UUID id,
            String fileName,
            long size,
            List<String> headings,
            List<List<String>> samples) {
        var manner = tables.manner();
        jdbc.update(
                tables.in(
                        "insert into {word}.import_job (%s, tenant_id, id, file_name, file_bytes, state, actor, actor_name, headings, samples)"
                                        .formatted(manner.column())
                                + " values (?::%s, ?, ?, ?, ?, 'UPLOADED', ?, ?, ?, ?::jsonb)"
                                        .formatted(manner.type())),
                manner.first(),
                CurrentTenant.get().value(),
                id,
                fileName,
                size,
                ChangeHistory.actor(),
                ChangeHistory.actorName(),
                headings.stream().map(h -> h.replace('\u0000', ' ')).toArray(String[]::new),
                json.writeValueAsString(samples));
    }

    private static String shortened(String fileName) {
        var name =
                fileName.substring(
                                Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                        .replaceAll("\\p{Cntrl}", " ")
                        .strip();
        return name.length() <= LONGEST_FILE_NAME ? name : name.substring(0, LONGEST_FILE_NAME);
    }
}
