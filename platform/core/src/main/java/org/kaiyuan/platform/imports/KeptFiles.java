package org.kaiyuan.platform.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.transfer.TabularFault;
import org.kaiyuan.platform.transfer.TabularFileRefused;
import org.springframework.jdbc.core.JdbcTemplate;

/** The files of imports: on this node's disk for a moment, in the database in pieces until they are loaded. */
final class KeptFiles {
    private static final int CHUNK = 1 << 20;

    private final ImportTables tables;
    private final JdbcTemplate jdbc;

    KeptFiles(ImportTables tables, JdbcTemplate jdbc) {
        this.tables = tables;
        this.jdbc = jdbc;
    }

    static Path spot() throws IOException {
        return Files.createTempFile("kaiyuan-import-", ".tmp");
    }

    /** @return how large it is */
    static long spool(InputStream content, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            var buffer = new byte[65536];
            long total = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                total += read;
                if (total > ImportDesk.MOST_BYTES) {
                    throw new TabularFileRefused(
                            TabularFault.TOO_LARGE, Long.toString(ImportDesk.MOST_BYTES >> 20));
                }
                out.write(buffer, 0, read);
            }
            return total;
        }
    }

    void keep(Path file, UUID id) {
        try (var in = Files.newInputStream(file)) {
            int position = 0;
            for (var chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
                jdbc.update(
                        tables.in("insert into {word}.import_chunk values (?, ?, ?, ?)"),
                        CurrentTenant.get().value(),
                        id,
                        position++,
                        chunk);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void fetch(UUID id, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            for (int position = 0; ; position++) {
                var chunk =
                        jdbc.query(
                                tables.in(
                                        "select content from {word}.import_chunk where import_id = ? and position = ?"),
                                (row, n) -> row.getBytes(1),
                                id,
                                position);
                if (chunk.isEmpty()) {
                    return;
                }
                out.write(chunk.getFirst());
            }
        }
    }

    void throwAway(UUID id) {
        jdbc.update(tables.in("delete from {word}.import_chunk where import_id = ?"), id);
    }

    /** Ends an import that nobody wants any more; nothing of it is kept. */
    void cancel(UUID id) {
        jdbc.update(
                tables.in(
                        """
                        update {word}.import_job
                        set state = 'CANCELLED', phase = null, ended_at = clock_timestamp() where id = ?\
                        """),
                id);
        throwAway(id);
    }

    /** Those that nobody has asked for in seven days. */
    void throwAwayOld() {
        jdbc.update(
                tables.in(
                        """
                        with old as (
                            update {word}.import_job
                            set state = case when state = 'UPLOADED' then 'CANCELLED' else state end,
                                failure_key = case when state = 'UPLOADED' then ? else failure_key end
                            where created_at < now() - interval '7 days' and state not in ('QUEUED', 'RUNNING')
                              and id in (select import_id from {word}.import_chunk where position = 0)
                            returning id)
                        delete from {word}.import_chunk c using old where c.import_id = old.id\
                        """),
                tables.message("expired"));
    }
}
