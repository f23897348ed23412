package org.kaiyuan.platform.tenants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.kaiyuan.platform.jobs.TenantJob;
import org.kaiyuan.platform.notices.Notices;
import org.kaiyuan.platform.refusal.Incident;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes an archive in the background; after a crash it begins anew. */
@Component
class TenantExportJob implements TenantJob {
    static final String KIND = "tenants.export";

    private final ExportWriting writing;
    private final ExportFolder folder;
    private final Notices notices;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TenantExportJob(
            ExportWriting writing,
            ExportFolder folder,
            Notices notices,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.writing = writing;
        this.folder = folder;
        this.notices = notices;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(UUID id) {
        if (!begun(id)) {
            return; // was ended meanwhile, or its tenant is gone
        }
        var zone = CurrentTenant.get();
        try {
            var part = folder.part(zone, id);
            String checksum;
            try (var out = Files.newOutputStream(part)) {
                checksum =
                        writing.write(
                                out,
                                (doing, done, total, rows) ->
                                        progress(id, doing, done, total, rows));
            }
            Files.move(part, folder.archive(zone, id), StandardCopyOption.ATOMIC_MOVE);
            ready(id, Files.size(folder.archive(zone, id)), checksum);
        } catch (IOException | RuntimeException fault) {
            failed(id, fault);
        }
    }

    private boolean begun(UUID id) {
        return Boolean.TRUE.equals(
                transaction.execute(open ->
                        jdbc.update(
                                        "update tenants.export set state = 'RUNNING' where id = ? and state in ('WAITING', 'RUNNING')",
                                        id)
                                > 0));
    }

    private void progress(UUID id, String doing, int done, int total, long rows) {
        transaction.executeWithoutResult(open ->
                jdbc.update(
                        "update tenants.export set doing = ?, done = ?, total = ?, rows = ? where id = ?",
                        doing,
                        done,
                        total,
                        rows,
                        id));
    }

    private void ready(UUID id, long bytes, String checksum) {
        transaction.executeWithoutResult(open -> {
            jdbc.update(
                    """
                    update tenants.export set state = 'READY', doing = null, done = total, bytes = ?, sha256 = ?,
                           finished_at = ? where id = ?\
                    """,
                    bytes,
                    checksum,
                    Timestamp.from(clock.instant()),
                    id);
            tell(id, "tenants.notice.exportReady");
        });
    }

    private void failed(UUID id, Exception fault) {
        var incident = Incident.of(fault);
        transaction.executeWithoutResult(open -> {
            jdbc.update(
                    "update tenants.export set state = 'FAILED', incident = ?, finished_at = ? where id = ?",
                    incident.number(),
                    Timestamp.from(clock.instant()),
                    id);
            tell(id, "tenants.notice.exportFailed");
        });
        try {
            Files.deleteIfExists(folder.part(CurrentTenant.get(), id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(UUID id, String key) {
        var who =
                jdbc.query(
                        """
                        select e.requested_by from tenants.export e
                        join access.account a on a.username = e.requested_by
                        join access.membership m on m.tenant_id = e.tenant_id and m.account_id = a.id
                        where e.id = ?\
                        """,
                        (row, number) -> row.getString(1),
                        id);
        for (var username : who) {
            notices.tell(username, key, java.util.List.of(), "zone");
        }
    }
}
