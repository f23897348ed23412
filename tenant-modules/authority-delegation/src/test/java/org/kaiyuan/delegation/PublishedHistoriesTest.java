package org.kaiyuan.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.delegation.domain.NaiveReplay;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;

/** Both times of a power: for random histories of editions the answer is that of a naive replay of what was published when. */
@KaiyuanTest
@ActAsZone("deyang")
class PublishedHistoriesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Instant FIRST = Instant.parse("2026-01-05T01:00:00Z");
    private static final int HOURS = 24 * 60;

    /** Three say who decides, the last does not. */
    private static final List<PowerListKind> KINDS =
            List.of(
                    PowerListKind.EMPOWERMENT,
                    PowerListKind.ENTRUSTMENT,
                    PowerListKind.POWERS,
                    PowerListKind.SERVICES);

    @Autowired MatterKeeping matters;
    @Autowired ListDrafting drafting;
    @Autowired ListPublishing publishing;
    @Autowired ListEditions editions;
    @Autowired WhoDecides who;
    @Autowired Zones zones;
    @Autowired TestServers servers;

    /** What a list said from a moment on, in whole. */
    private record Published(
            ListId list, PowerListKind kind, Instant at, Map<EntryId, EntryNote> says) {}

    @BeforeEach
    void no_lists() throws Exception {
        owner("truncate delegation.list, delegation.matter, delegation.paper cascade");
    }

    @Test
    void what_was_believed_at_any_time_about_any_day_is_what_a_naive_replay_says()
            throws Exception {
        for (int seed = 0; seed < 8; seed++) {
            var random = new SplittableRandom(seed);
            var matter = matter("事项" + seed);
            var other = matter("别的事项" + seed);
            var published = history(random, seed, matter, other);
            for (int i = 0; i < 60; i++) {
                var known = known(random, published);
                var place = random.nextInt(3) == 0 ? "北区" : null;
                var day = DAY.plusDays(random.nextInt(-5, 60));
                var naive = NaiveReplay.of(knownAt(published, known, matter), place, day);
                var ruling = who.decides(matter, place, day, known);
                var told = "seed %d, %s, %s, known %s".formatted(seed, place, day, known);
                var entry = ruling.entry();
                assertThat(ruling.isHere()).as(told).isEqualTo(naive.here());
                assertThat(entry == null ? null : entry.id()).as(told).isEqualTo(naive.entry());
                if (entry != null) {
                    assertThat(ruling.body()).as(told).isEqualTo(naive.body());
                }
            }
            everyEditionStillSaysWhatItSaid(published);
        }
    }

    /** Often the very moment of a publication, or the last one before it. */
    private static Instant known(SplittableRandom random, List<Published> published) {
        if (random.nextInt(3) == 0) {
            return FIRST.plusSeconds(3600L * random.nextInt(-24, HOURS + 24));
        }
        var at = published.get(random.nextInt(published.size())).at();
        return random.nextBoolean() ? at : at.minusNanos(1000);
    }

    private void everyEditionStillSaysWhatItSaid(List<Published> published) {
        Map<ListId, Integer> numbers = new HashMap<>();
        for (var one : published) {
            int number = numbers.merge(one.list(), 1, Integer::sum);
            Map<EntryId, EntryNote> read = new HashMap<>();
            editions.entries(one.list(), number, null, 500)
                    .forEach(entry -> read.put(entry.id(), entry.note()));
            assertThat(read).as("%s %d", one.list(), number).isEqualTo(one.says());
            assertThat(editions.get(one.list(), number).entries()).isEqualTo(one.says().size());
        }
    }

    /** Lists of all kinds, each published again and again. */
    private List<Published> history(
            SplittableRandom random, int seed, MatterId matter, MatterId other)
            throws SQLException {
        Map<PowerListKind, ListId> lists = new EnumMap<>(PowerListKind.class);
        for (var kind : KINDS) {
            lists.put(kind, drafting.begin(kind, kind + " " + seed));
        }
        Map<ListId, Map<EntryId, EntryNote>> now = new HashMap<>();
        Map<ListId, Instant> last = new HashMap<>();
        var published = new ArrayList<Published>();
        for (int i = 0; i < 12; i++) {
            var kind = KINDS.get(random.nextInt(KINDS.size()));
            var list = Objects.requireNonNull(lists.get(kind));
            var says = new LinkedHashMap<>(now.getOrDefault(list, Map.of()));
            var before = Map.copyOf(says);
            int changes = random.nextInt(1, 4);
            for (int c = 0; c < changes; c++) {
                change(random, list, says, random.nextInt(4) == 0 ? other : matter);
            }
            if (says.equals(before)) {
                drafting.discard(list);
                continue;
            }
            publishing.letPass(list, "随机的历史");
            int number = publishing.publish(list, null);
            var at = last.getOrDefault(list, FIRST).plusSeconds(3600L * random.nextInt(HOURS / 6));
            last.put(list, at);
            publishedAt(list, number, at);
            now.put(list, says);
            published.add(new Published(list, kind, at, Map.copyOf(says)));
        }
        return published;
    }

    private void change(
            SplittableRandom random, ListId list, Map<EntryId, EntryNote> says, MatterId matter) {
        var ids = List.copyOf(says.keySet());
        int act = ids.isEmpty() ? 0 : random.nextInt(5);
        var chosen = ids.isEmpty() ? null : ids.get(random.nextInt(ids.size()));
        var said = chosen == null ? null : says.get(chosen);
        if (act <= 1 || chosen == null || said == null) {
            var note = grant(random, matter);
            says.put(drafting.put(list, null, note), note);
        } else if (act == 2) {
            var note =
                    said.act() == EntryAct.GRANT
                            ? grant(random, said.matter())
                            : moved(random, said);
            drafting.put(list, chosen, note);
            says.put(chosen, note);
        } else if (act == 3) {
            drafting.takeOut(list, chosen);
            says.remove(chosen);
        } else if (said.act() == EntryAct.GRANT) {
            var note =
                    GrantDraft.end(
                            random.nextBoolean() ? EntryAct.RECALL : EntryAct.EXPIRY,
                            chosen,
                            said,
                            said.effectiveOn().plusDays(random.nextInt(30)));
            says.put(drafting.put(list, null, note), note);
        }
    }

    private static EntryNote grant(SplittableRandom random, MatterId matter) {
        var from = DAY.plusDays(random.nextInt(40));
        return new GrantDraft(matter)
                .authority("原部门" + random.nextInt(2))
                .body("主体" + random.nextInt(3))
                .mode(random.nextInt(6) == 0 ? DelegationMode.COUNTER : DelegationMode.DIRECT)
                .place(random.nextInt(3) == 0 ? "北区" : null)
                .category(random.nextInt(5) == 0 ? "小型" : null)
                .mostYuan(random.nextInt(5) == 0 ? new BigDecimal("5000000.00") : null)
                .from(from)
                .to(random.nextBoolean() ? null : from.plusDays(random.nextInt(25)))
                .note();
    }

    /** An end on another day. */
    private static EntryNote moved(SplittableRandom random, EntryNote of) {
        return new EntryNote(
                of.matter(),
                of.act(),
                of.ends(),
                of.originalAuthority(),
                of.receivingBody(),
                of.mode(),
                of.scope(),
                EntryNote.Days.from(of.effectiveOn().plusDays(random.nextInt(1, 9))),
                of.document(),
                of.letter(),
                of.particulars(),
                of.remarks());
    }

    /** Of each list that says who decides the last that was published by then. */
    private static List<WrittenEntry> knownAt(List<Published> all, Instant known, MatterId matter) {
        Map<ListId, Published> newest = new LinkedHashMap<>();
        for (var one : all) { // in the order in which they were published
            if (!one.at().isAfter(known)) {
                newest.put(one.list(), one);
            }
        }
        var said = new ArrayList<WrittenEntry>();
        newest.values().stream()
                .filter(one -> one.kind() != PowerListKind.SERVICES)
                .forEach(one ->
                        one.says()
                                .forEach((id, note) -> {
                                    if (note.matter().equals(matter)) {
                                        said.add(new WrittenEntry(id, note));
                                    }
                                }));
        return said;
    }

    private MatterId matter(String name) {
        return matters.add(new MatterDraft(null, null, name, MatterKind.PERMIT, null, List.of()));
    }

    private void publishedAt(ListId list, int number, Instant at) throws SQLException {
        owner(
                "update delegation.edition set published_at = '%s'::timestamptz where list_id = '%s' and number = %d"
                        .formatted(at, list, number));
    }

    private void owner(String sql) throws SQLException {
        try (var owner = servers.asOwner();
                var statement = owner.createStatement()) {
            statement.execute("set app.tenant_id = '" + zones.zone("deyang").value() + "'");
            statement.execute(sql);
        }
    }
}
