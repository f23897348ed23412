package org.kaiyuan.enterprises;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
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
import org.springframework.transaction.annotation.Transactional;

/** Bringing a file of enterprises: checked at once, loaded in the background. */
@Service
@Transactional
public class EnterpriseImport {
    private static final int CHUNK = 1 << 20;

    private final JdbcTemplate jdbc;
    private final Jobs jobs;

    EnterpriseImport(JdbcTemplate jdbc, Jobs jobs) {
        this.jdbc = jdbc;
        this.jobs = jobs;
    }

    /**
     * Keeps the file and has it imported soon.
     *
     * @throws TabularFileRefused where it is no table
     * @throws ImportColumnsRefused where no column holds names
     */
    @PreAuthorize("hasRole('" + EnterprisePermissions.IMPORT + "')")
    public UUID start(String fileName, InputStream content, ExistingChoice existing) {
        var tenant = CurrentTenant.get();
        var id = UuidV7.next();
        try {
            var file = Files.createTempFile("kaiyuan-import-", ".tmp");
            try {
                spool(content, file);
                try (var table = TabularFile.open(file, TabularLimits.DEFAULT)) {
                    new ImportColumns(table.headings());
                }
                jdbc.update(
                        """
                        insert into enterprises.import_job
                            (tenant_id, id, file_name, existing, state, actor, actor_name)
                        values (?, ?, ?, ?, 'QUEUED', ?, ?)\
                        """,
                        tenant.value(),
                        id,
                        fileName,
                        existing.name(),
                        ChangeHistory.actor(),
                        ChangeHistory.actorName());
                keep(file, tenant.value(), id);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        jobs.submit(ImportEnterprises.KIND, tenant, id);
        return id;
    }

    private static void spool(InputStream content, Path file) throws IOException {
        long limit = TabularLimits.DEFAULT.fileBytes();
        try (var out = Files.newOutputStream(file)) {
            var buffer = new byte[65536];
            long total = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                total += read;
                if (total > limit) {
                    throw new TabularFileRefused(
                            TabularFault.TOO_LARGE, Long.toString(limit >> 20));
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private void keep(Path file, long tenant, UUID id) throws IOException {
        try (var in = Files.newInputStream(file)) {
            int position = 0;
            for (var chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
                jdbc.update(
                        "insert into enterprises.import_chunk values (?, ?, ?, ?)",
                        tenant,
                        id,
                        position++,
                        chunk);
            }
        }
    }
}
