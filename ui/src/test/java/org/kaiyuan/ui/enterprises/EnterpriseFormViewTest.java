package org.kaiyuan.ui.enterprises;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.EnterpriseRegistration;
import org.kaiyuan.enterprises.EnterpriseRevision;
import org.kaiyuan.enterprises.FormerName;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.ui.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;

@ActAsZone("form-zone")
class EnterpriseFormViewTest extends ViewTest {
    @Autowired EnterpriseRegistration registration;
    @Autowired EnterpriseRevision revision;
    @Autowired EnterpriseDirectory directory;

    @Test
    void what_is_filled_in_is_registered_with_ten_thousands_as_yuan() {
        var view = navigate(EnterpriseFormView.class);
        view.fields.name.setValue("表单新建有限公司");
        view.fields.registeredCapital.setValue(new BigDecimal("500.5"));
        test(view.fields.contacts.more).click();
        ((TextField) view.fields.contacts.fields(0).get(0)).setValue("李四");

        test(view.save).click();

        var found =
                directory.beginningWith(
                        "表单新建有限公司", org.kaiyuan.enterprises.EnterpriseFilter.ALL, 1);
        var profile = directory.details(found.getFirst().id()).profile();
        assertThat(profile.registeredCapital()).isEqualByComparingTo("5005000");
        assertThat(profile.contacts()).singleElement().extracting(c -> c.name()).isEqualTo("李四");
    }

    @Test
    void what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost() {
        var view = navigate(EnterpriseFormView.class);
        view.fields.shortName.setValue("只有简称");
        view.fields.creditCode.setValue("123");

        test(view.save).click();

        assertThat(view.fields.name.isInvalid()).isTrue();
        assertThat(view.fields.name.getErrorMessage()).isEqualTo("必须填写");
        assertThat(view.fields.creditCode.getErrorMessage()).contains("GB 32100");
        assertThat(view.fields.shortName.getValue()).isEqualTo("只有简称");
        assertThat(view.save.isEnabled()).isTrue();
    }

    @Test
    void after_a_conflict_both_values_are_shown_and_one_goes_on_with_what_was_typed() {
        var id = registration.register(EnterpriseProfile.named("冲突之前有限公司"));
        var view = edit(id);
        view.fields.shortName.setValue("我的简称");
        view.fields.name.setValue("我改的名有限公司");
        revision.revise(id, directory.details(id).version(), EnterpriseProfile.named("别人改的名有限公司"));

        test(view.save).click();

        assertThat(view.conflict.isVisible()).isTrue();
        assertThat(textOf(view.conflict)).contains("冲突之前有限公司 → 别人改的名有限公司");
        assertThat(view.fields.name.getValue()).isEqualTo("我改的名有限公司");
        test(view.save).click();
        assertThat(directory.details(id).profile().name()).isEqualTo("我改的名有限公司");
        assertThat(directory.details(id).profile().shortName()).isEqualTo("我的简称");
    }

    @Test
    void what_only_the_other_changed_is_taken_over() {
        var id = registration.register(EnterpriseProfile.named("接受之前有限公司"));
        var view = edit(id);
        view.fields.shortName.setValue("我的简称");
        revision.revise(id, directory.details(id).version(), EnterpriseProfile.named("接受之后有限公司"));

        test(view.save).click();
        test(view.save).click();

        assertThat(directory.details(id).profile().name()).isEqualTo("接受之后有限公司");
        assertThat(directory.details(id).profile().shortName()).isEqualTo("我的简称");
    }

    @Test
    void former_names_are_kept_by_hand_and_what_is_wrong_with_one_is_said_there() {
        var id = registration.register(EnterpriseProfile.named("曾用名有限公司"));
        var view = edit(id);
        test(view.fields.formerNames.more).click();
        var former = (TextField) view.fields.formerNames.fields(0).get(0);
        former.setValue("曾用名有限公司");
        test(view.save).click();
        assertThat(view.fields.formerNames.getErrorMessage()).isEqualTo("第 1 行 原名称 与现用名称相同，不必填写");

        former.setValue("曾用名老厂");
        ((DatePicker) view.fields.formerNames.fields(0).get(1)).setValue(LocalDate.of(2001, 2, 3));
        test(view.save).click();

        assertThat(directory.details(id).formerNames())
                .containsExactly(new FormerName("曾用名老厂", LocalDate.of(2001, 2, 3)));
        var page = navigate(EnterpriseView.class, Map.of("id", id.toString()));
        roundTrip();
        assertThat(textOf(page)).contains("曾用名老厂（至 2001-02-03）");
    }

    @Test
    void an_untouched_form_lets_one_leave_and_a_touched_one_asks() {
        var view = edit(registration.register(EnterpriseProfile.named("离开有限公司")));

        assertThat(view.isTouched()).isFalse();
        view.fields.website.setValue("example.com");
        assertThat(view.isTouched()).isTrue();
    }

    private EnterpriseFormView edit(EnterpriseId id) {
        return navigate(EnterpriseFormView.class, Map.of("id", id.toString()));
    }

    private static String textOf(com.vaadin.flow.component.Component component) {
        return component.getElement().getTextRecursively();
    }
}
