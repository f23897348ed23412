package org.kaiyuan.ui.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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

    private static com.microsoft.playwright.Page.GetByTextOptions exactly() {
        return new com.microsoft.playwright.Page.GetByTextOptions().setExact(true);
    }

    @Test
    void the_list_is_accessible_in_both_colours_and_on_a_phone() {
        signIn("deyang-staff");
        open("enterprises");
        isAccessible();
        page.emulateMedia(
                new com.microsoft.playwright.Page.EmulateMediaOptions()
                        .setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
        open("enterprises");
        isAccessible();
        page.setViewportSize(390, 844);
        isAccessible();
    }
}
