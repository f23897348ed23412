package org.kaiyuan.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.files.storage.FileStore;
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
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A file that comes in pieces, over the real database and a real disk. */
@KaiyuanTest
@ActAsZone("pieces-zone")
class PiecewiseUploadsTest {
    private static final int PIECE = PiecewiseUploads.SMALLEST;
    private static final byte[] TEXT = text(2 * PIECE + 1000);

    @Autowired PiecewiseUploads uploads;
    @Autowired Attachments attachments;
    @Autowired SweepPieces sweeper;
    @Autowired FileStore store;
    @Autowired Things things;
    @Autowired Zones zones;
    @Autowired JdbcTemplate jdbc;
    @Autowired PlatformTransactionManager transactions;
    @Autowired TestServers servers;

    @Value("${kaiyuan.data}")
    Path data;

    @Test
    void what_was_interrupted_goes_on_from_where_it_stopped_and_becomes_one_file()
            throws IOException {
        var thing = things.make();
        var id = begin(thing, "一.txt", TEXT, sha256(TEXT));

        uploads.append(id, 0, part(0, PIECE));
        assertThatThrownBy(() -> uploads.append(id, PIECE, new BreaksOff(part(PIECE, 2 * PIECE))))
                .isInstanceOf(IOException.class);
        assertThat(uploads.received(id)).as("nothing of a piece that broke off").isEqualTo(PIECE);
        uploads.append(id, PIECE, part(PIECE, 2 * PIECE));
        assertThat(uploads.append(id, 2L * PIECE, part(2 * PIECE, TEXT.length)))
                .isEqualTo(TEXT.length);
        var file = uploads.finish(id);

        assertThat(file.name()).isEqualTo("一.txt");
        try (var opened = attachments.open(file.id())) {
            assertThat(opened.content().readAllBytes()).isEqualTo(TEXT);
        }
        assertThat(attachments.of(thing, null, 10).items()).containsExactly(file);
        assertThat(data.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void what_comes_twice_is_there_once() throws IOException {
        var thing = things.make();
        int before = bytesLyingThere();
        var id = begin(thing, "一.txt", TEXT, null);

        uploads.append(id, 0, part(0, PIECE));
        assertThat(uploads.append(id, 0, part(0, PIECE))).isEqualTo(PIECE);
        uploads.append(id, PIECE, part(PIECE, TEXT.length));
        assertThat(bytesLyingThere() - before).isEqualTo(2);
        var file = uploads.finish(id);

        assertThat(uploads.finish(id)).isEqualTo(file);
        assertThat(uploads.received(id)).isEqualTo(TEXT.length);
        assertThat(uploads.append(id, 0, part(0, PIECE))).isEqualTo(TEXT.length);
        assertThat(bytesLyingThere() - before).as("the file, and no pieces").isEqualTo(1);
        var again = begin(thing, "一.txt", TEXT, null);
        uploads.append(again, 0, part(0, TEXT.length));
        assertThat(uploads.finish(again)).as("the same file on the same record").isEqualTo(file);
    }

    @Test
    void a_piece_that_does_not_follow_is_refused_with_where_to_go_on() throws IOException {
        var id = begin(things.make(), "一.txt", TEXT, null);
        uploads.append(id, 0, part(0, PIECE));

        for (long wrong : new long[] {PIECE + 1, 2L * PIECE, -1}) {
            assertThatThrownBy(() -> uploads.append(id, wrong, part(0, PIECE)))
                    .isInstanceOfSatisfying(
                            WrongOffset.class,
                            refused -> assertThat(refused.received()).isEqualTo(PIECE));
        }
        refused(WrongOffset.class, () -> uploads.append(id, 10, part(10, PIECE + 10)));
        refused(WrongOffset.class, () -> uploads.finish(id));
        refusedAs("files.refusal.crumb", () -> uploads.append(id, PIECE, part(PIECE, PIECE + 10)));
        refusedAs("files.refusal.empty", () -> uploads.append(id, PIECE, part(0, 0)));
        refusedAs("files.refusal.beyond", () -> uploads.append(id, PIECE, part(0, TEXT.length)));
        refusedAs(
                "files.refusal.tooLarge",
                () ->
                        uploads.append(
                                id,
                                PIECE,
                                new ByteArrayInputStream(text(PiecewiseUploads.LARGEST + 1))));
        assertThat(uploads.received(id)).isEqualTo(PIECE);
    }

    @Test
    void what_would_be_refused_at_the_end_is_refused_before_a_byte_has_come() {
        var thing = things.make();

        refusedAs("files.refusal.type", () -> uploads.begin(thing, "a.html", 10, null));
        refusedAs("files.refusal.empty", () -> uploads.begin(thing, "a.txt", 0, null));
        refusedAs(
                "files.refusal.tooLarge",
                () -> uploads.begin(thing, "a.txt", attachments.largest() + 1, null));
        refusedAs("files.refusal.checksum", () -> uploads.begin(thing, "a.txt", 10, "abc"));
        refused(
                UnknownRecord.class,
                () -> uploads.begin(new RecordRef("no.kind", thing.id()), "a.txt", 10, null));
    }

    @Test
    void the_whole_is_looked_at_as_any_file_and_what_is_wrong_for_good_is_forgotten()
            throws IOException {
        var thing = things.make();
        int before = bytesLyingThere();
        var noPdf = begin(thing, "a.pdf", TEXT, null);
        var another = begin(thing, "a.txt", TEXT, sha256(text(5)));
        for (var id : List.of(noPdf, another)) {
            uploads.append(id, 0, part(0, TEXT.length));
        }

        refusedAs("files.refusal.mismatch", () -> uploads.finish(noPdf));
        refusedAs("files.refusal.checksum", () -> uploads.finish(another));

        refused(UnknownUpload.class, () -> uploads.received(noPdf));
        refused(UnknownUpload.class, () -> uploads.finish(another));
        assertThat(attachments.of(thing, null, 10).items()).isEmpty();
        assertThat(bytesLyingThere()).isEqualTo(before);
    }

    @Test
    void only_who_began_it_goes_on_and_only_while_they_may_change_the_record() throws IOException {
        var thing = things.make();
        var id = begin(thing, "一.txt", TEXT, null);

        as(
                somebody("pieces-zone-other", Things.READ, Things.WRITE),
                () -> {
                    refused(UnknownUpload.class, () -> uploads.received(id));
                    refused(UnknownUpload.class, () -> uploads.append(id, 0, part(0, PIECE)));
                    refused(UnknownUpload.class, () -> uploads.finish(id));
                    uploads.drop(id);
                });
        as(
                somebody("pieces-zone-tester", Things.READ),
                () -> {
                    refused(RecordChangeRefused.class, () -> uploads.received(id));
                    refused(RecordChangeRefused.class, () -> uploads.append(id, 0, part(0, PIECE)));
                    refused(
                            RecordChangeRefused.class,
                            () -> uploads.begin(thing, "a.txt", 10, null));
                });
        assertThat(uploads.received(id)).isZero();
        things.forget(thing);
        refused(UnknownRecord.class, () -> uploads.append(id, 0, part(0, PIECE)));
    }

    @Test
    void another_zone_sees_nothing() {
        var thing = things.make();
        var id = begin(thing, "一.txt", TEXT, null);

        zones.in(
                "pieces-elsewhere",
                () -> {
                    // called alike in both zones
                    as(
                            new TestingAuthenticationToken(
                                    new Zones.Tester(
                                            zones.zone("pieces-elsewhere"), "pieces-zone-tester"),
                                    "",
                                    "ROLE_" + Things.READ,
                                    "ROLE_" + Things.WRITE),
                            () -> {
                                refused(UnknownUpload.class, () -> uploads.received(id));
                                refused(
                                        UnknownUpload.class,
                                        () -> uploads.append(id, 0, part(0, PIECE)));
                                uploads.drop(id);
                                refused(
                                        UnknownRecord.class,
                                        () -> uploads.begin(thing, "a.txt", 10, null));
                            });
                    return "";
                });
        assertThat(uploads.received(id)).isZero();
    }

    @Test
    @ActAsZone("pieces-quota")
    void what_is_announced_counts_against_the_room_that_is_left() throws SQLException {
        var thing = things.make();
        long most = 20L << 30;
        inTransaction(() ->
                jdbc.update(
                        "insert into files.usage (tenant_id, bytes, files) values (?, ?, 0)",
                        CurrentTenant.get().value(),
                        most - 100));

        var first = uploads.begin(thing, "a.txt", 60, null);
        refusedAs("files.refusal.quota", () -> uploads.begin(thing, "b.txt", 60, null));
        uploads.drop(first);

        uploads.drop(uploads.begin(thing, "b.txt", 60, null));
        refused(UnknownUpload.class, () -> uploads.received(first));
    }

    @Test
    @ActAsZone("pieces-many")
    void the_oldest_of_very_many_gives_way() {
        var thing = things.make();
        var first = uploads.begin(thing, "0.txt", 10, null);
        for (int i = 1; i < PiecewiseUploads.MOST_OPEN; i++) {
            uploads.begin(thing, i + ".txt", 10, null);
        }
        assertThat(uploads.received(first)).isZero();

        uploads.begin(thing, "last.txt", 10, null);

        refused(UnknownUpload.class, () -> uploads.received(first));
    }

    @Test
    void after_a_day_nobody_goes_on_and_nothing_is_left() throws Exception {
        int before = bytesLyingThere();
        var id = begin(things.make(), "一.txt", TEXT, null);
        var fresh = begin(things.make(), "二.txt", TEXT, null);
        uploads.append(id, 0, part(0, PIECE));
        uploads.append(fresh, 0, part(0, PIECE));
        try (var owner = servers.asOwner();
                var statement = owner.createStatement()) {
            statement.execute("set app.tenant_id = '" + CurrentTenant.get() + "'");
            statement.execute(
                    "update files.piecewise set begun_at = now() - interval '25 hours' where id = '"
                            + id
                            + "'");
        }

        refused(UnknownUpload.class, () -> uploads.received(id));
        refused(UnknownUpload.class, () -> uploads.append(id, PIECE, part(PIECE, 2 * PIECE)));
        sweeper.run();

        assertThat(bytesLyingThere() - before).isEqualTo(1);
        assertThat(uploads.received(fresh)).isEqualTo(PIECE);
        assertThat(
                        inTransaction(() ->
                                jdbc.queryForObject(
                                        "select count(*)::int from files.piecewise where id = ?",
                                        Integer.class,
                                        id.value())))
                .isZero();
    }

    private UploadId begin(RecordRef record, String name, byte[] all, @Nullable String sha256) {
        return uploads.begin(record, name, all.length, sha256);
    }

    private int bytesLyingThere() throws IOException {
        return store.of(CurrentTenant.get(), java.time.LocalDate.now(java.time.ZoneOffset.UTC))
                .size();
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(
                new TransactionTemplate(transactions).execute(open -> work.get()));
    }

    private Authentication somebody(String username, String... permissions) {
        var token = zones.somebody("pieces-zone", permissions);
        return new TestingAuthenticationToken(
                new Zones.Tester(CurrentTenant.get(), username),
                "",
                List.copyOf(token.getAuthorities()));
    }

    private static void as(Authentication somebody, Runnable work) {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(somebody));
        try {
            work.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private static InputStream part(int from, int to) {
        return new ByteArrayInputStream(Arrays.copyOfRange(TEXT, from, to));
    }

    private static byte[] text(int length) {
        var letters = new Random(length).ints(length, 'a', 'z').toArray();
        var text = new byte[length];
        for (int i = 0; i < length; i++) {
            text[i] = (byte) letters[i];
        }
        return text;
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(Checksums.sha256().digest(bytes));
    }

    private static void refused(Class<? extends Refusal> type, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(type);
    }

    private static void refusedAs(String key, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.messageKey()).isEqualTo(key));
    }

    /** As a phone in a tunnel. */
    private static final class BreaksOff extends InputStream {
        private final InputStream half;
        private int left = 1000;

        BreaksOff(InputStream half) {
            this.half = half;
        }

        @Override
        public int read() throws IOException {
            if (left-- <= 0) {
                throw new IOException("The connection was closed");
            }
            return half.read();
        }
    }
}
