package org.kaiyuan.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What somebody who owns the database does to the trail is found. */
@KaiyuanTest
class AuditChainTest {
    private static int zonesMade;

    @Autowired ChangeHistory history;
    @Autowired Sealing sealing;
    @Autowired Verifying verifying;
    @Autowired AuditRetention retention;
    @Autowired JdbcTemplate jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Zones zones;
    @Autowired TestServers servers;

    TenantId zone;

    @BeforeEach
    void a_zone_with_three_links() {
        zone = zones.zone("chain-" + ++zonesMade);
        for (int i = 1; i <= 3; i++) {
            write("act" + i);
            write("again" + i);
            seal();
        }
        assertThat(verify().sound()).isTrue();
        assertThat(verify().lines()).isEqualTo(6);
        assertThat(verify().waiting()).isZero();
    }

    @Test
    void a_changed_line_is_found() throws SQLException {
        asOwner("update audit.change set after = 'other' where act = 'again2'");

        assertThat(verify().fault()).isEqualTo(ChainFault.LINES_CHANGED);
        assertThat(verify().faultyLink()).isBetween(1L, 3L);
    }

    @Test
    void a_removed_line_is_found() throws SQLException {
        asOwner("delete from audit.change where act = 'act2'");

        assertThat(verify().fault()).isEqualTo(ChainFault.LINES_CHANGED);
    }

    @Test
    void a_line_put_in_later_is_found() throws SQLException {
        asOwner(
                "insert into audit.change (tenant_id, id, subject_kind, subject_id, at, actor, actor_name, act, xact)"
                        + " select tenant_id, gen_random_uuid(), subject_kind, subject_id, at, 'forger', 'x', act, xact"
                        + " from audit.change where act = 'act1'");

        assertThat(verify().fault()).isEqualTo(ChainFault.LINES_CHANGED);
    }

    @Test
    void lines_that_change_places_are_found() throws SQLException {
        asOwner(
                "update audit.change c set xact = o.xact from audit.change o"
                        + " where (c.act, o.act) in (('act1', 'act3'), ('act3', 'act1'))");

        assertThat(verify().fault()).isEqualTo(ChainFault.LINES_CHANGED);
    }

    @Test
    void a_line_and_its_link_made_to_fit_are_found_by_the_signature() throws SQLException {
        var seal = seals().getLast();
        var other = new byte[32];
        var hash =
                Seal.hash(
                        zone.value(),
                        seal.number(),
                        seal.fromXact(),
                        seal.toXact(),
                        seal.lines(),
                        seal.lastAt(),
                        other,
                        seal.previous(),
                        seal.sealedAt());
        asOwner(
                "update audit.seal set digest = '\\x%s', hash = '\\x%s' where number = %d"
                        .formatted(hex(other), hex(hash), seal.number()));

        assertThat(verify().fault()).isEqualTo(ChainFault.LINK_FORGED);
    }

    @Test
    void a_changed_link_is_found() throws SQLException {
        asOwner("update audit.seal set lines = lines + 1 where number = 1");

        assertThat(verify().fault()).isEqualTo(ChainFault.LINK_CHANGED);
    }

    @Test
    void a_link_cut_out_of_the_middle_is_found() throws SQLException {
        var middle = seals().get(1);
        asOwner(
                "delete from audit.change where xact >= %d and xact < %d"
                        .formatted(middle.fromXact(), middle.toXact()));
        asOwner("delete from audit.seal where number = " + middle.number());

        assertThat(verify().fault()).isEqualTo(ChainFault.LINKS_BROKEN);
    }

    @Test
    void a_beginning_that_is_cut_off_is_found() throws SQLException {
        var first = seals().getFirst();
        asOwner("delete from audit.change where xact < " + first.toXact());
        asOwner("delete from audit.seal where number = 1");

        assertThat(verify().fault()).isEqualTo(ChainFault.BEGINNING_MISSING);
    }

    @Test
    void an_end_that_is_cut_off_is_found_by_the_head_kept_outside_the_database()
            throws SQLException {
        var last = seals().getLast();
        asOwner("delete from audit.change where xact >= " + last.fromXact());
        asOwner("delete from audit.seal where number = " + last.number());

        assertThat(verify().fault()).isEqualTo(ChainFault.END_MISSING);
        write("afterwards"); // a chain that goes on from the stump is another one
        seal();
        assertThat(verify().fault()).isEqualTo(ChainFault.LINKS_BROKEN);
    }

    @Test
    void a_head_that_was_printed_proves_that_nothing_before_it_was_touched() {
        var printed = verify();
        write("more");
        seal();
        var kept =
                new KnownHeads.Head(
                        printed.head(),
                        java.util.HexFormat.of().parseHex(String.valueOf(printed.headHash())));

        assertThat(verifying.verify(zone.value(), Long.MAX_VALUE, kept).sound()).isTrue();
        var other = new KnownHeads.Head(printed.head(), new byte[32]);
        assertThat(verifying.verify(zone.value(), Long.MAX_VALUE, other).fault())
                .isEqualTo(ChainFault.HEAD_UNKNOWN);
    }

    @Test
    void neither_the_application_nor_the_owner_changes_lines_in_passing() {
        for (var sql :
                List.of(
                        "delete from audit.change",
                        "update audit.seal set lines = 1",
                        "delete from audit.checkpoint")) {
            assertThatThrownBy(() -> inZone(() -> jdbc.update(sql)))
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() -> asOwnerWithoutSayingSo("delete from audit.change"))
                .hasMessageContaining("append only");
        assertThatThrownBy(() -> asOwnerWithoutSayingSo("update audit.change set act = 'x'"))
                .hasMessageContaining("append only");
        assertThatThrownBy(() -> asOwnerWithoutSayingSo("truncate audit.change"))
                .hasMessageContaining("append only");
    }

    @Test
    void writers_of_one_zone_do_not_wait_for_each_other_and_none_is_left_out() throws Exception {
        int writers = 6;
        int each = 20;
        var together = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(writers + 1)) {
            var work = new java.util.ArrayList<Future<?>>();
            for (int w = 0; w < writers; w++) {
                work.add(
                        threads.submit(() -> {
                            together.await();
                            for (int i = 0; i < each; i++) {
                                write("together");
                            }
                            return null;
                        }));
            }
            var sealer =
                    threads.submit(() -> {
                        together.await();
                        while (!work.stream().allMatch(Future::isDone)) {
                            sealing.seal(zone.value());
                        }
                        return null;
                    });
            together.countDown();
            for (var one : work) {
                one.get(60, TimeUnit.SECONDS);
            }
            sealer.get(60, TimeUnit.SECONDS);
        }
        seal();

        var found = verify();
        assertThat(found.fault()).isNull();
        assertThat(found.lines()).isEqualTo(6 + writers * each);
    }

    @Test
    void a_writer_that_is_still_at_it_is_waited_for_and_holds_nobody_up() throws Exception {
        var written = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<?> slow =
                    threads.submit(() ->
                            inZone(() -> {
                                record("slow");
                                written.countDown();
                                return await(mayEnd);
                            }));
            assertThat(written.await(20, TimeUnit.SECONDS)).isTrue();
            write("quick"); // does not wait
            sealing.seal(zone.value());
            assertThat(verify().sound()).isTrue();
            assertThat(verify().lines()).isEqualTo(6); // "quick" is younger than the slow one
            mayEnd.countDown();
            slow.get(20, TimeUnit.SECONDS);
        }
        seal();

        assertThat(verify().lines()).isEqualTo(8);
        assertThat(verify().sound()).isTrue();
    }

    @Test
    void lines_of_seven_years_ago_are_forgotten_and_the_chain_stays_whole() throws SQLException {
        zone = zones.zone("chain-old-" + ++zonesMade);
        writeLongAgo();
        writeLongAgo();
        seal();
        writeLongAgo();
        write("of today");
        seal(); // one link over both, or two where the sealer of the application came between

        long gone = inSystem(() -> retention.forget(zone.value()));
        assertThat(gone).isBetween(2L, 3L);
        seal();
        var found = verify();
        assertThat(found.fault()).isNull();
        assertThat(found.lines()).isEqualTo(6 - gone); // 4, and 2 that tell of the forgetting
        assertThat(inSystem(() -> retention.forget(zone.value()))).isZero();

        asOwner("delete from audit.checkpoint");
        assertThat(verify().fault()).isEqualTo(ChainFault.BEGINNING_MISSING);
    }

    @Test
    void the_database_forgets_nothing_of_the_last_six_months_whoever_asks() {
        assertThatThrownBy(() -> inZone(() -> jdbc.queryForList("select audit.forget(1)")))
                .rootCause()
                .hasMessageContaining("no checkpoint");
        inZone(() ->
                jdbc.update(
                        "insert into audit.checkpoint (tenant_id, number, to_xact, hash, signature, forgotten_at)"
                                + " select tenant_id, number, to_xact, hash, signature, now() from audit.seal"
                                + " where number = 1"));
        assertThatThrownBy(() -> inZone(() -> jdbc.queryForList("select audit.forget(1)")))
                .rootCause()
                .hasMessageContaining("six months");
        assertThat(verify().fault())
                .isEqualTo(ChainFault.LINK_FORGED); // that checkpoint is none of ours
    }

    @Test
    void another_zone_sees_nothing() {
        assertThat(countIn(zone)).containsExactly(6L, (long) seals().size());
        assertThat(countIn(zones.zone("chain-other"))).containsExactly(0L, 0L);
    }

    private List<Long> countIn(TenantId which) {
        return CurrentTenant.actAs(
                which,
                () ->
                        transaction.execute(open ->
                                List.of("change", "seal").stream()
                                        .map(table ->
                                                jdbc.queryForObject(
                                                        "select count(*) from audit." + table,
                                                        Long.class))
                                        .toList()));
    }

    private Verification verify() {
        return verifying.verify(zone.value(), Long.MAX_VALUE, null);
    }

    private List<Seal> seals() {
        return inZone(() ->
                jdbc.query(
                        "select " + Seal.COLUMNS + " from audit.seal order by number", Seal::of));
    }

    /** Others that work in the same PostgreSQL may be older than what was just written. */
    private void seal() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .pollInSameThread()
                .until(() -> {
                    sealing.seal(zone.value());
                    return verify().waiting() == 0;
                });
    }

    private void writeLongAgo() {
        inZone(() ->
                jdbc.update(
                        "insert into audit.change (tenant_id, id, subject_kind, subject_id, at, actor, actor_name, act)"
                                + " values (?, uuidv7(), 'test.thing', uuidv7(), now() - interval '7 years', 'x', 'x', 'old')",
                        zone.value()));
    }

    private void write(String act) {
        inZone(() -> {
            record(act);
            return 1;
        });
    }

    private void record(String act) {
        history.record(
                "test.thing", new UUID(7, 7), act, List.of(new FieldChange("name", "甲", "乙")));
    }

    private <T> T inZone(java.util.function.Supplier<T> work) {
        return inSystem(() -> transaction.execute(open -> work.get()));
    }

    private <T> T inSystem(java.util.function.Supplier<T> work) {
        return CurrentTenant.actAs(zone, work::get);
    }

    private static int await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
            return 1;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }

    /** Somebody who owns the tables and means it. */
    private void asOwner(String sql) throws SQLException {
        try (var owner = servers.asOwner();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("set local app.tenant_id = '" + zone.value() + "'");
            for (var table : List.of("change", "seal", "checkpoint")) {
                statement.execute("alter table audit." + table + " disable trigger user");
            }
            statement.execute(sql);
            for (var table : List.of("change", "seal", "checkpoint")) {
                statement.execute("alter table audit." + table + " enable trigger user");
            }
            owner.commit();
        }
    }

    private void asOwnerWithoutSayingSo(String sql) throws SQLException {
        try (var owner = servers.asOwner();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("set local app.tenant_id = '" + zone.value() + "'");
            statement.execute(sql);
        }
    }
}
