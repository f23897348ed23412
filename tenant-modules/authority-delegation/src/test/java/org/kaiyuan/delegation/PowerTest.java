package org.kaiyuan.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** A zone without lists, and a quick way to publish some. */
@KaiyuanTest
@ActAsZone(PowerTest.ZONE)
abstract class PowerTest {
    static final String ZONE = "powers";
    static final String AUTHORITY = "市发展和改革委员会";

    @Autowired MatterKeeping matters;
    @Autowired ListDrafting drafting;
    @Autowired ListPublishing publishing;
    @Autowired JdbcTemplate jdbc;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Zones zones;
    @Autowired TestServers servers;
    @Autowired Clock clock;

    LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void no_powers() throws Exception {
        today = LocalDate.now(clock);
        owner(
                "truncate delegation.list, delegation.matter, delegation.paper, delegation.readiness, delegation.use_rule,"
                        + " delegation.evaluation, delegation.evaluation_report, delegation.use_told cascade");
        owner("delete from notices.notice");
    }

    /** What a list grants. */
    record Power(
            String matter, String authority, LocalDate effectiveOn, @Nullable LocalDate expiresOn) {
        static Power of(String matter, LocalDate effectiveOn) {
            return new Power(matter, AUTHORITY, effectiveOn, null);
        }

        Power by(String other) {
            return new Power(matter, other, effectiveOn, expiresOn);
        }

        Power until(LocalDate last) {
            return new Power(matter, authority, effectiveOn, last);
        }
    }

    /** Published as a list of its own. */
    final List<EntryId> granted(Power... powers) {
        var list = drafting.begin(PowerListKind.EMPOWERMENT, "清单" + System.nanoTime());
        var entries =
                drafting.putAll(
                        list,
                        Arrays.stream(powers)
                                .map(one -> new ListDrafting.Change(null, note(one)))
                                .toList());
        publish(list);
        return entries;
    }

    final EntryId granted(String matter, LocalDate effectiveOn) {
        return granted(Power.of(matter, effectiveOn)).getFirst();
    }

    final void publish(ListId list) {
        assertThat(publishing.check(list)).isEmpty();
        publishing.publish(list, null);
    }

    final MatterId matter(String name) {
        return matters.add(new MatterDraft(null, null, name, MatterKind.PERMIT, null, List.of()));
    }

    final EntryNote note(Power one) {
        var decided = one.effectiveOn().minusDays(40);
        return new EntryNote(
                matter(one.matter()),
                EntryAct.GRANT,
                null,
                one.authority(),
                "经开区行政审批局",
                DelegationMode.DIRECT,
                EntryNote.Scope.ALL,
                new EntryNote.Days(one.effectiveOn(), null, one.expiresOn()),
                new EntryNote.Paper(null, "德府发〔2026〕1号", decided, "德阳市人民政府"),
                EntryNote.Paper.NONE,
                EntryNote.Particulars.NONE,
                null);
    }

    /** Ends a grant of another list by an entry of a new one. */
    final void recalled(EntryId entry, ListId list, LocalDate on) {
        var note = noteOf(entry);
        drafting.put(
                list,
                null,
                new EntryNote(
                        note.matter(),
                        EntryAct.RECALL,
                        entry,
                        note.originalAuthority(),
                        note.receivingBody(),
                        note.mode(),
                        note.scope(),
                        EntryNote.Days.from(on),
                        note.document(),
                        EntryNote.Paper.NONE,
                        EntryNote.Particulars.NONE,
                        null));
        publish(list);
    }

    @Autowired ListEditions editions;

    final EntryNote noteOf(EntryId entry) {
        return editions.entry(entry).note();
    }

    final ListId listOf(EntryId entry) {
        return editions.entry(entry).list();
    }

    final <T extends @Nullable Object> T asSystem(
            String zone, java.util.function.Supplier<T> work) {
        return SystemActing.inTenant(zones.zone(zone), work);
    }

    final void owner(String statement) throws SQLException {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("set app.tenant_id = '" + zone() + "'");
            sql.execute(statement);
        }
    }

    final List<String> query(String question) throws SQLException {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("set app.tenant_id = '" + zone() + "'");
            var found = new ArrayList<String>();
            try (var rows = sql.executeQuery(question)) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }

    /** Who was told what, in the order of time. */
    final List<String> told() throws SQLException {
        return query(
                "select username || ' ' || message_key || ' [' || array_to_string(arguments, ', ') || ']'"
                        + " from notices.notice order by id");
    }

    private long zone() {
        return CurrentTenant.get().value();
    }
}
