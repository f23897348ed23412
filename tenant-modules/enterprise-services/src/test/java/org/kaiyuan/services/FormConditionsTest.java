package org.kaiyuan.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormConditionsTest {
    private static final FormAnswers NONE = FormAnswers.NONE;

    @Test
    void a_field_without_conditions_is_always_asked_for() {
        assertThat(FormConditions.shown(form(field("a", FieldKind.TEXT)), NONE))
                .containsExactly("a");
    }

    @Test
    void a_field_is_asked_for_once_the_other_says_one_of_the_values() {
        var form =
                form(
                        field("a", FieldKind.CHOICE),
                        field("b", FieldKind.TEXT, when("a", Comparison.IS, "x", "y")));

        assertThat(FormConditions.shown(form, NONE)).containsExactly("a");
        assertThat(FormConditions.shown(form, said("a", "y"))).containsExactly("a", "b");
        assertThat(FormConditions.shown(form, said("a", "z"))).containsExactly("a");
    }

    @Test
    void none_of_the_values_is_true_also_of_nothing() {
        var form =
                form(
                        field("a", FieldKind.CHOICE),
                        field("b", FieldKind.TEXT, when("a", Comparison.IS_NOT, "x")));

        assertThat(FormConditions.shown(form, NONE)).contains("b");
        assertThat(FormConditions.shown(form, said("a", "z"))).contains("b");
        assertThat(FormConditions.shown(form, said("a", "x"))).doesNotContain("b");
    }

    @Test
    void numbers_are_compared_as_numbers_and_the_limit_itself_counts() {
        var least =
                form(
                        field("n", FieldKind.NUMBER),
                        field("b", FieldKind.TEXT, when("n", Comparison.AT_LEAST, "9")));
        var most =
                form(
                        field("n", FieldKind.MONEY),
                        field("b", FieldKind.TEXT, when("n", Comparison.AT_MOST, "9.50")));

        assertThat(FormConditions.shown(least, said("n", "10"))).contains("b");
        assertThat(FormConditions.shown(least, said("n", "9.0"))).contains("b");
        assertThat(FormConditions.shown(least, said("n", "8.99"))).doesNotContain("b");
        assertThat(FormConditions.shown(most, said("n", "9.5"))).contains("b");
        assertThat(FormConditions.shown(most, said("n", "10"))).doesNotContain("b");
    }

    @Test
    void days_are_compared_as_days() {
        var form =
                form(
                        field("d", FieldKind.DATE),
                        field("b", FieldKind.TEXT, when("d", Comparison.AT_LEAST, "2026-10-01")));

        assertThat(FormConditions.shown(form, said("d", "2026-10-01"))).contains("b");
        assertThat(FormConditions.shown(form, said("d", "2026-09-30"))).doesNotContain("b");
    }

    @Test
    void what_cannot_be_compared_is_not_true_and_breaks_nothing() {
        var form =
                form(
                        field("n", FieldKind.NUMBER),
                        field("b", FieldKind.TEXT, when("n", Comparison.AT_LEAST, "9")));

        assertThat(FormConditions.shown(form, said("n", "many"))).containsExactly("n");
        assertThat(FormConditions.shown(form, NONE)).containsExactly("n");
    }

    @Test
    void blanks_and_empty_rows_are_not_filled() {
        var form =
                form(
                        field("a", FieldKind.TEXT),
                        field("t", FieldKind.TABLE),
                        field("b", FieldKind.TEXT, when("a", Comparison.IS_FILLED)),
                        field("c", FieldKind.TEXT, when("t", Comparison.IS_FILLED)));

        assertThat(FormConditions.shown(form, said("a", " "))).doesNotContain("b");
        assertThat(FormConditions.shown(form, said("a", "1"))).contains("b");
        assertThat(FormConditions.shown(form, rows("t", Map.of("x", "")))).doesNotContain("c");
        assertThat(FormConditions.shown(form, rows("t", Map.of("x", "1")))).contains("c");
    }

    @Test
    void all_conditions_of_a_field_must_be_true() {
        var form =
                form(
                        field("a", FieldKind.TEXT),
                        field("b", FieldKind.TEXT),
                        field(
                                "c",
                                FieldKind.TEXT,
                                when("a", Comparison.IS_FILLED),
                                when("b", Comparison.IS_FILLED)));

        assertThat(FormConditions.shown(form, said("a", "1"))).doesNotContain("c");
        assertThat(
                        FormConditions.shown(
                                form,
                                new FormAnswers(
                                        Map.of("a", List.of("1"), "b", List.of("2")), Map.of())))
                .contains("c");
    }

    @Test
    void a_hidden_field_counts_as_empty_although_something_was_typed() {
        var form =
                form(
                        field("a", FieldKind.CHOICE),
                        field("b", FieldKind.CHOICE, when("a", Comparison.IS, "x")),
                        field("c", FieldKind.TEXT, when("b", Comparison.IS, "y")));
        var answers = new FormAnswers(Map.of("a", List.of("z"), "b", List.of("y")), Map.of());

        assertThat(FormConditions.shown(form, answers)).containsExactly("a");
        assertThat(FormConditions.asked(form, answers).values()).containsOnlyKeys("a");
    }

    @Test
    void fields_that_wait_for_one_another_are_not_asked_for() {
        var form =
                form(
                        field("a", FieldKind.TEXT, when("b", Comparison.IS_FILLED)),
                        field("b", FieldKind.TEXT, when("a", Comparison.IS_FILLED)));

        assertThat(
                        FormConditions.shown(
                                form,
                                new FormAnswers(
                                        Map.of("a", List.of("1"), "b", List.of("1")), Map.of())))
                .isEmpty();
    }

    @Test
    void a_condition_on_a_field_that_is_not_there_is_a_condition_on_nothing() {
        var form = form(field("a", FieldKind.TEXT, when("gone", Comparison.IS, "x")));

        assertThat(FormConditions.shown(form, NONE)).isEmpty();
        assertThat(FormConditions.hold(List.of(when("gone", Comparison.IS_NOT, "x")), form, NONE))
                .isTrue();
    }

    private static FormDefinition form(FormField... fields) {
        return new FormDefinition(List.of(new FormSection("一", null, List.of(fields))));
    }

    private static FormField field(String key, FieldKind kind, Condition... when) {
        return new FormField(
                key,
                kind,
                key,
                null,
                null,
                false,
                null,
                List.of(),
                null,
                null,
                null,
                List.of(),
                null,
                List.of(when));
    }

    private static Condition when(String field, Comparison is, String... values) {
        return new Condition(field, is, List.of(values));
    }

    private static FormAnswers said(String field, String value) {
        return new FormAnswers(Map.of(field, List.of(value)), Map.of());
    }

    private static FormAnswers rows(String field, Map<String, String> row) {
        return new FormAnswers(Map.of(), Map.of(field, List.of(row)));
    }
}
