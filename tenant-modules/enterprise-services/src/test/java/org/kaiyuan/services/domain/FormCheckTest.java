package org.kaiyuan.services.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.services.Comparison;
import org.kaiyuan.services.Condition;
import org.kaiyuan.services.FieldKind;
import org.kaiyuan.services.FormAnswers;
import org.kaiyuan.services.FormDefinition;
import org.kaiyuan.services.FormField;
import org.kaiyuan.services.FormSection;
import org.kaiyuan.services.SaidServices;

class FormCheckTest {
    private static final FormField NAME = FormField.of("name", FieldKind.TEXT, "名称", true);

    private static FormDefinition form(FormField... fields) {
        return new FormDefinition(List.of(new FormSection("一", null, List.of(fields))));
    }

    private static FormAnswers said(String key, String... values) {
        return new FormAnswers(Map.of(key, List.of(values)), Map.of());
    }

    private static ListAssert<org.assertj.core.groups.Tuple> assertFaults(List<FieldFault> faults) {
        return assertThat(
                faults.stream().map(one -> tuple(one.field(), one.messageKey())).toList());
    }

    private static org.assertj.core.groups.Tuple fault(String field, String rule) {
        return tuple("answers." + field, "services.form." + rule);
    }

    @Test
    void what_is_required_is_missing_also_when_only_blanks_were_typed() {
        assertFaults(FormCheck.faults(form(NAME), FormAnswers.NONE))
                .containsExactly(fault("name", "required"));
        assertFaults(FormCheck.faults(form(NAME), said("name", " \n ")))
                .containsExactly(fault("name", "required"));
        assertThat(FormCheck.faults(form(NAME), said("name", "甲"))).isEmpty();
        assertThat(FormCheck.faultsOfDraft(form(NAME), FormAnswers.NONE)).isEmpty();
    }

    @Test
    void what_the_form_does_not_have_is_refused() {
        var table =
                new FormAnswers(
                        Map.of("name", List.of("甲")), Map.of("name", List.of(Map.of("a", "b"))));
        assertFaults(FormCheck.faults(form(NAME), table)).containsExactly(fault("name", "unknown"));
        var other =
                new FormAnswers(Map.of("name", List.of("甲"), "admin", List.of("yes")), Map.of());
        assertFaults(FormCheck.faults(form(NAME), other))
                .containsExactly(fault("admin", "unknown"));
    }

    @ParameterizedTest
    @CsvSource({
        "NUMBER, 12.5, ", "NUMBER, 1e9, number", "NUMBER, 1.1234567, number", "NUMBER, 12人, number",
                "NUMBER, NaN, number",
        "MONEY, 1.234, money", "MONEY, -0.5, ", "DATE, 2026-02-29, date", "DATE, 2028-02-29, ",
                "DATE, 0001-01-01, date",
        "YES_NO, yes, ", "YES_NO, true, yesNo", "FILE, 019a0f5e-7a30-7c41-8f2a-2f1d7c3b9e90, ",
                "FILE, ../etc/passwd, file"
    })
    void a_value_is_of_its_kind(FieldKind kind, String value, String rule) {
        var faults = FormCheck.faults(form(FormField.of("x", kind, "x", false)), said("x", value));
        if (rule == null) {
            assertThat(faults).isEmpty();
        } else {
            assertFaults(faults).containsExactly(fault("x", rule));
        }
    }

    @Test
    void numbers_and_texts_keep_within_their_bounds() {
        var number =
                new FormField(
                        "n",
                        FieldKind.NUMBER,
                        "n",
                        null,
                        null,
                        false,
                        "人",
                        List.of(),
                        BigDecimal.ONE,
                        BigDecimal.TEN,
                        null,
                        List.of(),
                        null,
                        List.of());
        assertFaults(FormCheck.faults(form(number), said("n", "0.99")))
                .containsExactly(fault("n", "least"));
        assertFaults(FormCheck.faults(form(number), said("n", "10.01")))
                .containsExactly(fault("n", "most"));
        assertThat(FormCheck.faults(form(number), said("n", "10.00"))).isEmpty();
        assertFaults(FormCheck.faults(form(number), said("n", "1", "2")))
                .containsExactly(fault("n", "one"));
        var text =
                new FormField(
                        "t",
                        FieldKind.TEXT,
                        "t",
                        null,
                        null,
                        false,
                        null,
                        List.of(),
                        null,
                        null,
                        3,
                        List.of(),
                        null,
                        List.of());
        assertFaults(FormCheck.faults(form(text), said("t", "四个字了")))
                .containsExactly(fault("t", "longest"));
        assertThat(FormCheck.faults(form(text), said("t", "𠀀𠀁𠀂")))
                .as("characters, not halves of them")
                .isEmpty();
        assertFaults(FormCheck.faults(form(text), said("t", "a\0")))
                .containsExactly(fault("t", "text"));
    }

    @Test
    void choices_are_those_of_the_list_and_each_once() {
        var one = SaidServices.choice("c", "a", "b");
        assertFaults(FormCheck.faults(form(one), said("c", "z")))
                .containsExactly(fault("c", "choice"));
        assertFaults(FormCheck.faults(form(one), said("c", "a", "b")))
                .containsExactly(fault("c", "one"));
        var several =
                new FormField(
                        "c",
                        FieldKind.CHOICES,
                        "c",
                        null,
                        null,
                        false,
                        null,
                        one.choices(),
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        List.of());
        assertThat(FormCheck.faults(form(several), said("c", "a", "b"))).isEmpty();
        assertFaults(FormCheck.faults(form(several), said("c", "a", "a")))
                .containsExactly(fault("c", "twice"));
    }

    @Test
    void an_address_has_a_division_and_an_enterprise_a_code() {
        var address = FormField.of("a", FieldKind.ADDRESS, "a", true);
        assertThat(FormCheck.faults(form(address), said("a", "510603", "泰山南路1号"))).isEmpty();
        assertFaults(FormCheck.faults(form(address), said("a", "999999", "泰山南路")))
                .containsExactly(fault("a", "division"));
        assertFaults(FormCheck.faults(form(address), said("a", "510603")))
                .containsExactly(fault("a", "address"));
        assertFaults(FormCheck.faults(form(address), said("a", "", "泰山南路")))
                .containsExactly(fault("a", "division"));
        assertThat(FormCheck.faultsOfDraft(form(address), said("a", "", "泰山南路"))).isEmpty();
        var enterprise = FormField.of("e", FieldKind.ENTERPRISE, "e", false);
        assertThat(FormCheck.faults(form(enterprise), said("e", "91350100M000100Y43", "甲公司")))
                .isEmpty();
        assertFaults(FormCheck.faults(form(enterprise), said("e", "91350100M000100Y44", "甲公司")))
                .containsExactly(fault("e", "creditCode"));
        assertFaults(FormCheck.faults(form(enterprise), said("e", "91350100M000100Y43", " ")))
                .containsExactly(fault("e", "enterprise"));
    }

    @Test
    void a_table_names_row_and_column_of_what_is_wrong() {
        var table =
                new FormField(
                        "t",
                        FieldKind.TABLE,
                        "t",
                        null,
                        null,
                        true,
                        null,
                        List.of(),
                        new BigDecimal(2),
                        new BigDecimal(3),
                        null,
                        List.of(NAME, FormField.of("n", FieldKind.NUMBER, "n", false)),
                        null,
                        List.of());
        assertFaults(FormCheck.faults(form(table), FormAnswers.NONE))
                .containsExactly(fault("t", "required"));
        assertFaults(FormCheck.faults(form(table), rows(Map.of("name", "甲"))))
                .containsExactly(fault("t", "leastRows"));
        assertFaults(
                        FormCheck.faults(
                                form(table),
                                rows(
                                        Map.of("name", "甲"),
                                        Map.of("n", "x"),
                                        Map.of("name", "", "n", " "))))
                .as("an empty row is none")
                .containsExactly(fault("t[1].name", "required"), fault("t[1].n", "number"));
        assertFaults(
                        FormCheck.faults(
                                form(table),
                                rows(Map.of("name", "甲"), Map.of("name", "乙", "z", "1"))))
                .containsExactly(fault("t[1].z", "unknown"));
        assertFaults(
                        FormCheck.faults(
                                form(table),
                                rows(
                                        Map.of("name", "1"),
                                        Map.of("name", "2"),
                                        Map.of("name", "3"),
                                        Map.of("name", "4"))))
                .containsExactly(fault("t", "mostRows"));
    }

    @SafeVarargs
    private static FormAnswers rows(Map<String, String>... rows) {
        return new FormAnswers(Map.of(), Map.of("t", List.of(rows)));
    }

    @Test
    void what_is_hidden_is_neither_asked_for_nor_kept() {
        var form =
                form(
                        FormField.of("loan", FieldKind.YES_NO, "贷款", true),
                        SaidServices.when(
                                FormField.of("bank", FieldKind.NUMBER, "银行", true),
                                new Condition("loan", Comparison.IS, List.of("yes"))));
        assertThat(FormCheck.faults(form, said("loan", "no"))).isEmpty();
        assertFaults(FormCheck.faults(form, said("loan", "yes")))
                .containsExactly(fault("bank", "required"));
        var hidden =
                new FormAnswers(Map.of("loan", List.of(" no "), "bank", List.of("x")), Map.of());
        assertThat(FormCheck.kept(form, hidden).values()).containsOnlyKeys("loan");
        var shown =
                new FormAnswers(Map.of("loan", List.of("yes"), "bank", List.of(" 12 ")), Map.of());
        assertThat(FormCheck.kept(form, shown).one("bank")).isEqualTo("12");
    }
}
