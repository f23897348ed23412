package org.kaiyuan.ui.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kaiyuan.services.FormAnswers;

/** Two people of an enterprise over one form. */
class PortalDraftMergeTest {
    private static final FormAnswers BASE = said(Map.of("a", "1", "b", "1", "c", "1"));

    @Test
    void what_only_the_colleague_changed_is_taken_over() {
        var merged = PortalDraftMerge.of(BASE, BASE, said(Map.of("a", "2", "b", "1", "c", "1")));

        assertThat(merged.answers().one("a")).isEqualTo("2");
        assertThat(merged.clashes()).isEmpty();
        assertThat(merged.taken()).isOne();
    }

    @Test
    void what_each_changed_alone_is_kept_of_both() {
        var merged =
                PortalDraftMerge.of(
                        BASE,
                        said(Map.of("a", "mine", "b", "1", "c", "1")),
                        said(Map.of("a", "1", "b", "theirs", "c", "1", "d", "new")));

        assertThat(merged.answers().values())
                .containsEntry("a", List.of("mine"))
                .containsEntry("b", List.of("theirs"))
                .containsEntry("d", List.of("new"));
        assertThat(merged.clashes()).isEmpty();
    }

    @Test
    void what_both_changed_differently_stays_as_one_typed_it_and_is_named() {
        var mine = said(Map.of("a", "mine", "b", "1", "c", "1"));
        var theirs = said(Map.of("a", "theirs", "b", "1", "c", "1"));

        var merged = PortalDraftMerge.of(BASE, mine, theirs);

        assertThat(merged.clashes()).containsExactly("a");
        assertThat(merged.answers().one("a")).isEqualTo("mine");
        assertThat(PortalDraftMerge.with(merged.answers(), "a", theirs).one("a"))
                .isEqualTo("theirs");
    }

    @Test
    void the_same_change_of_both_and_nothing_against_an_empty_text_are_no_clash() {
        var merged =
                PortalDraftMerge.of(
                        said(Map.of("a", "1")),
                        said(Map.of("a", "2", "b", "")),
                        said(Map.of("a", "2")));

        assertThat(merged.clashes()).isEmpty();
        assertThat(merged.answers().one("a")).isEqualTo("2");
    }

    @Test
    void what_the_colleague_emptied_is_emptied_and_their_rows_come_with_them() {
        var rows = Map.of("t", List.of(Map.of("name", "甲")));

        var merged =
                PortalDraftMerge.of(
                        BASE,
                        BASE,
                        new FormAnswers(Map.of("b", List.of("1"), "c", List.of("1")), rows));

        assertThat(merged.answers().one("a")).isNull();
        assertThat(merged.answers().tables()).isEqualTo(rows);
    }

    private static FormAnswers said(Map<String, String> values) {
        var all = new java.util.HashMap<String, List<String>>();
        values.forEach((key, value) -> all.put(key, List.of(value)));
        return new FormAnswers(all, Map.of());
    }
}
