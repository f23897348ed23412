package org.kaiyuan.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** 集成授权, batch by batch, with the policies that go with it. */
@KaiyuanTest
@Import(Desk.Ready.class)
@ActAsZone("deyang")
class BatchKeepingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Batch.Policy LAND =
            new Batch.Policy(EmpowermentArea.LAND, "标准地出让", "带方案出让");

    @Autowired BatchKeeping batches;
    @Autowired ListDrafting drafting;
    @Autowired ListEditions editions;
    @Autowired Desk desk;
    @Autowired Zones zones;

    @BeforeEach
    void no_lists() throws Exception {
        desk.clear();
    }

    @Test
    void a_batch_is_written_as_a_whole_and_told_by_its_number() {
        var list = desk.list(PowerListKind.EMPOWERMENT, "赋权清单");
        batches.put(list, new Batch(2, "第二批", null, List.of()));
        batches.put(list, new Batch(1, " 第一批 ", DAY, List.of(LAND, policy(null, "通用"))));

        assertThat(batches.of(list))
                .extracting(Batch::number, Batch::title, Batch::decidedOn)
                .containsExactly(tuple(1, "第一批", DAY), tuple(2, "第二批", null));
        assertThat(batches.of(list).getFirst().policies())
                .containsExactly(LAND, policy(null, "通用"));

        batches.put(list, new Batch(1, "第一批次", DAY.plusDays(1), List.of(policy(null, "只此一项"))));
        assertThat(batches.of(list).getFirst())
                .isEqualTo(new Batch(1, "第一批次", DAY.plusDays(1), List.of(policy(null, "只此一项"))));
    }

    @Test
    void a_batch_that_is_published_keeps_its_name_and_day_and_its_policies_may_change() {
        var list = desk.list(PowerListKind.EMPOWERMENT, "赋权清单");
        batches.put(list, new Batch(1, "第一批", DAY, List.of(LAND)));
        drafting.put(list, null, inBatch(1, EmpowermentArea.LAND));
        batches.put(list, new Batch(1, "第一批（定稿）", DAY, List.of(LAND)));
        desk.publish(list);

        batches.put(list, new Batch(1, "改名", DAY.plusYears(1), List.of(policy(null, "新政策"))));

        assertThat(batches.of(list))
                .containsExactly(new Batch(1, "第一批（定稿）", DAY, List.of(policy(null, "新政策"))));
        assertThat(
                        editions.rows(
                                        list,
                                        1,
                                        new ListEditions.Filter(
                                                null, null, null, null, EmpowermentArea.LAND, 1),
                                        null,
                                        10)
                                .items())
                .hasSize(1);
    }

    @Test
    void an_entry_speaks_of_a_batch_that_there_is_and_of_its_field() {
        var list = desk.list(PowerListKind.EMPOWERMENT, "赋权清单");
        assertThatThrownBy(() -> drafting.put(list, null, inBatch(1, EmpowermentArea.LAND)))
                .isInstanceOfSatisfying(
                        DelegationFieldsRefused.class,
                        refused ->
                                assertThat(refused.fields())
                                        .extracting(Refusal.FieldFault::messageKey)
                                        .containsExactly("delegation.rule.noBatch"));
        batches.put(list, new Batch(1, "第一批", null, List.of()));
        assertThatThrownBy(() -> drafting.put(list, null, inBatch(1, null)))
                .isInstanceOf(DelegationFieldsRefused.class);
        assertThat(drafting.put(list, null, inBatch(1, EmpowermentArea.LAND))).isNotNull();
    }

    @Test
    void whatever_is_wrong_is_told_at_once() {
        var list = desk.list(PowerListKind.EMPOWERMENT, "赋权清单");
        for (int number : new int[] {0, 100}) {
            assertThatThrownBy(() ->
                            batches.put(
                                    list,
                                    new Batch(
                                            number,
                                            " ",
                                            LocalDate.MAX,
                                            List.of(
                                                    policy(null, " "),
                                                    new Batch.Policy(
                                                            null, "长", "长".repeat(4001))))))
                    .isInstanceOfSatisfying(
                            DelegationFieldsRefused.class,
                            refused ->
                                    assertThat(refused.fields())
                                            .extracting(Refusal.FieldFault::field)
                                            .containsExactlyInAnyOrder(
                                                    "number",
                                                    "title",
                                                    "decidedOn",
                                                    "policies[0].title",
                                                    "policies[1].content"));
        }
        assertThatThrownBy(() ->
                        batches.put(list, new Batch(1, "甲", null, Collections.nCopies(201, LAND))))
                .isInstanceOf(DelegationFieldsRefused.class);
        assertThat(batches.of(list)).isEmpty();
    }

    @Test
    void only_a_list_of_empowerment_has_batches() {
        for (var kind : PowerListKind.values()) {
            if (kind != PowerListKind.EMPOWERMENT) {
                var list = desk.list(kind, kind.name());
                assertThatThrownBy(() -> batches.put(list, new Batch(1, "甲", null, List.of())))
                        .isInstanceOf(DelegationFieldsRefused.class);
            }
        }
    }

    @Test
    void another_zone_sees_nothing() {
        var list = desk.list(PowerListKind.EMPOWERMENT, "赋权清单");
        batches.put(list, new Batch(1, "第一批", DAY, List.of(LAND)));

        zones.in(
                "luzhou",
                () -> {
                    assertThat(batches.of(list)).isEmpty();
                    assertThatThrownBy(() -> batches.put(list, new Batch(1, "甲", null, List.of())))
                            .isInstanceOf(UnknownList.class);
                    return null;
                });
        assertThat(batches.of(list)).hasSize(1);
    }

    private EntryNote inBatch(int number, @Nullable EmpowermentArea area) {
        return new GrantDraft(desk.matter("事项"))
                .with(new EntryNote.Particulars(area, number, List.of(), List.of()))
                .note();
    }

    private static Batch.Policy policy(@Nullable EmpowermentArea area, String title) {
        return new Batch.Policy(area, title, null);
    }
}
