package org.kaiyuan.enterprises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.imports.ImportColumnsRefused;
import org.kaiyuan.platform.imports.ImportJob;
import org.kaiyuan.platform.transfer.TabularFormat;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Contacts, qualifications, yearly figures and tags that come with a file. */
@KaiyuanTest
@ActAsZone("deyang")
class EnterpriseImportPartsTest {
    private static final String CODE = "91510703205451059P";
    private static final String FILE =
            """
            企业名称,统一社会信用代码,联系人,职务,联系电话,邮箱,资质,高新技术企业证书编号,高企有效期至,2024年营业收入(万元),2023年税收,用工2024,2024年用地面积(亩),标签
            甲公司,91510703205451059P,张三,总经理,13812345678,zhang@example.com,高新技术企业;专精特新,GR202451000123,2027-11-05,"1,234.5",-12,120,30,重点;外资
            """;

    @Autowired EnterpriseImport imports;
    @Autowired ImportUndo undo;
    @Autowired DuplicateDecision duplicates;
    @Autowired ImportDirectory directory;
    @Autowired EnterpriseDirectory enterprises;
    @Autowired EnterpriseRegistration registration;
    @Autowired EnterpriseExport export;
    @Autowired EnterpriseSearch search;
    @Autowired ContactUnmasking unmasking;
    @Autowired JdbcTemplate jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Zones zones;
    @Autowired TestServers servers;

    @BeforeEach
    void an_empty_directory() throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("alter table audit.change disable trigger never_emptied");
            sql.execute(
                    "truncate enterprises.enterprise, enterprises.batch_touch, enterprises.import_job,"
                            + " enterprises.import_mapping, audit.change, notices.notice cascade");
            sql.execute("alter table audit.change enable trigger never_emptied");
        }
    }

    @Test
    void a_file_brings_contact_qualifications_figures_and_tags() {
        assertThat(imported(FILE, ExistingChoice.FILL_GAPS).added()).isEqualTo(1);

        var profile = named("甲公司");
        assertThat(profile.contacts())
                .extracting(ContactLine::name, ContactLine::position, ContactLine::phone)
                .containsExactly(tuple("张三", "总经理", "138****5678"));
        assertThat(rows("select phone, email from enterprises.contact"))
                .containsExactly(Map.of("phone", "13812345678", "email", "zhang@example.com"));
        assertThat(profile.qualifications())
                .extracting(
                        QualificationLine::kindCode,
                        QualificationLine::number,
                        QualificationLine::validUntil)
                .containsExactlyInAnyOrder(
                        tuple("HIGH_TECH", "GR202451000123", LocalDate.of(2027, 11, 5)),
                        tuple("SPECIALISED_SME", null, null));
        assertThat(profile.figures()).extracting(YearlyFigures::year).containsExactly(2024, 2023);
        var year = profile.figures().getFirst();
        assertThat(year.revenueYuan()).isEqualByComparingTo("12345000");
        assertThat(year.employees()).isEqualTo(120);
        assertThat(year.landAreaM2()).isEqualByComparingTo("20000");
        assertThat(year.source()).isEqualTo("导入");
        assertThat(profile.figures().getLast().taxYuan()).isEqualByComparingTo("-120000");
        assertThat(profile.tags()).containsExactlyInAnyOrder("重点", "外资");
    }

    @Test
    void what_came_with_the_file_is_found() {
        imported("名称,资质,标签\n资质可检索公司,单项冠军,检索用独特标签\n", ExistingChoice.FILL_GAPS);

        await().pollInSameThread()
                .atMost(Duration.ofSeconds(40))
                .until(() -> search.search("检索用独特标签", EnterpriseFilter.ALL, 5).total() == 1);
    }

    @ParameterizedTest
    @EnumSource(ExistingChoice.class)
    void the_same_file_again_changes_nothing(ExistingChoice choice) {
        imported(FILE + "乙公司,,,,028-1234567,,瞪羚,,,,,,,\n", choice);
        var before = state();

        var again = imported(FILE + "乙公司,,,,028-1234567,,瞪羚,,,,,,,\n", choice);

        assertThat(List.of(again.added(), again.changed(), again.unchanged(), again.undecided()))
                .containsExactly(0L, 0L, 2L, 0L);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void what_is_there_is_skipped_filled_or_overwritten_as_chosen_and_history_tells_it_masked() {
        imported(
                "企业名称,统一社会信用代码,联系人,联系电话,资质,2024年营业收入(万元),标签\n甲公司,%s,张三,13800000000,高新技术企业,1,老\n"
                        .formatted(CODE),
                ExistingChoice.FILL_GAPS);
        var before = parts();
        assertThat(imported(FILE, ExistingChoice.SKIP).unchanged()).isEqualTo(1);
        assertThat(parts()).isEqualTo(before);

        assertThat(imported(FILE, ExistingChoice.FILL_GAPS).changed()).isEqualTo(1);
        assertThat(rows("select name, position, phone from enterprises.contact"))
                .containsExactly(Map.of("name", "张三", "position", "总经理", "phone", "13800000000"));
        var filled = named("甲公司");
        assertThat(filled.figures().getFirst().revenueYuan()).isEqualByComparingTo("10000");
        assertThat(filled.figures().getFirst().employees()).isEqualTo(120);
        assertThat(filled.qualifications()).hasSize(2);
        assertThat(filled.tags()).containsExactlyInAnyOrder("老", "重点", "外资");

        assertThat(imported(FILE, ExistingChoice.OVERWRITE).changed()).isEqualTo(1);
        assertThat(rows("select phone from enterprises.contact"))
                .containsExactly(Map.of("phone", "13812345678"));
        assertThat(named("甲公司").figures().getFirst().revenueYuan())
                .isEqualByComparingTo("12345000");
        assertThat(enterprises.history(idOf("甲公司"), null, 100))
                .extracting(ChangeEntry::field, ChangeEntry::before, ChangeEntry::after)
                .contains(
                        tuple("figures.2024.revenueYuan", "10000", "12345000"),
                        tuple("tags", "老", "外资、老、重点"))
                .anySatisfy(change ->
                        assertThat(change.toList().getLast())
                                .isEqualTo("张三 · 总经理 · 138****5678 · z***@example.com"));
        assertThat(rows("select after from audit.change where after like '%13812345678%'"))
                .isEmpty();
    }

    @Test
    void another_person_joins_the_contacts_only_where_the_file_goes_first() {
        imported("名称,统一社会信用代码,联系人\n甲公司,%s,张三\n".formatted(CODE), ExistingChoice.FILL_GAPS);
        var other = "名称,统一社会信用代码,联系人,电话\n甲公司,%s,李四,0838-2222222\n".formatted(CODE);

        assertThat(imported(other, ExistingChoice.FILL_GAPS).unchanged()).isEqualTo(1);
        assertThat(imported(other, ExistingChoice.OVERWRITE).changed()).isEqualTo(1);

        assertThat(named("甲公司").contacts())
                .extracting(ContactLine::name)
                .containsExactly("张三", "李四");
    }

    @Test
    void an_older_certificate_is_a_line_of_its_own() throws Exception {
        imported("名称,统一社会信用代码,资质\n甲公司,%s,高企\n".formatted(CODE), ExistingChoice.FILL_GAPS);
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("set app.tenant_id = '" + zone() + "'");
            sql.execute(
                    "update enterprises.qualification set valid_from = '2025-01-01', valid_until = '2028-01-01'");
        }
        var older = "名称,统一社会信用代码,高企证书编号,高企有效期至\n甲公司,%s,GR2019,2022-12-31\n".formatted(CODE);

        assertThat(imported(older, ExistingChoice.OVERWRITE).changed()).isEqualTo(1);
        assertThat(imported(older, ExistingChoice.OVERWRITE).unchanged()).isEqualTo(1);

        assertThat(named("甲公司").qualifications()).hasSize(2);
    }

    @Test
    void bad_cells_are_told_by_row_column_and_reason() throws IOException {
        var done =
                imported(
                        """
                        名称,联系电话,邮箱,资质,高企有效期至,2024年营业收入(万元),2099年税收,用工2024,年度,出口额,规上,产业链位置,入园日期
                        甲公司,打过,不是邮箱,世界五百强;高企;无此,哪天,-5,1,1.5,去年,7,也许,老大,某天
                        乙公司,/,—,无,-,-,,,,,否,未定,
                        """,
                        ExistingChoice.OVERWRITE);

        assertThat(done.added()).isEqualTo(1);
        var out = new ByteArrayOutputStream();
        directory.writeErrors(
                done.id(), Locale.SIMPLIFIED_CHINESE, List.of("a", "b", "c", "d", "e"), out);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .contains("2,联系电话,contact.phone,打过,联系电话不是有效号码")
                .contains("2,邮箱,contact.email,不是邮箱,邮箱格式不正确")
                .contains("2,资质,qualifications,世界五百强、无此,资质不在本系统的资质清单中")
                .contains("2,高企有效期至,qualifications.HIGH_TECH.validUntil,哪天,有效期无法识别")
                .contains("2,2024年营业收入(万元),figures.2024.revenueWan,'-5,不是有效的数值（不能为负；用工应为整数）")
                .contains("2,用工2024,figures.2024.employees,1.5,不是有效的数值（不能为负；用工应为整数）")
                .contains("2,2099年税收,figures.2099.taxWan,1,年度缺失或不正确")
                .contains("2,年度,figures.year,去年,年度缺失或不正确")
                .contains("2,规上,aboveScale,也许,应填“是”或“否”")
                .contains("2,产业链位置,chainPosition,老大,产业链位置无法识别（应为链主、核心配套、一般配套）")
                .contains("2,入园日期,settledOn,某天,日期无法识别，或过早、过晚");
    }

    @ParameterizedTest
    @EnumSource(ExistingChoice.class)
    void an_exported_file_comes_back_and_changes_nothing(ExistingChoice choice) throws IOException {
        registration.register(
                new ProfileDraft("全项公司")
                        .code(CODE)
                        .capital(new java.math.BigDecimal("1234567.89"))
                        .founded(LocalDate.of(2001, 2, 3))
                        .industry("C3841", "装备制造")
                        .division("510603")
                        .parts(
                                List.of(
                                        new ContactLine(null, "张三", "厂长", "13812345678", "a@b.cn"),
                                        new ContactLine(null, "李四", null, null, null)),
                                List.of(
                                        new QualificationLine(
                                                null, "DIGITAL_WORKSHOP", "A1", null, null),
                                        new QualificationLine(
                                                null,
                                                "HIGH_TECH",
                                                null,
                                                LocalDate.of(2024, 1, 1),
                                                LocalDate.of(2027, 1, 1))),
                                List.of(figures(2024), figures(2023)),
                                Set.of("重点", "外资"))
                        .done());
        registration.register(
                new ProfileDraft("无码公司")
                        .parts(
                                List.of(new ContactLine(null, "王五", null, "02812345", null)),
                                List.of(new QualificationLine(null, "GAZELLE", null, null, null)),
                                List.of(figures(2022)),
                                Set.of("甲"))
                        .done());
        registration.register(EnterpriseProfile.named("只有名字公司"));
        var before = state();
        for (var format : TabularFormat.values()) {
            for (var locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
                var done = back(format, locale, choice);

                assertThat(List.of(done.read(), done.added(), done.changed(), done.rejected()))
                        .as(format + " " + locale)
                        .containsExactly(3L, 0L, 0L, 0L);
                assertThat(state()).isEqualTo(before);
            }
        }
    }

    private ImportJob back(TabularFormat format, Locale locale, ExistingChoice choice)
            throws IOException {
        var question = EnterpriseQuestion.ALL;
        var bytes = new ByteArrayOutputStream();
        try (var file = export.export(question, format, locale)) {
            file.sendTo(bytes);
        }
        return run(imports.start("a", new ByteArrayInputStream(bytes.toByteArray()), choice));
    }

    @Test
    void an_undo_puts_the_parts_back_with_history_and_a_new_enterprise_goes_with_all_it_has() {
        imported(
                "名称,统一社会信用代码,联系人,联系电话,资质,高企证书编号,2024年营业收入(万元),标签\n甲公司,%s,张三,13800000000,高企,旧号,1,老\n"
                        .formatted(CODE),
                ExistingChoice.FILL_GAPS);
        var before = parts();
        var done =
                imported(FILE + "新来公司,,赵六,,13900000000,,瞪羚,,,1,,,,新\n", ExistingChoice.OVERWRITE);
        assertThat(done.changed()).isEqualTo(1);
        assertThat(parts()).isNotEqualTo(before);

        undo.undo(done.id());
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> directory.status(done.id()).undoneAt() != null);

        assertThat(parts()).isEqualTo(before);
        assertThat(enterprises.history(idOf("甲公司"), null, 100))
                .extracting(
                        ChangeEntry::act,
                        ChangeEntry::field,
                        ChangeEntry::before,
                        ChangeEntry::after)
                .contains(
                        tuple("importUndone", "figures.2024.revenueYuan", "12345000", "10000"),
                        tuple("importUndone", "figures.2023.taxYuan", "-120000", null),
                        tuple("importUndone", "tags", "外资、老、重点", "老"));
    }

    @Test
    void a_row_that_waited_brings_its_parts_when_it_is_decided() {
        imported("名称,地址\n甲公司,某路\n乙公司,某路\n", ExistingChoice.FILL_GAPS);
        var done =
                imported(
                        "名称,联系人,资质,2024年税收,标签\n甲公司,张三,高企,5,重点\n乙公司,李四,瞪羚,6,重点\n",
                        ExistingChoice.OVERWRITE);
        assertThat(done.undecided()).isEqualTo(2);

        duplicates.decide(done.id(), List.of(2L), DuplicateChoice.SAME_RECORD);
        duplicates.decide(done.id(), List.of(3L), DuplicateChoice.TAKE_AS_NEW);

        assertThat(named("甲公司").figures().getFirst().taxYuan()).isEqualByComparingTo("50000");
        assertThat(rows("select name from enterprises.contact order by name collate \"C\""))
                .containsExactly(Map.of("name", "张三"), Map.of("name", "李四"));
        assertThat(rows("select count(*) as n from enterprises.enterprise"))
                .containsExactly(Map.of("n", 3L));
    }

    @Test
    void columns_are_said_by_the_api_and_what_cannot_be_is_refused() {
        var file = "甲,乙,丙\n某公司,5,GR1\n";
        var done =
                run(
                        imports.start(
                                "a.csv",
                                utf8(file),
                                ExistingChoice.FILL_GAPS,
                                Map.of(
                                        "甲",
                                        "name",
                                        "乙",
                                        "figures.2021.taxYuan",
                                        "丙",
                                        "qualifications.HIGH_TECH.number"),
                                false));
        assertThat(done.added()).isEqualTo(1);
        assertThat(named("某公司").figures().getFirst().taxYuan()).isEqualByComparingTo("5");
        for (var wrong :
                List.of(
                        Map.of("甲", "name", "乙", "figures.taxYuan"),
                        Map.of("甲", "name", "乙", "qualifications.NONE.number"),
                        Map.of(
                                "甲",
                                "name",
                                "乙",
                                "figures.2024.taxYuan",
                                "丙",
                                "figures.2024.taxWan"))) {
            assertThatThrownBy(() ->
                            imports.start("a.csv", utf8(file), ExistingChoice.SKIP, wrong, false))
                    .isInstanceOf(ImportColumnsRefused.class);
        }
    }

    @Test
    void another_zone_sees_nothing() {
        imported("名称,统一社会信用代码\n甲公司,%s\n".formatted(CODE), ExistingChoice.FILL_GAPS);
        imported(FILE, ExistingChoice.OVERWRITE);
        assertThat(rows("select * from enterprises.import_part_before")).isNotEmpty();

        zones.in(
                "luzhou",
                () -> {
                    assertThat(rows("select * from enterprises.import_part_before")).isEmpty();
                    return true;
                });
    }

    private static YearlyFigures figures(int year) {
        return new YearlyFigures(
                year,
                new java.math.BigDecimal("1234567.89"),
                new java.math.BigDecimal("-100"),
                null,
                null,
                null,
                null,
                12,
                null,
                "企业填报",
                LocalDate.of(year, 12, 31));
    }

    private List<Map<String, Object>> rows(String sql) {
        var rows = transaction.execute(t -> jdbc.queryForList(sql));
        return rows == null ? List.of() : rows;
    }

    private List<Object> parts() {
        var parts = new ArrayList<Object>();
        for (var table : List.of("contact", "qualification", "yearly_figures", "enterprise_tag")) {
            parts.add(rows("select t.*::text from enterprises." + table + " t order by t.*::text"));
        }
        return parts;
    }

    private List<Object> state() {
        var state = new ArrayList<>(parts());
        state.add(rows("select * from enterprises.enterprise order by id"));
        state.add(
                rows(
                        "select * from audit.change where subject_kind = 'enterprises.enterprise' order by id"));
        return state;
    }

    private long zone() {
        return org.kaiyuan.platform.tenancy.CurrentTenant.get().value();
    }

    private EnterpriseId idOf(String name) {
        return enterprises
                .find(EnterpriseFilter.ALL, EnterpriseOrder.NAME, null, 100)
                .items()
                .stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private EnterpriseProfile named(String name) {
        return enterprises.details(idOf(name)).profile();
    }

    private static ByteArrayInputStream utf8(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private ImportJob imported(String text, ExistingChoice existing) {
        return run(imports.start("企业.csv", utf8(text), existing));
    }

    private ImportJob run(UUID id) {
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !directory.status(id).state().isUnderWay());
        return directory.status(id);
    }
}
