package org.kaiyuan.platform.search.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChineseTextTest {

    @ParameterizedTest
    @CsvSource({
        "四川華創新材料（集團）有限公司, 四川华创新材料集团有限公司",
        "ＡＢＣ　科技(成都)有限公司, abc科技成都有限公司",
        "'德阳·经开 “开园” 公司', 德阳经开开园公司",
        "Kaiyuan-No.１ 厂, kaiyuanno1厂",
        "臺灣髮麵裏後, 台湾发面里后"
    })
    void the_key_ignores_script_width_case_blanks_and_punctuation(String name, String key) {
        assertThat(ChineseText.key(name)).isEqualTo(key);
    }

    @Test
    void the_key_of_a_key_is_the_key() {
        ChineseText.simplifications()
                .forEach((old, now) ->
                        assertThat(ChineseText.key(Character.toString(now)))
                                .isEqualTo(
                                        ChineseText.key(ChineseText.key(Character.toString(old)))));
    }

    @Test
    void nothing_has_an_empty_key() {
        assertThat(ChineseText.key(null)).isEmpty();
        assertThat(ChineseText.key(" （）· ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"華", "华", "A", "z", "７", "Ａ", "ß", "㈱", "，", " ", "々", "①"})
    void the_quick_key_of_a_character_begins_its_key(String character) {
        var key = ChineseText.key(character);

        assertThat(ChineseText.keyOf(character.codePointAt(0)))
                .isEqualTo(key.isEmpty() ? -1 : key.codePointAt(0));
    }
}
