package org.kaiyuan.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.files.storage.FileStore;
import org.kaiyuan.platform.files.storage.StorageKey;
import org.kaiyuan.platform.records.RecordChangeRefused;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.platform.records.UnknownRecord;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Things;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@KaiyuanTest
@ActAsZone("files-zone")
class AttachmentsTest {
    @Autowired Attachments attachments;
    @Autowired FileStore store;
    @Autowired FileTable table;
    @Autowired SweepFiles sweeper;
    @Autowired Things things;
    @Autowired Zones zones;
    @Autowired ChangeHistory history;
    @Autowired JdbcTemplate jdbc;
    @Autowired PlatformTransactionManager transactions;
    @Autowired TestServers servers;

    @Value("${kaiyuan.data}")
    Path data;

    @Test
    void what_was_attached_is_there_whole_with_who_and_when_and_in_the_history()
            throws IOException {
        var thing = things.make();

        var file = attach(thing, "C:\\桌面\\营业执照.txt", "内容");

        assertThat(file.name()).isEqualTo("营业执照.txt");
        assertThat(file.mediaType()).isEqualTo("text/plain");
        assertThat(file.uploadedBy()).isEqualTo("测试员 files-zone-tester");
        try (var opened = attachments.open(file.id())) {
            assertThat(opened.content().readAllBytes())
                    .isEqualTo("内容".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(attachments.of(thing, null, 10).items()).containsExactly(file);
        assertThat(history.of(List.of(thing.id()), null, 5))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.act()).isEqualTo("attached");
                    assertThat(change.after()).isEqualTo("营业执照.txt");
                });
        assertThat(bytesOf(file)).exists();
        assertThat(data.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void the_same_file_sent_twice_is_there_once() throws Exception {
        var thing = things.make();
        long before = used();

        var one = attach(thing, "a.txt", "同一份文件");
        var again = attach(thing, "a.txt", "同一份文件");
        var atOnce = atOnce(8, () -> attach(thing, "b.txt", "同时上传"));

        assertThat(again).isEqualTo(one);
        assertThat(atOnce.stream().map(AttachedFile::id).distinct()).hasSize(1);
        assertThat(attachments.of(thing, null, 10).items()).hasSize(2);
        assertThat(used() - before).isEqualTo(one.bytes() + atOnce.getFirst().bytes());
        attachments.remove(one.id());
        assertThat(attach(thing, "a.txt", "同一份文件").id()).isNotEqualTo(one.id());
    }

    @Test
    void another_zone_sees_nothing() throws IOException {
        var thing = things.make();
        var file = attach(thing, "只在本区.txt", "内容");

        zones.in(
                "files-other",
                () -> {
                    refused(UnknownFile.class, () -> attachments.find(file.id()));
                    refused(UnknownFile.class, () -> attachments.open(file.id()));
                    refused(UnknownFile.class, () -> attachments.remove(file.id()));
                    refused(UnknownRecord.class, () -> attachments.of(thing, null, 10));
                    refused(UnknownRecord.class, () -> attach(thing, "a.txt", "x"));
                    assertThat(used()).isZero();
                    return "";
                });
        assertThat(attachments.find(file.id())).isEqualTo(file);
    }

    @Test
    void the_record_decides_who_may_read_and_change() throws IOException {
        var thing = things.make();
        var file = attach(thing, "a.txt", "内容");

        as(
                List.of(Things.READ),
                () -> {
                    assertThat(attachments.find(file.id())).isEqualTo(file);
                    refused(RecordChangeRefused.class, () -> attach(thing, "b.txt", "x"));
                    refused(RecordChangeRefused.class, () -> attachments.remove(file.id()));
                });
        as(
                List.of("search:rebuild"),
                () -> {
                    refused(UnknownFile.class, () -> attachments.find(file.id()));
                    refused(UnknownFile.class, () -> attachments.open(file.id()));
                    refused(UnknownRecord.class, () -> attachments.of(thing, null, 10));
                });
        things.forget(thing);
        refused(UnknownFile.class, () -> attachments.open(file.id()));
        refused(
                UnknownRecord.class,
                () -> attach(new RecordRef("no.kind", thing.id()), "a.txt", "x"));
    }

    @Test
    void what_cannot_be_kept_is_refused_and_leaves_nothing() throws IOException {
        var thing = things.make();
        long before = used();

        refusedAs("files.refusal.empty", () -> attach(thing, "a.txt", ""));
        refusedAs("files.refusal.type", () -> attach(thing, "a.html", "<html>"));
        refusedAs("files.refusal.mismatch", () -> attach(thing, "a.pdf", "kein PDF"));
        refusedAs(
                "files.refusal.tooLarge", () -> attachments.attach(thing, "a.txt", new Endless()));
        assertThatThrownBy(() -> attachments.attach(thing, "a.txt", new Broken()))
                .isInstanceOf(IOException.class);

        assertThat(attachments.of(thing, null, 10).items()).isEmpty();
        assertThat(used()).isEqualTo(before);
        assertThat(data.resolve("incoming")).isEmptyDirectory();
        assertThat(history.of(List.of(thing.id()), null, 5)).isEmpty();
    }

    @Test
    @ActAsZone("files-quota")
    void the_quota_holds_also_when_everybody_uploads_at_once() throws Exception {
        var thing = things.make();
        long most = zoneQuota();
        store.deleteAll(CurrentTenant.get()); // of an earlier build
        jdbcInZone("insert into files.usage (tenant_id, bytes, files) values (?, ?, 0)", most - 25);

        var outcomes =
                atOnce(
                        8,
                        () -> {
                            try {
                                attach(
                                        thing,
                                        UUID.randomUUID() + ".txt",
                                        UUID.randomUUID().toString().substring(0, 10));
                                return true;
                            } catch (FileRefused refused) {
                                assertThat(refused.messageKey()).isEqualTo("files.refusal.quota");
                                return false;
                            }
                        });

        assertThat(outcomes.stream().filter(kept -> kept)).hasSize(2);
        assertThat(used()).isEqualTo(most - 5);
        var keys = store.of(CurrentTenant.get(), today());
        assertThat(keys).hasSize(2); // the bytes of the others are gone
    }

    @Test
    void a_removed_file_gives_its_room_back_and_leaves_a_trace() throws IOException {
        var thing = things.make();
        var file = attach(thing, "a.txt", "内容");
        long before = used();

        attachments.remove(file.id());

        refused(UnknownFile.class, () -> attachments.open(file.id()));
        refused(UnknownFile.class, () -> attachments.remove(file.id()));
        assertThat(used()).isEqualTo(before - file.bytes());
        assertThat(attachments.of(thing, null, 10).items()).isEmpty();
        assertThat(attachments.everOf(thing, null, 10))
                .singleElement()
                .matches(AttachedFile::removed);
        assertThat(history.of(List.of(thing.id()), null, 5).getFirst().act()).isEqualTo("detached");
        assertThat(bytesOf(file)).exists();
    }

    @Test
    void damaged_bytes_are_never_handed_out_as_whole() throws IOException {
        var file = attach(things.make(), "a.txt", "内容内容");
        Files.writeString(bytesOf(file), "内容改了");

        refusedAs("files.refusal.unreadable", () -> attachments.open(file.id()));

        Files.delete(bytesOf(file));
        refusedAs("files.refusal.unreadable", () -> attachments.open(file.id()));
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() throws IOException {
        var thing = things.make();
        for (int i = 0; i < 7; i++) {
            attach(thing, i + ".txt", "第 " + i + " 个");
        }

        var first = attachments.of(thing, null, 3);
        var second = attachments.of(thing, first.next(), 3);
        var third = attachments.of(thing, second.next(), 3);

        assertThat(first.items())
                .extracting(AttachedFile::name)
                .containsExactly("6.txt", "5.txt", "4.txt");
        assertThat(second.items())
                .extracting(AttachedFile::name)
                .containsExactly("3.txt", "2.txt", "1.txt");
        assertThat(third.items()).extracting(AttachedFile::name).containsExactly("0.txt");
        assertThat(third.next()).isNull();
        refusedAs("records.refusal.cursor", () -> attachments.of(thing, "'; drop table", 3));
    }

    @Test
    void the_sweeper_takes_bytes_without_a_row_and_leaves_those_with_one()
            throws IOException, SQLException {
        var thing = things.make();
        var file = attach(thing, "kept.txt", "内容");
        var removed = attach(thing, "removed.txt", "移除");
        attachments.remove(removed.id());
        var zone = CurrentTenant.get();
        var orphan = new StorageKey(zone, today().minusDays(3), UUID.randomUUID());
        var fresh = new StorageKey(zone, today(), UUID.randomUUID());
        for (var key : List.of(orphan, fresh)) {
            store.put(key, Files.writeString(Files.createTempFile("orphan", ""), "x"));
        }
        var old = new StorageKey(zone, today().minusDays(3), UUID.randomUUID());
        Files.createDirectories(path(old).getParent());
        Files.move(bytesOf(file), path(old));
        asOwner("update files.file set storage_key = '" + old + "' where id = '" + file.id() + "'");
        asOwner(
                "update files.file set removed_at = now() - interval '31 days' where id = '"
                        + removed.id()
                        + "'");

        sweeper.run();

        assertThat(path(orphan)).doesNotExist();
        assertThat(path(fresh)).exists(); // somebody may be about to commit it
        assertThat(path(old)).exists();
        assertThat(bytesOf(removed)).doesNotExist();
        try (var opened = attachments.open(file.id())) {
            assertThat(opened.content().readAllBytes()).isNotEmpty();
        }
    }

    @Test
    void files_follow_their_record_and_go_with_it() throws IOException {
        var from = things.make();
        var to = things.make();
        attach(from, "a.txt", "一");
        attach(from, "同.txt", "同");
        attach(to, "同.txt", "同");
        attachments.remove(attach(from, "removed.txt", "移除").id());
        long before = used();

        asSystem(() -> attachments.move(from, to));
        asSystem(() -> attachments.move(from, to)); // may run twice

        assertThat(attachments.of(to, null, 10).items())
                .extracting(AttachedFile::name)
                .containsExactlyInAnyOrder("a.txt", "同.txt");
        assertThat(attachments.everOf(to, null, 10))
                .extracting(AttachedFile::name)
                .contains("removed.txt");
        assertThat(attachments.of(from, null, 10).items()).isEmpty();
        assertThat(before - used()).as("the one that both had counts once").isEqualTo(3);
        assertThatThrownBy(() -> attachments.removeAll(to))
                .isInstanceOf(org.springframework.security.access.AccessDeniedException.class);
        asSystem(() -> attachments.removeAll(to));
        asSystem(() -> attachments.removeAll(to));
        assertThat(attachments.of(to, null, 10).items()).isEmpty();
        assertThat(before - used()).isEqualTo(9);
    }

    private AttachedFile attach(RecordRef record, String name, String content) throws IOException {
        return attachments.attach(
                record, name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    private long used() {
        return new TransactionTemplate(transactions).execute(open -> table.used());
    }

    private long zoneQuota() {
        return 20L << 30;
    }

    private void jdbcInZone(String sql, long bytes) {
        long zone = CurrentTenant.get().value();
        new TransactionTemplate(transactions).execute(open -> jdbc.update(sql, zone, bytes));
    }

    private void asOwner(String sql) throws SQLException {
        try (var owner = servers.asOwner();
                var statement = owner.createStatement()) {
            statement.execute("set app.tenant_id = '" + CurrentTenant.get() + "'");
            statement.execute(sql);
        }
    }

    private Path bytesOf(AttachedFile file) {
        return path(StorageKey.of(CurrentTenant.get(), file.id().value(), file.at()));
    }

    private Path path(StorageKey key) {
        return data.resolve("files").resolve(key.path());
    }

    private static java.time.LocalDate today() {
        return java.time.LocalDate.now(java.time.ZoneOffset.UTC);
    }

    private void as(List<String> permissions, Runnable work) {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(
                new org.springframework.security.core.context.SecurityContextImpl(
                        zones.somebody("files-zone", permissions.toArray(String[]::new))));
        try {
            work.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private static void asSystem(Runnable work) {
        org.kaiyuan.platform.tenancy.SystemActing.inTenant(
                CurrentTenant.get(),
                () -> {
                    work.run();
                    return "";
                });
    }

    private static <T> List<T> atOnce(int times, Callable<T> work)
            throws InterruptedException, ExecutionException {
        var context = SecurityContextHolder.getContext();
        Callable<T> asHere =
                () -> {
                    SecurityContextHolder.setContext(context);
                    try {
                        return work.call();
                    } finally {
                        SecurityContextHolder.clearContext();
                    }
                };
        try (var threads = Executors.newFixedThreadPool(times)) {
            var all = threads.invokeAll(java.util.Collections.nCopies(times, asHere));
            var results = new java.util.ArrayList<T>();
            for (Future<T> one : all) {
                results.add(one.get());
            }
            return results;
        }
    }

    private static void refused(Class<? extends Refusal> type, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(type);
    }

    private static void refusedAs(String key, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.messageKey()).isEqualTo(key));
    }

    /** Text without an end. */
    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return 'a';
        }

        @Override
        public int read(byte[] into, int from, int most) {
            java.util.Arrays.fill(into, from, from + most, (byte) 'a');
            return most;
        }
    }

    /** Breaks off, as a browser that is closed. */
    private static final class Broken extends InputStream {
        private int left = 1000;

        @Override
        public int read() throws IOException {
            if (left-- <= 0) {
                throw new IOException("The connection was closed");
            }
            return 'a';
        }
    }
}
