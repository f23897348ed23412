package org.kaiyuan.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelledQueriesTest {
    private static final List<String> NAMES =
            IntStream.range(0, 400)
                    .mapToObj(i -> "四川" + Character.toString(0x4E2D + i) + "鑫泰机械制造有限公司")
                    .toList();

    @ParameterizedTest
    @CsvSource({
        "四川华创新材料有限公司, 华创新材料",
        "德阳市恒泰机械制造有限公司, 恒泰机械制造",
        "中国银行股份有限公司德阳分行, 银行股份有限公司德阳分行",
        "泸州市场服务有限公司, 市场服务"
    })
    void the_core_is_what_is_left_between_place_and_ending(String name, String core) {
        assertThat(LabelledQueries.core(name)).isEqualTo(core);
    }

    @Test
    void no_name_is_in_both_halves() {
        var tuning = names(LabelledQueries.Half.TUNING);
        var judging = names(LabelledQueries.Half.JUDGING);

        assertThat(tuning).isNotEmpty().doesNotContainAnyElementsOf(judging);
        assertThat(judging).isNotEmpty();
    }

    @Test
    void the_same_names_and_seed_make_the_same_questions() {
        assertThat(LabelledQueries.from(NAMES, LabelledQueries.Half.TUNING, 20, 7))
                .isEqualTo(LabelledQueries.from(NAMES, LabelledQueries.Half.TUNING, 20, 7))
                .isNotEqualTo(LabelledQueries.from(NAMES, LabelledQueries.Half.TUNING, 20, 8));
    }

    @Test
    void recall_and_ndcg_count_where_the_right_one_stands() {
        var quality = new Quality();
        var query = new LabelledQuery(QueryKind.FULL, "甲", "甲公司");

        quality.answered(query, List.of("甲公司"));
        quality.answered(query, List.of("乙公司", "丙公司", "甲公司"));
        quality.answered(query, List.of("乙公司"));

        assertThat(quality.recall()).isEqualTo(2 / 3.0);
        assertThat(quality.ndcg()).isEqualTo(0.5);
        assertThat(quality.missed()).hasSize(1);
    }

    private static List<String> names(LabelledQueries.Half half) {
        return LabelledQueries.from(NAMES, half, 30, 1).values().stream()
                .flatMap(List::stream)
                .map(LabelledQuery::name)
                .distinct()
                .collect(Collectors.toList());
    }
}
