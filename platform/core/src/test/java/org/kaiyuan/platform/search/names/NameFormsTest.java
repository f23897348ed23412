package org.kaiyuan.platform.search.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameFormsTest {

    @Test
    void every_form_of_a_plain_company_is_kept() {
        var forms = WrittenForms.of("四川华创新材料有限公司");

        assertThat(forms.full()).isEqualTo("四川华创新材料有限公司");
        assertThat(forms.bare()).containsExactly("四川华创新材料", "华创新材料");
        assertThat(forms.cores()).containsExactly("华创新材料有限公司");
        assertThat(forms.alias()).containsExactly("川华创新材料");
        assertThat(forms.ends()).contains("华创材料");
        assertThat(forms.text()).isEqualTo("华创新材料");
        assertThat(forms.places()).containsExactly("四川");
        assertThat(forms.isBranch()).isFalse();
    }

    @Test
    void it_is_read_with_its_place_and_without() {
        var forms = NameForms.of("四川华创新材料有限公司");

        assertThat(forms.pinyin()).contains("huachuangxincailiao", "sichuanhuachuangxincailiao");
        assertThat(forms.initials()).contains("hcxcl", "schcxcl");
    }

    @Test
    void places_come_off_step_by_step() {
        var forms = WrittenForms.of("四川省成都市龙泉驿区顺易饮食服务有限公司");

        assertThat(forms.bare())
                .containsExactly("四川省成都市龙泉驿区顺易饮食服务", "成都市龙泉驿区顺易饮食服务", "龙泉驿区顺易饮食服务", "顺易饮食服务");
        assertThat(forms.text()).isEqualTo("顺易饮食服务");
    }

    @Test
    void a_place_in_brackets_may_be_left_away() {
        var forms = WrittenForms.of("华创（成都）科技有限公司");

        assertThat(forms.bare()).contains("华创成都科技", "华创科技");
        assertThat(forms.places()).contains("成都");
    }

    @Test
    void a_branch_knows_its_parent() {
        var forms = WrittenForms.of("成都好药师大药房连锁有限公司第92店");

        assertThat(forms.isBranch()).isTrue();
        assertThat(forms.parent()).contains("成都好药师大药房连锁有限公司", "好药师大药房连锁");
    }

    @Test
    void characters_that_are_read_in_two_ways_are_found_by_both() {
        assertThat(NameForms.of("成都晟行贸易有限公司").pinyin())
                .contains("shenghangmaoyi", "chenghangmaoyi", "shengxingmaoyi");
        assertThat(NameForms.of("厦门长沙银行").pinyin()).contains("xiamenchangshayinhang");
        assertThat(NameForms.of("重庆乐山公司").pinyin()).contains("chongqingleshan");
    }

    @Test
    void letters_that_read_as_syllables_are_pinyin() {
        assertThat(NameForms.isPinyin("huachuangxincai")).isTrue();
        assertThat(NameForms.isPinyin("hcxcl")).isFalse();
    }

    @Test
    void odd_text_has_forms_too() {
        assertThat(WrittenForms.of("").full()).isEmpty();
        assertThat(WrittenForms.of("🙂").full()).isEmpty();
        assertThat(WrittenForms.of("四川").bare()).containsExactly("四川");
        assertThat(WrittenForms.of("公司").bare()).containsExactly("公司");
        assertThat(NameForms.of("TCL科技").pinyin()).contains("tclkeji");
    }
}
