package org.kaiyuan.ui.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.AccountRegistration;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator writes a service whose form has a condition, and publishes it. */
class ServiceCatalogueJourneyTest extends Journey {
    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

    /** Where pictures of all pages are wanted, the folder for them. */
    private static final @Nullable String PICTURES = System.getenv("KAIYUAN_PICTURES");

    @Autowired Zones zones;
    @Autowired AccountRegistration accounts;

    @Test
    void a_service_is_written_tried_and_published() {
        var zone = "c" + UUID.randomUUID().toString().substring(0, 12);
        zones.in(
                zone,
                () -> {
                    accounts.join(
                            accounts.register(zone + "-admin", PASSWORD, "王敏", false, false),
                            Role.ZONE_ADMIN);
                    return null;
                });
        signIn(zone + "-admin");
        open("services/catalogue");
        assertThat(page.getByText("还没有服务事项").first()).isVisible(SOON);
        isAccessible();
        picture("catalogue-empty");
        button("新建服务事项").first().click();
        page.getByText("园区自己的事，也要受理和决定").click();
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("名称"))
                .fill("出具园区入驻证明");
        isAccessible();
        picture("catalogue-new");
        button("开始编写").click();

        assertThat(tab("表单")).isVisible(SOON);
        isAccessible();
        picture("editor-guide");
        tab("材料").click();
        button("增加材料").click();
        dialog().getByLabel("材料名称").fill("营业执照");
        picture("editor-material");
        isAccessible();
        apply();
        assertThat(page.getByText("营业执照").first()).isVisible(SOON);
        picture("editor-materials");

        tab("表单").click();
        button("增加一组").click();
        page.getByLabel("组标题").fill("申请信息");
        field("用途", "单选", "银行开户", "其他");
        field("请说明用途", null);
        page.locator(".service-line")
                .filter(new Locator.FilterOptions().setHasText("请说明用途"))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("修改"))
                .click();
        dialog().getByText("增加条件").click();
        dialog().getByRole(
                        AriaRole.COMBOBOX,
                        new Locator.GetByRoleOptions().setName("字段").setExact(true))
                .click();
        page.locator("vaadin-combo-box-item")
                .filter(new Locator.FilterOptions().setHasText("用途"))
                .first()
                .click();
        dialog().locator("vaadin-multi-select-combo-box input").click();
        page.locator("vaadin-multi-select-combo-box-item")
                .filter(new Locator.FilterOptions().setHasText("其他"))
                .click();
        page.keyboard().press("Tab");
        picture("editor-condition");
        isAccessible();
        apply();
        var preview = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("预览"));
        assertThat(preview.getByLabel("请说明用途")).isHidden();
        preview.getByText("其他").click();
        assertThat(preview.getByLabel("请说明用途")).isVisible(SOON);
        picture("editor-form");
        isAccessible();
        tab("流程").click();
        picture("editor-procedure");
        isAccessible();
        tab("文书").click();
        picture("editor-letters");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("修改").setExact(true))
                .first()
                .click();
        assertThat(dialog().getByText("取消").first()).isVisible(SOON);
        picture("editor-letter");
        isAccessible();
        dialog().getByText("取消").click();
        button("保存").click();
        assertThat(page.getByText("内容完整，可以发布").first()).isVisible(SOON);
        button("返回事项页").click();
        assertThat(button("发布")).isEnabled();
        isAccessible();
        picture("service-draft");
        button("发布").click();
        dialog().locator("vaadin-button[theme~=primary]").click();
        assertThat(page.getByText("第 1 版").first()).isVisible(SOON);
        assertThat(button("停办")).isVisible(SOON);
        isAccessible();
        picture("service");
        var address = page.url().substring(page.url().indexOf("services/"));
        everywhereElse(zone, address);
    }

    /** On a phone, and in the dark. */
    private void everywhereElse(String zone, String service) {
        var desk = page;
        page = newPerson(390, 844);
        signIn(page, zone + "-admin");
        for (var path : new String[] {"services/catalogue", service, service + "/edit?tab=form"}) {
            open(path);
            isAccessible();
            picture("phone-" + path.replaceAll("[^a-z]", ""));
        }
        if (PICTURES != null) {
            page = desk;
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            for (var path :
                    new String[] {"services/catalogue", service, service + "/edit?tab=form"}) {
                open(path);
                picture("dark-" + path.replaceAll("[^a-z]", ""));
            }
        }
    }

    private void field(String label, @Nullable String kind, String... choices) {
        button("增加字段").click();
        dialog().getByLabel("字段名称").fill(label);
        if (kind != null) {
            dialog().locator("vaadin-select").first().click();
            page.locator("vaadin-select-item")
                    .filter(new Locator.FilterOptions().setHasText(kind))
                    .first()
                    .click();
            for (int i = 0; i < choices.length; i++) {
                dialog().getByText("增加选项").click();
                dialog().locator(".form-row")
                        .nth(i)
                        .getByRole(AriaRole.TEXTBOX)
                        .first()
                        .fill(choices[i]);
            }
        }
        picture("editor-field-" + (kind == null ? "text" : "choice"));
        apply();
        assertThat(
                        page.locator(".service-line")
                                .filter(new Locator.FilterOptions().setHasText(label)))
                .isVisible(SOON);
    }

    private Locator dialog() {
        return page.locator("vaadin-dialog[opened]").last();
    }

    private void apply() {
        dialog().locator("vaadin-button[theme~=primary]").click();
        assertThat(page.locator("vaadin-dialog[opened]")).hasCount(0);
    }

    private Locator tab(String name) {
        return page.locator("vaadin-tab")
                .filter(new Locator.FilterOptions().setHasText(name))
                .last();
    }

    private void picture(String name) {
        if (PICTURES != null) {
            page.waitForTimeout(700);
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(PICTURES, name + ".png")));
        }
    }
}
