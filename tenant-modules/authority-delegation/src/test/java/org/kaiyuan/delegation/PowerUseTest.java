package org.kaiyuan.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kaiyuan.delegation.PowerUseDirectory.Cases;
import org.kaiyuan.delegation.PowerUseFilter.Only;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.testing.ActAsZone;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Decisions under powers, and what they say of the use of each. */
class PowerUseTest extends PowerTest {
    @Autowired PowerUse use;
    @Autowired PowerUseMonths months;
    @Autowired PowerUseDirectory directory;
    @Autowired PowerUseRulesKeeping rules;
    @Autowired ChangeHistory history;

    @Test
    void cases_of_the_last_twelve_months_make_the_figures_of_a_power() {
        var entry = granted("企业投资项目备案", today.minusYears(3));
        enter(entry, "旧", today.minusMonths(20), today.minusMonths(19), null);
        enter(entry, "1", today.minusDays(30), today.minusDays(20), today.minusDays(21));
        enter(entry, "2", today.minusDays(30), today.minusDays(10), null);
        enter(entry, "3", today.minusDays(9), null, today.minusDays(1));
        enter(entry, "4", today.minusDays(8), null, today.plusDays(1));
        use.enter(
                entry,
                new DecisionDraft(
                        "5", "丙公司", today.minusDays(5), null, today, DecisionOutcome.WITHDRAWN));
        months.enter(entry, YearMonth.from(today.minusMonths(2)), DecisionOutcome.GRANTED, 40);
        var overturned = decision(entry, "2");
        use.overturn(overturned.id(), today, "复议撤销", 1, overturned.version());

        var figures = directory.power(entry).figures();

        assertThat(figures).isEqualTo(new UseFigures(42, today.minusDays(8), 2, 2, 1));
    }

    @Test
    void a_power_is_unused_from_the_later_of_its_first_day_and_its_last_use() {
        var never = granted("甲", today.minusMonths(12));
        granted("乙", today.minusMonths(12).plusDays(1));
        var long_ago = granted("丙", today.minusYears(3));
        enter(long_ago, "1", today.minusMonths(14), today.minusMonths(13), null);
        var used = granted("丁", today.minusYears(3));
        enter(used, "2", today.minusMonths(14), today.minusMonths(13), null);
        enter(used, "3", today.minusMonths(6), null, null);

        assertThat(directory.powers(only(Only.UNUSED), null, 10).items())
                .extracting(UsedPower::entry, UsedPower::unusedSince)
                .containsExactlyInAnyOrder(
                        tuple(never, today.minusMonths(12)),
                        tuple(long_ago, today.minusMonths(13)));

        rules.decide(new PowerUseRules(5, 12, 1, List.of(30), List.of()), 0);
        assertThat(directory.powers(only(Only.UNUSED), null, 10).items()).hasSize(4);
        assertThat(directory.sums(PowerUseFilter.ALL))
                .isEqualTo(new PowerUseDirectory.Sums(4, 4, 0, 0, 0));
    }

    @Test
    void powers_are_narrowed_by_what_wants_attention_and_read_page_by_page() {
        var powers = new Power[9];
        Arrays.setAll(powers, i -> Power.of("事项" + i, today.minusDays(10)));
        var all = granted(powers);
        enter(all.get(2), "1", today.minusDays(8), null, today.minusDays(1));
        enter(all.get(7), "2", today.minusDays(8), today, today.minusDays(1));
        var third = enter(all.get(4), "3", today.minusDays(8), today.minusDays(2), null);
        use.overturn(third, today, "法院撤销", 1, 1);
        granted(Power.of("将到期", today.minusDays(10)).until(today.plusDays(90)));

        assertThat(entries(only(Only.OVERDUE))).containsExactly(all.get(2), all.get(7));
        assertThat(entries(only(Only.OVERTURNED))).containsExactly(all.get(4));
        assertThat(entries(only(Only.EXPIRING))).hasSize(1);
        assertThat(entries(PowerUseFilter.ALL)).hasSize(10).doesNotHaveDuplicates();
        assertThat(entries(new PowerUseFilter(null, "别的机关", null))).isEmpty();
        assertThat(entries(new PowerUseFilter(null, null, List.of(noteOf(all.get(3)).matter()))))
                .containsExactly(all.get(3));
        assertThat(directory.sums(PowerUseFilter.ALL))
                .isEqualTo(new PowerUseDirectory.Sums(10, 0, 2, 1, 1));
    }

    @Test
    void a_case_told_again_is_the_same_case_and_the_newest_counts() {
        var entry = granted("企业投资项目备案", today.minusDays(60));
        var accepted =
                reported(entry, today.minusDays(20), null, Instant.parse("2026-01-01T00:00:00Z"));
        var decided =
                reported(
                        entry,
                        today.minusDays(20),
                        today.minusDays(2),
                        Instant.parse("2026-01-02T00:00:00Z"));

        asSystem(
                ZONE,
                () -> {
                    use.report(decided);
                    use.report(decided);
                    use.report(accepted);
                    return true;
                });

        var one = directory.decisions(entry, null, null, 10).items();
        assertThat(one)
                .extracting(PowerDecision::source, PowerDecision::decidedOn, PowerDecision::version)
                .containsExactly(tuple("services", today.minusDays(2), 1L));
        assertThat(history.of(List.of(one.getFirst().id().value()), null, 20))
                .extracting(line -> line.act() + " " + line.field() + " " + line.after())
                .contains("reported outcome 准予")
                .hasSize(5);
        assertThatThrownBy(() -> use.remove(one.getFirst().id(), 1))
                .isInstanceOf(DecisionIsReported.class);
        use.overturn(one.getFirst().id(), today, "复议撤销", 1, 1);
        assertThat(directory.power(entry).figures().overturned()).isOne();
    }

    @Test
    void a_case_of_a_power_that_has_ended_is_still_told() {
        var entry = granted("甲", today.minusDays(60));
        recalled(entry, listOf(entry), today.minusDays(10));

        use.report(reported(entry, today.minusDays(20), today, Instant.now()));

        assertThat(directory.decisions(entry, null, null, 10).items()).hasSize(1);
        assertThatThrownBy(() -> directory.power(entry)).isInstanceOf(UnknownPower.class);
        assertThatThrownBy(() -> enter(entry, "x", today.minusDays(1), today, null))
                .isInstanceOf(UnknownPower.class);
        assertThatThrownBy(() -> use.report(reported(EntryId.next(), today, null, Instant.now())))
                .isInstanceOf(UnknownPower.class);
    }

    @Test
    void an_open_case_is_decided_later_and_a_mistake_is_taken_away() {
        var entry = granted("甲", today.minusDays(60));
        var id = enter(entry, "受〔1〕", today.minusDays(9), null, today.plusDays(3));

        use.revise(
                id,
                new DecisionDraft(
                        "受〔1〕", "甲公司", today.minusDays(9), null, today, DecisionOutcome.REFUSED),
                1);

        assertThat(decision(entry, "受〔1〕").outcome()).isEqualTo(DecisionOutcome.REFUSED);
        assertThatThrownBy(() -> use.remove(id, 1)).isInstanceOf(PowerChangedMeanwhile.class);
        use.remove(id, 2);
        assertThat(directory.decisions(entry, null, null, 10).items()).isEmpty();
        assertThatThrownBy(() -> use.remove(id, 3)).isInstanceOf(UnknownDecision.class);
    }

    @Test
    void what_is_wrong_with_a_case_is_said_at_its_fields() {
        var entry = granted("甲", today.minusDays(60));
        var wrong =
                new DecisionDraft(
                        " ", null, today.plusDays(1), today.minusDays(1), today.minusDays(2), null);

        assertThatThrownBy(() -> use.enter(entry, wrong))
                .isInstanceOfSatisfying(
                        DelegationFieldsRefused.class,
                        refused ->
                                assertThat(refused.fields())
                                        .extracting(one -> one.field())
                                        .containsExactly(
                                                "reference",
                                                "acceptedOn",
                                                "dueOn",
                                                "decidedOn",
                                                "outcome"));
        enter(entry, "1", today.minusDays(1), null, null);
        assertThatThrownBy(() -> enter(entry, "1", today.minusDays(1), null, null))
                .isInstanceOf(DecisionReferenceTaken.class);
        var open = decision(entry, "1");
        assertThatThrownBy(() -> use.overturn(open.id(), today, "", 2, open.version()))
                .isInstanceOfSatisfying(
                        DelegationFieldsRefused.class,
                        refused ->
                                assertThat(refused.fields())
                                        .extracting(one -> one.field())
                                        .containsExactly("cases", "on", "why"));
    }

    @Test
    void a_month_is_counted_once_and_corrected_by_counting_it_again() {
        var entry = granted("甲", today.minusDays(600));
        var month = YearMonth.from(today.minusMonths(3));
        months.enter(entry, month, DecisionOutcome.GRANTED, 30);
        months.enter(entry, month, DecisionOutcome.REFUSED, 2);
        months.enter(entry, month, DecisionOutcome.GRANTED, 35);

        assertThat(directory.power(entry).figures().decisions()).isEqualTo(37);
        var granted =
                directory.decisions(entry, null, null, 10).items().stream()
                        .filter(one -> one.cases() == 35)
                        .findFirst()
                        .orElseThrow();
        assertThat(granted.month()).isEqualTo(month);
        use.overturn(granted.id(), today, "复议撤销", 3, granted.version());
        assertThat(directory.power(entry).figures().overturned()).isEqualTo(3);
        assertThatThrownBy(() -> months.enter(entry, month, DecisionOutcome.GRANTED, 2))
                .isInstanceOf(DelegationFieldsRefused.class);
        months.enter(entry, month, DecisionOutcome.REFUSED, 0);
        assertThat(directory.decisions(entry, null, null, 10).items()).hasSize(1);
    }

    @Test
    void cases_of_a_power_are_read_page_by_page_the_newest_first() {
        var entry = granted("甲", today.minusDays(600));
        for (int i = 0; i < 7; i++) {
            enter(entry, "案" + i, today.minusDays(50), today.minusDays(i / 2), null);
        }
        enter(entry, "开", today.minusDays(60), null, today.minusDays(3));

        var found = new ArrayList<String>();
        @Nullable String after = null;
        do {
            var page = directory.decisions(entry, null, after, 3);
            page.items().forEach(one -> found.add(one.reference()));
            after = page.next();
        } while (after != null);

        assertThat(found).hasSize(8).doesNotHaveDuplicates().startsWith("案1", "案0").endsWith("开");
        assertThat(directory.decisions(entry, Cases.OPEN, null, 10).items()).hasSize(1);
        assertThat(directory.decisions(entry, Cases.LATE, null, 10).items()).hasSize(1);
        assertThat(directory.decisions(entry, Cases.OVERTURNED, null, 10).items()).isEmpty();
    }

    @Test
    void rules_are_decided_by_who_saw_them_as_they_are() {
        assertThat(rules.stored())
                .isEqualTo(new PowerUseRulesKeeping.Stored(0, PowerUseRules.DEFAULT));
        rules.decide(new PowerUseRules(6, 1, 31, List.of(7, 60, 7), List.of(5)), 0);

        assertThat(rules.stored().rules().expiryDays()).containsExactly(60, 7);
        assertThatThrownBy(() -> rules.decide(PowerUseRules.DEFAULT, 0))
                .isInstanceOf(PowerChangedMeanwhile.class);
        assertThatThrownBy(
                        () -> rules.decide(new PowerUseRules(0, 2, 30, List.of(500), List.of()), 1))
                .isInstanceOfSatisfying(
                        DelegationFieldsRefused.class,
                        refused ->
                                assertThat(refused.fields())
                                        .extracting(one -> one.field())
                                        .containsExactly(
                                                "unusedMonths", "evaluationDay", "expiryDays"));
        assertThat(rules.stored().rules().yearDueOn(LocalDate.of(2026, 1, 30))).isEqualTo(2024);
        assertThat(rules.stored().rules().yearDueOn(LocalDate.of(2026, 1, 31))).isEqualTo(2025);
        assertThat(PowerUseRules.DEFAULT.yearDueOn(LocalDate.of(2026, 11, 30))).isEqualTo(2025);
    }

    @Test
    @ActAsZone(value = ZONE, permissions = "delegation:read")
    void who_may_only_read_enters_nothing() {
        assertThatThrownBy(() -> enter(EntryId.next(), "1", today, null, null))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> rules.decide(PowerUseRules.DEFAULT, 0))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> use.report(reported(EntryId.next(), today, null, Instant.now())))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void another_zone_sees_nothing() {
        var entry = granted("甲", today.minusDays(600));
        var id = enter(entry, "1", today.minusDays(2), today, null);
        rules.decide(new PowerUseRules(6, 1, 31, List.of(7), List.of(5)), 0);

        zones.in(
                "luzhou",
                () -> {
                    assertThat(directory.powers(PowerUseFilter.ALL, null, 10).items()).isEmpty();
                    assertThat(directory.decisions(entry, null, null, 10).items()).isEmpty();
                    assertThatThrownBy(() -> directory.decision(id))
                            .isInstanceOf(UnknownDecision.class);
                    assertThatThrownBy(() -> use.overturn(id, today, "x", 1, 1))
                            .isInstanceOf(UnknownDecision.class);
                    assertThatThrownBy(
                                    () -> use.report(reported(entry, today, null, Instant.now())))
                            .isInstanceOf(UnknownPower.class);
                    assertThat(rules.stored().version()).isZero();
                    return null;
                });
    }

    private PowerDecisionId enter(
            EntryId entry,
            String reference,
            LocalDate accepted,
            @Nullable LocalDate decided,
            @Nullable LocalDate due) {
        return use.enter(
                entry,
                new DecisionDraft(
                        reference,
                        null,
                        accepted,
                        due,
                        decided,
                        decided == null ? null : DecisionOutcome.GRANTED));
    }

    private PowerDecision decision(EntryId entry, String reference) {
        return directory.decisions(entry, null, null, 50).items().stream()
                .filter(one -> one.reference().equals(reference))
                .findFirst()
                .orElseThrow();
    }

    private static ReportedDecision reported(
            EntryId entry, LocalDate accepted, @Nullable LocalDate decided, Instant asOf) {
        return new ReportedDecision(
                "services",
                "办2026-17",
                entry,
                "甲公司",
                accepted,
                null,
                decided,
                decided == null ? null : DecisionOutcome.GRANTED,
                asOf);
    }

    private static PowerUseFilter only(Only only) {
        return new PowerUseFilter(only, null, null);
    }

    private List<EntryId> entries(PowerUseFilter filter) {
        var found = new ArrayList<EntryId>();
        @Nullable EntryId after = null;
        do {
            var page = directory.powers(filter, after, 2);
            page.items().forEach(one -> found.add(one.entry()));
            after = page.next();
        } while (after != null);
        return found;
    }
}
