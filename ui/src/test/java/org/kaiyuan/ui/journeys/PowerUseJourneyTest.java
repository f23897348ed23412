package org.kaiyuan.ui.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.AccountRegistration;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** From a power that nobody is ready for to one that is asked for. */
class PowerUseJourneyTest extends Journey {
    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

    /** Where pictures of all pages are wanted, the folder for them. */
    private static final @Nullable String PICTURES = System.getenv("KAIYUAN_PICTURES");

    @Autowired Zones zones;
    @Autowired AccountRegistration accounts;
    @Autowired ApplicationContext house;

    @Test
    void a_power_is_taken_over_used_evaluated_and_another_is_asked_for() {
        var zone = "p" + UUID.randomUUID().toString().substring(0, 12);
        zones.in(
                zone,
                () -> {
                    accounts.join(
                            accounts.register(zone + "-admin", PASSWORD, "王敏", false, false),
                            Role.ZONE_ADMIN);
                    PowersOfAZone.begin(house, zone + "-admin");
                    return null;
                });
        signIn(zone + "-admin");
        open("delegation/readiness");
        assertThat(page.getByText("已生效未就绪").first()).isVisible(SOON);
        isAccessible();
        picture("readiness");
        page.getByLabel("更新“企业投资项目备案（跨县（市、区）项目除外）”的准备情况").click();
        assertThat(page.getByText("六项准备")).isVisible(SOON);
        isAccessible();
        picture("readiness-dialog");
        button("取消").click();

        open("delegation/use");
        assertThat(page.getByText("建筑工程施工许可证核发").first()).isVisible(SOON);
        isAccessible();
        picture("use");
        page.getByText("建筑工程施工许可证核发").first().click();
        assertThat(page.getByText("受〔2026〕17号").first()).isVisible(SOON);
        isAccessible();
        picture("use-one");
        button("登记办件").click();
        assertThat(page.getByLabel("受理日期")).isVisible(SOON);
        picture("use-dialog");
        button("取消").click();

        open("delegation/evaluations");
        assertThat(page.getByText("评估意见").first()).isVisible(SOON);
        isAccessible();
        picture("evaluations");
        page.getByText("评估报告").first().click();
        assertThat(page.getByText("年度赋权事项评估报告").first()).isVisible(SOON);
        isAccessible();
        picture("report");

        open("delegation/requests/new");
        page.getByLabel("事项名称").fill("占用城市道路审批");
        page.getByLabel("原行使部门").fill("市住房和城乡建设局");
        page.getByLabel("需求理由").fill("园区内管线迁改多，企业每次都要到市里办理。");
        picture("request-form");
        button("保存草稿").click();
        assertThat(page.getByText("草稿：补齐内容和附件后报送").first()).isVisible(SOON);
        isAccessible();
        button("报送").click();
        page.locator("vaadin-dialog vaadin-button[theme~=primary]").click();
        assertThat(page.getByText("待答复").first()).isVisible(SOON);
        button("起草答复").click();
        page.getByLabel("答复单位").fill("市住房和城乡建设局");
        picture("answer-dialog");
        page.locator("vaadin-dialog vaadin-button[theme~=primary]").click();
        assertThat(page.getByText("未公布").first()).isVisible(SOON);
        isAccessible();
        picture("request");
        open("delegation/requests");
        picture("requests");
        everywhereElse(zone);
    }

    /** On a phone, and in the dark. */
    private void everywhereElse(String zone) {
        var paths = List.of("readiness", "use", "evaluations", "requests");
        var desk = page;
        var phone = newPerson(390, 844);
        signIn(phone, zone + "-admin");
        page = phone;
        for (var path : paths) {
            open("delegation/" + path);
            isAccessible();
            picture("phone-" + path);
        }
        if (PICTURES != null) {
            page = desk;
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            for (var path : paths) {
                open("delegation/" + path);
                picture("dark-" + path);
            }
        }
    }

    private void picture(String name) {
        if (PICTURES != null) {
            page.waitForTimeout(700);
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setPath(Path.of(PICTURES, name + ".png"))
                            .setFullPage(false));
        }
    }
}
