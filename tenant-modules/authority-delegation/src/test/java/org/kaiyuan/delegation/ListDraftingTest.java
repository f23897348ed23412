package org.kaiyuan.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;

/** Writing the next version of a list, together and against each other. */
@KaiyuanTest
@Import(Desk.Ready.class)
@ActAsZone("deyang")
class ListDraftingTest {
    @Autowired ListDrafting drafting;
    @Autowired ListPublishing publishing;
    @Autowired ListDirectory lists;
    @Autowired ListEditions editions;
    @Autowired EntryDirectory entries;
    @Autowired Desk desk;
    @Autowired Zones zones;

    @BeforeEach
    void no_lists() throws Exception {
        desk.clear();
    }

    @Test
    void a_title_is_of_one_list_of_the_zone() {
        var first = drafting.begin(PowerListKind.EMPOWERMENT, " 赋权清单 ");
        var second = drafting.begin(PowerListKind.POWERS, "权力清单");

        assertThat(lists.get(first).title()).isEqualTo("赋权清单");
        assertThatThrownBy(() -> drafting.begin(PowerListKind.DUTIES, "赋权清单"))
                .isInstanceOf(ListTitleTaken.class);
        assertThatThrownBy(() -> drafting.rename(second, "赋权清单"))
                .isInstanceOf(ListTitleTaken.class);
        for (var wrong : List.of(" ", "长".repeat(201))) {
            assertThatThrownBy(() -> drafting.rename(second, wrong))
                    .isInstanceOf(DelegationFieldsRefused.class);
        }
        drafting.rename(second, "权力清单（2026年版）");
        assertThat(lists.get(second).title()).isEqualTo("权力清单（2026年版）");
        assertThatThrownBy(() -> drafting.rename(ListId.next(), "甲"))
                .isInstanceOf(UnknownList.class);
    }

    @Test
    void a_list_tells_what_becomes_of_it_next() {
        var list = desk.list(PowerListKind.EMPOWERMENT, "赋权清单");
        assertThat(lists.get(list).state()).isEqualTo(PowerList.State.EMPTY);
        drafting.put(list, null, grant("甲"));
        assertThat(lists.get(list).state()).isEqualTo(PowerList.State.DRAFT);
        publishing.check(list);
        assertThat(lists.get(list).state()).isEqualTo(PowerList.State.CHECKED);
        drafting.put(list, null, grant("乙"));
        assertThat(lists.get(list).state()).isEqualTo(PowerList.State.DRAFT);
        desk.publish(list);
        assertThat(lists.get(list))
                .extracting(PowerList::state, PowerList::edition, PowerList::entries)
                .containsExactly(PowerList.State.PUBLISHED, 1, 2);
    }

    @Test
    void who_has_not_seen_what_somebody_drafted_overwrites_nothing() {
        var list = desk.list(PowerListKind.EMPOWERMENT, "赋权清单");
        var note = grant("甲");
        var entry = drafting.put(list, null, note);
        assertThat(Objects.requireNonNull(lists.drafted(list, entry)).version()).isZero();
        drafting.put(list, entry, note, 0);

        for (var seen : new Integer[] {0, 2, -1}) {
            assertThatThrownBy(() -> drafting.put(list, entry, note, seen))
                    .isInstanceOf(EntryChangedMeanwhile.class)
                    .hasMessageContaining("测试员 deyang-tester");
        }
        assertThatThrownBy(() -> drafting.put(list, entry, note, null))
                .as("who saw no draft of it")
                .isInstanceOf(EntryChangedMeanwhile.class);
        drafting.put(list, entry, note, 1);
        desk.publish(list);
        assertThatThrownBy(() -> drafting.put(list, entry, note, 2))
                .as("the draft that was seen is published")
                .isInstanceOf(EntryChangedMeanwhile.class);
        drafting.put(list, entry, note, null);
        assertThat(Objects.requireNonNull(lists.drafted(list, entry)).kind())
                .isEqualTo(EntryDifference.Kind.CHANGED);
    }

    @Test
    void an_entry_of_another_list_is_not_drafted_here() {
        var list = desk.list(PowerListKind.EMPOWERMENT, "赋权清单");
        var other = desk.list(PowerListKind.POWERS, "权力清单");
        var entry = drafting.put(other, null, grant("甲"));

        assertThatThrownBy(() -> drafting.put(list, entry, grant("乙"), null))
                .isInstanceOf(UnknownEntry.class);
        assertThatThrownBy(() -> drafting.put(list, EntryId.next(), grant("乙"), null))
                .isInstanceOf(UnknownEntry.class);
        assertThatThrownBy(() -> drafting.put(ListId.next(), null, grant("乙")))
                .isInstanceOf(UnknownList.class);
    }

    @Test
    void what_was_published_of_one_matter_is_not_said_of_another() {
        var list = desk.list(PowerListKind.EMPOWERMENT, "赋权清单");
        var entry = drafting.put(list, null, grant("甲"));
        drafting.put(list, entry, grant("乙"), 0);
        desk.publish(list);

        assertThatThrownBy(() -> drafting.put(list, entry, grant("丙"), null))
                .isInstanceOfSatisfying(
                        DelegationFieldsRefused.class,
                        refused ->
                                assertThat(refused.fields())
                                        .extracting(Refusal.FieldFault::field)
                                        .containsExactly("matter"));
        assertThat(lists.draft(list, null, 10)).isEmpty();
    }

    @Test
    void one_that_was_never_published_is_forgotten_when_it_is_taken_out() {
        var list = desk.list(PowerListKind.EMPOWERMENT, "赋权清单");
        var entry = drafting.put(list, null, grant("甲"));

        drafting.takeOut(list, entry);

        assertThat(lists.drafted(list, entry)).isNull();
        assertThat(lists.get(list).drafted()).isZero();
        assertThatThrownBy(() -> publishing.check(list)).isInstanceOf(PublishingRefused.class);
    }

    @Test
    void one_that_was_published_is_gone_with_the_next_version_and_may_come_back() {
        var list = desk.list(PowerListKind.EMPOWERMENT, "赋权清单");
        var note = grant("甲");
        var entry = drafting.put(list, null, note);
        drafting.put(list, null, grant("乙"));
        desk.publish(list);

        drafting.takeOut(list, entry);
        assertThat(lists.draft(list, null, 10))
                .extracting(DraftedEntry::id, DraftedEntry::kind)
                .containsExactly(tuple(entry, EntryDifference.Kind.GONE));
        desk.publish(list);
        assertThat(editions.entries(list, 2, null, 10)).hasSize(1);
        assertThat(entries.current(list, ListEditions.Filter.ALL, null, 10).items()).hasSize(1);
        assertThat(editions.entry(entry).note()).as("as the last that had it").isEqualTo(note);

        drafting.put(list, entry, note, null);
        desk.publish(list);
        assertThat(editions.between(list, 1, 3)).isEmpty();
        assertThat(editions.between(list, 2, 3))
                .extracting(EntryDifference::kind)
                .containsExactly(EntryDifference.Kind.NEW);
    }

    @Test
    void what_is_left_says_what_it_said() {
        var list = desk.list(PowerListKind.EMPOWERMENT, "赋权清单");
        var stays = drafting.put(list, null, grant("甲"));
        desk.publish(list);
        drafting.put(list, stays, grant("改过的"));
        drafting.put(list, null, grant("乙"));
        publishing.check(list);

        drafting.leave(list, stays);

        assertThat(lists.draft(list, null, 10)).hasSize(1);
        assertThat(lists.get(list).state())
                .as("what was checked is another")
                .isEqualTo(PowerList.State.DRAFT);
        drafting.discard(list);
        assertThat(lists.draft(list, null, 10)).isEmpty();
        assertThat(lists.get(list).state()).isEqualTo(PowerList.State.PUBLISHED);
        drafting.discard(list);
        assertThat(editions.entries(list, 1, null, 10)).hasSize(1);
    }

    @Test
    void a_matter_that_the_catalogue_lacks_is_refused_and_nothing_of_many_is_kept() {
        var list = desk.list(PowerListKind.EMPOWERMENT, "赋权清单");
        var foreign = zones.in("luzhou", () -> desk.matter("外区事项"));
        for (var unknown : List.of(MatterId.next(), foreign)) {
            assertThatThrownBy(() ->
                            drafting.putAll(
                                    list,
                                    List.of(
                                            new ListDrafting.Change(null, grant("甲")),
                                            new ListDrafting.Change(
                                                    null, new GrantDraft(unknown).note()))))
                    .isInstanceOf(UnknownMatter.class);
        }
        assertThat(lists.draft(list, null, 10)).isEmpty();
    }

    @Test
    void a_draft_is_read_page_by_page_in_the_order_in_which_it_was_written() {
        var list = desk.list(PowerListKind.EMPOWERMENT, "赋权清单");
        var ids =
                drafting.putAll(
                        list,
                        List.of(
                                new ListDrafting.Change(null, grant("甲")),
                                new ListDrafting.Change(null, grant("乙")),
                                new ListDrafting.Change(null, grant("丙"))));

        assertThat(lists.draft(list, null, 2))
                .extracting(DraftedEntry::id)
                .containsExactly(ids.get(0), ids.get(1));
        assertThat(lists.draft(list, ids.get(1), 2))
                .extracting(DraftedEntry::id)
                .containsExactly(ids.get(2));
    }

    @Test
    void entries_are_found_over_all_lists_by_what_they_are_about() {
        var matter = desk.matter("企业投资项目备案");
        var powers = desk.list(PowerListKind.POWERS, "权力清单");
        var duties = desk.list(PowerListKind.DUTIES, "责任清单");
        for (var list : List.of(powers, duties)) {
            drafting.put(list, null, new GrantDraft(matter).note());
            drafting.put(list, null, grant("别的事项"));
            desk.publish(list);
        }
        var about =
                new ListEditions.Filter(List.of(matter), EntryAct.GRANT, null, null, null, null);

        assertThat(entries.current(null, about, null, 10).items())
                .extracting(EntryRow::list)
                .containsExactlyInAnyOrder(powers, duties);
        assertThat(entries.current(duties, about, null, 10).items()).hasSize(1);
        var first = entries.current(null, ListEditions.Filter.ALL, null, 3);
        var rest = entries.current(null, ListEditions.Filter.ALL, first.next(), 3);
        assertThat(first.items()).hasSize(3);
        assertThat(rest.items()).hasSize(1);
        assertThat(rest.next()).isNull();
    }

    @Test
    void a_grant_that_is_taken_out_leaves_no_recall_behind() {
        var list = desk.list(PowerListKind.EMPOWERMENT, "赋权清单");
        var note = grant("甲");
        var entry = drafting.put(list, null, note);
        drafting.put(
                list, null, GrantDraft.end(EntryAct.RECALL, entry, note, LocalDate.of(2026, 9, 1)));
        desk.publish(list);

        drafting.takeOut(list, entry);

        assertThat(publishing.check(list)).extracting(Finding::rule).containsExactly("endsNothing");
    }

    @Test
    @ActAsZone(
            value = "deyang",
            permissions = {"delegation:read", "delegation:publish"})
    void who_may_not_write_drafts_nothing() {
        assertThatThrownBy(() -> drafting.begin(PowerListKind.POWERS, "甲"))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void another_zone_sees_nothing() {
        var list = desk.list(PowerListKind.EMPOWERMENT, "赋权清单");
        var entry = drafting.put(list, null, grant("甲"));

        zones.in(
                "luzhou",
                () -> {
                    assertThat(lists.all()).isEmpty();
                    assertThat(lists.draft(list, null, 10)).isEmpty();
                    assertThat(lists.drafted(list, entry)).isNull();
                    assertThat(entries.current(null, ListEditions.Filter.ALL, null, 10).items())
                            .isEmpty();
                    assertThatThrownBy(() -> lists.get(list)).isInstanceOf(UnknownList.class);
                    for (Runnable act :
                            List.<Runnable>of(
                                    () -> drafting.put(list, entry, grant("乙"), 0),
                                    () -> drafting.takeOut(list, entry),
                                    () -> drafting.leave(list, entry),
                                    () -> drafting.discard(list),
                                    () -> drafting.rename(list, "别人的"),
                                    () -> publishing.check(list))) {
                        assertThatThrownBy(act::run).isInstanceOf(UnknownList.class);
                    }
                    assertThat(drafting.begin(PowerListKind.EMPOWERMENT, "赋权清单"))
                            .as("a title is a zone's own")
                            .isNotNull();
                    return null;
                });
        assertThat(Objects.requireNonNull(lists.drafted(list, entry)).version()).isZero();
    }

    /** About a matter of its own. */
    private EntryNote grant(String matter) {
        return new GrantDraft(desk.matter(matter)).note();
    }
}
