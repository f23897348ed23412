package org.kaiyuan.ui.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OperatorJourneyTest extends Journey {
    private final String code = "z" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void a_zone_is_opened_and_its_administrator_finds_an_empty_house_that_says_what_to_do() {
        signIn("operator");
        open("zones");
        isAccessible();
        field(page, "名称").fill("旅程园区");
        field(page, "代码").fill(code);
        field(page, "级别").fill("省级");
        field(page, "姓名").fill("新管理员");
        field(page, "用户名").fill(code + "-admin");
        field(page, "密码").fill(PASSWORD);
        field(page, "再次输入密码").fill("another-2026");
        button("登记").click();
        assertThat(page.locator("[slot=error-message]").getByText("两次输入的密码不一致")).isVisible();
        field(page, "再次输入密码").fill(PASSWORD);
        button("登记").click();
        assertThat(page.locator("vaadin-notification-card").first()).containsText("旅程园区");

        var administrator = newPerson(390, 844);
        signIn(administrator, code + "-admin");
        administrator.navigate(address("enterprises"));

        assertThat(administrator.locator(".zone-name")).hasText("旅程园区");
        assertThat(administrator.getByText("没有符合条件的企业").first()).isVisible();
    }

    @Test
    void the_setup_page_leads_to_the_gate_where_there_is_an_operator() {
        page.navigate(address("setup?code=guessed"));

        assertThat(page.getByText("平台已有运维账号")).isVisible();
        isAccessible();
        page.getByText("登录").last().click();
        assertThat(page.locator("input[name=username]")).isVisible();
    }

    @Test
    void a_page_that_is_not_there_says_so_inside_the_house() {
        signIn("deyang-staff");

        for (var path : new String[] {"nothing-here", "zones", "enterprises/not-an-id"}) {
            page.navigate(address(path));
            assertThat(page.locator(".zone-name")).isVisible();
            assertThat(page.locator(".empty-state")).isVisible();
            isAccessible();
        }
        page.getByText("返回企业列表").click();
        assertThat(page.locator("main h1").first()).hasText("企业档案");
    }

    private static com.microsoft.playwright.Locator field(Page at, String label) {
        return at.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).first();
    }
}
