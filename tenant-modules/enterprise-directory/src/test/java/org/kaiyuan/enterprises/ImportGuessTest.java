package org.kaiyuan.enterprises;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kaiyuan.platform.imports.ColumnMapping;

class ImportGuessTest {
    private static final QualificationWords WORDS =
            new QualificationWords(
                    List.of(
                            new QualificationKind("HIGH_TECH", "高新技术企业"),
                            new QualificationKind("SPECIALISED_SME", "专精特新中小企业"),
                            new QualificationKind("DIGITAL_WORKSHOP", "数字化车间/智能工厂")));

    @ParameterizedTest
    @CsvSource({
        "2024年营业收入(万元),figures.2024.revenueWan",
        "2024年度营业收入（单位：元）,figures.2024.revenueYuan",
        "营业收入2023,figures.2023.revenueWan",
        "2023年税收,figures.2023.taxWan",
        "纳税总额_2022（万元）,figures.2022.taxWan",
        "用工2024,figures.2024.employees",
        "24年从业人数（人）,figures.2024.employees",
        "2024年用地面积(亩),figures.2024.landAreaMu",
        "2024年用地面积（㎡）,figures.2024.landAreaM2",
        "2024年综合能耗(吨标准煤),figures.2024.energyTce",
        "2024年R&D经费（万元）,figures.2024.rdWan",
        "2024年固定资产投资（万元）,figures.2024.fixedAssetInvestmentWan",
        "2024年出口额,figures.2024.exportWan",
        "最近年度,figures.year",
        "高新技术企业证书编号,qualifications.HIGH_TECH.number",
        "高企有效期至,qualifications.HIGH_TECH.validUntil",
        "省级专精特新有效期,qualifications.SPECIALISED_SME.validUntil",
        "资质,qualifications",
        "联系人,contact.name",
        "联系电话(脱敏),contact.phone",
        "Phone (masked),contact.phone",
        "电子邮箱,contact.email",
        "标签,tags"
    })
    void a_heading_tells_what_year_and_unit_it_is_of(String heading, String target) {
        assertThat(ImportGuess.of(heading, false, WORDS))
                .extracting(ImportTarget::apiName)
                .isEqualTo(target);
    }

    /** A wrong guess would be wrong by 10,000: what is not certain is left to the person. */
    @ParameterizedTest
    @CsvSource({
        "2024年出口额（万美元）",
        "2024年营业收入（亿元）",
        "2022-2024年营业收入",
        "营业收入(万元)",
        "2024年用地面积（公顷）",
        "2024年备注",
        "证书编号"
    })
    void what_is_not_certain_is_not_guessed(String heading) {
        assertThat(ImportGuess.of(heading, false, WORDS)).isNull();
    }

    @Test
    void figures_without_a_year_are_of_the_year_that_another_column_names() {
        assertThat(
                        ColumnMapping.guessed(
                                        ImportColumns.WORDS,
                                        ImportColumns.guess(
                                                List.of(
                                                        "名称",
                                                        "最近年度",
                                                        "营业收入(万元)",
                                                        "用工(人)",
                                                        "Revenue (10,000 yuan)"),
                                                WORDS))
                                .names())
                .containsExactly(
                        "name", "figures.year", "figures.revenueWan", "figures.employees", "");
    }

    @Test
    void a_cell_names_several_qualifications_however_they_are_parted() {
        for (var cell :
                List.of(
                        "高新技术企业;专精特新",
                        "国家级高新技术企业、省级专精特新中小企业",
                        "高企/专精特新",
                        "HIGH_TECH，SPECIALISED_SME")) {
            assertThat(WORDS.words(cell))
                    .extracting(WORDS::code)
                    .containsExactly("HIGH_TECH", "SPECIALISED_SME");
        }
        assertThat(WORDS.words("数字化车间/智能工厂"))
                .extracting(WORDS::code)
                .containsExactly("DIGITAL_WORKSHOP");
        assertThat(WORDS.code("世界五百强")).isNull();
    }

    @Test
    void what_the_api_calls_a_target_is_read_back() {
        for (var name :
                List.of(
                        "figures.2024.revenueWan",
                        "figures.employees",
                        "qualifications.HIGH_TECH.number",
                        "contact.phone",
                        "name")) {
            assertThat(ImportTarget.named(name).orElseThrow().apiName()).isEqualTo(name);
        }
        for (var name :
                List.of(
                        "figures.24.revenueWan",
                        "figures.2024.name",
                        "revenueWan",
                        "number",
                        "figures",
                        "",
                        "a.b.c.d",
                        "qualifications.number")) {
            assertThat(ImportTarget.named(name)).as(name).isEmpty();
        }
    }
}
