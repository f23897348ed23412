package org.kaiyuan.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.files.storage.FileStore;
import org.kaiyuan.platform.files.storage.StorageKey;
import org.kaiyuan.platform.records.Moment;
import org.kaiyuan.platform.records.RecordKinds;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.platform.records.UnknownRecord;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.platform.refusal.Refusal.Kind;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.platform.tenancy.TenantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files on any record. Who may read the record may read its files, who may change it may attach and remove.
 *
 * <p>What is attached is there for good when {@link #attach} returns: its bytes are synced before its row
 * is committed. No database connection is held while bytes travel.
 */
@Service
@PreAuthorize("isAuthenticated()")
public class Attachments {
    /** The largest page. */
    public static final int MOST = 200;

    private static final Logger LOG = LoggerFactory.getLogger(Attachments.class);

    private final RecordKinds records;
    private final FileTable table;
    private final FileStore store;
    private final FileTypes types;
    private final VirusScan scan;
    private final Incoming incoming;
    private final StorageQuota quota;
    private final FileSettings settings;
    private final ChangeHistory history;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Attachments(
            RecordKinds records,
            FileTable table,
            FileStore store,
            FileTypes types,
            VirusScan scan,
            Incoming incoming,
            ObjectProvider<StorageQuota> quota,
            FileSettings settings,
            ChangeHistory history,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.records = records;
        this.table = table;
        this.store = store;
        this.types = types;
        this.scan = scan;
        this.incoming = incoming;
        this.quota = quota.getIfAvailable(() -> settings.quota()::toBytes);
        this.settings = settings;
        this.history = history;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Extensions that are taken, without the dot, in alphabetical order. */
    public List<String> extensions() {
        return types.extensions();
    }

    /** Bytes of the largest file. */
    public long largest() {
        return settings.maxSize().toBytes();
    }

    /**
     * Takes a file. The very same file of the same name on the same record is taken once.
     *
     * @param fileName as the sender calls it; made safe
     * @throws UnknownRecord when there is no such record that whoever acts may see
     * @throws org.kaiyuan.platform.records.RecordChangeRefused when they may only read it
     * @throws FileRefused when it is empty, too large, of a type that is not taken, infected, or too much
     */
    public AttachedFile attach(RecordRef record, @Nullable String fileName, InputStream content)
            throws IOException {
        var name = FileNames.safe(fileName);
        inTransaction(() -> records.changeable(record));
        return taken(record, name, content, () -> records.changeable(record));
    }

    private AttachedFile taken(RecordRef record, String name, InputStream content, Runnable allowed)
            throws IOException {
        types.refuseByName(name);
        try (var received = incoming.receive(content)) {
            var type = types.of(name, received.path());
            var same = inTransaction(() -> table.same(record, received.sha256(), name));
            if (same.isPresent()) {
                return same.get().file();
            }
            refuseBeyondQuota(inTransaction(table::used) + received.bytes());
            scan.look(received.path());
            var file =
                    new AttachedFile(
                            FileId.next(),
                            record,
                            name,
                            type.mediaType(),
                            received.bytes(),
                            received.sha256(),
                            ChangeHistory.actorName(),
                            clock.instant().truncatedTo(ChronoUnit.MICROS),
                            false);
            var key = StorageKey.of(CurrentTenant.get(), file.id().value(), file.at());
            put(key, received);
            try {
                return inTransaction(() -> {
                    allowed.run();
                    return added(file, key);
                });
            } catch (Refusal refused) {
                discard(key);
                throw refused;
            } // after any other fault nobody knows whether the row is there: SweepFiles will
        }
    }

    /**
     * The newest first.
     *
     * @param after {@link AttachedFiles#next()} of the page before; null for the first
     * @param limit at most {@link #MOST}
     * @throws UnknownRecord when there is no such record that whoever acts may see
     */
    public AttachedFiles of(RecordRef record, @Nullable String after, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        var before = Moment.parse(after);
        var files =
                inTransaction(() -> {
                    records.readable(record);
                    return table.of(record, before, most + 1);
                });
        return files.size() <= most
                ? new AttachedFiles(files, null)
                : new AttachedFiles(
                        List.copyOf(files.subList(0, most)), files.get(most - 1).moment().cursor());
    }

    /** As {@link #of}, with those that were removed: what the timeline tells. */
    public List<AttachedFile> everOf(RecordRef record, @Nullable Moment before, int limit) {
        return inTransaction(() -> {
            records.readable(record);
            return table.everOf(record, before, Math.clamp(limit, 1, MOST + 1));
        });
    }

    /** @throws UnknownFile when there is no such file that whoever acts may see */
    public AttachedFile find(FileId id) {
        return inTransaction(() -> readable(id)).file();
    }

    /**
     * To be closed by the caller.
     *
     * @throws UnknownFile when there is no such file that whoever acts may see
     * @throws FileRefused when its bytes are not there, or not those that were brought
     */
    public OpenedFile open(FileId id) {
        return opened(inTransaction(() -> readable(id)));
    }

    /**
     * A file that hangs on just this record; for a room that has checked itself that whoever asks may have this one file, though
     * they may not see the record. To be closed by the caller.
     *
     * @throws UnknownFile when no such file hangs on the record
     */
    @PreAuthorize("hasRole('SYSTEM')")
    public OpenedFile open(RecordRef record, FileId id) {
        return opened(
                inTransaction(() ->
                        table.find(id.value())
                                .filter(row -> row.file().record().equals(record))
                                .orElseThrow(UnknownFile::new)));
    }

    private OpenedFile opened(FileTable.Row row) {
        try {
            var content = store.open(row.key());
            try {
                return new OpenedFile(
                        row.file(),
                        new CheckedContent(content, row.key().path(), row.file().sha256()));
            } catch (IOException damaged) {
                content.close();
                throw damaged;
            }
        } catch (IOException e) {
            LOG.error("The bytes of {} cannot be read", row.key(), e);
            throw new FileRefused(Kind.UNAVAILABLE, "files.refusal.unreadable", row.file().name());
        }
    }

    /**
     * Its bytes are kept for a while, in case it was a mistake; nobody can open them.
     *
     * @throws UnknownFile when there is no such file that whoever acts may see
     * @throws org.kaiyuan.platform.records.RecordChangeRefused when they may only read the record
     */
    public void remove(FileId id) {
        inTransaction(() -> {
            var file = readable(id).file();
            records.changeable(file.record());
            if (table.remove(id.value())) {
                table.discount(file.bytes(), 1);
                written(file.record(), "detached", new FieldChange("file", file.name(), null));
            }
            return file;
        });
    }

    /** Everything that hangs on the one hangs on the other from now on, the same file once; for reactions. */
    @PreAuthorize("hasRole('SYSTEM')")
    public void move(RecordRef from, RecordRef to) {
        inTransaction(() -> {
            table.move(from, to);
            forgetAll(from);
            return to;
        });
    }

    /**
     * Hangs copies of another tenant's files on a record of the current one, each once; for reactions that keep what another
     * tenant has published to this one. One that was removed there since is left out. To be called without a transaction.
     *
     * @throws FileRefused when it is too much for this tenant, or its bytes are not there
     */
    @PreAuthorize("hasRole('SYSTEM')")
    public void copy(TenantId from, Collection<FileId> files, RecordRef to) throws IOException {
        for (var id : files) { // each has bytes of its own
            var row =
                    SystemActing.inTenant(from, () -> inTransaction(() -> table.find(id.value())));
            if (row.isPresent()) {
                try (var opened = opened(row.get())) {
                    taken(to, opened.file().name(), opened.content(), () -> {});
                }
            }
        }
    }

    /** The record is gone, and its files with it; for reactions. */
    @PreAuthorize("hasRole('SYSTEM')")
    public void removeAll(RecordRef record) {
        inTransaction(() -> {
            forgetAll(record);
            return record;
        });
    }

    private void forgetAll(RecordRef record) {
        var removed = table.removeAll(record);
        if (removed[1] > 0) {
            table.discount(removed[0], removed[1]);
        }
    }

    private AttachedFile added(AttachedFile file, StorageKey key) {
        records.hold(file.record());
        if (!table.add(file, key)) {
            var same = table.same(file.record(), file.sha256(), file.name()).orElseThrow().file();
            discard(key);
            return same;
        }
        refuseBeyondQuota(table.counted(file.bytes()));
        written(file.record(), "attached", new FieldChange("file", null, file.name()));
        return file;
    }

    private FileTable.Row readable(FileId id) {
        var row = table.find(id.value()).orElseThrow(UnknownFile::new);
        try {
            records.readable(row.file().record());
        } catch (UnknownRecord hidden) {
            throw new UnknownFile();
        }
        return row;
    }

    private void put(StorageKey key, Incoming.Received received) {
        try {
            store.put(key, received.path());
        } catch (IOException e) {
            LOG.error("A file of {} bytes could not be stored", received.bytes(), e);
            throw new FileRefused(Kind.UNAVAILABLE, "files.refusal.storeDown");
        }
    }

    /** Where that fails as well, {@link SweepFiles} finds it. */
    private void discard(StorageKey key) {
        try {
            store.delete(key);
        } catch (IOException e) {
            LOG.warn("{} is left to the sweeper", key, e);
        }
    }

    void refuseBeyondQuota(long used) {
        long most = quota.bytes();
        if (used > most) {
            throw new FileRefused(Kind.TOO_MUCH, "files.refusal.quota", Sizes.of(most));
        }
    }

    private void written(RecordRef record, String act, FieldChange change) {
        history.record(record.kind(), record.id(), act, List.of(change));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(open -> work.get()));
    }
}
