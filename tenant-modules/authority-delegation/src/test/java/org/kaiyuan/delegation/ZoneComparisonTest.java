package org.kaiyuan.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who holds what, by published lists alone. */
@KaiyuanTest
@ActAsZone("deyang")
class ZoneComparisonTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);

    @Autowired MatterKeeping matters;
    @Autowired ListDrafting drafting;
    @Autowired ListPublishing publishing;
    @Autowired PublicShowing showing;
    @Autowired ZoneComparison comparison;
    @Autowired Zones zones;
    @Autowired TestServers servers;

    private final Map<String, ListId> lists = new HashMap<>();

    @BeforeEach
    void no_lists() throws Exception {
        owner(
                "truncate delegation.list, delegation.matter, delegation.paper, delegation.showing, delegation.shown_zone cascade");
    }

    @Test
    void peers_are_zones_that_show_something_those_of_ones_own_type_first() throws Exception {
        at("luzhou", "甲事项", null);
        at("zigong", "甲事项", null);
        at("dazhou", "甲事项", null);
        show("luzhou");
        show("zigong");
        owner("update tenancy.tenant set level_type = '国家级经开区' where code = 'luzhou'");

        assertThat(comparison.peers())
                .extracting(ZoneComparison.Peer::code, ZoneComparison.Peer::alike)
                .containsExactly(tuple("zigong", true), tuple("luzhou", false));
        owner("update tenancy.tenant set level_type = '省级' where code = 'luzhou'");
    }

    @Test
    void the_matrix_says_by_which_body_and_since_when_each_zone_holds_a_matter() {
        at("deyang", "甲事项", null);
        at("luzhou", "甲事项", null);
        at("luzhou", "乙事项", null);
        show("luzhou");

        var lines = comparison.matrix(Set.of(zone("luzhou")), null, null, 10);

        assertThat(lines)
                .extracting(ZoneComparison.Line::matterName, line -> held(line))
                .containsExactly(
                        tuple("乙事项", Map.of("luzhou", "luzhou局")),
                        tuple("甲事项", Map.of("deyang", "deyang局", "luzhou", "luzhou局")));
        assertThat(lines.getFirst().holdings().values())
                .extracting(ZoneComparison.Holding::since, ZoneComparison.Holding::mode)
                .containsExactly(tuple(FIRST, DelegationMode.DIRECT));
        assertThat(comparison.matrix(Set.of(zone("luzhou")), null, lines.getFirst().place(), 10))
                .extracting(ZoneComparison.Line::matterName)
                .containsExactly("甲事项");
    }

    @Test
    void what_most_peers_have_and_we_have_not_comes_first() {
        at("deyang", "甲事项", null);
        for (var peer : List.of("luzhou", "zigong")) {
            at(peer, "甲事项", null);
            at(peer, "乙事项", null);
            show(peer);
        }
        at("dazhou", "丙事项", null);
        at("dazhou", "乙事项", null);
        show("dazhou");
        var peers = Set.of(zone("luzhou"), zone("zigong"), zone("dazhou"));

        var gaps = comparison.gaps(peers, null, null, 10);

        assertThat(gaps)
                .extracting(
                        ZoneComparison.Gap::matterName,
                        ZoneComparison.Gap::peers,
                        ZoneComparison.Gap::originalAuthority,
                        gap -> gap.some().size())
                .containsExactly(tuple("乙事项", 3, "市发展和改革委员会", 3), tuple("丙事项", 1, "市发展和改革委员会", 1));
        assertThat(comparison.gaps(peers, null, gaps.getFirst().place(), 10))
                .extracting(ZoneComparison.Gap::matterName)
                .containsExactly("丙事项");
        assertThat(comparison.gaps(peers, MatterKind.PENALTY, null, 10)).isEmpty();
    }

    @Test
    void the_same_matter_is_known_by_its_code_whatever_it_is_called() {
        at("deyang", "企业投资项目备案", "511Z07001006-510603000000-000-11510603008-1-00");
        at("luzhou", "企业投资项目备案（技改）", "511Z07001006-510502000000-000-11510502008-1-00");
        at("zigong", "企业投资项目备案", null); // knows no codes, but calls it as one who does
        show("luzhou");
        show("zigong");
        at("dazhou", "另一个事项", "1"); // numbers of a zone's own say nothing
        show("dazhou");
        at("deyang", "又一个事项", "1");
        show("deyang");

        var peers = Set.of(zone("luzhou"), zone("zigong"), zone("dazhou"));

        assertThat(comparison.gaps(peers, null, null, 10))
                .extracting(ZoneComparison.Gap::matterName)
                .containsExactly("另一个事项");
        assertThat(comparison.matrix(peers, null, null, 10))
                .extracting(line -> line.holdings().size())
                .containsExactlyInAnyOrder(3, 1, 1);
    }

    @Test
    void what_was_recalled_or_has_not_begun_or_is_only_handed_on_is_not_held() {
        var entry = at("luzhou", "甲事项", null);
        at("luzhou", "乙事项", null);
        show("luzhou");
        zones.in(
                "luzhou",
                () -> {
                    var list = lists.get("luzhou");
                    drafting.put(
                            list,
                            null,
                            note(matter("丙事项", null), DelegationMode.COUNTER, FIRST, null));
                    drafting.put(
                            list,
                            null,
                            note(
                                    matter("丁事项", null),
                                    DelegationMode.DIRECT,
                                    LocalDate.of(2199, 1, 1),
                                    null));
                    drafting.put(
                            list,
                            null,
                            note(matter("甲事项", null), DelegationMode.DIRECT, FIRST, entry));
                    publish(list);
                    showing.show(null, 1);
                    return null;
                });

        assertThat(comparison.gaps(Set.of(zone("luzhou")), null, null, 10))
                .extracting(ZoneComparison.Gap::matterName)
                .containsExactly("乙事项");
    }

    @Test
    void another_zone_sees_nothing() {
        at("luzhou", "甲事项", null);

        assertThat(comparison.peers()).isEmpty();
        assertThat(comparison.matrix(Set.of(zone("luzhou")), null, null, 10)).isEmpty();
        assertThat(comparison.gaps(Set.of(zone("luzhou")), null, null, 10)).isEmpty();

        show("luzhou");
        assertThat(comparison.gaps(Set.of(zone("luzhou")), null, null, 10)).hasSize(1);
        hide("luzhou");
        assertThat(comparison.gaps(Set.of(zone("luzhou")), null, null, 10)).isEmpty();
    }

    private Map<String, String> held(ZoneComparison.Line line) {
        var codes = Map.of(zone("deyang"), "deyang", zone("luzhou"), "luzhou");
        return line.holdings().values().stream()
                .collect(
                        Collectors.toMap(
                                one -> codes.get(one.zone()), ZoneComparison.Holding::body));
    }

    private TenantId zone(String code) {
        return zones.in(code, CurrentTenant::get);
    }

    private EntryId at(String zone, String name, @Nullable String code) {
        return zones.in(
                zone,
                () -> {
                    var list =
                            lists.computeIfAbsent(
                                    zone, one -> drafting.begin(PowerListKind.EMPOWERMENT, "赋权清单"));
                    var entry =
                            drafting.put(
                                    list,
                                    null,
                                    note(matter(name, code), DelegationMode.DIRECT, FIRST, null));
                    publish(list);
                    return entry;
                });
    }

    private void show(String zone) {
        zones.in(
                zone,
                () -> {
                    showing.show(null, showing.now().version());
                    return null;
                });
    }

    private void hide(String zone) {
        zones.in(
                zone,
                () -> {
                    showing.hide(showing.now().version());
                    return null;
                });
    }

    private void publish(ListId list) {
        if (!publishing.check(list).isEmpty()) {
            publishing.letPass(list, "测试");
        }
        publishing.publish(list, null);
    }

    private MatterId matter(String name, @Nullable String code) {
        return matters.add(new MatterDraft(code, null, name, MatterKind.PERMIT, null, List.of()));
    }

    private static EntryNote note(
            MatterId matter, DelegationMode mode, LocalDate effective, @Nullable EntryId ends) {
        return new EntryNote(
                matter,
                ends == null ? EntryAct.GRANT : EntryAct.RECALL,
                ends,
                "市发展和改革委员会",
                body(),
                mode,
                EntryNote.Scope.ALL,
                EntryNote.Days.from(effective),
                new EntryNote.Paper(null, "府发〔2026〕1号", FIRST.minusDays(30), "市人民政府"),
                EntryNote.Paper.NONE,
                EntryNote.Particulars.NONE,
                null);
    }

    private void owner(String sql) throws SQLException {
        try (var owner = servers.asOwner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Of the zone that acts. */
    private static String body() {
        var tester =
                Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication())
                        .getName();
        return tester.substring(0, tester.indexOf('-')) + "局";
    }
}
