package org.kaiyuan.ui.services;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.services.Choice;
import org.kaiyuan.services.Comparison;
import org.kaiyuan.services.Condition;
import org.kaiyuan.services.FieldKind;
import org.kaiyuan.services.FormAnswers;
import org.kaiyuan.services.FormDefinition;
import org.kaiyuan.services.FormField;
import org.kaiyuan.services.FormSection;
import org.kaiyuan.ui.ViewTest;
import org.kaiyuan.ui.kit.DayField;

class FormPaneTest extends ViewTest {
    @Test
    void what_is_typed_into_each_kind_of_field_is_an_answer() {
        var pane =
                shown(
                        field("text", FieldKind.TEXT),
                        field("long", FieldKind.LONG_TEXT),
                        field("people", FieldKind.NUMBER),
                        field("money", FieldKind.MONEY),
                        field("day", FieldKind.DATE),
                        choice("choice", FieldKind.CHOICE),
                        choice("choices", FieldKind.CHOICES),
                        field("yes", FieldKind.YES_NO),
                        field("address", FieldKind.ADDRESS),
                        field("enterprise", FieldKind.ENTERPRISE));

        assertThat(in(pane, "text", TextField.class).getValueChangeMode())
                .as("what is typed is kept before the field is left")
                .isEqualTo(ValueChangeMode.LAZY);
        in(pane, "text", TextField.class).setValue("甲");
        in(pane, "long", TextArea.class).setValue("乙");
        in(pane, "people", BigDecimalField.class).setValue(new BigDecimal("1E+2"));
        in(pane, "money", BigDecimalField.class).setValue(new BigDecimal("12.50"));
        in(pane, "day", DayField.class).setValue(LocalDate.of(2026, 11, 30));
        RadioButtonGroup<String> one = cast(pane.field("choice"));
        one.setValue("b");
        CheckboxGroup<String> several = cast(pane.field("choices"));
        several.setValue(Set.of("b", "a"));
        RadioButtonGroup<String> yes = cast(pane.field("yes"));
        yes.setValue("no");
        var address = (FormPairInput) pane.input("address");
        address.division.setValue("510603");
        address.rest.setValue("长江路 1 号");
        var enterprise = (FormPairInput) pane.input("enterprise");
        enterprise.rest.setValue("德阳某公司");

        assertThat(pane.answers().values())
                .containsEntry("text", List.of("甲"))
                .containsEntry("long", List.of("乙"))
                .containsEntry("people", List.of("100"))
                .containsEntry("money", List.of("12.50"))
                .containsEntry("day", List.of("2026-11-30"))
                .containsEntry("choice", List.of("b"))
                .containsEntry("choices", List.of("a", "b"))
                .containsEntry("yes", List.of("no"))
                .containsEntry("address", List.of("510603", "长江路 1 号"))
                .containsEntry("enterprise", List.of("", "德阳某公司"));
    }

    @Test
    void what_is_shown_is_what_is_answered() {
        var answers =
                new FormAnswers(
                        Map.of(
                                "money", List.of("12.5"),
                                "day", List.of("2026-11-30"),
                                "choice", List.of("a"),
                                "address", List.of("510600", "长江路")),
                        Map.of("table", List.of(Map.of("name", "张三", "share", "60"))));
        var pane =
                shown(
                        field("money", FieldKind.MONEY),
                        field("day", FieldKind.DATE),
                        choice("choice", FieldKind.CHOICE),
                        field("address", FieldKind.ADDRESS),
                        table(false));

        pane.show(answers);

        assertThat(pane.answers()).isEqualTo(answers);
    }

    @Test
    void a_choice_that_is_no_longer_offered_and_a_day_that_is_none_are_left_empty() {
        var pane = shown(choice("choice", FieldKind.CHOICE), field("day", FieldKind.DATE));

        pane.show(
                new FormAnswers(
                        Map.of("choice", List.of("gone"), "day", List.of("someday")), Map.of()));

        assertThat(pane.answers()).isEqualTo(FormAnswers.NONE);
    }

    @Test
    void conditions_show_and_hide_while_one_fills_in_and_what_was_typed_is_kept() {
        var pane =
                shown(
                        choice("choice", FieldKind.CHOICE),
                        with("more", new Condition("choice", Comparison.IS, List.of("b"))));
        RadioButtonGroup<String> choice = cast(pane.field("choice"));

        assertThat(pane.field("more").isVisible()).isFalse();
        choice.setValue("b");
        assertThat(pane.field("more").isVisible()).isTrue();
        in(pane, "more", TextField.class).setValue("为什么");
        choice.setValue("a");
        assertThat(pane.field("more").isVisible()).isFalse();
        choice.setValue("b");
        assertThat(in(pane, "more", TextField.class).getValue()).isEqualTo("为什么");
    }

    @Test
    void a_section_of_which_nothing_is_asked_for_is_not_shown() {
        var pane =
                new FormPane(
                        new FormDefinition(
                                List.of(
                                        new FormSection(
                                                "一",
                                                null,
                                                List.of(choice("choice", FieldKind.CHOICE))),
                                        new FormSection(
                                                "二",
                                                null,
                                                List.of(
                                                        with(
                                                                "more",
                                                                new Condition(
                                                                        "choice",
                                                                        Comparison.IS,
                                                                        List.of("b"))))))),
                        FormPane.Files.NONE);
        UI.getCurrent().add(pane);

        assertThat(pane.getChildren().map(Component::isVisible)).containsExactly(true, false);
    }

    @Test
    void rows_of_a_table_are_added_and_taken_away_and_empty_ones_are_none() {
        var pane = shown(table(true));
        var table = (FormTableInput) pane.input("table");

        assertThat(pane.answers().tables()).isEmpty();
        ((TextField) table.cell(0, "name")).setValue("张三");
        test(table.more).click();
        test(table.more).click();
        ((TextField) table.cell(2, "name")).setValue("李四");

        assertThat(pane.answers().tables().get("table"))
                .containsExactly(Map.of("name", "张三"), Map.of("name", "李四"));
        assertThat(table.more.isEnabled()).isFalse();
    }

    @Test
    void faults_are_said_at_their_fields_and_cells_and_are_gone_after_the_next_look() {
        var pane = shown(field("text", FieldKind.TEXT), table(true));
        var table = (FormTableInput) pane.input("table");
        test(table.more).click();
        ((TextField) table.cell(1, "name")).setValue("李四");

        pane.mark(
                List.of(
                        new FieldFault("answers.text", "services.rule.required", List.of()),
                        new FieldFault(
                                "answers.table[0].share", "services.rule.required", List.of()),
                        new FieldFault("materials[0]", "services.rule.required", List.of())));

        assertThat(in(pane, "text", TextField.class).isInvalid()).isTrue();
        assertThat(((BigDecimalField) table.cell(1, "share")).isInvalid()).isTrue();
        assertThat(((BigDecimalField) table.cell(0, "share")).isInvalid()).isFalse();
        pane.mark(List.of());
        assertThat(in(pane, "text", TextField.class).isInvalid()).isFalse();
        assertThat(((BigDecimalField) table.cell(1, "share")).isInvalid()).isFalse();
    }

    @Test
    void read_only_is_text_of_what_was_asked_for() {
        var pane =
                shown(
                        choice("choice", FieldKind.CHOICE),
                        field("money", FieldKind.MONEY),
                        with("more", new Condition("choice", Comparison.IS, List.of("b"))),
                        table(false));
        pane.show(
                new FormAnswers(
                        Map.of(
                                "choice",
                                List.of("a"),
                                "money",
                                List.of("1234567"),
                                "more",
                                List.of("旧的")),
                        Map.of("table", List.of(Map.of("name", "张三", "share", "60")))));

        pane.readOnly(true);

        assertThat(pane.getElement().getTextRecursively())
                .contains("甲类", "1,234,567 元", "张三", "60 %")
                .doesNotContain("旧的");
        pane.readOnly(false);
        assertThat(pane.answers().one("more")).isEqualTo("旧的");
    }

    @Test
    void labels_are_english_where_there_are_any() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        var pane = shown(choice("choice", FieldKind.CHOICE));

        RadioButtonGroup<String> choice = cast(pane.field("choice"));
        assertThat(choice.getLabel()).isEqualTo("Class");
        assertThat(choice.getItemLabelGenerator().apply("a")).isEqualTo("Class A");
        assertThat(choice.getItemLabelGenerator().apply("b")).isEqualTo("乙类");
    }

    @Test
    void whoever_listens_hears_of_what_a_person_changes_and_not_of_what_is_shown() {
        var pane = shown(field("text", FieldKind.TEXT));
        var heard = new ArrayList<String>();
        var listening = pane.onChange(() -> heard.add("changed"));

        pane.show(new FormAnswers(Map.of("text", List.of("先")), Map.of()));
        assertThat(heard).isEmpty();
        in(pane, "text", TextField.class).setValue("后");
        assertThat(heard).hasSize(1);
        listening.remove();
        in(pane, "text", TextField.class).setValue("再");
        assertThat(heard).hasSize(1);
    }

    @Test
    void an_enterprise_is_found_by_name_and_brings_its_code() {
        var pane = shown(field("enterprise", FieldKind.ENTERPRISE));
        var input = (FormPairInput) pane.input("enterprise");
        assertThat(input.finder.isVisible()).isFalse();

        pane.findEnterprises(
                typed -> List.of(new FormPane.NamedEnterprise("德阳某公司", "91510600000000000X")));
        input.finder.setValue(new FormPane.NamedEnterprise("德阳某公司", "91510600000000000X"));

        assertThat(pane.answers().values().get("enterprise"))
                .containsExactly("91510600000000000X", "德阳某公司");
    }

    @Test
    void more_choices_than_can_be_seen_at_once_are_found_by_typing() {
        var choices = new ArrayList<Choice>();
        for (int i = 0; i < 7; i++) {
            choices.add(new Choice("v" + i, "第" + i, null));
        }
        var pane =
                shown(
                        new FormField(
                                "many",
                                FieldKind.CHOICE,
                                "多",
                                null,
                                null,
                                false,
                                null,
                                choices,
                                null,
                                null,
                                null,
                                List.of(),
                                null,
                                List.of()));

        assertThat(pane.field("many")).isInstanceOf(ComboBox.class);
    }

    private static FormPane shown(FormField... fields) {
        var form = new FormDefinition(List.of(new FormSection("一", null, List.of(fields))));
        var pane = new FormPane(form, FormPane.Files.NONE);
        UI.getCurrent().add(pane);
        return pane;
    }

    private static FormField field(String key, FieldKind kind) {
        return FormField.of(key, kind, key, false);
    }

    private static FormField with(String key, Condition... when) {
        return new FormField(
                key,
                FieldKind.TEXT,
                key,
                null,
                null,
                false,
                null,
                List.of(),
                null,
                null,
                null,
                List.of(),
                null,
                List.of(when));
    }

    private static FormField choice(String key, FieldKind kind) {
        return new FormField(
                key,
                kind,
                "类别",
                "Class",
                null,
                false,
                null,
                List.of(new Choice("a", "甲类", "Class A"), new Choice("b", "乙类", null)),
                null,
                null,
                null,
                List.of(),
                null,
                List.of());
    }

    private static FormField table(boolean required) {
        var share =
                new FormField(
                        "share",
                        FieldKind.NUMBER,
                        "比例",
                        null,
                        null,
                        false,
                        "%",
                        List.of(),
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        List.of());
        return new FormField(
                "table",
                FieldKind.TABLE,
                "股东",
                null,
                null,
                required,
                null,
                List.of(),
                null,
                new BigDecimal(3),
                null,
                List.of(FormField.of("name", FieldKind.TEXT, "姓名", true), share),
                null,
                List.of());
    }

    private static <T extends Component> T in(FormPane pane, String key, Class<T> type) {
        return type.cast(pane.field(key));
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Component component) {
        return (T) component;
    }
}
