package org.kaiyuan.ui.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/**
 * Whatever opens is opened once, under the content security policy: {@link Journey} fails on the first
 * breach that the browser reports, and on every incident that the house has logged.
 */
class EveryDialogJourneyTest extends Journey {

    @Test
    void what_the_shell_opens() {
        signIn("deyang-admin");
        open("enterprises");

        page.keyboard().press("Control+k");
        page.locator(".global-search input").fill("导入");
        assertThat(page.locator(".global-search .row .title").first()).containsText("导入");
        isAccessible();
        page.keyboard().press("Escape");
        assertThat(page.locator(".global-search input")).isHidden();

        page.getByRole(AriaRole.BUTTON, named("通知")).click();
        assertThat(page.locator(".notices")).isVisible();
        isAccessible();
        page.keyboard().press("Escape");

        page.locator(".account").getByText("德阳").click();
        page.getByText("外观").click();
        page.getByText("深色").click();
        assertThat(page.locator("html")).hasAttribute("theme", "dark");
        isAccessible();
    }

    @Test
    void what_the_list_opens() {
        signIn("deyang-admin");
        open("enterprises");

        for (var behind : new String[] {"视图", "列", "导出"}) {
            button(behind).first().click();
            assertThat(page.locator("vaadin-popover[opened]")).hasCount(1);
            isAccessible();
            page.keyboard().press("Escape");
            assertThat(page.locator("vaadin-popover[opened]")).hasCount(0);
        }
        page.locator("vaadin-select").first().click();
        page.getByRole(AriaRole.OPTION).nth(1).click();
        button("筛选").first().click();
        assertThat(page.locator(".filter-form")).isVisible();
        var boxes =
                page.locator(
                        ".filter-form vaadin-combo-box, .filter-form vaadin-multi-select-combo-box");
        for (int i = 0; i < boxes.count(); i++) {
            boxes.nth(i).locator("input").first().click();
            assertThat(page.getByRole(AriaRole.OPTION).first()).isVisible();
            page.keyboard().press("Escape");
        }
        isAccessible();
        page.locator("vaadin-grid vaadin-checkbox").nth(1).click();
        assertThat(page.locator(".bulk-bar")).isVisible();
        isAccessible();
        button("取消选择").click();
        page.locator("vaadin-grid .name-cell").first().click();
        assertThat(page.locator(".quick-look")).isVisible();
        isAccessible();
    }

    @Test
    void what_a_record_opens() {
        signIn("deyang-admin");
        open("enterprises");
        page.locator("vaadin-grid .name-cell").first().click();
        page.locator(".quick-look a.whole").click();
        page.locator(".key-figures").waitFor();

        button("删除").first().click();
        assertThat(page.getByText("此操作不能撤销").first()).isVisible();
        isAccessible();
        button("取消").last().click();
        for (var tab : page.getByRole(AriaRole.TAB).all()) {
            tab.click();
            isAccessible();
        }
        page.getByRole(AriaRole.TAB, named("联系人")).click();
        page.getByRole(AriaRole.BUTTON, named("完整联系方式")).first().click();
        page.getByLabel("用途").fill("旅程回访");
        isAccessible();
        button("查看").last().click();
        assertThat(page.locator("vaadin-dialog .said, vaadin-dialog-overlay .said").first())
                .containsText("·");
        button("取消").last().click();

        button("编辑").first().click();
        page.getByLabel("简称").first().fill("旅程简称");
        page.keyboard().press("Tab");
        page.getByText("← 返回").first().click();
        assertThat(page.getByText("放弃未保存的修改").first()).isVisible();
        isAccessible();
        button("放弃修改").click();
    }

    @Test
    void who_leaves_during_a_download_or_an_upload_leaves_no_incident() {
        signIn("deyang-admin");
        open("enterprises");
        button("导出").first().click();
        var link = page.locator("a.download.xlsx");
        link.waitFor();
        link.click();
        page.navigate(address("enterprises/import"));
        Locator heading = page.locator("main h1");
        assertThat(heading).hasText("导入企业");
        page.navigate(address("login"));
        page.goBack();
        assertThat(heading).hasText("导入企业");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
