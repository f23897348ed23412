package org.kaiyuan.delegation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kaiyuan.delegation.BoundaryShare;
import org.kaiyuan.delegation.DelegationMode;
import org.kaiyuan.delegation.Duty;
import org.kaiyuan.delegation.DutyStep;
import org.kaiyuan.delegation.EmpowermentArea;
import org.kaiyuan.delegation.LegalBasis;
import org.kaiyuan.delegation.ListImportDefaults;
import org.kaiyuan.delegation.ListImportField;
import org.kaiyuan.delegation.MatterKind;
import org.kaiyuan.delegation.PowerListKind;

/** Cells as ministries, provinces and cities write them. */
class RowReadingTest {
    private static final ListImportDefaults NONE = ListImportDefaults.NONE;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @ParameterizedTest
    @CsvSource({
        "下放,DIRECT",
        "直接下放,DIRECT",
        "直接审批,DIRECT",
        "委托,ENTRUSTED",
        "委托下放,ENTRUSTED",
        "派出机构审批,BRANCH",
        "派驻,BRANCH",
        "直报,REPORT",
        "服务前移,COUNTER"
    })
    void a_mode_is_known_by_its_words(String written, DelegationMode mode) {
        var said = said(Map.of(ListImportField.MODE, written));

        assertThat(said.mode()).isEqualTo(mode);
        assertThat(said.remarks()).isNull();
    }

    @Test
    void a_mode_in_other_words_is_guessed_and_its_words_are_kept() {
        var said = said(Map.of(ListImportField.MODE, "以委托方式交由园区"));
        assertThat(said.mode()).isEqualTo(DelegationMode.ENTRUSTED);
        assertThat(said.remarks()).isEqualTo("原文方式：以委托方式交由园区");

        var unknown = said(Map.of(ListImportField.MODE, "另行规定"));
        assertThat(unknown.mode()).isEqualTo(DelegationMode.DIRECT);
        assertThat(unknown.remarks()).contains("另行规定");
        assertThat(
                        Objects.requireNonNull(
                                        read(PowerListKind.ENTRUSTMENT, NONE, Map.of()).said())
                                .mode())
                .isEqualTo(DelegationMode.ENTRUSTED);
    }

    @ParameterizedTest
    @CsvSource({
        "行政许可,PERMIT",
        "许可,PERMIT",
        "行政处罚,PENALTY",
        "行政强制,COERCION",
        "行政征收,LEVY",
        "行政给付,BENEFIT",
        "行政检查,INSPECTION",
        "行政确认,CONFIRMATION",
        "行政奖励,REWARD",
        "行政裁决,RULING",
        "其他行政权力,OTHER",
        "公共服务,SERVICE"
    })
    void a_kind_is_known_with_and_without_its_first_word(String written, MatterKind kind) {
        assertThat(read(Map.of(ListImportField.KIND, written)).matter().kind()).isEqualTo(kind);
    }

    @Test
    void a_kind_that_nobody_knows_is_unsorted_and_kept() {
        var row = read(Map.of(ListImportField.KIND, "(类别)"));

        assertThat(row.matter().kind()).isEqualTo(MatterKind.UNSORTED);
        assertThat(Objects.requireNonNull(row.said()).remarks()).isEqualTo("原文类型：(类别)");
        assertThat(read(PowerListKind.SERVICES, NONE, Map.of()).matter().kind())
                .isEqualTo(MatterKind.SERVICE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01",
                "2026-3-1",
                "2026年3月1日",
                "2026年03月01日",
                "2026.3.1",
                "2026/03/01",
                "2026 年 3 月 1 日",
                "2026-03-01 00:00:00",
                "20260301",
                "2026年3月",
                "自2026年3月1日起"
            })
    void a_day_is_read_however_it_is_written(String written) {
        assertThat(said(Map.of(ListImportField.EFFECTIVE_ON, written)).days().effectiveOn())
                .isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"明年", "2026-13-01", "2026年2月30日", "三月一日", "20261301"})
    void what_is_no_day_is_at_fault_with_its_words(String written) {
        var row = read(Map.of(ListImportField.EFFECTIVE_ON, written));

        assertThat(row.said()).isNull();
        assertThat(row.faultKey()).isEqualTo("delegation.import.fault.day");
        assertThat(row.faultValues()).containsExactly(written);
        assertThat(row.matter().name()).as("the matter is read all the same").isEqualTo("某事项");
    }

    @ParameterizedTest
    @ValueSource(strings = {"长期", "长期有效", "/", "—", "无"})
    void a_cell_that_says_nothing_is_empty(String written) {
        var said =
                said(
                        Map.of(
                                ListImportField.EXPIRES_ON, written,
                                ListImportField.MOST_YUAN, written,
                                ListImportField.BATCH, written));

        assertThat(said.days().expiresOn()).isNull();
        assertThat(said.scope().mostYuan()).isNull();
        assertThat(said.particulars().batch()).isNull();
    }

    @Test
    void the_last_day_is_not_before_the_first() {
        var row =
                read(
                        Map.of(
                                ListImportField.EFFECTIVE_ON, "2026-03-01",
                                ListImportField.EXPIRES_ON, "2026-02-28"));

        assertThat(row.faultKey()).isEqualTo("delegation.import.fault.expires");
        assertThat(row.faultValues()).containsExactly("2026-02-28", "2026-03-01");
    }

    @ParameterizedTest
    @CsvSource({
        "川府发〔2020〕22号,川府发〔2020〕22号",
        "川府发[2020]22号,川府发[2020]22号",
        "川府发(2020)22号,川府发(2020)22号",
        "川府发【2020】22号,川府发【2020】22号",
        "川府发〔2020〕 22 号,川府发〔2020〕22号",
        "《关于赋权的决定》（川府发〔2020〕22号）,川府发〔2020〕22号",
        "四川省人民政府令第349号,四川省人民政府令第349号",
        "四川省人民政府令 第 349 号 (2021-12-01施行),四川省人民政府令第349号",
        "关于支持经开区发展的若干意见 (2021-06),关于支持经开区发展的若干意见"
    })
    void the_number_of_a_paper_is_found_in_what_is_said_of_it(String written, String number) {
        assertThat(said(Map.of(ListImportField.DOCUMENT, written)).document().number())
                .isEqualTo(number);
    }

    @Test
    void a_paper_says_who_issued_it_when_and_from_when_it_holds() {
        var document =
                said(Map.of(ListImportField.DOCUMENT, "海南省人民政府决定 琼府〔2021〕5号 (2021-06-29公布)"));
        assertThat(document.document().issuer()).isEqualTo("海南省人民政府");
        assertThat(document.document().decidedOn()).isEqualTo(LocalDate.of(2021, 6, 29));
        assertThat(document.days().effectiveOn())
                .as("thirty days after the decision")
                .isEqualTo(LocalDate.of(2021, 7, 29));

        var inForce = said(Map.of(ListImportField.DOCUMENT, "四川省人民政府令第349号 (2021年12月1日起施行)"));
        assertThat(inForce.days().effectiveOn()).isEqualTo(LocalDate.of(2021, 12, 1));

        var entrusted =
                said(
                        Map.of(
                                ListImportField.DOCUMENT, "琼府〔2021〕5号 (2021-06-29)",
                                ListImportField.MODE, "委托"));
        assertThat(entrusted.days().effectiveOn()).isEqualTo(LocalDate.of(2021, 6, 29));
        assertThat(said(Map.of()).days().effectiveOn()).isEqualTo(TODAY);
    }

    @ParameterizedTest
    @CsvSource({
        "1,1",
        "第1批,1",
        "第12批次,12",
        "一,1",
        "第一批,1",
        "第九批次,9",
        "十,10",
        "第十一批,11",
        "第二十批,20",
        "第二十三批,23"
    })
    void a_batch_is_counted_in_either_script(String written, int number) {
        assertThat(said(Map.of(ListImportField.BATCH, written)).particulars().batch())
                .isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"首批", "0", "100", "第批", "第一二批"})
    void what_is_no_batch_is_at_fault(String written) {
        assertThat(read(Map.of(ListImportField.BATCH, written)).faultKey())
                .isEqualTo("delegation.import.fault.batch");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    500000        | 500000
                    500,000元     | 500000
                    500万元       | 5000000
                    5000万元以下  | 50000000
                    1.5亿元       | 150000000
                    总投资3亿元（含）以下 | 300000000
                    """)
    void an_amount_is_read_in_yuan(String written, String yuan) {
        assertThat(said(Map.of(ListImportField.MOST_YUAN, written)).scope().mostYuan())
                .isEqualByComparingTo(yuan);
    }

    @ParameterizedTest
    @ValueSource(strings = {"很多", "-5", "1000万元至5000万元", "5亿元以下且用地50亩以下"})
    void an_amount_that_may_be_read_in_two_ways_is_not_read(String written) {
        assertThat(read(Map.of(ListImportField.MOST_YUAN, written)).faultKey())
                .isEqualTo("delegation.import.fault.amount");
    }

    @Test
    void duties_are_read_step_by_step_with_what_belongs_to_each() {
        var text =
                """
                1.立案阶段责任：发现违法行为，应予审查，决定是否立案。
                2.调查责任:指定专人负责。
                3、审查责任：审理案件材料。(4)告知责任：告知事实、理由。5.决定责任：作出决定；6.送达责任：七日内送达。7.其他法律法规规定的责任。\
                """;
        var duties =
                Objects.requireNonNull(
                                read(
                                                PowerListKind.DUTIES,
                                                NONE,
                                                Map.of(
                                                        ListImportField.DUTIES,
                                                        text,
                                                        ListImportField.ACCOUNTABILITY,
                                                        "不履行的追责"))
                                        .said())
                        .particulars()
                        .duties();

        assertThat(duties).extracting(Duty::step).containsExactly(DutyStep.values());
        assertThat(duties).extracting(Duty::accountability).containsOnly("不履行的追责");
        assertThat(duties.getFirst().responsibility()).isEqualTo("发现违法行为，应予审查，决定是否立案。");
        assertThat(duties.get(2).responsibility()).isEqualTo("审理案件材料。");
        assertThat(duties.getLast().responsibility()).startsWith("七日内送达。").contains("其他法律法规");
    }

    @Test
    void what_stands_before_the_first_step_is_kept_with_it() {
        var said =
                Objects.requireNonNull(
                        read(
                                        PowerListKind.DUTIES,
                                        NONE,
                                        Map.of(ListImportField.DUTIES, "依法行使职权。\n1.立案责任：甲"))
                                .said());

        assertThat(said.particulars().duties())
                .extracting(Duty::responsibility)
                .containsExactly("依法行使职权。\n甲");
    }

    @Test
    void duties_without_steps_are_kept_as_a_remark() {
        var said =
                Objects.requireNonNull(
                        read(PowerListKind.DUTIES, NONE, Map.of(ListImportField.DUTIES, "依法履行职责。"))
                                .said());

        assertThat(said.particulars().duties()).isEmpty();
        assertThat(said.remarks()).isEqualTo("依法履行职责。");
        assertThat(said(Map.of(ListImportField.DUTIES, "1.立案责任：甲")).particulars().duties())
                .as("only lists of duties have them")
                .isEmpty();
    }

    @Test
    void legal_bases_are_split_where_one_ends() {
        assertThat(bases("《甲法》第一条、《乙条例》（国务院令第1号）第二条第三款；《丙办法》"))
                .extracting(LegalBasis::title, LegalBasis::article)
                .containsExactly(
                        tuple("《甲法》", "第一条"),
                        tuple("《乙条例》（国务院令第1号）", "第二条第三款"),
                        tuple("《丙办法》", null));
        assertThat(bases("1.《甲法》第一条。\n2.《乙法》第二条。"))
                .extracting(LegalBasis::title, LegalBasis::article)
                .containsExactly(tuple("《甲法》", "第一条"), tuple("《乙法》", "第二条"));
        assertThat(bases("省政府文件")).extracting(LegalBasis::title).containsExactly("省政府文件");
        assertThat(bases("；\n；")).isEmpty();
        assertThat(bases("《法》；".repeat(80))).hasSize(50);
    }

    @Test
    void areas_and_shares_are_known_by_their_words() {
        var area = said(Map.of(ListImportField.AREA, "土地利用"));
        assertThat(area.particulars().area()).isEqualTo(EmpowermentArea.LAND);
        var other = said(Map.of(ListImportField.AREA, "海洋开发"));
        assertThat(other.particulars().area()).isNull();
        assertThat(other.remarks()).isEqualTo("海洋开发");

        var boundaries =
                Objects.requireNonNull(
                        read(
                                        PowerListKind.BOUNDARIES,
                                        NONE,
                                        Map.of(
                                                ListImportField.COMMITTEE, "决定、执行",
                                                ListImportField.LOCAL_GOVERNMENT, "会商",
                                                ListImportField.OPERATING_COMPANY, "看情况"))
                                .said());
        assertThat(boundaries.particulars().shares())
                .extracting(BoundaryShare::party, BoundaryShare::part)
                .containsExactly(
                        tuple(BoundaryShare.Party.COMMITTEE, BoundaryShare.Part.DECIDES),
                        tuple(BoundaryShare.Party.COMMITTEE, BoundaryShare.Part.CARRIES_OUT),
                        tuple(BoundaryShare.Party.LOCAL_GOVERNMENT, BoundaryShare.Part.CONSULTED));
        assertThat(boundaries.remarks()).isEqualTo("看情况");
    }

    @Test
    void where_the_file_is_silent_what_somebody_said_counts() {
        var defaults =
                new ListImportDefaults(
                        "市发改委",
                        null,
                        DelegationMode.BRANCH,
                        LocalDate.of(2026, 5, 1),
                        "德府发〔2026〕9号",
                        LocalDate.of(2026, 4, 1),
                        null);
        var said =
                Objects.requireNonNull(
                        read(
                                        PowerListKind.EMPOWERMENT,
                                        defaults,
                                        Map.of(ListImportField.RECEIVING_BODY, "园区"))
                                .said());

        assertThat(said.originalAuthority()).isEqualTo("市发改委");
        assertThat(said.receivingBody()).isEqualTo("园区");
        assertThat(said.mode()).isEqualTo(DelegationMode.BRANCH);
        assertThat(said.days().effectiveOn()).isEqualTo(LocalDate.of(2026, 5, 1));
        assertThat(said.document().number()).isEqualTo("德府发〔2026〕9号");
        assertThat(said.document().decidedOn()).isEqualTo(LocalDate.of(2026, 4, 1));
    }

    @Test
    void a_row_without_a_name_or_without_any_body_is_at_fault() {
        assertThat(read(Map.of(ListImportField.NAME, " ")).faultKey())
                .isEqualTo("delegation.import.fault.noName");
        assertThat(
                        RowReading.read(
                                        PowerListKind.EMPOWERMENT,
                                        List.of(ListImportField.NAME),
                                        List.of("某事项"),
                                        NONE,
                                        TODAY)
                                .faultKey())
                .isEqualTo("delegation.import.fault.noBody");
    }

    private static List<LegalBasis> bases(String written) {
        return read(Map.of(ListImportField.BASIS, written)).matter().bases();
    }

    private static RowReading.Said said(Map<ListImportField, String> cells) {
        return Objects.requireNonNull(read(cells).said());
    }

    private static RowReading.Row read(Map<ListImportField, String> cells) {
        return read(PowerListKind.EMPOWERMENT, NONE, cells);
    }

    /** With a name and an authority, where the cells do not say others. */
    private static RowReading.Row read(
            PowerListKind kind, ListImportDefaults defaults, Map<ListImportField, String> cells) {
        var all = new EnumMap<ListImportField, String>(ListImportField.class);
        all.put(ListImportField.NAME, "某事项");
        all.put(ListImportField.ORIGINAL_AUTHORITY, "市发展和改革委员会");
        all.putAll(cells);
        if (defaults.originalAuthority() != null) {
            all.remove(ListImportField.ORIGINAL_AUTHORITY);
        }
        return RowReading.read(
                kind,
                new ArrayList<@Nullable ListImportField>(all.keySet()),
                new ArrayList<>(all.values()),
                defaults,
                TODAY);
    }
}
