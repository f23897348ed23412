package org.kaiyuan.platform.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.kaiyuan.platform.files.storage.FileStore;
import org.kaiyuan.platform.jobs.ZoneChore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Uploads in pieces whose time is over, finished or not: first their bytes, then the rows that know of them. */
@Component
class SweepPieces implements ZoneChore {
    private static final int BATCH = 100;

    private final PiecewiseTable table;
    private final FileStore store;
    private final TransactionTemplate transaction;

    SweepPieces(PiecewiseTable table, FileStore store, PlatformTransactionManager transactions) {
        this.table = table;
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void run() {
        try {
            List<PiecewiseTable.Row> expired;
            do {
                expired = inTransaction(() -> table.expired(BATCH));
                forget(expired);
            } while (expired.size() == BATCH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forget(List<PiecewiseTable.Row> expired) throws IOException {
        for (var upload : expired) {
            for (var piece : upload.pieces()) {
                store.delete(piece);
            }
        }
        inTransaction(() -> {
            table.forget(expired.stream().map(PiecewiseTable.Row::id).toList());
            return expired;
        });
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(open -> work.get()));
    }
}
