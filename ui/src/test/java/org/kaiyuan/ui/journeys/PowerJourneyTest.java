package org.kaiyuan.ui.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From a ministry's table to the answer who decides. */
class PowerJourneyTest extends Journey {
    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

    @Test
    void a_list_comes_as_it_was_sent_is_checked_published_and_answers() {
        var title = "旅程清单" + UUID.randomUUID().toString().substring(0, 8);
        signIn("zigong-admin");
        open("delegation/lists");
        isAccessible();
        button("新建清单").first().click();
        page.getByLabel("清单名称").fill(title);
        button("保存").click();
        assertThat(page.locator("main h1")).hasText(title);

        tab("导入").click();
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(
                        new FilePayload(
                                "赋权事项.csv",
                                "text/csv",
                                ("事项名称,原行使部门,承接部门,下放方式,文件\n"
                                                + "旅程飞艇起降核准,市交通局,高新区行政审批局,下放,自府发〔2024〕9号(2024-03-01)\n")
                                        .getBytes(Charset.forName("GB18030"))));
        assertThat(page.locator("main h1")).hasText("赋权事项.csv");
        isAccessible();
        button("与现行版本比对").click();
        assertThat(page.getByText("可以转成草稿").first()).isVisible(SOON);
        button("转成草稿").click();

        assertThat(page.getByText("草稿还没有校核").first()).isVisible(SOON);
        isAccessible();
        button("校核").click();
        assertThat(page.getByText("校核，可以公布").first()).isVisible(SOON);
        button("公布").first().click();
        page.locator("vaadin-dialog")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("公布"))
                .click();
        assertThat(page.getByText("第 1 版已公布").first()).isVisible(SOON);

        open("delegation");
        page.getByLabel("事项").first().fill("旅程飞艇起降核准");
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("旅程飞艇起降核准"))
                .first()
                .click();
        assertThat(page.getByText("由园区决定").first()).isVisible(SOON);
        assertThat(page.getByText(Pattern.compile("自府发〔2024〕9号")).first()).isVisible();
        isAccessible();
    }

    private Locator tab(String name) {
        return page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name));
    }
}
