package org.kaiyuan.platform.files;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.files.storage.StorageKey;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of what comes in pieces to the current zone; each is there for who began it, while its time lasts. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PiecewiseTable {
    private static final String COLUMNS =
            "select id, subject_kind, subject_id, name, bytes, sha256, received, pieces, file_id from files.piecewise where ";

    private final JdbcClient jdbc;
    private final FileSettings settings;
    private final Clock clock;

    PiecewiseTable(JdbcClient jdbc, FileSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What came so far.
     *
     * @param sha256 what the sender says that it will be; null when they do not
     * @param file what became of it; null until then
     */
    record Row(
            UploadId id,
            RecordRef record,
            String name,
            long bytes,
            @Nullable String sha256,
            long received,
            List<StorageKey> pieces,
            @Nullable FileId file) {}

    void begin(UploadId id, RecordRef record, String name, long bytes, @Nullable String sha256) {
        jdbc.sql(
                        """
                        insert into files.piecewise (tenant_id, id, subject_kind, subject_id, name, bytes, sha256, begun_by, begun_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
                        """)
                .params(
                        Arrays.asList(
                                CurrentTenant.get().value(),
                                id.value(),
                                record.kind(),
                                record.id(),
                                name,
                                bytes,
                                sha256,
                                ChangeHistory.actor(),
                                Timestamp.from(clock.instant())))
                .update();
    }

    /** Of whoever acts, while its time lasts. */
    Optional<Row> find(UploadId id) {
        return jdbc.sql(COLUMNS + "id = ? and begun_by = ? and begun_at > ?")
                .params(id.value(), ChangeHistory.actor(), Timestamp.from(expiredBefore()))
                .query(PiecewiseTable::row)
                .optional();
    }

    /** Those of whoever acts that are not finished, but for the newest. */
    List<Row> unfinishedBeyond(int newest) {
        return jdbc.sql(
                        COLUMNS
                                + "begun_by = ? and file_id is null order by begun_at desc, id desc offset ?")
                .params(ChangeHistory.actor(), newest)
                .query(PiecewiseTable::row)
                .list();
    }

    /** Bytes that those which are not finished will take. */
    long expected() {
        return jdbc.sql(
                        """
                        select coalesce(sum(bytes), 0)::bigint from files.piecewise where file_id is null and begun_at > ?\
                        """)
                .param(Timestamp.from(expiredBefore()))
                .query(Long.class)
                .single();
    }

    /** False when it does not end at the offset any more. */
    boolean add(UploadId id, long offset, long bytes, StorageKey piece) {
        return jdbc.sql(
                                """
                                update files.piecewise set received = received + ?, pieces = pieces || ?::text
                                where id = ? and received = ? and file_id is null\
                                """)
                        .params(bytes, piece.path(), id.value(), offset)
                        .update()
                == 1;
    }

    void finish(UploadId id, FileId file) {
        jdbc.sql("update files.piecewise set file_id = ?, pieces = '{}' where id = ?")
                .params(file.value(), id.value())
                .update();
    }

    void forget(Collection<UploadId> ids) {
        jdbc.sql("delete from files.piecewise where id = any (?)")
                .param(ids.stream().map(UploadId::value).toArray(UUID[]::new))
                .update();
    }

    /** Whoever began them. */
    List<Row> expired(int limit) {
        return jdbc.sql(COLUMNS + "begun_at <= ? order by begun_at limit ?")
                .params(Timestamp.from(expiredBefore()), limit)
                .query(PiecewiseTable::row)
                .list();
    }

    private Instant expiredBefore() {
        return clock.instant().minus(settings.keepUnfinished());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var file = row.getObject("file_id", UUID.class);
        return new Row(
                new UploadId(row.getObject("id", UUID.class)),
                new RecordRef(
                        row.getString("subject_kind"), row.getObject("subject_id", UUID.class)),
                row.getString("name"),
                row.getLong("bytes"),
                row.getString("sha256"),
                row.getLong("received"),
                keys(row.getArray("pieces")),
                file == null ? null : new FileId(file));
    }

    private static List<StorageKey> keys(Array pieces) throws SQLException {
        return Arrays.stream((String[]) pieces.getArray()).map(StorageKey::parse).toList();
    }
}
