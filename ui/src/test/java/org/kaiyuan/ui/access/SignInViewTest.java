package org.kaiyuan.ui.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.AccessPermissions;
import org.kaiyuan.platform.access.AccountRefused;
import org.kaiyuan.platform.access.SignInRules;
import org.kaiyuan.platform.access.SignInRules.WhoNeedsSecondFactor;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.ui.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What a zone asks of those who sign in, on its page. */
@ActAsZone("sign-in-view")
class SignInViewTest extends ViewTest {
    @Autowired SignInRules rules;

    @AfterEach
    void asBefore() {
        rules.decide(SignInRules.Rule.DEFAULT);
    }

    @Test
    void the_rules_are_shown_changed_and_kept() {
        var view = navigate(SignInRulesView.class);
        assertThat(view.secondFactor.getValue()).isEqualTo(WhoNeedsSecondFactor.OPTIONAL);
        assertThat(view.passwordDays.getValue()).isNull();
        assertThat(view.idleMinutes.getValue()).isEqualTo(30);

        view.secondFactor.setValue(WhoNeedsSecondFactor.EVERYONE);
        view.passwordDays.setValue(90);
        view.idleMinutes.setValue(15);
        test(view.save).click();

        assertThat(rules.rule())
                .isEqualTo(new SignInRules.Rule(WhoNeedsSecondFactor.EVERYONE, 90, 15));
        assertThat(navigate(SignInRulesView.class).passwordDays.getValue()).isEqualTo(90);
    }

    @Test
    void a_number_out_of_range_is_refused_and_changes_nothing() {
        var view = navigate(SignInRulesView.class);
        view.idleMinutes.setValue(1);

        assertThatThrownBy(() -> test(view.save).click()).isInstanceOf(AccountRefused.class);

        assertThat(rules.rule()).isEqualTo(SignInRules.Rule.DEFAULT);
    }

    @Test
    @ActAsZone(
            value = "sign-in-view",
            permissions = {AccessPermissions.READ, AccessPermissions.GRANT})
    void the_security_administrator_may_change_them() {
        assertThat(navigate(SignInRulesView.class).save.isVisible()).isTrue();
    }
}
