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

    @Test
    void who_was_away_too_long_is_told_so_in_their_language_and_signs_in_again() {
        for (var language : new String[] {"zh", "en"}) {
            page.context()
                    .addCookies(
                            java.util.List.of(
                                    new com.microsoft.playwright.options.Cookie(
                                                    "kaiyuan-language", language)
                                            .setUrl(address(""))));
            signIn("deyang-staff");
            open("enterprises");
            page.context()
                    .addCookies(
                            java.util.List.of(
                                    new com.microsoft.playwright.options.Cookie(
                                                    "JSESSIONID", "0".repeat(32))
                                            .setUrl(address(""))));

            page.keyboard().press("Control+k");
            assertThat(page.getByText(language.equals("en") ? "session has ended" : "登录已过期"))
                    .isVisible();
            page.keyboard().press("Escape");

            page.waitForURL("**/login?expired**");
            assertThat(page.locator(".said"))
                    .containsText(language.equals("en") ? "signed out" : "自动退出");
            page.context().clearCookies();
        }
        signIn("deyang-staff");
    }

    @Test
    void who_guesses_is_told_to_wait() {
        for (int i = 0; i < 6; i++) {
            page.navigate(address("login"));
            page.locator("input[name=username]").fill("guesses-on-the-page");
            page.locator("input[name=password]").fill("wrong-" + i);
            page.locator("vaadin-login-form vaadin-button[theme~=primary]").click();
            page.waitForURL(i < 5 ? "**/login?error" : "**/login?wait");
        }
        assertThat(page.getByText("请稍后再试")).isVisible();
    }
}
