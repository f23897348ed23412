package org.kaiyuan.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.transfer.TabularFormat;
import org.springframework.beans.factory.annotation.Autowired;

/** The yearly evaluation of powers, and the report for who delegated them. */
class EvaluationTest extends PowerTest {
    private static final String OTHER = "市住房和城乡建设局";

    @Autowired PowerEvaluating evaluating;
    @Autowired PowerEvaluations evaluations;
    @Autowired EvaluationExport export;
    @Autowired PowerUse use;
    @Autowired ChangeHistory history;

    int year;

    @BeforeEach
    void this_year() {
        year = today.getYear();
    }

    @Test
    void a_verdict_keeps_the_figures_of_the_year_as_they_were_then() {
        var entry = granted("企业投资项目备案", today.minusYears(2));
        decided(entry, "1");

        evaluating.evaluate(entry, year, EvaluationVerdict.KEEP, null, 0);
        decided(entry, "2");

        var line = lines(AUTHORITY).getFirst();
        assertThat(line.figures().decisions()).isOne();
        assertThat(line.evaluation()).isNotNull();
        evaluating.evaluate(entry, year, EvaluationVerdict.ADJUST, "放宽金额上限", 1);
        line = lines(AUTHORITY).getFirst();
        assertThat(line.figures().decisions()).isEqualTo(2);
        assertThat(history.of(List.of(entry.value()), null, 20))
                .extracting(one ->
                        one.act() + " " + one.field() + " " + one.before() + " " + one.after())
                .contains("evaluated verdict null 保留", "evaluated verdict 保留 调整");
    }

    @Test
    void what_is_to_be_changed_needs_a_reason_and_who_was_slower_is_told() {
        var entry = granted("甲", today.minusYears(2));

        assertThatThrownBy(() -> evaluating.evaluate(entry, year, EvaluationVerdict.RECALL, " ", 0))
                .isInstanceOf(DelegationFieldsRefused.class);
        assertThatThrownBy(
                        () -> evaluating.evaluate(entry, year + 1, EvaluationVerdict.KEEP, null, 0))
                .isInstanceOf(DelegationFieldsRefused.class);
        evaluating.evaluate(entry, year, EvaluationVerdict.RECALL, "长期未用", 0);
        assertThatThrownBy(() -> evaluating.evaluate(entry, year, EvaluationVerdict.KEEP, null, 0))
                .isInstanceOf(PowerChangedMeanwhile.class);
    }

    @Test
    void a_year_is_about_what_was_in_force_on_its_last_day() {
        var begun = granted("甲", today.minusYears(2));
        var recalled = granted("乙", today.minusYears(3));
        recalled(recalled, listOf(recalled), today.minusDays(3));
        var later = granted("丙", today.plusDays(20));

        assertThat(entries(year, AUTHORITY)).containsExactly(begun);
        assertThat(entries(year - 1, AUTHORITY)).containsExactlyInAnyOrder(begun, recalled);
        assertThat(entries(year - 4, AUTHORITY)).isEmpty();
        assertThatThrownBy(() -> evaluating.evaluate(later, year, EvaluationVerdict.KEEP, null, 0))
                .isInstanceOf(UnknownPower.class);
    }

    @Test
    void a_report_is_closed_when_all_have_a_verdict_and_does_not_change_any_more() {
        var all =
                granted(
                        Power.of("甲", today.minusYears(2)),
                        Power.of("乙", today.minusYears(2)),
                        Power.of("丙", today.minusYears(2)).by(OTHER));
        evaluating.evaluate(all.getFirst(), year, EvaluationVerdict.RECALL, "长期未用", 0);
        assertThatThrownBy(() -> evaluating.close(year, AUTHORITY))
                .isInstanceOf(EvaluationRefused.class)
                .hasMessageContaining("evaluationMissing [1]");
        assertThatThrownBy(() -> evaluating.close(year, "没有的部门"))
                .isInstanceOf(EvaluationRefused.class);

        assertThat(evaluating.evaluateAll(all, year, EvaluationVerdict.KEEP, null)).isEqualTo(2);
        evaluating.close(year, AUTHORITY);

        assertThatThrownBy(() ->
                        evaluating.evaluate(all.getFirst(), year, EvaluationVerdict.KEEP, null, 1))
                .isInstanceOf(EvaluationRefused.class);
        assertThatThrownBy(() -> evaluating.close(year, AUTHORITY))
                .isInstanceOf(EvaluationRefused.class);
        evaluating.evaluate(all.getLast(), year, EvaluationVerdict.ADJUST, "改为委托", 1);
        granted("丁", today.minusDays(1));
        recalled(all.get(1), listOf(all.get(1)), today.minusDays(1));
        assertThat(evaluations.report(year, AUTHORITY).rows())
                .extracting(EvaluationLine::matterName)
                .containsExactlyInAnyOrder("甲", "乙");
        assertThat(evaluations.groups(year))
                .extracting(
                        EvaluationGroup::originalAuthority,
                        EvaluationGroup::powers,
                        EvaluationGroup::missing,
                        EvaluationGroup::recall,
                        group -> group.closedAt() != null)
                .containsExactly(tuple(OTHER, 1, 0, 0, false), tuple(AUTHORITY, 2, 0, 1, true));
    }

    @Test
    void lines_are_read_page_by_page_and_those_without_a_verdict_alone() {
        var powers = new Power[7];
        Arrays.setAll(powers, i -> Power.of("事项" + i, today.minusDays(10)));
        var all = granted(powers);
        evaluating.evaluateAll(all.subList(0, 4), year, EvaluationVerdict.KEEP, null);

        assertThat(lines(AUTHORITY)).hasSize(7);
        assertThat(evaluations.lines(year, AUTHORITY, true, null, 10).items())
                .extracting(EvaluationLine::entry)
                .containsExactlyElementsOf(all.subList(4, 7));
    }

    @Test
    void a_report_is_taken_along_as_a_file_with_its_sums() throws Exception {
        var entry = granted("企业投资项目备案", today.minusYears(2));
        granted("施工许可", today.minusYears(2));
        decided(entry, "1");
        evaluating.evaluate(entry, year, EvaluationVerdict.ADJUST, "=放宽", 0);

        try (var file =
                export.export(year, AUTHORITY, TabularFormat.CSV, Locale.SIMPLIFIED_CHINESE)) {
            assertThat(file.rows()).isEqualTo(2);
            assertThat(file.name()).contains(year + "年度赋权评估报告-" + AUTHORITY).endsWith(".csv");
            var lines = Files.readAllLines(file.path());
            assertThat(lines.getFirst()).contains("事项名称", "评估意见");
            assertThat(String.join("\n", lines))
                    .contains("企业投资项目备案", "调整", "施工许可", "合计 2 项", "保留 0、调整 1、收回 0");
        }
        try (var file =
                export.export(year, AUTHORITY, TabularFormat.XLSX, Locale.SIMPLIFIED_CHINESE)) {
            assertThat(file.bytes()).isPositive();
        }
        assertThat(
                        query(
                                "select act from audit.change where subject_kind = 'delegation.evaluation-report'"))
                .contains("exported");
    }

    @Test
    void another_zone_sees_nothing() {
        var entry = granted("甲", today.minusYears(2));
        evaluating.evaluate(entry, year, EvaluationVerdict.KEEP, null, 0);

        zones.in(
                "luzhou",
                () -> {
                    assertThat(evaluations.groups(year)).isEmpty();
                    assertThat(evaluations.lines(year, AUTHORITY, false, null, 10).items())
                            .isEmpty();
                    assertThat(evaluations.report(year, AUTHORITY).rows()).isEmpty();
                    assertThatThrownBy(() ->
                                    evaluating.evaluate(
                                            entry, year, EvaluationVerdict.KEEP, null, 0))
                            .isInstanceOf(UnknownPower.class);
                    assertThat(
                                    evaluating.evaluateAll(
                                            List.of(entry), year, EvaluationVerdict.KEEP, null))
                            .isZero();
                    return null;
                });
    }

    private void decided(EntryId entry, String reference) {
        use.enter(
                entry,
                new DecisionDraft(reference, null, today, null, today, DecisionOutcome.GRANTED));
    }

    private List<EvaluationLine> lines(String authority) {
        var found = new ArrayList<EvaluationLine>();
        @Nullable EntryId after = null;
        do {
            var page = evaluations.lines(year, authority, false, after, 3);
            found.addAll(page.items());
            after = page.next();
        } while (after != null);
        return found;
    }

    private List<EntryId> entries(int of, String authority) {
        return evaluations.lines(of, authority, false, null, 50).items().stream()
                .map(EvaluationLine::entry)
                .toList();
    }
}
