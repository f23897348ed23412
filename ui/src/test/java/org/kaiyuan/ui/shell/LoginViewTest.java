package org.kaiyuan.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.ZoneStandsStill;
import org.kaiyuan.platform.tenancy.TenantState;
import org.kaiyuan.ui.ViewTest;

class LoginViewTest extends ViewTest {
    private static final ZoneStandsStill.Why WHY =
            new ZoneStandsStill.Why("某某开发区", TenantState.SUSPENDED, "等保整改");

    @Test
    void who_is_let_in_no_more_is_told_why_once_in_their_language() {
        left();
        assertThat(navigate(LoginView.class).said.getText())
                .contains("某某开发区", "已暂停", "等保整改")
                .doesNotContain("{");
        left();
        UI.getCurrent().setLocale(Locale.ENGLISH);
        assertThat(navigate(LoginView.class).said.getText())
                .contains("某某开发区", "Suspended", "等保整改", "its data is kept");
        assertThat(navigate(LoginView.class).said.isVisible()).isFalse();
    }

    private static void left() {
        VaadinSession.getCurrent().getSession().setAttribute(ZoneStandsStill.TOLD, WHY);
    }
}
