package org.kaiyuan.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.delegation.ReadinessBoard.Filter;
import org.kaiyuan.platform.access.AccountRegistration;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Taking over powers, and the board of them. */
class ReadinessTest extends PowerTest {
    @Autowired ReadinessKeeping keeping;
    @Autowired ReadinessDirectory directory;
    @Autowired PowerColleagues colleagues;
    @Autowired PowersOwned owned;
    @Autowired ChangeHistory history;
    @Autowired AccountRegistration accounts;

    @BeforeEach
    void colleagues_of_the_zone() {
        asSystem(
                ZONE,
                () -> {
                    accounts.join(account("powers-wang", "王敏"), Role.ZONE_STAFF);
                    accounts.join(account("powers-li", "李强"), Role.ZONE_ADMIN);
                    return true;
                });
    }

    @Test
    void a_grant_stands_in_one_column_by_its_items_and_its_first_day() {
        var soon = today.plusDays(20);
        var fresh = granted("甲", soon);
        var begun = granted("乙", soon);
        var ready = granted("丙", soon);
        var late = granted("丁", today);
        var lateButReady = granted("戊", today);
        keeping.write(begun, done(null, ReadinessItem.SEAL), 0);
        keeping.write(ready, done(null, ReadinessItem.values()), 0);
        keeping.write(lateButReady, notNeeded(), 0);

        var board = directory.board(Filter.ALL, 10);

        assertThat(entries(board, ReadinessColumn.NOT_BEGUN)).containsExactly(fresh);
        assertThat(entries(board, ReadinessColumn.PREPARING)).containsExactly(begun);
        assertThat(entries(board, ReadinessColumn.READY))
                .containsExactlyInAnyOrder(ready, lateButReady);
        assertThat(entries(board, ReadinessColumn.ALARM)).containsExactly(late);
        assertThat(board.of(ReadinessColumn.PREPARING).cards().getFirst().open())
                .hasSize(5)
                .doesNotContain(ReadinessItem.SEAL);
    }

    @Test
    void what_was_recalled_or_has_run_out_stands_nowhere() {
        var recalled = granted("甲", today.minusDays(50));
        recalled(recalled, listOf(recalled), today.minusDays(1));
        granted(Power.of("乙", today.minusDays(90)).until(today.minusDays(1)));
        var stays = granted(Power.of("丙", today.minusDays(90)).until(today)).getFirst();

        var board = directory.board(Filter.ALL, 10);

        assertThat(entries(board, ReadinessColumn.ALARM)).containsExactly(stays);
        assertThatThrownBy(() -> directory.get(recalled)).isInstanceOf(UnknownPower.class);
        assertThatThrownBy(() -> keeping.write(recalled, notNeeded(), 0))
                .isInstanceOf(UnknownPower.class);
    }

    @Test
    void a_column_is_read_page_by_page_those_due_first_and_those_without_a_day_last() {
        var powers = new Power[7];
        Arrays.setAll(powers, i -> Power.of("事项" + i, today.plusDays(30)));
        var all = granted(powers);
        keeping.assign(List.of(all.get(5)), "powers-wang", today.plusDays(2));
        keeping.assign(List.of(all.get(3)), "powers-wang", today.plusDays(1));

        var first = directory.board(Filter.ALL, 3).of(ReadinessColumn.NOT_BEGUN);
        assertThat(first.count()).isEqualTo(7);
        var found = new ArrayList<>(first.cards());
        @Nullable String next = first.next();
        while (next != null) {
            var page = directory.page(ReadinessColumn.NOT_BEGUN, Filter.ALL, next, 2);
            found.addAll(page.items());
            next = page.next();
        }

        assertThat(found)
                .extracting(ReadinessCard::entry)
                .doesNotHaveDuplicates()
                .hasSize(7)
                .startsWith(all.get(3), all.get(5));
    }

    @Test
    void the_board_is_narrowed_by_owner_and_original_authority() {
        var ours = granted("甲", today.plusDays(30));
        var theirs = granted(Power.of("乙", today.plusDays(30)).by("市住房和城乡建设局")).getFirst();
        keeping.assign(List.of(theirs), "powers-wang", null);

        assertThat(entries(new Filter("powers-wang", false, null))).containsExactly(theirs);
        assertThat(entries(new Filter(null, true, null))).containsExactly(ours);
        assertThat(entries(new Filter(null, false, AUTHORITY))).containsExactly(ours);
        assertThat(entries(new Filter("powers-wang", false, AUTHORITY))).isEmpty();
        assertThat(directory.authorities()).containsExactly("市住房和城乡建设局", AUTHORITY);
    }

    @Test
    void who_is_given_a_power_is_told_and_the_history_reads_as_people_speak() throws Exception {
        var entry = granted("企业投资项目备案", today.plusDays(30));

        keeping.write(entry, done("powers-wang", ReadinessItem.SEAL), 0);
        keeping.write(entry, done("powers-wang", ReadinessItem.SEAL, ReadinessItem.GUIDE), 1);

        assertThat(told())
                .containsExactly(
                        "powers-wang delegation.notice.assigned [1, 企业投资项目备案, 测试员 powers-tester]");
        assertThat(history.of(List.of(entry.value()), null, 10))
                .extracting(one -> one.act() + " " + one.field() + " " + one.after())
                .containsExactlyInAnyOrder(
                        "prepared owner 王敏",
                        "prepared SEAL 已完成 " + today,
                        "prepared GUIDE 已完成 " + today);
    }

    @Test
    void an_owner_is_somebody_of_the_zone_who_may_see_lists() {
        var entry = granted("甲", today.plusDays(30));

        assertThatThrownBy(() -> keeping.write(entry, done("nobody"), 0))
                .isInstanceOf(DelegationFieldsRefused.class);
        assertThatThrownBy(() -> keeping.assign(List.of(entry), "nobody", null))
                .isInstanceOf(DelegationFieldsRefused.class);
        assertThat(colleagues.find("王"))
                .extracting(PowerColleagues.Colleague::username)
                .containsExactly("powers-wang");
    }

    @Test
    void who_was_slower_is_told_and_nothing_is_overwritten() {
        var entry = granted("甲", today.plusDays(30));
        assertThat(keeping.write(entry, done(null, ReadinessItem.SEAL), 0)).isOne();

        assertThatThrownBy(() -> keeping.write(entry, notNeeded(), 0))
                .isInstanceOf(PowerChangedMeanwhile.class);
        assertThat(keeping.write(entry, done(null, ReadinessItem.GUIDE), 1)).isEqualTo(2);
        assertThatThrownBy(() -> keeping.write(entry, notNeeded(), 1))
                .isInstanceOf(PowerChangedMeanwhile.class)
                .extracting(refused -> ((PowerChangedMeanwhile) refused).changes())
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .isNotEmpty();
        assertThat(directory.get(entry).lines().get(ReadinessItem.GUIDE.ordinal()).state())
                .isEqualTo(ReadinessItemState.DONE);
    }

    @Test
    void what_is_done_has_a_day_that_has_come() {
        var entry = granted("甲", today.plusDays(30));
        var wrong =
                new ReadinessDraft(
                        null,
                        null,
                        List.of(
                                new ReadinessLine(
                                        ReadinessItem.SEAL, ReadinessItemState.DONE, null, null),
                                ReadinessLine.done(ReadinessItem.GUIDE, today.plusDays(1)),
                                new ReadinessLine(
                                        ReadinessItem.FORMS,
                                        ReadinessItemState.OPEN,
                                        today,
                                        null)));

        assertThatThrownBy(() -> keeping.write(entry, wrong, 0))
                .isInstanceOfSatisfying(
                        DelegationFieldsRefused.class,
                        refused ->
                                assertThat(refused.fields())
                                        .extracting(one -> one.field())
                                        .containsExactly("SEAL", "GUIDE", "FORMS"));
    }

    @Test
    void what_a_leaver_sees_to_is_handed_over_as_a_whole() {
        var entries = granted(Power.of("甲", today.plusDays(30)), Power.of("乙", today.plusDays(30)));
        keeping.assign(entries, "powers-wang", null);

        var counts = new ArrayList<Long>();
        new TransactionTemplate(transactions)
                .executeWithoutResult(open -> {
                    counts.add(owned.countOwnedBy("powers-wang"));
                    counts.add(owned.handOver("powers-wang", "powers-li"));
                    counts.add(owned.countOwnedBy("powers-wang"));
                });

        assertThat(counts).containsExactly(2L, 2L, 0L);
        assertThat(directory.get(entries.getFirst()).ownerName()).isEqualTo("李强");
    }

    @Test
    void another_zone_sees_nothing() {
        var entry = granted("甲", today.plusDays(30));
        keeping.write(entry, done("powers-wang", ReadinessItem.SEAL), 0);

        zones.in(
                "luzhou",
                () -> {
                    assertThat(directory.board(Filter.ALL, 10).columns()).isEmpty();
                    assertThat(directory.authorities()).isEmpty();
                    assertThatThrownBy(() -> directory.get(entry)).isInstanceOf(UnknownPower.class);
                    assertThatThrownBy(() -> keeping.write(entry, notNeeded(), 1))
                            .isInstanceOf(UnknownPower.class);
                    return null;
                });
    }

    private org.kaiyuan.platform.access.AccountId account(String username, String name) {
        return accounts.register(username, "long-enough-password", name, false, false);
    }

    private ReadinessDraft done(@Nullable String owner, ReadinessItem... items) {
        return new ReadinessDraft(
                owner,
                null,
                Arrays.stream(items).map(item -> ReadinessLine.done(item, today)).toList());
    }

    private static ReadinessDraft notNeeded() {
        return new ReadinessDraft(
                null,
                null,
                Arrays.stream(ReadinessItem.values())
                        .map(item ->
                                new ReadinessLine(item, ReadinessItemState.NOT_NEEDED, null, null))
                        .toList());
    }

    private static List<EntryId> entries(ReadinessBoard board, ReadinessColumn column) {
        return board.of(column).cards().stream().map(ReadinessCard::entry).toList();
    }

    private List<EntryId> entries(Filter filter) {
        return directory.board(filter, 10).columns().values().stream()
                .flatMap(column -> column.cards().stream())
                .map(ReadinessCard::entry)
                .toList();
    }
}
