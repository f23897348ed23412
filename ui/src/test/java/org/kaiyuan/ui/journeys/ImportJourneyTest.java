package org.kaiyuan.ui.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ImportJourneyTest extends Journey {
    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

    @Test
    void a_file_is_uploaded_checked_imported_and_undone() throws Exception {
        signIn("deyang-staff");
        open("enterprises");
        button("导入").first().click();
        choose("企业.csv", "企业名称,登记状态,注册资本（万元）\n旅程导入有限公司,存续,12\n坏行公司,未知,1\n");
        assertThat(page.locator("main h1")).hasText("企业.csv");
        assertThat(page.getByText("各列对应的字段").first()).isVisible();
        isAccessible();

        button("先检查，不写入").click();
        assertThat(page.getByText("没有写入任何数据").first()).isVisible(SOON);
        assertThat(page.getByText("企业状态无法识别").first()).isVisible();
        isAccessible();
        button("立即导入").click();
        assertThat(page.getByText(Pattern.compile("导入完成（")).first()).isVisible(SOON);
        page.reload();
        assertThat(page.getByText(Pattern.compile("导入完成（")).first()).isVisible();
        isAccessible();
        var errors = page.waitForDownload(() -> page.getByText("下载全部（CSV）").click());
        org.assertj.core.api.Assertions.assertThat(Files.readString(errors.path()))
                .contains("行号", "3,登记状态,status,未知,企业状态无法识别");

        button("撤销整批导入").click();
        page.locator("vaadin-confirm-dialog-overlay, vaadin-confirm-dialog")
                .getByText("撤销整批导入")
                .last()
                .click();
        assertThat(page.getByText("撤销了这次导入").first()).isVisible(SOON);
    }

    @Test
    void a_picture_called_a_workbook_is_refused_in_words() {
        signIn("deyang-staff");
        open("enterprises/import");
        input().setInputFiles(
                        new FilePayload(
                                "企业.xlsx",
                                "application/octet-stream",
                                new byte[] {
                                    (byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13
                                }));

        assertThat(page.locator("vaadin-notification-card").first()).isVisible();
        assertThat(page.locator("main h1")).hasText("导入企业");
        isAccessible();
    }

    private void choose(String name, String text) {
        input().setInputFiles(
                        new FilePayload(
                                name, "text/csv", text.getBytes(Charset.forName("GB18030"))));
    }

    private Locator input() {
        return page.locator("vaadin-upload input[type=file]");
    }
}
