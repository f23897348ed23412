package org.kaiyuan.ui.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.testing.TestServers;
import org.springframework.beans.factory.annotation.Autowired;

class LandJourneyTest extends Journey {
    private static final LocatorAssertions.HasAttributeOptions SOON =
            new LocatorAssertions.HasAttributeOptions().setTimeout(30_000);

    /** Two plots of zone 35, one with a hole, as they are reported (报部坐标文本), in GB18030 with CRLF. */
    private static final String SAMPLE = "/ground/plot_sample_z35_gbk.txt";

    @Autowired TestServers servers;

    @BeforeEach
    void bare_ground() throws SQLException {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("truncate plots.plot, plots.layer_shape, plots.upload cascade");
        }
    }

    @Test
    void plots_of_a_coordinate_text_are_seen_on_the_map_and_one_is_refused_a_supply()
            throws IOException {
        signIn("deyang-admin");
        open("plots/import");
        isAccessible();
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload("两块地.txt", "text/plain", sample()));
        page.waitForURL(Pattern.compile(".*/plots/imports/.*"));
        assertThat(page.locator("main h1")).hasText("两块地.txt");
        assertThat(page.locator("ky-map")).hasAttribute("shown", "2", SOON);
        isAccessible();

        button("导入 2 块地").click();
        page.waitForURL(Pattern.compile(".*/plots$"));
        assertThat(page.locator("ky-map")).hasAttribute("shown", "2", SOON);
        assertThat(page.locator(".page-head .count")).hasText("共 2 块，136.65 亩");
        isAccessible();

        page.locator("vaadin-grid").getByText("示例地块二").first().click();
        assertThat(page.locator(".plot-look h2")).hasText("2");
        page.getByText("打开完整档案").click();
        for (var state : new String[] {"储备", "批而未供"}) {
            button("变更为“" + state + "”").first().click();
            page.locator("vaadin-dialog-overlay, vaadin-dialog")
                    .getByText("变更为“" + state + "”", exactly())
                    .last()
                    .click();
            assertThat(page.locator("main .plot-state").first()).hasText(state);
        }
        button("变更为“公告供应”").first().click();

        assertThat(page.getByText("暂不能变更为“公告供应”：有 2 项未满足。")).isVisible();
        assertThat(page.getByText("须在已批准的详细规划范围内")).isVisible();
        assertThat(page.getByText("有 33,000 平方米不在详细规划范围内。")).isVisible();
        isAccessible();
        button("在图上查看").click();
        assertThat(page.locator("ky-map")).hasAttribute("faults", "2", SOON);
        assertThat(page.locator("main .plot-state").first()).hasText("批而未供");
    }

    private static byte[] sample() throws IOException {
        try (var content = LandJourneyTest.class.getResourceAsStream(SAMPLE)) {
            return Objects.requireNonNull(content).readAllBytes();
        }
    }

    private static com.microsoft.playwright.Locator.GetByTextOptions exactly() {
        return new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true);
    }
}
