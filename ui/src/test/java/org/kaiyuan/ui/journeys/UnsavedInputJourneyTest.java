package org.kaiyuan.ui.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** F5 and a closed tab ask before they throw away what was typed, and only then. */
class UnsavedInputJourneyTest extends Journey {
    private final List<String> asked = new ArrayList<>();

    @BeforeEach
    void stay_when_asked() {
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        });
    }

    @Test
    void a_lead_that_is_typed_is_asked_about_until_it_is_saved() {
        signIn("deyang-agent1");
        open("leads/new");
        field("项目名称").waitFor();
        reload();
        field("项目名称").waitFor();
        org.assertj.core.api.Assertions.assertThat(asked).isEmpty();

        var name = "未存项目" + UUID.randomUUID().toString().substring(0, 8);
        field("项目名称").pressSequentially(name);
        page.evaluate("setTimeout(() => location.reload())");
        page.waitForCondition(() -> !asked.isEmpty());
        org.assertj.core.api.Assertions.assertThat(asked).containsExactly("beforeunload");
        assertThat(field("项目名称")).hasValue(name);

        button("保存").click();
        assertThat(page.locator("main h1")).hasText(name);
        reloadElsewhere();
        assertThat(page.locator("main h1")).hasText(name);
        org.assertj.core.api.Assertions.assertThat(asked).hasSize(1);
    }

    @Test
    void an_enterprise_that_is_typed_is_asked_about_until_it_is_given_up() {
        signIn("deyang-staff");
        open("enterprises/new");
        field("企业名称").pressSequentially("未存企业");
        page.evaluate("setTimeout(() => location.reload())");
        page.waitForCondition(() -> !asked.isEmpty());
        assertThat(field("企业名称")).hasValue("未存企业");

        button("取消").click();
        page.locator("vaadin-confirm-dialog").getByRole(AriaRole.BUTTON).last().click();
        assertThat(page.locator("vaadin-grid")).isVisible();
        reloadElsewhere();
        assertThat(page.locator("vaadin-grid")).isVisible();
        org.assertj.core.api.Assertions.assertThat(asked).hasSize(1);
    }

    /** Where one is when the address has followed the page. */
    private void reloadElsewhere() {
        page.waitForURL(url -> !url.endsWith("/new"));
        reload();
    }

    private void reload() {
        page.reload();
        page.locator("main h1").waitFor();
    }

    private Locator field(String label) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(label)).first();
    }
}
