package org.kaiyuan.platform.tenants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.kaiyuan.platform.jobs.ZoneChore;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An archive of everything is not left lying about: after a week it is gone. */
@Component
class ForgetOldExports implements ZoneChore {
    private static final Duration KEPT = Duration.ofDays(7);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final ExportFolder folder;
    private final Clock clock;

    ForgetOldExports(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            ExportFolder folder,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public void run() {
        transaction.executeWithoutResult(open ->
                jdbc.queryForList(
                                "update tenants.export set state = 'GONE' where state = 'READY' and finished_at < ? returning id",
                                UUID.class,
                                Timestamp.from(clock.instant().minus(KEPT)))
                        .forEach(this::delete));
    }

    private void delete(UUID id) {
        try {
            Files.deleteIfExists(folder.archive(CurrentTenant.get(), id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
