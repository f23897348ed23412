package org.kaiyuan.ui.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.ConsoleWords;
import org.kaiyuan.platform.access.FirstOperator;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.ui.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The page of an installation that nobody runs yet; the demo's operator steps aside for it. */
class SetupViewTest extends ViewTest {
    @Autowired FirstOperator operator;

    @BeforeEach
    void nobodyRunsThePlatform() throws SQLException {
        asOwner("update access.account set operator = false where username = 'operator'");
    }

    @AfterEach
    void theDemosOperatorIsBack() throws SQLException {
        asOwner("delete from access.account where username like 'setup-test-%'");
        asOwner("update access.account set operator = true where username = 'operator'");
    }

    @Test
    void whoever_holds_the_code_makes_the_first_account_once() {
        var view = opened(ConsoleWords.setupCode(operator));
        fill(view, "setup-test-one", "Long-enough-2026", "Long-enough-2026");

        test(view.create).click();

        assertThat(operator.isDue()).isFalse();
        var again = opened(ConsoleWords.setupCode(operator));
        assertThat(again.create.isAttached()).isFalse();
    }

    @Test
    void another_code_makes_nothing_and_says_so() {
        var view = opened("guessed");
        fill(view, "setup-test-two", "Long-enough-2026", "Long-enough-2026");

        assertThatThrownBy(() -> test(view.create).click())
                .hasMessageContaining("access.refusal.setupCode");

        assertThat(operator.isDue()).isTrue();
        assertThat(view.fields.username.getValue()).isEqualTo("setup-test-two");
    }

    @Test
    void what_is_missing_is_said_at_its_field() {
        var view = opened(ConsoleWords.setupCode(operator));
        fill(view, "", "Long-enough-2026", "another-one-2026");

        test(view.create).click();

        assertThat(view.fields.username.isInvalid()).isTrue();
        assertThat(view.fields.again.getErrorMessage()).contains("不一致");
        assertThat(operator.isDue()).isTrue();
    }

    private SetupView opened(String code) {
        UI.getCurrent().navigate("setup", QueryParameters.of("code", code));
        return (SetupView) getCurrentView();
    }

    private static void fill(SetupView view, String username, String password, String again) {
        view.fields.displayName.setValue("首位运维");
        view.fields.username.setValue(username);
        view.fields.password.setValue(password);
        view.fields.again.setValue(again);
    }

    private static void asOwner(String sql) throws SQLException {
        try (var owner = TestServers.running().asOwner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
