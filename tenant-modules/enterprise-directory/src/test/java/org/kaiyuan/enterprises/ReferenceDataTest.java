package org.kaiyuan.enterprises;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReferenceDataTest {
    @Test
    void the_whole_standard_of_industries_is_there() {
        assertThat(Industries.codes()).hasSize(20 + 97 + 473 + 1381).doesNotHaveDuplicates();
        assertThat(Industries.shown("C3091")).isEqualTo("C3091 石墨及碳素制品制造");
        assertThat(Industries.shown("Z9")).isEqualTo("Z9");
    }

    @Test
    void the_plan_has_six_leading_industries_with_26_sub_industries() {
        assertThat(Industries.leading()).hasSize(6).contains("装备制造产业");
        assertThat(Industries.subIndustries(null)).hasSize(26);
        assertThat(Industries.subIndustries("电子信息产业")).contains("新型显示");
    }

    @Test
    void a_division_is_called_by_its_whole_way_down() {
        assertThat(Divisions.shown("510603")).isEqualTo("四川省德阳市旌阳区");
        assertThat(Divisions.shown("110101")).isEqualTo("北京市东城区");
        assertThat(Divisions.shown("999999")).isEqualTo("999999");
    }
}
