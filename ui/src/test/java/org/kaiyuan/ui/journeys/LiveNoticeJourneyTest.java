package org.kaiyuan.ui.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.notices.Notices;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;

/** The bell rings while one looks at something else, under the content security policy. */
class LiveNoticeJourneyTest extends Journey {
    @Autowired Notices notices;
    @Autowired Zones zones;

    @Test
    void a_notice_appears_without_anything_being_clicked() {
        signIn("luzhou-admin");
        open("notices/settings");
        assertThat(page.locator(".bell .count")).not().isVisible();
        isAccessible();

        zones.in(
                "luzhou",
                () -> {
                    notices.tell(
                            "luzhou-admin", "notices.webhookDisabled", List.of("甲"), "/webhooks");
                    return true;
                });

        assertThat(page.locator(".bell .count"))
                .hasText("1", new LocatorAssertions.HasTextOptions().setTimeout(15_000));
        open("webhooks");
        isAccessible();
        open("jobs");
        isAccessible();
    }
}
