package org.kaiyuan.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Drafts, editions, differences, and who decides by them. */
@KaiyuanTest
@ActAsZone("deyang")
class PublishedListsTest {
    private static final LocalDate DECIDED = LocalDate.of(2026, 3, 2);
    private static final LocalDate FIRST = DECIDED.plusDays(30);

    @Autowired MatterKeeping matters;
    @Autowired ListDrafting drafting;
    @Autowired ListPublishing publishing;
    @Autowired ListEditions editions;
    @Autowired WhoDecides who;
    @Autowired JdbcTemplate jdbc;
    @Autowired Zones zones;
    @Autowired TestServers servers;

    @BeforeEach
    void no_lists() throws Exception {
        owner("truncate delegation.list, delegation.matter, delegation.paper cascade");
    }

    @Test
    void a_draft_decides_nothing_until_it_is_published() {
        var matter = matter("企业投资项目备案");
        var list = drafting.begin(PowerListKind.EMPOWERMENT, "赋权清单（第一批）");
        drafting.put(list, null, grant(matter));
        assertThat(who.decides(matter, null, FIRST).why()).isEqualTo(WhyNot.NEVER);

        assertThat(published(list, null)).isOne();

        var ruling = who.decides(matter, null, FIRST);
        assertThat(ruling.isHere()).isTrue();
        assertThat(ruling.body()).isEqualTo("经开区行政审批局");
        assertThat(who.decides(matter, null, FIRST.minusDays(1)).why()).isEqualTo(WhyNot.NOT_YET);
        assertThat(editions.of(list)).hasSize(1);
    }

    @Test
    void what_was_believed_before_is_still_known_after_it_was_recalled() throws Exception {
        var matter = matter("企业投资项目备案");
        var list = drafting.begin(PowerListKind.EMPOWERMENT, "赋权清单");
        var entry = drafting.put(list, null, grant(matter));
        published(list, null);
        owner("update delegation.edition set published_at = now() - interval '10 days'");
        var before = Instant.now().minusSeconds(86_400);

        drafting.put(list, null, recall(matter, entry, FIRST.plusDays(20)));
        assertThat(published(list, "收回一项")).isEqualTo(2);

        var day = FIRST.plusDays(25);
        assertThat(who.decides(matter, null, day).why()).isEqualTo(WhyNot.RECALLED);
        assertThat(who.decides(matter, null, day, before).isHere()).isTrue();
        assertThat(who.decides(matter, null, day, before.minusSeconds(86_400 * 30L)).why())
                .isEqualTo(WhyNot.NEVER);
    }

    @Test
    void two_editions_differ_by_what_is_new_changed_and_gone() {
        var list = drafting.begin(PowerListKind.EMPOWERMENT, "赋权清单");
        var stays = drafting.put(list, null, grant(matter("甲事项")));
        var changes = drafting.put(list, null, grant(matter("乙事项")));
        var goes = drafting.put(list, null, grant(matter("丙事项")));
        published(list, null);
        var second = matter("丁事项");
        var fresh = drafting.put(list, null, grant(second));
        drafting.put(
                list,
                changes,
                note(second(changes, list), DelegationMode.BRANCH, "经开区行政审批局", FIRST, null));
        drafting.takeOut(list, goes);
        published(list, null);

        assertThat(editions.between(list, 1, 2))
                .extracting(EntryDifference::id, EntryDifference::kind)
                .containsExactlyInAnyOrder(
                        tuple(changes, EntryDifference.Kind.CHANGED),
                        tuple(goes, EntryDifference.Kind.GONE),
                        tuple(fresh, EntryDifference.Kind.NEW));
        assertThat(editions.entries(list, 1, null, 10))
                .extracting(WrittenEntry::id)
                .containsExactly(stays, changes, goes);
        assertThat(editions.entries(list, 2, null, 10))
                .extracting(WrittenEntry::id)
                .containsExactly(stays, changes, fresh);
    }

    @Test
    void what_is_against_the_rules_is_told_all_at_once_and_nothing_is_published() {
        var matter = matter("企业投资项目备案");
        var list = drafting.begin(PowerListKind.ENTRUSTMENT, "委托清单");
        var early =
                drafting.put(
                        list,
                        null,
                        note(
                                matter,
                                DelegationMode.DIRECT,
                                "经开区行政审批局",
                                DECIDED.plusDays(29),
                                null));
        var bare =
                drafting.put(
                        list,
                        null,
                        note(matter, DelegationMode.ENTRUSTED, "高新区管委会", DECIDED, null));

        assertThat(publishing.check(list))
                .extracting(Finding::entry, Finding::rule, Finding::matterName)
                .contains(
                        tuple(early, "tooEarly", "企业投资项目备案"),
                        tuple(early, "notEntrusted", "企业投资项目备案"),
                        tuple(bare, "letterMissing", "企业投资项目备案"),
                        tuple(bare, "twoBodies", "企业投资项目备案"));
        assertThatThrownBy(() -> publishing.publish(list, null)).hasMessageContaining("unchecked");
        assertThat(editions.of(list)).isEmpty();
    }

    @Test
    void what_stands_against_it_is_let_pass_with_a_reason_until_the_draft_changes() {
        var matter = matter("企业投资项目备案");
        var list = drafting.begin(PowerListKind.ENTRUSTMENT, "委托清单");
        drafting.put(list, null, note(matter, DelegationMode.ENTRUSTED, "高新区管委会", DECIDED, null));
        assertThat(publishing.letPass(list, "2012年的清单，委托书遗失")).hasSize(1);
        var more =
                drafting.put(
                        list,
                        null,
                        note(matter("乙"), DelegationMode.ENTRUSTED, "高新区管委会", DECIDED, "委〔1〕"));
        assertThatThrownBy(() -> publishing.publish(list, null)).hasMessageContaining("unchecked");
        drafting.takeOut(list, more);
        assertThatThrownBy(() -> publishing.publish(list, null)).hasMessageContaining("unchecked");

        publishing.letPass(list, "2012年的清单，委托书遗失");
        publishing.publish(list, null);

        assertThat(editions.of(list))
                .extracting(Edition::waived, Edition::findings, Edition::entries)
                .containsExactly(tuple("2012年的清单，委托书遗失", 1, 1));
    }

    @Test
    void a_published_wording_survives_whoever_writes_to_the_table() {
        var matter = matter("企业投资项目备案");
        var list = drafting.begin(PowerListKind.EMPOWERMENT, "赋权清单");
        drafting.put(list, null, grant(matter));
        published(list, null);

        assertThatThrownBy(() -> owner("update delegation.wording set receiving_body = '别处'"))
                .hasMessageContaining("a published wording does not change");
        assertThatThrownBy(() -> jdbc.update("delete from delegation.wording"))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void another_zone_sees_nothing() {
        var matter = matter("企业投资项目备案");
        var list = drafting.begin(PowerListKind.EMPOWERMENT, "赋权清单");
        drafting.put(list, null, grant(matter));
        published(list, null);

        zones.in(
                "luzhou",
                () -> {
                    assertThat(editions.of(list)).isEmpty();
                    assertThat(editions.entries(list, 1, null, 10)).isEmpty();
                    assertThat(who.decides(matter, null, FIRST).why()).isEqualTo(WhyNot.NEVER);
                    assertThatThrownBy(() -> drafting.discard(list))
                            .isInstanceOf(UnknownList.class);
                    assertThatThrownBy(() -> publishing.publish(list, null))
                            .isInstanceOf(UnknownList.class);
                    return null;
                });
    }

    private MatterId second(EntryId entry, ListId list) {
        return editions.entries(list, 1, null, 10).stream()
                .filter(one -> one.id().equals(entry))
                .findFirst()
                .orElseThrow()
                .note()
                .matter();
    }

    private MatterId matter(String name) {
        return matters.add(new MatterDraft(null, null, name, MatterKind.PERMIT, null, List.of()));
    }

    private int published(ListId list, @Nullable String note) {
        assertThat(publishing.check(list)).isEmpty();
        return publishing.publish(list, note);
    }

    private static EntryNote grant(MatterId matter) {
        return note(matter, DelegationMode.DIRECT, "经开区行政审批局", FIRST, null);
    }

    private static EntryNote recall(MatterId matter, EntryId entry, LocalDate on) {
        return new EntryNote(
                matter,
                EntryAct.RECALL,
                entry,
                "市发展和改革委员会",
                "经开区行政审批局",
                DelegationMode.DIRECT,
                EntryNote.Scope.ALL,
                EntryNote.Days.from(on),
                new EntryNote.Paper(null, "德府发〔2026〕9号", on, "德阳市人民政府"),
                EntryNote.Paper.NONE,
                EntryNote.Particulars.NONE,
                null);
    }

    private static EntryNote note(
            MatterId matter,
            DelegationMode mode,
            String body,
            LocalDate effective,
            @Nullable String letter) {
        return new EntryNote(
                matter,
                EntryAct.GRANT,
                null,
                "市发展和改革委员会",
                body,
                mode,
                EntryNote.Scope.ALL,
                EntryNote.Days.from(effective),
                new EntryNote.Paper(null, "德府发〔2026〕1号", DECIDED, "德阳市人民政府"),
                new EntryNote.Paper(null, letter, null, null),
                EntryNote.Particulars.NONE,
                null);
    }

    private void owner(String sql) throws SQLException {
        try (var owner = servers.asOwner();
                var statement = owner.createStatement()) {
            statement.execute("set app.tenant_id = '" + zones.zone("deyang").value() + "'");
            statement.execute(sql);
        }
    }
}
