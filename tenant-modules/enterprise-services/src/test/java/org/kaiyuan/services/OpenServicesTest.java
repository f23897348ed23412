package org.kaiyuan.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.delegation.DelegationMode;
import org.kaiyuan.delegation.EntryAct;
import org.kaiyuan.delegation.EntryNote;
import org.kaiyuan.delegation.ListDrafting;
import org.kaiyuan.delegation.ListPublishing;
import org.kaiyuan.delegation.MatterDraft;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.delegation.MatterKeeping;
import org.kaiyuan.delegation.MatterKind;
import org.kaiyuan.delegation.PowerListKind;
import org.kaiyuan.delegation.WhyNot;
import org.kaiyuan.platform.records.CursorRefused;
import org.kaiyuan.platform.search.names.NameForms;
import org.kaiyuan.services.SaidServices.Changed;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;

/** Finding a service by whatever somebody types. */
@KaiyuanTest
@ActAsZone("openservices")
class OpenServicesTest {
    @Autowired OpenServices services;
    @Autowired ServiceKeeping keeping;
    @Autowired MatterKeeping matters;
    @Autowired ListDrafting lists;
    @Autowired ListPublishing publishing;
    @Autowired TestServers servers;
    @Autowired Zones zones;
    @Autowired Clock clock;

    @BeforeEach
    void no_services() throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("truncate services.service cascade");
        }
    }

    private ServiceId open(Changed said) {
        var id = keeping.begin(null, ServiceTrack.PARK, null, said.note());
        keeping.publish(id, 1);
        return id;
    }

    private static Changed said(String title) {
        return new Changed(SaidServices.park(title));
    }

    private List<ServiceId> found(@Nullable String words) {
        return services.find(words, null, null, 20).items().stream()
                .map(OpenServiceRow::id)
                .toList();
    }

    /** Only the index knows pinyin: what PostgreSQL finds in its place proves nothing. */
    private void indexed(String words, ServiceId id) {
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .until(() -> found(NameForms.pinyinOf(words)).contains(id));
    }

    @Test
    void a_service_is_found_by_its_title_in_pinyin_by_its_guide_and_by_what_one_needs() {
        var kitchen =
                open(
                        said("食品经营许可代办")
                                .conditions("从事餐饮服务，需有符合要求的后厨")
                                .materials(SaidServices.material("plan", "经营场所平面图"))
                                .english(
                                        new GuideText(
                                                "Food business licence",
                                                null,
                                                "For restaurants and canteens",
                                                null,
                                                null,
                                                null,
                                                null))
                                .topics("食品餐饮"));
        var loan = open(said("银企融资对接").conditions("近一年纳税信用为A级").topics("融资服务"));
        indexed("食品经营许可代办", kitchen);
        indexed("银企融资对接", loan);

        for (var typed :
                List.of(
                        "食品经营",
                        "spjyxk",
                        "shipinjingying",
                        "後廚",
                        "经营场所平面图",
                        "餐饮需要什么材料",
                        "怎么办理食品经营许可？",
                        "What do I need for a restaurant?",
                        "food licence")) {
            assertThat(found(typed)).as(typed).startsWith(kitchen).doesNotContain(loan);
        }
        assertThat(found("纳税信用")).containsExactly(loan);
        assertThat(found("没有这样的东西")).isEmpty();
        assertThat(found("'; drop table services.service; --\0")).isEmpty();

        var page = services.find("平面图", null, null, 20);
        assertThat(page.items().getFirst().said()).isEqualTo("经营场所\uE000平面图\uE001");
        assertThat(page.items().getFirst().marked()).isEqualTo("食品经营许可代办");
        assertThat(services.find("融资对接", null, null, 20).items().getFirst().marked())
                .isEqualTo("银企\uE000融资对接\uE001");
        assertThat(services.find("许可", "融资服务", null, 20).items()).isEmpty();
        assertThat(services.find("食品经营许可代办", "融资服务", null, 20).topics())
                .as("as if no topic were chosen")
                .containsKey("食品餐饮");
    }

    @Test
    void nobody_is_given_what_is_no_text_of_ours() {
        var id = open(said("<b>标记</b>检验\uE000服务"));
        indexed("标记", id);
        assertThat(services.find("标记", null, null, 20).items().getFirst().marked())
                .isEqualTo("<b>\uE000标记\uE001</b>检验服务");
    }

    @Test
    void without_words_they_come_by_title_with_their_topics_page_by_page() {
        for (int i = 0; i < 5; i++) {
            open(said("分页服务" + i).topics(i < 2 ? "甲题" : "乙题"));
        }
        var first = services.find(" ？", null, null, 3);
        var second = services.find(null, null, first.next(), 3);

        assertThat(first.items())
                .extracting(OpenServiceRow::title)
                .containsExactly("分页服务0", "分页服务1", "分页服务2");
        assertThat(second.items())
                .extracting(OpenServiceRow::title)
                .containsExactly("分页服务3", "分页服务4");
        assertThat(second.next()).isNull();
        assertThat(first.topics()).containsEntry("甲题", 2).containsEntry("乙题", 3);
        assertThat(services.find(null, "甲题", null, 3))
                .satisfies(page -> {
                    assertThat(page.items()).hasSize(2);
                    assertThat(page.topics()).containsEntry("乙题", 3);
                });
        assertThatThrownBy(() -> services.find(null, null, "gestern", 3))
                .isInstanceOf(CursorRefused.class);
        assertThatThrownBy(() -> services.find("甲", null, "-1", 3))
                .isInstanceOf(CursorRefused.class);
    }

    @Test
    void hits_come_part_by_part() {
        for (int i = 0; i < 5; i++) {
            open(said("逐页检索服务" + i));
        }
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .until(() -> found("zhuyejiansuo").size() == 5);
        var first = services.find("逐页检索", null, null, 3);
        var second = services.find("逐页检索", null, first.next(), 3);
        assertThat(first.items()).hasSize(3);
        assertThat(second.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
        assertThat(second.next()).isNull();
        assertThat(services.find("逐页检索", null, "2000000000", 3).items()).isEmpty();
    }

    @Test
    void what_is_closed_is_not_found_until_it_is_opened_again() {
        var id = open(said("停办又恢复的服务").topics("停办题"));
        indexed("停办又恢复", id);
        keeping.close(id, 2);
        assertThat(found("停办又恢复")).as("at once").isEmpty();
        assertThat(found(null)).isEmpty();
        assertThatThrownBy(() -> services.of(id)).isInstanceOf(UnknownService.class);
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .until(() -> services.find("停办又恢复", null, null, 5).topics().isEmpty());
        keeping.reopen(id, 3);
        indexed("停办又恢复", id);
        keeping.write(id, SaidServices.park("换了名字的服务"), 4);
        assertThat(services.of(id).note().title()).as("a draft is nobody's").isEqualTo("停办又恢复的服务");
        keeping.publish(id, 5);
        indexed("换了名字", id);
        assertThat(services.of(id).edition()).isEqualTo(2);
    }

    @Test
    void who_decides_today_stands_beside_it_also_for_who_may_not_see_the_lists() {
        var here =
                matters.add(
                        new MatterDraft(null, null, "园区决定的事", MatterKind.PERMIT, null, List.of()));
        var above =
                matters.add(
                        new MatterDraft(null, null, "上级决定的事", MatterKind.PERMIT, null, List.of()));
        var list = lists.begin(PowerListKind.EMPOWERMENT, "赋权清单 " + here);
        lists.put(list, null, grant(here));
        publishing.letPass(list, "测试");
        publishing.publish(list, null);
        var decidedHere = statutory(here, "园区办");
        var decidedAbove = statutory(above, "上级办");
        var own = open(said("园区自己的"));
        var bundle =
                keeping.begin(
                        null,
                        ServiceTrack.BUNDLE,
                        null,
                        new Changed(ServiceDefaults.note(ServiceTrack.BUNDLE, "一件事"))
                                .parts(decidedAbove, decidedHere)
                                .note());
        keeping.publish(bundle, 1);

        zones.in("luzhou", () -> null);
        var before = org.springframework.security.core.context.SecurityContextHolder.getContext();
        org.springframework.security.core.context.SecurityContextHolder.setContext(
                new org.springframework.security.core.context.SecurityContextImpl(
                        zones.somebody("openservices", "portal:enter")));
        try {
            assertThat(services.of(decidedHere))
                    .satisfies(one -> {
                        assertThat(one.here()).isTrue();
                        assertThat(one.body()).isEqualTo("经开区行政审批局");
                        assertThat(one.why()).isNull();
                    });
            assertThat(services.of(decidedAbove))
                    .satisfies(one -> {
                        assertThat(one.here()).isFalse();
                        assertThat(one.why()).isEqualTo(WhyNot.NEVER);
                    });
            assertThat(services.of(own).here()).isNull();
            assertThat(services.of(bundle).parts())
                    .extracting(OpenServiceRow::id, OpenServiceRow::here)
                    .containsExactly(
                            org.assertj.core.api.Assertions.tuple(decidedAbove, false),
                            org.assertj.core.api.Assertions.tuple(decidedHere, true));
            assertThat(services.find(null, null, null, 20).items())
                    .extracting(OpenServiceRow::here)
                    .containsExactlyInAnyOrder(true, false, null, null);
        } finally {
            org.springframework.security.core.context.SecurityContextHolder.setContext(before);
        }
    }

    private ServiceId statutory(MatterId matter, String title) {
        var id =
                keeping.begin(
                        null,
                        ServiceTrack.STATUTORY,
                        matter,
                        ServiceDefaults.note(ServiceTrack.STATUTORY, title));
        keeping.publish(id, 1);
        return id;
    }

    private EntryNote grant(MatterId matter) {
        return new EntryNote(
                matter,
                EntryAct.GRANT,
                null,
                "市发展和改革委员会",
                "经开区行政审批局",
                DelegationMode.DIRECT,
                new EntryNote.Scope(null, null, null, null),
                EntryNote.Days.from(LocalDate.now(clock)),
                new EntryNote.Paper(null, "德府发〔2026〕1号", LocalDate.of(2026, 3, 2), "德阳市人民政府"),
                EntryNote.Paper.NONE,
                EntryNote.Particulars.NONE,
                null);
    }

    @Test
    void another_zone_sees_nothing() {
        var id = open(said("只属此处的服务").topics("独有题"));
        indexed("只属此处", id);
        zones.in(
                "luzhou",
                () -> {
                    assertThat(services.find("只属此处", null, null, 20).items()).isEmpty();
                    assertThat(services.find("只属此处", null, null, 20).topics()).isEmpty();
                    assertThat(services.find(null, null, null, 20))
                            .isEqualTo(new OpenServicePage(List.of(), java.util.Map.of(), null));
                    assertThatThrownBy(() -> services.of(id)).isInstanceOf(UnknownService.class);
                    return null;
                });
        assertThat(services.of(id).note().title()).as("and it is kept").isEqualTo("只属此处的服务");
        zones.in(
                "luzhou",
                () -> {
                    assertThatThrownBy(() -> services.of(id)).isInstanceOf(UnknownService.class);
                    return null;
                });
    }
}
