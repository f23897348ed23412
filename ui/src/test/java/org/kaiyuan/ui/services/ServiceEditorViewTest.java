package org.kaiyuan.ui.services;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.services.Comparison;
import org.kaiyuan.services.Condition;
import org.kaiyuan.services.FieldKind;
import org.kaiyuan.services.FormField;
import org.kaiyuan.services.HandlingMode;
import org.kaiyuan.services.LetterKind;
import org.kaiyuan.services.Material;
import org.kaiyuan.services.ServiceCatalogue;
import org.kaiyuan.services.ServiceDefaults;
import org.kaiyuan.services.ServiceId;
import org.kaiyuan.services.ServiceKeeping;
import org.kaiyuan.services.ServiceTrack;
import org.kaiyuan.services.StepKind;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.ui.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Writing a service, without a browser. */
@ActAsZone("editor-of-services")
class ServiceEditorViewTest extends ViewTest {
    private static final int UP = 0;
    private static final int DOWN = 1;
    private static final int EDIT = 2;

    @Autowired ServiceKeeping keeping;
    @Autowired ServiceCatalogue catalogue;
    @Autowired TestServers servers;
    @Autowired JdbcTemplate jdbc;
    @Autowired TransactionTemplate transaction;

    @BeforeEach
    void no_services() throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("truncate services.service cascade");
        }
    }

    @Test
    void what_is_opened_and_saved_again_is_the_same() {
        var note = ServicesOfAZone.complete(ServiceTrack.PARK, "出具园区证明");
        var id = keeping.begin(null, ServiceTrack.PARK, null, note);
        var view = edit(id);

        assertThat(view.isTouched()).isFalse();
        assertThat(view.note()).isEqualTo(note);
    }

    @Test
    void guide_materials_fields_and_procedure_are_kept() {
        var id = begin(ServiceTrack.PARK, "出具园区证明");
        var view = edit(id);
        view.guide().chinese.conditions.setValue("在园区登记注册");
        view.guide().english.title.setValue("Certificate of the park");
        view.guide().modes.setValue(Set.of(HandlingMode.DEFERRAL));
        test(requireNonNull(view.materials().lines.more)).click();
        roundTrip();
        var material = requireNonNull(view.materials().open);
        material.name.setValue("营业执照");
        material.copies.setValue(2);
        material.deferrable.setValue(true);
        test(material.dialog.go).click();
        test(view.form().more).click();
        var section = view.form().sections.getFirst();
        section.title.setValue("申请信息");
        addField(view, section, "类别", FieldKind.CHOICE, "新建", "扩建");
        view.procedure().steps.get(StepKind.REVIEW).team.setValue("审批科");
        assertThat(view.isTouched()).isTrue();

        test(view.save).click();

        var draft = requireNonNull(catalogue.find(id).draft());
        assertThat(draft.guide().conditions()).isEqualTo("在园区登记注册");
        assertThat(requireNonNull(draft.english()).title()).isEqualTo("Certificate of the park");
        assertThat(draft.materials())
                .singleElement()
                .returns("营业执照", Material::name)
                .returns(2, Material::copies)
                .returns(true, Material::deferrable);
        assertThat(draft.form().fields()).singleElement().returns("类别", FormField::label);
        assertThat(draft.form().fields().getFirst().choices()).hasSize(2);
        assertThat(requireNonNull(draft.procedure().of(StepKind.REVIEW)).team()).isEqualTo("审批科");
        assertThat(view.isTouched()).isFalse();
        assertThat(keeping.faults(ServiceTrack.PARK, draft)).isEmpty();
    }

    @Test
    void a_team_is_chosen_from_those_that_people_are_in_and_one_without_people_is_hinted_at() {
        joinTheZone();
        transaction.executeWithoutResult(
                open -> jdbc.update("update access.membership set team = '综合窗口'"));
        var id =
                keeping.begin(
                        null,
                        ServiceTrack.PARK,
                        null,
                        ServicesOfAZone.complete(ServiceTrack.PARK, "出具园区证明"));
        var view = edit(id);
        var team = requireNonNull(view.procedure().steps.get(StepKind.REVIEW)).team;
        assertThat(team.getListDataView().getItems()).containsExactly("综合窗口");

        team.setValue("综合窗口");
        assertThat(team.getHelperText()).isNullOrEmpty();
        team.setValue("还没有人的组");
        assertThat(team.getHelperText()).contains("没有人收到提醒");
        test(view.save).click();

        assertThat(view.getElement().getTextRecursively())
                .contains("内容完整，可以发布。", "现在“还没有人的组”里没有能办件的人");
        var page = navigate(ServiceView.class, Map.of("service", id.toString()));
        roundTrip();
        assertThat(page.hindrances.getElement().getTextRecursively())
                .contains("步骤“审查” 团队：现在“还没有人的组”里没有能办件的人");
        assertThat(page.publish.isEnabled()).isTrue();
    }

    @Test
    void a_condition_is_chosen_from_the_fields_above_and_the_form_beside_follows_it() {
        var id =
                keeping.begin(
                        null,
                        ServiceTrack.PARK,
                        null,
                        ServicesOfAZone.complete(ServiceTrack.PARK, "出具园区证明"));
        var view = edit(id);
        var first = view.form().sections.getFirst();
        test(first.lines.button(1, EDIT)).click();
        roundTrip();
        var dialog = requireNonNull(view.form().open);
        test(dialog.when.more).click();
        var line = dialog.when.line(0);
        line.field.setValue("kind");
        line.is.setValue(Comparison.IS_NOT);
        line.several.setValue(Set.of("a"));
        line.is.setValue(Comparison.IS);
        assertThat(line.several.getListDataView().getItems()).containsExactly("a", "b");
        assertThat(line.several.getValue()).containsExactly("a");
        test(dialog.dialog.go).click();

        assertThat(view.form().form().fields().get(1).when())
                .containsExactly(new Condition("kind", Comparison.IS, List.of("a")));
        var pane = requireNonNull(view.form().pane());
        assertThat(pane.field("area").isVisible()).isFalse();
        @SuppressWarnings("unchecked")
        var kind = (RadioButtonGroup<String>) pane.field("kind");
        kind.setValue("a");
        assertThat(pane.field("area").isVisible()).isTrue();
    }

    @Test
    void fields_are_moved_within_their_section_and_on_into_the_next() {
        var id =
                keeping.begin(
                        null,
                        ServiceTrack.PARK,
                        null,
                        ServicesOfAZone.complete(ServiceTrack.PARK, "出具园区证明"));
        var view = edit(id);
        var first = view.form().sections.getFirst();
        assertThat(first.lines.button(0, UP).isEnabled()).isFalse();

        test(first.lines.button(0, DOWN)).click();
        assertThat(keys(view)).containsExactly("area", "kind", "remark");
        test(first.lines.button(1, DOWN)).click();

        assertThat(view.form().sections.get(1).lines.value())
                .extracting(FormField::key)
                .containsExactly("kind", "remark");
    }

    @Test
    void faults_are_counted_at_their_tabs_and_said_at_their_lines() {
        var note = ServicesOfAZone.complete(ServiceTrack.PARK, "出具园区证明");
        var broken =
                ServicesOfAZone.with(
                        note,
                        List.of(
                                note.materials().getFirst(),
                                new Material(
                                        "m2", "", null, 0, 1, true, false, false, null, List.of(),
                                        List.of())),
                        note.form(),
                        List.of());
        var view = edit(keeping.begin(null, ServiceTrack.PARK, null, broken));

        assertThat(view.handle(ServiceFaultWords.Tab.MATERIALS)).isEqualTo("材料1");
        assertThat(view.handle(ServiceFaultWords.Tab.FORM)).isEqualTo("表单");
        assertThat(view.materials().lines.getElement().getTextRecursively())
                .contains("材料第 2 项 名称：请填写");
    }

    @Test
    void a_field_is_refused_in_its_dialog_until_it_has_a_name_and_choices() {
        var view = edit(begin(ServiceTrack.PARK, "出具园区证明"));
        test(view.form().more).click();
        test(requireNonNull(view.form().sections.getFirst().lines.more)).click();
        roundTrip();
        var dialog = requireNonNull(view.form().open);
        dialog.kind.setValue(FieldKind.CHOICE);

        test(dialog.dialog.go).click();

        assertThat(dialog.label.isInvalid()).isTrue();
        assertThat(dialog.choices.isInvalid()).isTrue();
        assertThat(dialog.dialog.isOpened()).isTrue();
    }

    @Test
    void who_was_slower_sees_that_and_may_save_on_top() {
        var id = begin(ServiceTrack.PARK, "出具园区证明");
        var view = edit(id);
        view.guide().chinese.contact.setValue("0838-1234567");
        keeping.write(
                id,
                ServiceDefaults.note(ServiceTrack.PARK, "别人改的"),
                catalogue.find(id).row().version());

        test(view.save).click();

        assertThat(view.conflict.isVisible()).isTrue();
        assertThat(view.guide().chinese.contact.getValue()).isEqualTo("0838-1234567");
        test(view.save).click();
        assertThat(view.conflict.isVisible()).isFalse();
        assertThat(requireNonNull(catalogue.find(id).draft()).guide().contact())
                .isEqualTo("0838-1234567");
    }

    @Test
    void letters_that_are_missing_are_added_as_they_usually_read() {
        var view = edit(begin(ServiceTrack.PARK, "出具园区证明"));
        while (!view.letters().lines.value().isEmpty()) {
            test(view.letters().lines.button(0, 3)).click();
        }

        test(view.letters().standard).click();

        assertThat(view.letters().lines.value())
                .isEqualTo(ServiceDefaults.letters(ServiceTrack.PARK));
        test(view.letters().lines.button(0, EDIT)).click();
        roundTrip();
        var dialog = requireNonNull(view.letters().open);
        assertThat(dialog.preview.getElement().getTextRecursively())
                .contains("出具园区证明")
                .doesNotContain("{service}");
        dialog.title.setValue("受理单");
        test(dialog.dialog.go).click();
        assertThat(view.letters().lines.value().getFirst())
                .matches(one -> one.kind() == LetterKind.ACCEPTANCE && one.title().equals("受理单"));
    }

    @Test
    void parts_of_one_thing_are_chosen_and_moved() {
        var one = published("甲事项");
        var other = published("乙事项");
        var view = edit(begin(ServiceTrack.BUNDLE, "一件事"));
        view.bundle().more.setValue(catalogue.find(one).row());
        view.bundle().more.setValue(catalogue.find(other).row());
        assertThat(view.bundle().lines.value()).containsExactly(one, other);

        test(view.bundle().lines.button(0, DOWN)).click();

        assertThat(view.note().parts()).containsExactly(other, one);
    }

    @Test
    void the_address_opens_the_tab_that_is_asked_for() {
        var id = begin(ServiceTrack.PARK, "出具园区证明");
        UI.getCurrent()
                .navigate(
                        "services/catalogue/" + id + "/edit",
                        com.vaadin.flow.router.QueryParameters.of("tab", "letters"));
        roundTrip();

        var view = (ServiceEditView) getCurrentView();
        assertThat(view.letters().isVisible()).isTrue();
        assertThat(view.guide().isVisible()).isFalse();
    }

    private void addField(
            ServiceEditView view,
            ServiceFormPart.Section section,
            String label,
            FieldKind kind,
            String... choices) {
        test(requireNonNull(section.lines.more)).click();
        roundTrip();
        var dialog = requireNonNull(view.form().open);
        dialog.label.setValue(label);
        dialog.kind.setValue(kind);
        for (int i = 0; i < choices.length; i++) {
            test(dialog.choices.more).click();
            ((TextField) dialog.choices.fields(i).getFirst()).setValue(choices[i]);
        }
        test(dialog.dialog.go).click();
    }

    private static List<String> keys(ServiceEditView view) {
        return view.form().form().fields().stream().map(FormField::key).toList();
    }

    private ServiceId begin(ServiceTrack track, String title) {
        return keeping.begin(null, track, null, ServiceDefaults.note(track, title));
    }

    private ServiceId published(String title) {
        var id =
                keeping.begin(
                        null,
                        ServiceTrack.PARK,
                        null,
                        ServicesOfAZone.complete(ServiceTrack.PARK, title));
        keeping.publish(id, catalogue.find(id).row().version());
        return id;
    }

    /** Every tab is opened, so that what stands in it can be pressed. */
    private ServiceEditView edit(ServiceId id) {
        var view = navigate(ServiceEditView.class, Map.of("service", id.toString()));
        roundTrip();
        view.showAll();
        return view;
    }
}
