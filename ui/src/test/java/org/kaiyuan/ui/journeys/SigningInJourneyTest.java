package org.kaiyuan.ui.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

class SigningInJourneyTest extends Journey {

    @Test
    void a_wrong_password_is_told_and_the_right_one_opens_the_zone() {
        page.navigate(address("enterprises"));
        page.locator("input[name=username]").fill("deyang-staff");
        page.locator("input[name=password]").fill("wrong");
        page.locator("vaadin-login-form vaadin-button[theme~=primary]").click();
        assertThat(page.getByText("用户名或密码")).isVisible();
        isAccessible();

        signIn("deyang-staff");

        assertThat(page.locator(".zone-name")).containsText("德阳");
        isAccessible();
    }

    @Test
    void who_signed_out_comes_back_to_the_gate_also_by_the_back_button() {
        signIn("deyang-staff");
        open("enterprises");
        page.locator(".account, vaadin-menu-bar").last().click();
        page.getByText("退出").click();
        page.waitForURL("**/login**");

        page.goBack();

        assertThat(page.locator("input[name=username]")).isVisible();
    }
}
