package org.kaiyuan.ui.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class FindingJourneyTest extends Journey {

    @Test
    void an_enterprise_is_found_from_the_keyboard_alone_and_never_by_the_zone_next_door() {
        signIn("deyang-staff");
        open("enterprises");
        var name = page.locator("vaadin-grid .name-cell span").first().textContent();

        page.keyboard().press("Control+k");
        var field = page.locator(".global-search input");
        field.fill(name);
        assertThat(page.locator(".global-search .row .title").first()).hasText(name);
        page.keyboard().press("Enter");
        assertThat(page.locator("main h1")).hasText(name);
        isAccessible();
        var address = page.url();

        var neighbour = newPerson(1440, 900);
        signIn(neighbour, "luzhou-staff");
        neighbour.navigate(address);
        assertThat(neighbour.getByText("没有这家企业").first()).isVisible();
        neighbour.navigate(address("enterprises?q=" + name));
        assertThat(neighbour.locator("main h1")).isVisible();
        assertThat(neighbour.getByText(name, exactly())).hasCount(0);
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    @Test
    void the_list_is_accessible_in_both_colours_and_on_a_phone() {
        signIn("deyang-staff");
        open("enterprises");
        isAccessible();
        page.emulateMedia(
                new Page.EmulateMediaOptions()
                        .setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
        open("enterprises");
        isAccessible();
        page.setViewportSize(390, 844);
        isAccessible();
    }

    @Test
    void a_search_is_narrowed_widened_kept_and_taken_along() throws Exception {
        signIn("deyang-staff");
        open("enterprises");
        assertThat(page.locator("[role=status].count")).containsText("1,500");

        page.getByRole(AriaRole.TEXTBOX, named("名称、简称")).first().fill("机械");
        assertThat(page.locator("vaadin-grid .name-cell mark").first()).isVisible();
        assertThat(page.locator("[role=status].count")).not().containsText("1,500");
        var found = page.locator("[role=status].count").textContent();
        isAccessible();

        page.locator(".facets button").first().click();
        page.waitForURL("**/enterprises?*status=*");
        assertThat(page.locator(".filter-chip")).hasCount(1);
        page.goBack();
        assertThat(page.locator(".filter-chip")).hasCount(0);
        assertThat(page.locator("[role=status].count")).hasText(found);

        button("视图").click();
        page.getByLabel("把当前筛选保存为").fill("机械企业");
        button("保存视图").click();
        assertThat(page.locator(".saved-views .row").first()).containsText("机械企业");
        isAccessible();
        page.keyboard().press("Escape");
        open("enterprises");
        assertThat(page.locator("[role=status].count")).containsText("1,500");
        button("视图").click();
        button("机械企业").first().click();
        assertThat(page.locator("[role=status].count")).hasText(found);
        page.keyboard().press("Escape");

        button("导出").click();
        var file = page.waitForDownload(() -> page.locator("a.download.csv").click());
        org.assertj.core.api.Assertions.assertThat(file.suggestedFilename())
                .matches("德阳.*-企业档案-\\d{4}-\\d\\d-\\d\\d\\.csv");
        var lines = Files.readAllLines(file.path());
        org.assertj.core.api.Assertions.assertThat(lines.getFirst()).contains("企业名称");
        org.assertj.core.api.Assertions.assertThat(found)
                .contains(String.format("%,d", lines.size() - 1));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
