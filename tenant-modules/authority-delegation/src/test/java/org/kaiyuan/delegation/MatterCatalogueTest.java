package org.kaiyuan.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The catalogue, page by page and however a matter is typed. */
@KaiyuanTest
@Import(Desk.Ready.class)
@ActAsZone("catalogue")
class MatterCatalogueTest {
    @Autowired MatterKeeping keeping;
    @Autowired MatterCatalogue catalogue;
    @Autowired ListDrafting drafting;
    @Autowired Clock clock;
    @Autowired Desk desk;
    @Autowired Zones zones;

    @BeforeEach
    void no_matters() throws Exception {
        desk.clear();
    }

    @Test
    void pages_follow_the_names_and_none_is_missed_where_names_are_alike() {
        for (int i = 0; i < 7; i++) {
            add(null, "同名事项", MatterKind.PERMIT, null);
        }
        add(null, "别的事项", MatterKind.PERMIT, null);
        var seen = new ArrayList<MatterId>();
        @Nullable MatterId after = null;
        do {
            var page = catalogue.page(MatterCatalogue.Filter.ALL, after, 3);
            page.forEach(row -> seen.add(row.id()));
            after = page.size() < 3 ? null : page.getLast().id();
        } while (after != null);

        assertThat(seen).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    void filters_narrow_by_kind_field_and_basis() {
        add("K-1", "甲", MatterKind.PERMIT, "工程建设");
        add("K-2", "乙", MatterKind.PENALTY, "工程建设");
        keeping.add(
                new MatterDraft(
                        "K-3",
                        null,
                        "丙",
                        MatterKind.PERMIT,
                        null,
                        List.of(new LegalBasis("《法》", null, BasisState.REPEALED, null))));

        assertThat(named(new MatterCatalogue.Filter(MatterKind.PERMIT, null, null)))
                .containsExactlyInAnyOrder("甲", "丙");
        assertThat(named(new MatterCatalogue.Filter(null, "工程建设", null)))
                .containsExactlyInAnyOrder("甲", "乙");
        assertThat(named(new MatterCatalogue.Filter(null, null, BasisState.REPEALED)))
                .containsExactly("丙");
        assertThat(named(new MatterCatalogue.Filter(MatterKind.PENALTY, "工程\0建设", null)))
                .containsExactly("乙");
        assertThat(catalogue.byCode(" K-2 ")).isPresent();
        assertThat(catalogue.byCode("K-9")).isEmpty();
    }

    @Test
    void who_decides_today_stands_beside_the_name() {
        var today = LocalDate.now(clock);
        var matter = add("B-1", "企业投资项目备案", MatterKind.CONFIRMATION, null);
        var list = desk.list(PowerListKind.EMPOWERMENT, "赋权清单");
        var note = new GrantDraft(matter).from(today).to(today).note();
        var entry = drafting.put(list, null, note);
        assertThat(body(matter)).as("a draft decides nothing").isNull();

        desk.publish(list);
        assertThat(body(matter)).isEqualTo("经开区行政审批局");

        drafting.put(list, null, GrantDraft.end(EntryAct.RECALL, entry, note, today.plusDays(1)));
        desk.publish(list);
        assertThat(body(matter)).as("until tomorrow").isEqualTo("经开区行政审批局");
        drafting.put(list, null, GrantDraft.end(EntryAct.RECALL, entry, note, today));
        desk.publish(list);
        assertThat(body(matter)).isNull();
    }

    @Test
    void a_matter_is_found_by_characters_pinyin_initials_and_code() {
        var airships = add("511A0125-00", "龙泉山飞艇起降场备案", MatterKind.CONFIRMATION, "航空");
        add("511A0126-00", "龙泉山索道许可", MatterKind.PERMIT, "旅游");
        add("511A0127-00", "河道采砂许可", MatterKind.PERMIT, "水务");
        indexed("龙泉山飞艇起降场备案");

        for (var typed :
                List.of(
                        "飞艇",
                        "起降场",
                        "feiting",
                        "qijiangchang",
                        "lqsft",
                        "511A0125-00",
                        "511a0125")) {
            assertThat(found(typed, MatterCatalogue.Filter.ALL).getFirst().id())
                    .as(typed)
                    .isEqualTo(airships);
        }
        assertThat(found("飛艇", MatterCatalogue.Filter.ALL))
                .as("in old script")
                .extracting(MatterRow::id)
                .contains(airships);
        assertThat(found("龙泉山", new MatterCatalogue.Filter(MatterKind.PERMIT, null, null)))
                .extracting(MatterRow::name)
                .containsExactly("龙泉山索道许可");
        assertThat(found("许可", new MatterCatalogue.Filter(null, "水务", null)))
                .extracting(MatterRow::name)
                .containsExactly("河道采砂许可");
        assertThat(found("不存在的东西", MatterCatalogue.Filter.ALL)).isEmpty();
        assertThat(found("'; drop table delegation.matter; --\0", MatterCatalogue.Filter.ALL))
                .isEmpty();
        assertThat(catalogue.search("", MatterCatalogue.Filter.ALL, 0, 200)).hasSize(3);
        assertThat(catalogue.ids("龙泉山")).hasSize(2).contains(airships);
    }

    @Test
    void what_is_called_otherwise_now_is_found_by_its_new_name_alone() {
        var id = add(null, "旧称谓事项", MatterKind.PERMIT, null);
        indexed("旧称谓事项");
        keeping.revise(
                id, new MatterDraft(null, null, "全新叫法", MatterKind.PERMIT, null, List.of()), 0);
        indexed("全新叫法");

        assertThat(found("旧称谓", MatterCatalogue.Filter.ALL)).isEmpty();
    }

    @Test
    void the_hits_are_given_part_by_part() {
        for (int i = 0; i < 5; i++) {
            add("P-" + i, "分页检索事项" + i, MatterKind.PERMIT, null);
        }
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .until(() -> found("分页检索", MatterCatalogue.Filter.ALL).size() == 5);
        var first = catalogue.search("分页检索", MatterCatalogue.Filter.ALL, 0, 3);
        var second = catalogue.search("分页检索", MatterCatalogue.Filter.ALL, 3, 3);

        assertThat(first).hasSize(3);
        assertThat(second).hasSize(2);
        assertThat(first)
                .extracting(MatterRow::id)
                .doesNotContainAnyElementsOf(second.stream().map(MatterRow::id).toList());
        assertThat(catalogue.search("分页检索", MatterCatalogue.Filter.ALL, 2_000_000, 3)).isEmpty();
    }

    @Test
    void another_zone_sees_nothing() {
        add("Z-1", "只属德阳的事项", MatterKind.PERMIT, null);
        indexed("只属德阳的事项");

        zones.in(
                "luzhou",
                () -> {
                    assertThat(catalogue.page(MatterCatalogue.Filter.ALL, null, 10)).isEmpty();
                    assertThat(catalogue.search("只属德阳", MatterCatalogue.Filter.ALL, 0, 10))
                            .isEmpty();
                    assertThat(catalogue.ids("只属德阳")).isEmpty();
                    assertThat(catalogue.byCode("Z-1")).isEmpty();
                    return null;
                });
        assertThat(found("只属德阳", MatterCatalogue.Filter.ALL))
                .extracting(MatterRow::code, MatterRow::kind)
                .containsExactly(tuple("Z-1", MatterKind.PERMIT));
    }

    private void indexed(String name) {
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        found(name, MatterCatalogue.Filter.ALL).stream()
                                .anyMatch(row -> row.name().equals(name)));
    }

    private List<MatterRow> found(String typed, MatterCatalogue.Filter filter) {
        return catalogue.search(typed, filter, 0, 10);
    }

    private List<String> named(MatterCatalogue.Filter filter) {
        return catalogue.page(filter, null, 10).stream().map(MatterRow::name).toList();
    }

    private @Nullable String body(MatterId matter) {
        return catalogue.page(MatterCatalogue.Filter.ALL, null, 10).stream()
                .filter(row -> row.id().equals(matter))
                .findFirst()
                .orElseThrow()
                .body();
    }

    private MatterId add(
            @Nullable String code, String name, MatterKind kind, @Nullable String field) {
        return keeping.add(new MatterDraft(code, null, name, kind, field, List.of()));
    }
}
