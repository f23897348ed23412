package org.kaiyuan.ui.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.AccountRegistration;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.services.CaseCounter;
import org.kaiyuan.services.ServiceKeeping;
import org.kaiyuan.testing.Zones;
import org.kaiyuan.ui.services.DeskServices;
import org.springframework.beans.factory.annotation.Autowired;

/** Staff at work: from the person in front of the counter to the archive. */
class ServiceDeskJourneyTest extends Journey {
    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

    /** Where pictures of all pages are wanted, the folder for them. */
    private static final @Nullable String PICTURES = System.getenv("KAIYUAN_PICTURES");

    private static final String DIALOG = "vaadin-dialog[opened]";

    @Autowired Zones zones;
    @Autowired AccountRegistration accounts;
    @Autowired ServiceKeeping keeping;
    @Autowired CaseCounter counter;

    @Test
    void a_case_comes_over_the_counter_and_goes_into_the_archive() {
        var zone = "d" + UUID.randomUUID().toString().substring(0, 12);
        zones.in(
                zone,
                () -> {
                    accounts.join(
                            accounts.register(zone + "-admin", PASSWORD, "王敏", false, false),
                            Role.ZONE_ADMIN);
                    var service = DeskServices.published(keeping, "产业扶持资金申报");
                    DeskServices.takenIn(counter, service, "德阳市旌阳区高端装备与新材料产业协同创新发展有限责任公司");
                    return service;
                });
        signIn(zone + "-admin");
        open("services");
        assertThat(page.getByText("您名下没有在办件")).isVisible(SOON);
        isAccessible();
        picture("inbox-empty");
        atTheCounter();
        fromTheInboxToTheArchive();
        aroundIt();
        everywhereElse(zone);
    }

    private void atTheCounter() {
        open("services/counter");
        isAccessible();
        page.getByLabel("要办什么").click();
        page.locator("vaadin-combo-box-item").getByText("产业扶持资金申报").first().click();
        assertThat(page.getByText("在园区注册满一年")).isVisible(SOON);
        page.getByText("手工填写").click();
        page.getByLabel("名称", new Page.GetByLabelOptions().setExact(true)).fill("德阳精工数控机床制造有限公司");
        page.getByLabel("申请人", new Page.GetByLabelOptions().setExact(true)).fill("李雷");
        page.getByLabel("联系电话").fill("13800005678");
        page.getByLabel("用途").fill("购置五轴加工中心");
        picture("counter");
        isAccessible();
        button("收件并出具回执").click();
        assertThat(page.locator(".counter-wrong"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
        picture("counter-wrong");
        page.getByLabel("已收到 营业执照").check();
        page.getByLabel("已收到 项目实施方案").check();
        button("收件并出具回执").click();
        assertThat(page.getByText("查询码").first()).isVisible(SOON);
        assertThat(page.locator(".receipt-qr svg")).isVisible(SOON);
        isAccessible();
        picture("receipt");
        page.getByText("营业执照", new Page.GetByTextOptions().setExact(true)).last().click();
        page.locator("vaadin-upload:not(.photo) input[type=file]")
                .first()
                .setInputFiles(
                        new com.microsoft.playwright.options.FilePayload(
                                "营业执照.txt", "text/plain", "执照".getBytes(StandardCharsets.UTF_8)));
        assertThat(page.getByText("已上传：营业执照.txt")).isVisible(SOON);
        picture("receipt-scanned");
    }

    private void fromTheInboxToTheArchive() {
        open("services?box=ALL");
        assertThat(page.getByText("德阳精工数控机床制造有限公司").first()).isVisible(SOON);
        isAccessible();
        picture("inbox");
        page.getByText("德阳精工数控机床制造有限公司").first().click();
        var look = page.locator(".quick-look");
        assertThat(look.getByText("李雷")).isVisible(SOON);
        isAccessible();
        picture("inbox-look");
        look.getByText("查看办件详情").click();
        assertThat(page.getByText("尚未受理，期限未开始计算")).isVisible(SOON);
        isAccessible();
        picture("case-new");
        button("领取").click();
        assertThat(act("退回待领取")).isVisible(SOON); // the page is that of who has it
        act("预审").click();
        assertThat(page.locator(DIALOG).getByText("取消").first()).isVisible(SOON);
        go();
        assertThat(page.locator("[aria-current=step]")).containsText("受理");
        act("受理").click();
        assertThat(page.locator(DIALOG).getByText("取消").first()).isVisible(SOON);
        isAccessible();
        go();
        assertThat(page.getByText("受理日期").first()).isVisible(SOON);
        assertThat(act("停止计时")).isVisible(SOON);
        button("每一天怎样计算").click();
        assertThat(page.locator(DIALOG).getByText("性质")).isVisible(SOON);
        isAccessible();
        picture("days");
        page.locator(DIALOG).getByText("关闭").click();
        act("停止计时").click();
        assertThat(page.getByLabel("依据文书")).isVisible(SOON);
        picture("stop");
        page.locator(DIALOG).getByText("取消").click();
        opinion("出具意见 经济发展局");
        opinion("出具意见 财政局");
        assertThat(page.getByText("已出具 2 / 2")).isVisible(SOON);
        isAccessible();
        picture("case-accepted");
        act("作出决定").click();
        page.locator(DIALOG).getByText("准予", new Locator.GetByTextOptions()).first().click();
        page.getByLabel("决定内容与理由").fill("同意拨付二十万元。");
        page.locator(DIALOG).getByText("预览决定书").click();
        assertThat(page.locator(".letter-preview h3")).isVisible(SOON);
        isAccessible();
        picture("decide");
        go();
        act("送达").click();
        page.getByLabel("送达凭证").fill("李雷签收");
        go();
        act("归档").click();
        go();
        assertThat(page.locator(".chip").getByText("已归档").first()).isVisible(SOON);
        for (var tab : List.of("申请内容", "文书与结果", "办理经过", "评价与投诉", "附件与讨论")) {
            page.locator("vaadin-tab").getByText(tab).click();
            isAccessible();
            picture("case-" + tab);
        }
        page.locator("vaadin-tab").getByText("文书与结果").click();
        assertThat(page.getByText("下载案卷包")).isVisible(SOON);
        page.locator(".case-outcome a.title").first().click();
        assertThat(page.locator(".letter-sheet h1")).isVisible(SOON);
        isAccessible();
        picture("letter");
    }

    private void opinion(String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
        page.locator(DIALOG)
                .getByText("同意", new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        page.getByLabel("意见内容").fill("符合条件，同意。");
        go();
    }

    /** What moves the case on stands above its figures. */
    private Locator act(String name) {
        return page.locator(".case-acts")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private void go() {
        page.locator(DIALOG + " vaadin-button[theme~=primary]").click();
        page.locator(DIALOG)
                .waitFor(
                        new Locator.WaitForOptions()
                                .setState(
                                        com.microsoft.playwright.options.WaitForSelectorState
                                                .DETACHED));
    }

    private void aroundIt() {
        for (var path : List.of("ratings", "complaints", "figures", "absences")) {
            open("services/" + path);
            isAccessible();
            picture(path);
        }
    }

    /** On a phone, and in the dark. */
    private void everywhereElse(String zone) {
        var paths =
                List.of("?box=ALL", "?box=CLOSED", "/counter", "/ratings", "/figures", "/absences");
        var desk = page;
        var phone = newPerson(390, 844);
        signIn(phone, zone + "-admin");
        page = phone;
        for (var path : paths) {
            open("services" + path);
            isAccessible();
            picture("phone-" + path.replaceAll("\\W", ""));
        }
        page.navigate(address("services?box=CLOSED"));
        page.locator(".card a").first().click();
        assertThat(page.locator(".case-acts")).isVisible(SOON);
        isAccessible();
        picture("phone-case");
        page = desk;
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        for (var path : paths) {
            open("services" + path);
            isAccessible();
            picture("dark-" + path.replaceAll("\\W", ""));
        }
    }

    private void picture(String name) {
        if (PICTURES != null) {
            page.waitForTimeout(700);
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setPath(Path.of(PICTURES, name + ".png"))
                            .setFullPage(true));
        }
    }
}
