package org.kaiyuan.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.DataScope;
import org.kaiyuan.platform.timeline.Commenting;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;

@KaiyuanTest
class LeadSearchTest {
    private static final String ZONE = "ziyang";
    private static final String PROJECT = "新能源汽车电控系统生产基地项目";

    @Autowired LeadRegistration registration;
    @Autowired LeadAssignment assignment;
    @Autowired LeadFollowups followups;
    @Autowired LeadDirectory directory;
    @Autowired LeadSearch search;
    @Autowired LeadTwins twins;
    @Autowired LeadMerge merge;
    @Autowired LeadRemoval removal;
    @Autowired Commenting commenting;
    @Autowired LeadPeople people;
    @Autowired Zones zones;
    @Autowired TestServers servers;

    @BeforeEach
    void people() throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("truncate leads.lead, leads.setting cascade");
        }
        people.member(ZONE, "search-a", "甲同事");
        people.member(ZONE, "search-b", "乙同事");
    }

    @Test
    void a_lead_is_found_however_it_is_typed_and_no_longer_when_it_is_gone() {
        var id = registered(draft(PROJECT, "四川华创新材料有限公司").tags(Set.of("锂电")));
        found(PROJECT, id);

        for (var typed :
                List.of(
                        "电控系统",
                        "新能源汽车电控",
                        "華創新材料",
                        "华创新材",
                        "huachuangxincailiao",
                        "锂电",
                        people.as(ZONE, "search-a", () -> directory.details(id).code()))) {
            assertThat(hits(typed)).as(typed).contains(id);
        }
        assertThat(people.as(ZONE, "search-a", () -> search.search("电控", LeadFilter.ALL, 5)))
                .satisfies(finds -> {
                    assertThat(finds.degraded()).isFalse();
                    assertThat(finds.items().getFirst().highlights().get("projectName"))
                            .containsExactly("新能源汽车<em>电控</em>系统生产基地项目");
                });
        assertThat(
                        people.as(
                                ZONE,
                                "search-a",
                                () ->
                                        search.search(
                                                        "电控",
                                                        LeadFilter.ALL
                                                                .but()
                                                                .stages(Set.of(LeadStage.SIGNED))
                                                                .filter(),
                                                        5)
                                                .items()))
                .isEmpty();

        people.as(
                ZONE,
                "search-a",
                () -> {
                    removal.remove(id, directory.details(id).version());
                    return true;
                });
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(total("电控")).isZero());
    }

    @Test
    void a_part_is_found_wherever_it_stands_and_what_every_project_is_called_finds_none() {
        var blue = registered(draft("德阳UX1测试Blue Industries装备项目", "Nordwind Turbinen GmbH"));
        var tail = registered(draft("航空铝材深加工产业化项目", "四川华创新材料有限公司"));
        var other = registered(draft("锂电正极材料生产基地项目", "成都天府能源有限公司"));
        found("锂电正极", other);
        found("航空铝材", tail);
        found("UX1", blue);
        var code = people.as(ZONE, "search-a", () -> directory.details(tail).code());
        var number = code.substring(code.indexOf('-') + 1);

        for (var typed :
                List.of(
                        "Industries",
                        "blue industries",
                        "dustri",
                        "Industrias",
                        "UX1",
                        "ux1 装备",
                        "装备 Nordwind",
                        "Turbinen",
                        "turbinen gmbh",
                        "测试项目",
                        "测试",
                        "UX1测试项目",
                        "nordwind测试项目",
                        "Nordwind Blue",
                        "Nordwindd Turbinen",
                        "indsutries",
                        "ceshi",
                        "zhuangbei")) {
            assertThat(hits(typed)).as(typed).containsExactly(blue);
            assertThat(total(typed)).as(typed).isEqualTo(1);
        }
        for (var typed :
                List.of(
                        code,
                        number,
                        number.replace("-", ""),
                        number.substring(number.indexOf('-') + 1),
                        "铝材深加工",
                        "鋁材深加工",
                        "铝才深加工",
                        "铝深加工",
                        "铝材加深工",
                        "航空铝产业化",
                        "华创新材",
                        "创新材料",
                        "华创材料",
                        "华创新村料",
                        "华创 铝材",
                        "lvcai",
                        "chanyehua",
                        "chuangxincailiao",
                        "hklc",
                        "lcsjg",
                        "hcxcl",
                        "铝材项目",
                        "华创公司")) {
            assertThat(hits(typed)).as(typed).containsExactly(tail);
        }
        for (var typed :
                List.of(
                        "不存在项目",
                        "虚构公司",
                        "锂极",
                        "能材",
                        "UX2",
                        "Nordwind 铝材",
                        "Turbinen锂电",
                        "铝电",
                        "ceshixiangmu")) {
            assertThat(hits(typed)).as(typed).isEmpty();
            assertThat(total(typed)).as(typed).isZero();
        }
        // nothing else was typed, so it is what is looked for
        assertThat(hits("项目")).containsExactlyInAnyOrder(blue, tail, other);
    }

    @Test
    void
            the_code_comes_first_then_the_name_as_it_was_typed_then_what_begins_so_then_what_holds_it() {
        var inside = registered(draft("西南光伏组件项目", "乙一有限公司"));
        var beginning = registered(draft("光伏组件项目二期扩建", "乙二有限公司"));
        var exact = registered(draft("光伏组件项目", "乙三有限公司"));
        var code = people.as(ZONE, "search-a", () -> directory.details(inside).code());
        var naming = registered(draft("承接" + code + "的配套项目", "乙四有限公司"));
        found("承接", naming);
        found("乙三有限公司", exact);

        assertThat(hits("光伏组件项目")).containsExactly(exact, beginning, inside);
        assertThat(hits(code)).containsExactly(inside, naming);
    }

    @Test
    void neither_hits_nor_counts_tell_of_what_may_not_be_seen() {
        var secret = registered(draft("绝密芯片封装项目", "机密半导体有限公司").confidential(true));
        found("绝密芯片", secret);

        assertThat(as("search-b", "绝密芯片封装").items()).isEmpty();
        assertThat(as("search-b", "绝密芯片封装").total()).isZero();
        assertThat(
                        zones.<LeadFinds>in(ZONE, () -> search.search("绝密芯片", LeadFilter.ALL, 5))
                                .total())
                .isZero();
        assertThat(
                        zones.<LeadFinds>in(
                                        "luzhou", () -> search.search("绝密芯片", LeadFilter.ALL, 5))
                                .total())
                .isZero();

        people.as(
                ZONE,
                "search-a",
                () -> {
                    assignment.team(secret, List.of("search-b"));
                    return true;
                });
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(as("search-b", "绝密芯片封装").total()).isEqualTo(1));
    }

    @Test
    void a_role_that_reaches_its_team_finds_its_teams_and_what_nobody_owns() {
        var open = registered(draft("开放的光伏项目", "光伏甲有限公司"));
        found("开放的光伏", open);

        var finds =
                people.as(
                        ZONE,
                        "search-b",
                        DataScope.TEAM,
                        "another-team",
                        List.of(LeadPermissions.READ),
                        () -> search.search("光伏", LeadFilter.ALL, 5));

        assertThat(finds.total()).isZero();
    }

    @Test
    void twins_are_told_with_their_reasons_and_hidden_ones_without_anything() {
        var known =
                registered(
                        draft(PROJECT, "四川华创新材料有限公司")
                                .contacts(
                                        List.of(
                                                new LeadContact(
                                                        null, "张三", null, "138-0000-5678", null))));
        var alike = registered(draft("高端数控机床研发制造总部基地", "机床甲有限公司"));
        found("高端数控机床", alike);
        registered(draft("保密项目", "隐身投资有限公司").confidential(true));

        assertThat(of(draft("别的名字", "华创新材料有限公司"), null).seen())
                .singleElement()
                .satisfies(twin -> {
                    assertThat(twin.lead().id()).isEqualTo(known);
                    assertThat(twin.reasons()).containsExactly(TwinReason.INVESTOR);
                });
        assertThat(
                        of(
                                        LeadDraft.named("又一个")
                                                .contacts(
                                                        List.of(
                                                                new LeadContact(
                                                                        null,
                                                                        "李四",
                                                                        null,
                                                                        "+86 13800005678",
                                                                        null))),
                                        null)
                                .seen())
                .extracting(LeadTwin::reasons)
                .containsExactly(List.of(TwinReason.PHONE));
        assertThat(of(LeadDraft.named("高端数控机床研发制造基地"), null).seen())
                .extracting(twin -> twin.lead().id())
                .contains(alike);
        assertThat(of(draft(PROJECT, "四川华创新材料有限公司"), known).isEmpty()).isTrue();
        var hidden = of(draft("随便", "隐身投资有限公司"), null);
        assertThat(hidden.hidden()).isTrue();
        assertThat(hidden.seen()).isEmpty();
        assertThat(
                        zones.<Boolean>in(
                                "luzhou",
                                () ->
                                        twins.of(draft(PROJECT, "四川华创新材料有限公司").profile(), null)
                                                .isEmpty()))
                .isTrue();
    }

    @Test
    void two_leads_become_one_with_everything_that_hangs_on_them() {
        var into = registered(draft("甲项目一", "甲一有限公司").summary("旧的简介"));
        var from = registered(draft("乙项目二", "乙二有限公司").summary("新的简介").confidential(true));
        people.as(
                ZONE,
                "search-a",
                () -> {
                    followups.note(
                            from,
                            new FollowupNote(
                                    FollowupKind.CALL,
                                    LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")),
                                    "谈了谈",
                                    List.of(),
                                    null,
                                    null));
                    commenting.comment(LeadRecords.of(from), "要紧的话");
                    return true;
                });
        var here = details(into);
        var there = details(from);

        assertThatThrownBy(() ->
                        people.as(
                                ZONE,
                                "search-a",
                                () ->
                                        merge.merge(
                                                into,
                                                here.version() + 1,
                                                from,
                                                there.version(),
                                                Set.of())))
                .isInstanceOf(LeadChangedMeanwhile.class);
        people.as(
                ZONE,
                "search-a",
                () -> merge.merge(into, here.version(), from, there.version(), Set.of("summary")));

        var one = details(into);
        assertThat(one.profile().projectName()).isEqualTo("甲项目一");
        assertThat(one.profile().summary()).isEqualTo("新的简介");
        assertThat(one.profile().confidential()).isTrue();
        assertThat(one.profile().investors())
                .extracting(InvestorLine::name)
                .containsExactly("甲一有限公司", "乙二有限公司");
        assertThat(one.followedAt()).isNotNull();
        assertThatThrownBy(() -> details(from)).isInstanceOf(UnknownLead.class);
        assertThat(people.as(ZONE, "search-a", () -> directory.survivorOf(from))).contains(into);
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(
                                        people.as(
                                                ZONE,
                                                "search-a",
                                                () ->
                                                        commenting
                                                                .of(LeadRecords.of(into), null, 5)
                                                                .items()))
                                .hasSize(1));
        // and once more changes nothing
        long version =
                people.as(
                        ZONE,
                        "search-a",
                        () -> merge.merge(into, one.version(), from, there.version(), Set.of()));
        assertThat(version).isEqualTo(one.version());
        assertThatThrownBy(() ->
                        people.as(ZONE, "search-a", () -> merge.merge(into, 0, into, 0, Set.of())))
                .isInstanceOf(LeadMergeRefused.class);
    }

    private LeadDetails details(LeadId id) {
        return people.as(ZONE, "search-a", () -> directory.details(id));
    }

    private LeadTwins.Found of(LeadDraft draft, LeadId self) {
        return people.as(ZONE, "search-b", () -> twins.of(draft.profile(), self));
    }

    private LeadId registered(LeadDraft draft) {
        return people.as(ZONE, "search-a", () -> registration.register(draft.profile(), false));
    }

    private static LeadDraft draft(String name, String investor) {
        return LeadDraft.named(name).investors(List.of(InvestorLine.named(investor)));
    }

    private void found(String typed, LeadId id) {
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(hits(typed)).contains(id));
    }

    private List<LeadId> hits(String typed) {
        return as("search-a", typed).items().stream().map(find -> find.lead().id()).toList();
    }

    private long total(String typed) {
        return as("search-a", typed).total();
    }

    private LeadFinds as(String username, String typed) {
        return people.as(ZONE, username, () -> search.search(typed, LeadFilter.ALL, 10));
    }
}
