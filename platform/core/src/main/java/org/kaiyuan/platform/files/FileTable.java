package org.kaiyuan.platform.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.files.storage.StorageKey;
import org.kaiyuan.platform.records.Moment;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of the current zone's files, and how many bytes they are together. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FileTable {
    private static final String EVER =
            """
            select id, subject_kind, subject_id, name, media_type, bytes, sha256, uploaded_by_name, at, storage_key,
                removed_at is not null as removed
            from files.file where
            """;

    private static final String COLUMNS = EVER + "removed_at is null and ";

    private final JdbcClient jdbc;
    private final Clock clock;

    FileTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A file and where its bytes are. */
    record Row(AttachedFile file, StorageKey key) {}

    /** False when the record has the very same file of that name already. */
    boolean add(AttachedFile file, StorageKey key) {
        return jdbc.sql(
                                """
                                insert into files.file (tenant_id, id, subject_kind, subject_id, name, media_type, bytes,
                                    sha256, storage_key, uploaded_by, uploaded_by_name, at)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                on conflict (tenant_id, subject_kind, subject_id, sha256, name) where removed_at is null
                                do nothing\
                                """)
                        .params(
                                CurrentTenant.get().value(),
                                file.id().value(),
                                file.record().kind(),
                                file.record().id(),
                                file.name(),
                                file.mediaType(),
                                file.bytes(),
                                file.sha256(),
                                key.path(),
                                ChangeHistory.actor(),
                                file.uploadedBy(),
                                Timestamp.from(file.at()))
                        .update()
                == 1;
    }

    /**
     * One file more. Holds the zone's total until the transaction ends, so that two at once cannot both be the
     * last to fit.
     *
     * @return the total
     */
    long counted(long bytes) {
        return jdbc.sql(
                        """
                        insert into files.usage as u (tenant_id, bytes, files) values (?, ?, 1)
                        on conflict (tenant_id) do update set bytes = u.bytes + excluded.bytes, files = u.files + 1
                        returning bytes\
                        """)
                .params(CurrentTenant.get().value(), bytes)
                .query(Long.class)
                .single();
    }

    /** Gives their room back. */
    void discount(long bytes, long files) {
        jdbc.sql("update files.usage set bytes = bytes - ?, files = files - ?")
                .params(bytes, files)
                .update();
    }

    long used() {
        return jdbc.sql("select coalesce(sum(bytes), 0) from files.usage")
                .query(Long.class)
                .single();
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql(COLUMNS + "id = ?").param(id).query(FileTable::row).optional();
    }

    Optional<Row> same(RecordRef record, String sha256, String name) {
        return jdbc.sql(COLUMNS + "subject_kind = ? and subject_id = ? and sha256 = ? and name = ?")
                .params(record.kind(), record.id(), sha256, name)
                .query(FileTable::row)
                .optional();
    }

    /** The newest first. */
    List<AttachedFile> of(RecordRef record, @Nullable Moment before, int limit) {
        return page(COLUMNS, record, before, limit).query((row, n) -> row(row, n).file()).list();
    }

    /** The newest first, removed ones too. */
    List<AttachedFile> everOf(RecordRef record, @Nullable Moment before, int limit) {
        return page(EVER, record, before, limit).query((row, n) -> row(row, n).file()).list();
    }

    private JdbcClient.StatementSpec page(
            String columns, RecordRef record, @Nullable Moment before, int limit) {
        var where = "subject_kind = ? and subject_id = ? ";
        var order = "order by at desc, id desc limit ?";
        return before == null
                ? jdbc.sql(columns + where + order).params(record.kind(), record.id(), limit)
                : jdbc.sql(columns + where + "and (at, id) < (?, ?) " + order)
                        .params(
                                record.kind(),
                                record.id(),
                                Timestamp.from(before.at()),
                                before.id(),
                                limit);
    }

    boolean remove(UUID id) {
        return jdbc.sql(
                                """
                                update files.file set removed_at = ?, removed_by = ?
                                where id = ? and removed_at is null\
                                """)
                        .params(Timestamp.from(clock.instant()), ChangeHistory.actor(), id)
                        .update()
                == 1;
    }

    /** Tells how many bytes and how many files it was. */
    long[] removeAll(RecordRef record) {
        var bytes =
                jdbc.sql(
                                """
                                update files.file set removed_at = ?, removed_by = ?
                                where subject_kind = ? and subject_id = ? and removed_at is null
                                returning bytes\
                                """)
                        .params(
                                Timestamp.from(clock.instant()),
                                ChangeHistory.actor(),
                                record.kind(),
                                record.id())
                        .query(Long.class)
                        .list();
        return new long[] {bytes.stream().mapToLong(Long::longValue).sum(), bytes.size()};
    }

    /** With the traces of removed ones; what the other has already stays behind. */
    void move(RecordRef from, RecordRef to) {
        jdbc.sql(
                        """
                        update files.file f set subject_kind = ?, subject_id = ?
                        where f.subject_kind = ? and f.subject_id = ? and (f.removed_at is not null or not exists (
                            select from files.file other
                            where other.tenant_id = f.tenant_id and other.subject_kind = ? and other.subject_id = ?
                              and other.sha256 = f.sha256 and other.name = f.name and other.removed_at is null))\
                        """)
                .params(to.kind(), to.id(), from.kind(), from.id(), to.kind(), to.id())
                .update();
    }

    /** Those of the keys that no row knows. */
    List<StorageKey> unknown(Collection<StorageKey> keys) {
        var known =
                jdbc.sql("select storage_key from files.file where storage_key = any (?)")
                        .param(keys.stream().map(StorageKey::path).toArray(String[]::new))
                        .query((row, number) -> StorageKey.parse(row.getString(1)))
                        .set();
        return keys.stream().filter(key -> !known.contains(key)).toList();
    }

    /** Bytes of files that were removed before then. */
    List<StorageKey> removedBefore(Instant then, int limit) {
        return jdbc.sql(
                        """
                        select storage_key from files.file
                        where removed_at < ? and purged_at is null order by removed_at limit ?\
                        """)
                .params(Timestamp.from(then), limit)
                .query((row, number) -> StorageKey.parse(row.getString(1)))
                .list();
    }

    void purged(Collection<StorageKey> keys) {
        jdbc.sql("update files.file set purged_at = ? where storage_key = any (?)")
                .params(
                        Timestamp.from(clock.instant()),
                        keys.stream().map(StorageKey::path).toArray(String[]::new))
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new AttachedFile(
                        new FileId(row.getObject("id", UUID.class)),
                        new RecordRef(
                                row.getString("subject_kind"),
                                row.getObject("subject_id", UUID.class)),
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getLong("bytes"),
                        row.getString("sha256"),
                        row.getString("uploaded_by_name"),
                        row.getTimestamp("at").toInstant(),
                        row.getBoolean("removed")),
                StorageKey.parse(row.getString("storage_key")));
    }
}
