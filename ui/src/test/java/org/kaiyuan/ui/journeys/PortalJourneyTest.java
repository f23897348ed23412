package org.kaiyuan.ui.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.enterprises.EnterpriseFilter;
import org.kaiyuan.enterprises.EnterpriseOrder;
import org.kaiyuan.enterprises.EnterpriseRow;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;

/** Enterprise people from the gate into their portal, and at every other page. */
class PortalJourneyTest extends Journey {
    private static final String OWN_PASSWORD = "long-words-of-wang-fang";

    /** Pages that belong to whoever has signed in, or to everybody. */
    private static final Set<String> EVERYBODYS =
            Set.of(
                    "",
                    "login",
                    "setup",
                    "invitation",
                    "apply",
                    "account",
                    "notices/settings",
                    "sign-in");

    @Autowired ServletContext context;
    @Autowired EnterpriseDirectory directory;
    @Autowired Zones zones;

    @Test
    void somebody_registers_staff_confirm_and_they_come_in() {
        var firm = aFirm();
        var username = "wang" + UUID.randomUUID().toString().substring(0, 8);
        page = newPerson(390, 844);
        page.navigate(address("login"));
        page.getByText("在此注册企业门户账号").click();
        page.getByLabel("园区").first().fill("德阳经开");
        page.getByRole(com.microsoft.playwright.options.AriaRole.OPTION).first().click();
        page.getByLabel("统一社会信用代码").fill(String.valueOf(firm.creditCode()));
        page.getByLabel("姓名").fill("王芳");
        page.getByLabel("电话").fill("13800001234");
        page.getByLabel("用户名").fill(username);
        page.getByLabel("密码").first().fill(OWN_PASSWORD);
        page.getByLabel("再次输入密码").fill(OWN_PASSWORD);
        isAccessible();
        button("提交").click();
        assertThat(page.getByText("申请已送达园区")).isVisible();
        isAccessible();
        var phone = page;

        comesIn(phone, username);
        assertThat(phone.getByText("待确认")).isVisible();

        page = newPerson(1440, 900);
        signIn("deyang-staff");
        open("representatives");
        assertThat(page.getByText(username)).isVisible();
        isAccessible();
        page.locator("vaadin-grid vaadin-button[theme~=primary]").last().click();
        assertThat(page.getByText("核实电话：13800001234")).isVisible();
        isAccessible();
        page.locator("vaadin-button[slot=confirm-button]").click();
        assertThat(page.getByText(username)).isHidden();

        page = phone;
        page.context().clearCookies();
        comesIn(page, username);
        var card = page.locator("a.portal-card[href^='portal/enterprises/']");
        assertThat(card).containsText(firm.name());
        isAccessible();
        card.click();
        assertThat(page.locator("main h1")).hasText(firm.name());
        assertThat(page.getByText("代表本企业的同事")).isVisible();
        isAccessible();
        button("邀请同事").click();
        button("生成").click();
        assertThat(page.getByLabel("注册链接")).hasValue(java.util.regex.Pattern.compile(".*code=.*"));
        isAccessible();
    }

    /** One page of each room; RouteMatrixTest has all of them, for this role too. */
    @Test
    void the_pages_outside_the_portal_refuse_enterprise_people() {
        var registered =
                ApplicationRouteRegistry.getInstance(new VaadinServletContext(context))
                        .getRegisteredRoutes();
        page.navigate(address("login"));
        page.locator("input[name=username]").fill("deyang-enterprise");
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("vaadin-login-form vaadin-button[theme~=primary]").click();
        page.waitForURL("**/portal");
        var refused = new ArrayList<String>();
        var rooms = new HashSet<String>();
        for (var route : registered) {
            var template = route.getTemplate();
            if (EVERYBODYS.contains(template.replaceAll("/:.*", ""))
                    || template.equals("portal")
                    || template.startsWith("portal/")
                    || !rooms.add(template.replaceAll("/.*", ""))) {
                continue;
            }
            page.navigate(address(template.replaceAll(":[^/]+", UUID.randomUUID().toString())));
            assertThat(page.getByText("没有这个页面").first()).isVisible();
            assertThat(page.locator("vaadin-side-nav-item")).hasCount(1);
            refused.add(template);
        }
        assertThat(refused)
                .hasSizeGreaterThan(8)
                .anyMatch(template -> template.startsWith("enterprises"))
                .anyMatch(template -> template.startsWith("leads"))
                .containsAll(List.of("people", "representatives", "roles"));

        page.navigate(address("account"));
        assertThat(page.locator("main h1")).isVisible();
    }

    private EnterpriseRow aFirm() {
        return zones.in(
                "deyang",
                () ->
                        directory
                                .find(EnterpriseFilter.ALL, EnterpriseOrder.NAME, null, 50)
                                .items()
                                .stream()
                                .filter(row -> row.creditCode() != null)
                                .skip(20)
                                .findFirst()
                                .orElseThrow());
    }

    private void comesIn(Page at, String username) {
        at.navigate(address("login"));
        at.locator("input[name=username]").fill(username);
        at.locator("input[name=password]").fill(OWN_PASSWORD);
        at.locator("vaadin-login-form vaadin-button[theme~=primary]").click();
        at.waitForURL("**/portal");
        at.locator("main h1").waitFor();
    }
}
