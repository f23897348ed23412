package org.kaiyuan.ui.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.enterprises.EnterpriseFilter;
import org.kaiyuan.enterprises.EnterpriseOrder;
import org.kaiyuan.enterprises.EnterpriseRow;
import org.kaiyuan.portal.ConfirmationCodes;
import org.kaiyuan.services.CaseAcceptance;
import org.kaiyuan.services.CaseDecision;
import org.kaiyuan.services.CaseDelivery;
import org.kaiyuan.services.CaseDirectory;
import org.kaiyuan.services.CaseId;
import org.kaiyuan.services.CaseOutcome;
import org.kaiyuan.services.CaseReview;
import org.kaiyuan.services.DeliveryWay;
import org.kaiyuan.services.ServiceKeeping;
import org.kaiyuan.testing.Zones;
import org.kaiyuan.ui.services.PortalServiceFixture;
import org.springframework.beans.factory.annotation.Autowired;

/** On a phone: from registering for an enterprise to rating what came of it. */
class PortalServiceJourneyTest extends Journey {
    private static final String OWN_PASSWORD = "long-words-of-li-na";

    @Autowired EnterpriseDirectory directory;
    @Autowired ConfirmationCodes codes;
    @Autowired ServiceKeeping keeping;
    @Autowired CaseAcceptance acceptance;
    @Autowired CaseDecision decision;
    @Autowired CaseReview review;
    @Autowired CaseDelivery delivery;
    @Autowired CaseDirectory cases;
    @Autowired Zones zones;
    @Autowired Clock clock;

    @Test
    void
            somebody_of_an_enterprise_finds_a_service_hands_in_supplements_fetches_the_result_and_rates() {
        var unique = UUID.randomUUID().toString().substring(0, 6);
        var title = "设备更新补助申报" + unique;
        var firm = aFirm();
        var code =
                zones.in(
                        "deyang",
                        () -> {
                            PortalServiceFixture.published(keeping, title);
                            return codes.make(firm.id(), true, "李娜").code();
                        });
        page = newPerson(390, 844);
        registers(code, "lina" + unique);

        finds(title);
        fillsIn();
        var id = handsIn(title);

        asksForMore(id);
        supplements(id);

        decides(id);
        fetchesTheResult(id);
        rates();
        anotherSeesNothing(id, title);
    }

    private void registers(String code, String username) {
        page.navigate(address("portal/register?park=deyang&code=" + code));
        page.getByLabel("姓名").fill("李娜");
        page.getByLabel("电话").fill("13900005678");
        page.getByLabel("用户名").fill(username);
        page.getByLabel("密码").first().fill(OWN_PASSWORD);
        page.getByLabel("再次输入密码").fill(OWN_PASSWORD);
        button("提交").click();
        page.locator("vaadin-password-field").first().waitFor(hidden());
        page.navigate(address("login"));
        page.locator("input[name=username]").fill(username);
        page.locator("input[name=password]").fill(OWN_PASSWORD);
        page.locator("vaadin-login-form vaadin-button[theme~=primary]").click();
        page.waitForURL("**/portal");
        assertThat(page.getByText("您想办什么事？")).isVisible();
        isAccessible();
    }

    private void finds(String title) {
        page.getByLabel("查找服务").first().fill(title);
        button("查找").click();
        var card = page.locator("a.service-card").first();
        assertThat(card).containsText(title);
        isAccessible();
        card.click();
        assertThat(page.locator("main h1")).hasText(title);
        isAccessible();
        button("开始办理").click();
        page.waitForURL("**/portal/drafts/**");
    }

    private void fillsIn() {
        page.getByLabel("项目名称").fill("二号线设备更新");
        button("提交").click();
        assertThat(page.getByText("还有这些地方需要完善")).isVisible();
        assertThat(page.getByLabel("项目名称")).hasValue("二号线设备更新");
        isAccessible();
        page.getByLabel("技术改造").check();
        page.getByLabel("申请金额").fill("500000");
        page.getByLabel("申请金额").press("Tab");
        page.getByLabel("电话").fill("13900005678");
        bring("#paper-plan", "实施方案.txt");
        page.waitForFunction("() => document.querySelector('main').keepsSoon === 0");
        page.reload();
        assertThat(page.getByLabel("申请金额")).hasValue("500000");
        assertThat(page.locator("#paper-plan .paper-file")).containsText("实施方案.txt");
        page.getByLabel("电话").fill("13900005678");
        page.locator("#paper-ledger").getByLabel("稍后补交").check();
        isAccessible();
    }

    private CaseId handsIn(String title) {
        button("提交").dblclick();
        page.waitForURL("**/portal/cases/**");
        assertThat(page.locator(".handed-in .receipt-code")).isVisible();
        assertThat(page.locator(".handed-in .qr svg")).isVisible();
        isAccessible();
        var found = Pattern.compile("cases/([0-9a-f-]{36})").matcher(page.url());
        assertThat(found.find()).isTrue();
        var id = new CaseId(UUID.fromString(found.group(1)));
        page.navigate(address("portal/cases"));
        assertThat(
                        page.locator("a.portal-card")
                                .filter(new Locator.FilterOptions().setHasText(title)))
                .hasCount(1);
        isAccessible();
        return id;
    }

    private void asksForMore(CaseId id) {
        zones.in(
                "deyang",
                () -> {
                    acceptance.askSupplement(
                            id,
                            Map.of("plan", "缺少投资概算"),
                            "请补充投资概算",
                            cases.find(id).row().version());
                    return id;
                });
    }

    private void supplements(CaseId id) {
        page.navigate(address("portal"));
        assertThat(page.locator(".portal-card.todo")).isVisible();
        isAccessible();
        page.locator(".portal-card.todo").click();
        assertThat(page.getByText("缺少投资概算").first()).isVisible();
        isAccessible();
        bring("#supplement #paper-plan", "补充概算.txt");
        button("提交补正").click();
        assertThat(page.locator("#supplement")).isHidden();
        assertThat(page.locator("main h1")).isVisible();
        var now = zones.in("deyang", () -> cases.find(id));
        assertThat(now.materials().getFirst().files()).hasSize(2);
    }

    private void decides(CaseId id) {
        zones.in(
                "deyang",
                () -> {
                    acceptance.acceptDeferred(
                            id,
                            java.util.Set.of("ledger"),
                            LocalDate.now(clock).plusDays(7),
                            cases.find(id).row().version());
                    review.check(id, "plan", true, null, cases.find(id).row().version());
                    decision.decide(
                            id,
                            CaseOutcome.GRANTED,
                            "符合条件，予以支持",
                            "发票清单在约定日前补交",
                            cases.find(id).row().version());
                    delivery.deliver(
                            id,
                            DeliveryWay.PORTAL,
                            LocalDate.now(clock),
                            "门户送达",
                            cases.find(id).row().version());
                    return id;
                });
    }

    private void fetchesTheResult(CaseId id) {
        page.navigate(address("portal/cases/" + id));
        button("每一天怎么算").click();
        assertThat(page.locator("vaadin-dialog[opened]")).containsText("工作日");
        isAccessible();
        page.keyboard().press("Escape");
        var result = page.locator(".letters .line").first();
        assertThat(result).containsText("结果");
        var download = page.waitForDownload(() -> result.locator("a.portal-download").click());
        assertThat(download.suggestedFilename()).endsWith(".docx");
        result.locator(".name-cell a").click();
        assertThat(page.locator("article.letter")).containsText("予以支持");
        isAccessible();
        page.navigate(address("portal/cases/" + id));
    }

    private void rates() {
        var form = page.locator(".rating-form").last();
        form.getByLabel("非常满意", new Locator.GetByLabelOptions().setExact(true)).check();
        form.locator("vaadin-checkbox").first().click();
        isAccessible();
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("提交评价")).click();
        assertThat(page.locator(".rating .given")).containsText("非常满意");
        isAccessible();
    }

    private void anotherSeesNothing(CaseId id, String title) {
        page = newPerson(390, 844);
        page.navigate(address("login"));
        page.locator("input[name=username]").fill("deyang-enterprise");
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("vaadin-login-form vaadin-button[theme~=primary]").click();
        page.waitForURL("**/portal");
        page.navigate(address("portal/cases/" + id));
        assertThat(page.locator("main")).not().containsText(title);
    }

    private void bring(String paper, String name) {
        page.locator(paper + " input[type=file]")
                .first()
                .setInputFiles(
                        new FilePayload(
                                name, "text/plain", "实施内容与投资概算".getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator(paper + " .paper-files")).containsText(name);
    }

    private static Locator.WaitForOptions hidden() {
        return new Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN);
    }

    private EnterpriseRow aFirm() {
        return zones.in(
                "deyang",
                () ->
                        directory
                                .find(EnterpriseFilter.ALL, EnterpriseOrder.NAME, null, 80)
                                .items()
                                .stream()
                                .filter(row -> row.creditCode() != null)
                                .skip(40)
                                .findFirst()
                                .orElseThrow());
    }
}
