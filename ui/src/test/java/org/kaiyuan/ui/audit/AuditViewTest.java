package org.kaiyuan.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.EnterpriseRegistration;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.ui.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;

@ActAsZone("audit-view-zone")
class AuditViewTest extends ViewTest {
    @Autowired EnterpriseRegistration registration;

    @Test
    void the_address_holds_what_is_asked_and_lines_are_in_words() {
        registration.register(EnterpriseProfile.named("审计页面有限公司"));
        var view = navigate(AuditView.class);
        assertThat(test(view.lines).size()).isPositive();

        view.act.setValue("registered");

        var asked = com.vaadin.flow.component.UI.getCurrent().getActiveViewLocation();
        assertThat(asked.getQueryParameters().getParameters()).containsKey("act");
        var filtered = (AuditView) getCurrentView();
        assertThat(filtered.act.getValue()).isEqualTo("registered");
        assertThat(test(filtered.lines).getCellText(0, 2)).isEqualTo("登记");
    }

    @Test
    void what_is_mistyped_in_the_address_is_passed_over() {
        var question =
                AuditQuestion.of(
                        Map.of(
                                "from", java.util.List.of("never"),
                                "record", java.util.List.of("x"),
                                "person", java.util.List.of("zhang")));
        assertThat(question.from()).isNull();
        assertThat(question.record()).isNull();
        assertThat(question.person()).isEqualTo("zhang");
        assertThat(AuditQuestion.of(question.parameters())).isEqualTo(question);
    }

    @Test
    void the_chain_is_verified_by_a_button_which_tells_the_head() {
        registration.register(EnterpriseProfile.named("核验页面有限公司"));
        var view = navigate(AuditView.class);

        test(view.verify).click();

        assertThat(view.told.getText()).startsWith("审计链完整");
        assertThat(view.verify.isEnabled()).isTrue();
    }
}
