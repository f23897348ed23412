package org.kaiyuan.leads;

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
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.jobs.Jobs;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.transfer.TabularFault;
import org.kaiyuan.platform.transfer.TabularFile;
import org.kaiyuan.platform.transfer.TabularFileRefused;
import org.kaiyuan.platform.transfer.TabularLimits;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Bringing a file of leads: looked at when it comes, tried and loaded in the background. */
@Service
@PreAuthorize("hasRole('" + LeadPermissions.IMPORT + "')")
public class LeadImport {
    /** The largest file that is taken. */
    public static final long MOST_BYTES = TabularLimits.DEFAULT.fileBytes();

    private static final int CHUNK = 1 << 20;
    private static final int SAMPLES = 3;
    private static final int LONGEST_FILE_NAME = 200;

    private final JdbcTemplate jdbc;
    private final Jobs jobs;
    private final CurrentPerson person;
    private final TransactionTemplate transaction;
    private final JsonMapper json = JsonMapper.builder().build();

    LeadImport(
            JdbcTemplate jdbc,
            Jobs jobs,
            CurrentPerson person,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.person = person;
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
            var file = Files.createTempFile("kaiyuan-import-", ".tmp");
            try {
                long size = spool(content, file);
                var headings = new ArrayList<String>();
                var samples = new ArrayList<List<String>>();
                look(file, headings, samples);
                var id = UuidV7.next();
                transaction.executeWithoutResult(t -> {
                    throwAwayOldFiles();
                    insert(id, shortened(fileName), size, headings, samples);
                    keep(file, id);
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
     * @throws LeadImportColumnsRefused where no column holds names
     */
    public UUID start(
            String fileName,
            InputStream content,
            @Nullable Map<String, String> byHeading,
            boolean dryRun) {
        var id = bring(fileName, content);
        try {
            order(id, byHeading, dryRun);
        } catch (LeadImportColumnsRefused refused) {
            discard(id);
            throw refused;
        }
        return id;
    }

    /**
     * Has a file that is kept imported soon, or tried.
     *
     * @param byHeading the API's field names by the headings; null: as it was, remembered, else guessed
     * @throws UnknownLeadImport when there is none, or it is another zone's
     * @throws LeadImportRefused when it runs, or its file is no longer kept
     */
    public void order(UUID id, @Nullable Map<String, String> byHeading, boolean dryRun) {
        transaction.executeWithoutResult(t -> {
            var mapping = byHeading == null ? null : LeadImportMapping.of(headings(id), byHeading);
            submit(id, mapping, dryRun);
        });
    }

    /**
     * As {@link #order(UUID, Map, boolean)}, with columns as a person said.
     *
     * @throws LeadImportColumnsRefused when there are not as many as the file has
     */
    public void order(UUID id, LeadImportMapping mapping, boolean dryRun) {
        transaction.executeWithoutResult(t -> submit(id, mapping, dryRun));
    }

    /**
     * Stops it; nothing of it is kept. Harmless for one that was stopped already.
     *
     * @throws LeadImportRefused when it has ended
     */
    @Transactional
    public void cancel(UUID id) {
        var states =
                jdbc.queryForList(
                        "select state, run_id from leads.import_job where id = ? for no key update",
                        id);
        if (states.isEmpty()) {
            throw new UnknownLeadImport();
        }
        var row = states.getFirst();
        switch (LeadImportState.valueOf(String.valueOf(row.get("state")))) {
            case RUNNING ->
                    jdbc.update(
                            "update leads.import_job set cancel_wanted = true where id = ?", id);
            case QUEUED, UPLOADED -> {
                discard(id);
                if (row.get("run_id") instanceof UUID run) {
                    jobs.withdraw(run);
                }
            }
            case CANCELLED -> {}
            case COMPLETED, FAILED -> throw new LeadImportRefused("ended");
        }
    }

    private void submit(UUID id, @Nullable LeadImportMapping asked, boolean dryRun) {
        var headings = headings(id);
        var mapping = asked;
        if (mapping == null) {
            var known =
                    jdbc.query(
                            "select fields from leads.import_job where id = ? and cardinality(fields) > 0",
                            (row, n) ->
                                    LeadImportMapping.stored((String[]) row.getArray(1).getArray()),
                            id);
            mapping = known.isEmpty() ? remembered(jdbc, headings) : known.getFirst();
        } else {
            remember(headings, mapping);
        }
        if (mapping == null) {
            mapping = LeadImportMapping.guess(headings);
        }
        mapping.refuseNameless();
        if (mapping.fields().size() != headings.size()) {
            throw new LeadImportColumnsRefused();
        }
        var runId = UuidV7.next();
        int ordered =
                jdbc.update(
                        """
                        update leads.import_job j
                        set state = 'QUEUED', phase = null, dry_run = ?, any_stage = ?, fields = ?, run_id = ?,
                            cancel_wanted = false, failure_key = null, failure_values = '{}', ended_at = null,
                            started_at = null, read_rows = 0, added = 0, unchanged = 0, rejected = 0,
                            actor = ?, actor_name = ?
                        where j.id = ? and j.state not in ('QUEUED', 'RUNNING')
                          and exists (select from leads.import_chunk c where c.import_id = j.id)\
                        """,
                        dryRun,
                        person.may(LeadPermissions.OVERRIDE),
                        mapping.names(),
                        runId,
                        ChangeHistory.actor(),
                        ChangeHistory.actorName(),
                        id);
        if (ordered == 0) {
            throw new LeadImportRefused(isUnderWay(id) ? "underWay" : "notWaiting");
        }
        jobs.submit(ImportLeads.KIND, CurrentTenant.get(), runId);
    }

    private boolean isUnderWay(UUID id) {
        return jdbc
                .queryForList("select state from leads.import_job where id = ?", String.class, id)
                .stream()
                .anyMatch(state -> LeadImportState.valueOf(state).isUnderWay());
    }

    private List<String> headings(UUID id) {
        return jdbc
                .query(
                        "select headings from leads.import_job where id = ?",
                        (row, n) -> List.of((String[]) row.getArray(1).getArray()),
                        id)
                .stream()
                .findFirst()
                .orElseThrow(() -> new UnknownLeadImport());
    }

    /** What a person of this zone once said of such a file; null where nobody has. */
    static @Nullable LeadImportMapping remembered(JdbcTemplate jdbc, List<String> headings) {
        return jdbc
                .query(
                        "select fields from leads.import_mapping where headings_key = ?",
                        (row, n) -> LeadImportMapping.stored((String[]) row.getArray(1).getArray()),
                        LeadImportMapping.keyOf(headings))
                .stream()
                .filter(mapping -> mapping.fields().size() == headings.size())
                .findFirst()
                .orElse(null);
    }

    private void remember(List<String> headings, LeadImportMapping mapping) {
        mapping.refuseNameless();
        jdbc.update(
                """
                insert into leads.import_mapping (tenant_id, headings_key, fields, actor_name, changed_at)
                values (?, ?, ?, ?, now())
                on conflict (tenant_id, headings_key) do update
                set fields = excluded.fields, actor_name = excluded.actor_name, changed_at = excluded.changed_at\
                """,
                CurrentTenant.get().value(),
                LeadImportMapping.keyOf(headings),
                mapping.names(),
                ChangeHistory.actorName());
    }

    private static void look(Path file, List<String> headings, List<List<String>> samples) {
        try (var table = TabularFile.open(file, TabularLimits.DEFAULT)) {
            headings.addAll(table.headings());
            for (var row = table.next(); row != null; row = table.next()) {
                samples.add(
                        row.cells().stream()
                                .limit(headings.size())
                                .map(cell -> StagedLead.cut(cell.replace('\u0000', ' ')))
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
        jdbc.update(
                """
                insert into leads.import_job
                    (tenant_id, id, file_name, file_bytes, state, actor, actor_name, headings, samples)
                values (?, ?, ?, ?, 'UPLOADED', ?, ?, ?, ?::jsonb)\
                """,
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

    private static long spool(InputStream content, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            var buffer = new byte[65536];
            long total = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                total += read;
                if (total > MOST_BYTES) {
                    throw new TabularFileRefused(
                            TabularFault.TOO_LARGE, Long.toString(MOST_BYTES >> 20));
                }
                out.write(buffer, 0, read);
            }
            return total;
        }
    }

    private void keep(Path file, UUID id) {
        try (var in = Files.newInputStream(file)) {
            int position = 0;
            for (var chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
                jdbc.update(
                        "insert into leads.import_chunk values (?, ?, ?, ?)",
                        CurrentTenant.get().value(),
                        id,
                        position++,
                        chunk);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void discard(UUID id) {
        transaction.executeWithoutResult(t -> {
            jdbc.update(
                    """
                    update leads.import_job
                    set state = 'CANCELLED', phase = null, ended_at = clock_timestamp() where id = ?\
                    """,
                    id);
            jdbc.update("delete from leads.import_chunk where import_id = ?", id);
        });
    }

    private void throwAwayOldFiles() {
        jdbc.update(
                """
                with old as (
                    update leads.import_job
                    set state = case when state = 'UPLOADED' then 'CANCELLED' else state end,
                        failure_key = case when state = 'UPLOADED' then 'leads.import.expired' else failure_key end
                    where created_at < now() - interval '7 days' and state not in ('QUEUED', 'RUNNING')
                      and id in (select import_id from leads.import_chunk where position = 0)
                    returning id)
                delete from leads.import_chunk c using old where c.import_id = old.id\
                """);
    }
}
