package org.kaiyuan.ui.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.kaiyuan.delegation.ListId;
import org.kaiyuan.ui.delegation.ShownListsFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Somebody outside looks up what a park may decide. */
class OpenPowersJourneyTest extends Journey {
    private static final List<int[]> SIZES = List.of(new int[] {1440, 900}, new int[] {390, 844});

    @Autowired ApplicationContext house;

    @Test
    void anybody_finds_a_power_and_reads_who_decides_on_any_screen_in_both_lights() {
        var lists = ShownListsFixture.of(house);
        var zone = "j" + UUID.randomUUID().toString().substring(0, 10);
        var names = new String[60];
        for (int i = 0; i < names.length; i++) {
            names[i] = "建筑工程施工许可证核发（第%d类，含装修、改造、拆除等相关事项的办理）".formatted(i + 1);
        }
        names[0] = "企业投资项目备案";
        var list = lists.published(zone, "集成授权事项清单（第一批）", names);
        lists.show(zone);
        await().pollInSameThread() // a busy Elasticsearch is no failure
                .atMost(Duration.ofMinutes(4))
                .untilAsserted(() -> {
                    page.navigate(address("z/" + zone + "/powers?q=qytzxmba"));
                    Assertions.assertThat(page.locator(".powers h3").count()).isOne();
                });
        for (var size : SIZES) {
            for (var light : ColorScheme.values()) {
                if (light != ColorScheme.NO_PREFERENCE) {
                    page = newPerson(size[0], size[1]);
                    page.emulateMedia(new EmulateMediaOptions().setColorScheme(light));
                    walk(zone, list);
                }
            }
        }
    }

    private void walk(String zone, ListId list) {
        page.navigate(address("z/" + zone + "/powers"));
        assertThat(page.locator("#found")).hasText("共 60 项");
        isWellMade();
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.getByText("下一页").click();
        assertThat(page.locator(".powers > li")).hasCount(10);
        isWellMade();

        page.locator("#q").fill("qytzxmba");
        page.keyboard().press("Enter");
        assertThat(page.locator(".powers h3")).hasText("企业投资项目备案");
        isWellMade();
        page.locator(".powers h3 a").click();
        assertThat(page.locator("h1")).hasText("企业投资项目备案");
        assertThat(page.getByText("第三条").first()).isVisible();
        isWellMade();
        page.locator(".permanent a").click();
        page.waitForURL(Pattern.compile(".*/v/1$"));
        isWellMade();

        page.navigate(address("z/" + zone + "/powers/lists/" + list));
        assertThat(page.locator("h1")).hasText("集成授权事项清单（第一批）");
        isWellMade();
        page.navigate(address("z/" + zone + "/powers/lists/" + list + "/v/1/print"));
        assertThat(page.locator("tbody tr")).hasCount(60);
        isAccessible();
        page.navigate(address("z/nosuchzone/powers"));
        assertThat(page.locator("h1")).hasText("没有这个页面");
        isWellMade();
        Assertions.assertThat(page.context().cookies()).isEmpty();
    }

    /** Read by everybody, and no wider than the screen. */
    private void isWellMade() {
        isAccessible();
        Assertions.assertThat(
                        page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                .as("wider than the screen: " + page.url())
                .isEqualTo(0);
    }
}
