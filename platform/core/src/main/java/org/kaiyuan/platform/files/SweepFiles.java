package org.kaiyuan.platform.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.kaiyuan.platform.files.storage.FileStore;
import org.kaiyuan.platform.files.storage.StorageKey;
import org.kaiyuan.platform.jobs.ZoneChore;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Bytes that nobody can reach any more: those whose row was never committed, a day later, and those of
 * removed files, once they have been kept long enough.
 */
@Component
class SweepFiles implements ZoneChore {
    /** Of uploads that ended without a row; looked at for a week, so that a node may rest over a holiday. */
    private static final int FIRST_DAY = 2;

    private static final int LAST_DAY = 9;
    private static final int BATCH = 500;

    private final FileStore store;
    private final FileTable table;
    private final FileSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SweepFiles(
            FileStore store,
            FileTable table,
            FileSettings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.table = table;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public void run() {
        try {
            sweepOrphans();
            purgeRemoved();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sweepOrphans() throws IOException {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (int ago = FIRST_DAY; ago <= LAST_DAY; ago++) {
            var keys = store.of(CurrentTenant.get(), today.minusDays(ago));
            for (int i = 0; i < keys.size(); i += BATCH) {
                var batch = new ArrayList<>(keys.subList(i, Math.min(keys.size(), i + BATCH)));
                delete(inTransaction(() -> table.unknown(batch)));
            }
        }
    }

    private void purgeRemoved() throws IOException {
        var then = clock.instant().minus(settings.keepRemoved());
        var keys = inTransaction(() -> table.removedBefore(then, BATCH));
        while (!keys.isEmpty()) {
            var gone = keys;
            delete(gone);
            keys =
                    inTransaction(() -> {
                        table.purged(gone);
                        return table.removedBefore(then, BATCH);
                    });
        }
    }

    private void delete(List<StorageKey> keys) throws IOException {
        for (var key : keys) {
            store.delete(key);
        }
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(open -> work.get()));
    }
}
