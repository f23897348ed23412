package org.kaiyuan.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.files.storage.FileStore;
import org.kaiyuan.platform.files.storage.StorageKey;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.records.RecordKinds;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.platform.refusal.Refusal.Kind;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A file that comes in pieces over a network that breaks: begun, continued from where it stopped, finished. Only who began an upload
 * knows it, and only while they may change the record; what is not finished in a day is forgotten.
 *
 * <p>A piece that was acknowledged is kept as a file is: it survives a restart and may be followed by the next one on another node.
 *
 * @see <a href="../../../../../../../../docs/decisions/0035-uploads-in-pieces.md">decision 0035</a>
 */
@Service
@PreAuthorize("isAuthenticated()")
public class PiecewiseUploads {
    /** What a sender should send at once. */
    public static final int PIECE = 1 << 20;

    /** The largest piece. */
    public static final int LARGEST = 4 << 20;

    /** The smallest piece but for the last one: nobody fills the storage with crumbs. */
    public static final int SMALLEST = 1 << 16;

    /** How many somebody may have open at once; the oldest give way. */
    static final int MOST_OPEN = 50;

    private static final Logger LOG = LoggerFactory.getLogger(PiecewiseUploads.class);
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final RecordKinds records;
    private final Attachments attachments;
    private final PiecewiseTable table;
    private final FileTable files;
    private final FileStore store;
    private final FileTypes types;
    private final Incoming incoming;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PiecewiseUploads(
            RecordKinds records,
            Attachments attachments,
            PiecewiseTable table,
            FileTable files,
            FileStore store,
            FileTypes types,
            Incoming incoming,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.records = records;
        this.attachments = attachments;
        this.table = table;
        this.files = files;
        this.store = store;
        this.types = types;
        this.incoming = incoming;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Says what will come. What can be refused before a byte has come is refused here.
     *
     * @param fileName as the sender calls it; made safe
     * @param bytes of the whole file
     * @param sha256 of the whole file, 64 hexadecimal digits, which it then has to be; null when the sender does not know
     * @throws org.kaiyuan.platform.records.UnknownRecord when there is no such record that whoever acts may see
     * @throws org.kaiyuan.platform.records.RecordChangeRefused when they may only read it
     * @throws FileRefused when it is empty, too large, of a type that is not taken, or too much
     */
    public UploadId begin(
            RecordRef record, @Nullable String fileName, long bytes, @Nullable String sha256) {
        CurrentTenant.refuseReadingOnly();
        inTransaction(() -> records.changeable(record));
        var name = FileNames.safe(fileName);
        types.refuseByName(name);
        if (bytes <= 0) {
            throw new FileRefused("files.refusal.empty");
        }
        if (bytes > attachments.largest()) {
            throw new FileRefused(
                    Kind.TOO_MUCH, "files.refusal.tooLarge", Sizes.of(attachments.largest()));
        }
        var sum = sha256 == null ? null : sha256.strip().toLowerCase(Locale.ROOT);
        if (sum != null && !SHA256.matcher(sum).matches()) {
            throw new FileRefused("files.refusal.checksum", name);
        }
        var id = UploadId.next();
        var givenUp =
                inTransaction(() -> {
                    var oldest = table.unfinishedBeyond(MOST_OPEN - 1);
                    table.forget(oldest.stream().map(PiecewiseTable.Row::id).toList());
                    attachments.refuseBeyondQuota(files.used() + table.expected() + bytes);
                    table.begin(id, record, name, bytes, sum);
                    return oldest;
                });
        givenUp.forEach(one -> discard(one.pieces()));
        return id;
    }

    /**
     * How many bytes are there, from the first on: where to go on.
     *
     * @throws UnknownUpload when whoever acts began no such one, or its time is over
     */
    public long received(UploadId id) {
        return inTransaction(() -> changeable(id)).received();
    }

    /**
     * Takes one piece. What is there already may come again, and changes nothing.
     *
     * @param content at most {@link #LARGEST}, and at least {@link #SMALLEST} unless it is the last; when it breaks off, nothing of
     *     it is kept
     * @return how many bytes are there now
     * @throws UnknownUpload when whoever acts began no such one, or its time is over
     * @throws WrongOffset when it does not follow what is there
     * @throws FileRefused when the piece is too large or too small, or goes beyond the file
     */
    public long append(UploadId id, long offset, InputStream content) throws IOException {
        CurrentTenant.refuseReadingOnly();
        var upload = inTransaction(() -> changeable(id));
        if (offset < 0 || offset > upload.received()) {
            throw new WrongOffset(upload.received());
        }
        try (var piece = incoming.receive(content, LARGEST)) {
            long end = offset + piece.bytes();
            if (end > upload.bytes()) {
                throw new FileRefused(
                        Kind.TOO_MUCH, "files.refusal.beyond", Sizes.of(upload.bytes()));
            }
            if (offset < upload.received()) {
                return there(upload, end);
            }
            if (piece.bytes() < SMALLEST && end < upload.bytes()) {
                throw new FileRefused("files.refusal.crumb", Sizes.of(SMALLEST));
            }
            return kept(upload, offset, piece);
        }
    }

    private long kept(PiecewiseTable.Row upload, long offset, Incoming.Received piece) {
        var key = StorageKey.of(CurrentTenant.get(), UuidV7.next(), clock.instant());
        try {
            store.put(key, piece.path());
        } catch (IOException e) {
            LOG.error("A piece of {} bytes could not be stored", piece.bytes(), e);
            throw new FileRefused(Kind.UNAVAILABLE, "files.refusal.storeDown");
        }
        long end = offset + piece.bytes();
        if (inTransaction(() -> table.add(upload.id(), offset, piece.bytes(), key))) {
            return end;
        }
        discard(List.of(key)); // somebody was faster, perhaps with the same piece
        return there(inTransaction(() -> changeable(upload.id())), end);
    }

    /** @throws WrongOffset when it is not there up to that end */
    private static long there(PiecewiseTable.Row upload, long end) {
        if (end > upload.received()) {
            throw new WrongOffset(upload.received());
        }
        return upload.received();
    }

    /**
     * Hangs the file on the record, with all that {@link Attachments#attach} asks of it. Done twice, it gives the same file.
     *
     * @throws UnknownUpload when whoever acts began no such one, or its time is over
     * @throws WrongOffset when something is missing
     * @throws FileRefused as by {@link Attachments#attach}, or when it is not what its checksum said; where that is for good, the
     *     upload is forgotten
     */
    public AttachedFile finish(UploadId id) throws IOException {
        CurrentTenant.refuseReadingOnly();
        var upload = inTransaction(() -> changeable(id));
        if (upload.file() != null) {
            return attachments.find(upload.file());
        }
        if (upload.received() < upload.bytes()) {
            throw new WrongOffset(upload.received());
        }
        AttachedFile file;
        try (var whole = new WholeOfPieces(store, upload)) {
            file = attachments.attach(upload.record(), upload.name(), whole);
        } catch (FileRefused refused) {
            if (refused.kind() == Kind.INVALID) {
                forget(upload);
            }
            throw refused;
        } catch (IOException unreadable) {
            return finishedMeanwhile(id, unreadable);
        }
        inTransaction(() -> {
            table.finish(id, file.id());
            return file;
        });
        discard(upload.pieces());
        return file;
    }

    /** Whoever finished it first has taken the pieces away. */
    private AttachedFile finishedMeanwhile(UploadId id, IOException unreadable) throws IOException {
        var file = inTransaction(() -> changeable(id)).file();
        if (file == null) {
            throw unreadable;
        }
        return attachments.find(file);
    }

    /** Gives it up. One that is finished, or is not there, is left as it is. */
    public void drop(UploadId id) {
        CurrentTenant.refuseReadingOnly();
        inTransaction(() -> table.find(id))
                .filter(upload -> upload.file() == null)
                .ifPresent(this::forget);
    }

    private void forget(PiecewiseTable.Row upload) {
        inTransaction(() -> {
            table.forget(List.of(upload.id()));
            return upload;
        });
        discard(upload.pieces());
    }

    private PiecewiseTable.Row changeable(UploadId id) {
        var upload = table.find(id).orElseThrow(UnknownUpload::new);
        records.changeable(upload.record());
        return upload;
    }

    /** Where that fails, {@link SweepFiles} finds them: no file knows them. */
    private void discard(List<StorageKey> pieces) {
        for (var piece : pieces) {
            try {
                store.delete(piece);
            } catch (IOException e) {
                LOG.warn("{} is left to the sweeper", piece, e);
            }
        }
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(open -> work.get()));
    }
}
