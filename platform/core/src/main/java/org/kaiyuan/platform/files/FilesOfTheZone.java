package org.kaiyuan.platform.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.files.storage.FileStore;
import org.kaiyuan.platform.files.storage.StorageKey;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.ExportSink;
import org.kaiyuan.platform.tenancy.StorageUse;
import org.kaiyuan.platform.tenancy.TenantHolding;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The bytes of the current zone's files: they go into its export by their ids, and with it when it is deleted. */
@Component
class FilesOfTheZone implements TenantHolding, StorageUse {
    private static final int AT_ONCE = 200;

    private final FileStore store;
    private final FileTable table;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    FilesOfTheZone(
            FileStore store,
            FileTable table,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.table = table;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "files";
    }

    @Override
    public void export(ExportSink sink) throws IOException {
        UUID after = null;
        List<Stored> page;
        do {
            page = page(after);
            for (var one : page) {
                try (var content = store.open(StorageKey.parse(one.key()))) {
                    sink.file(one.id().toString(), content);
                } catch (FileNotFoundException removedMeanwhile) {
                    // its row says when and by whom
                }
                after = one.id();
            }
        } while (page.size() == AT_ONCE);
    }

    @Override
    public long remove() {
        try {
            return store.deleteAll(CurrentTenant.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long bytes() {
        return table.used();
    }

    private List<Stored> page(@Nullable UUID after) {
        var page =
                transaction.execute(open ->
                        jdbc.query(
                                "select id, storage_key from files.file where removed_at is null and id > ? order by id limit ?",
                                (row, number) ->
                                        new Stored(row.getObject(1, UUID.class), row.getString(2)),
                                after == null ? new UUID(0, 0) : after,
                                AT_ONCE));
        return page == null ? List.of() : page;
    }

    private record Stored(UUID id, String key) {}
}
