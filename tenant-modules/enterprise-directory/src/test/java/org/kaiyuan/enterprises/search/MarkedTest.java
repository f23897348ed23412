package org.kaiyuan.enterprises.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kaiyuan.platform.search.Found;
import org.kaiyuan.platform.search.names.Marked;

class MarkedTest {
    @ParameterizedTest
    @CsvSource({
        "四川华创新材料有限公司, 华创材料, 四川<em>华创</em>新<em>材料</em>有限公司, 1.0",
        "四川華創新材料有限公司, 华创, 四川<em>華創</em>新材料有限公司, 1.0",
        "ＡＢＣ电子厂, abc, <em>ＡＢＣ</em>电子厂, 1.0",
        "甲<b>乙丙</b>, 乙丙, 甲&lt;b&gt;<em>乙丙</em>&lt;/b&gt;, 1.0",
        "金属材料销售, 金属冶炼, <em>金属</em>材料销售, 0.5",
        "水泥, 水, <em>水</em>泥, 1.0"
    })
    void marks_what_was_typed_and_nothing_else(
            String text, String typedKey, String html, double share) {
        assertThat(Marked.in(text, typedKey, 300)).isEqualTo(new Marked(html, share));
    }

    @Test
    void nothing_is_marked_where_nothing_of_it_is() {
        assertThat(Marked.in("水泥制品", "电池", 300)).isNull();
        assertThat(Marked.in("电子商务，池塘养殖", "电池", 300)).isNull();
        assertThat(Marked.in(null, "电池", 300)).isNull();
    }

    @Test
    void a_long_text_is_shown_around_the_match() {
        var marked = Marked.in("一".repeat(500) + "锂电池" + "二".repeat(500), "锂电池", 80);

        assertThat(marked).isNotNull();
        assertThat(marked.html()).contains("<em>锂电池</em>").startsWith("…").endsWith("…");
        assertThat(marked.html().length()).isLessThan(100);
    }

    @Test
    void reasons_say_where_it_was_found() {
        var hit =
                new Found.Hit(
                        UUID.randomUUID(),
                        30,
                        Map.of(
                                "name", "四川华创新材料有限公司",
                                "formerNames", List.of("德阳恒泰陶瓷有限公司"),
                                "creditCode", "91510600MA00000001",
                                "scope", "生产、销售锂电池隔膜",
                                "words", List.of("高新技术企业")));

        assertThat(new WhyFound("华创材料").of(hit).reasons()).containsExactly("name");
        assertThat(new WhyFound("恒泰陶瓷").of(hit).reasons()).containsExactly("formerName");
        assertThat(new WhyFound("锂电池隔膜").of(hit).reasons()).containsExactly("scope");
        assertThat(new WhyFound("huachuang").of(hit).reasons()).containsExactly("pinyin");
        assertThat(new WhyFound("hcxcl").of(hit).reasons()).containsExactly("initials");
        assertThat(new WhyFound("91510600ma").of(hit).reasons()).containsExactly("creditCode");
        assertThat(new WhyFound("高新技术").of(hit).reasons()).containsExactly("words");
        assertThat(new WhyFound(" ").of(hit).reasons()).isEmpty();
    }
}
