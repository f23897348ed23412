package org.kaiyuan.ui.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RecordTalkJourneyTest extends Journey {
    private static final byte[] DOT =
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    @Test
    void a_file_comes_and_goes_and_a_colleague_who_is_named_hears_of_it() throws Exception {
        signIn("deyang-staff");
        openAnEnterprise();
        page.getByRole(AriaRole.TAB, named("附件")).click();
        assertThat(page.locator(".files-panel .empty-state")).isVisible();
        isAccessible();

        bring("营业执照（副本）.txt", "统一社会信用代码".getBytes(StandardCharsets.UTF_8));
        var name = page.locator(".file-row .name");
        assertThat(name).hasText("营业执照（副本）.txt");
        assertThat(page.locator(".talk .entry").first()).containsText("上传了 营业执照（副本）.txt");
        var saved = page.waitForDownload(name::click);
        org.assertj.core.api.Assertions.assertThat(saved.suggestedFilename())
                .isEqualTo("营业执照（副本）.txt");
        org.assertj.core.api.Assertions.assertThat(Files.readString(saved.path()))
                .isEqualTo("统一社会信用代码");
        isAccessible();

        bring("图.png", DOT);
        button("预览 图.png").click();
        assertThat(page.locator("img.file-look")).isVisible();
        page.waitForFunction("() => document.querySelector('img.file-look').naturalWidth === 1");
        isAccessible();
        page.keyboard().press("Escape");

        bring("页面.pdf", "<html>".getBytes(StandardCharsets.UTF_8));
        assertThat(page.getByText(Pattern.compile("“页面.pdf”的内容与扩展名不符")).first()).isVisible();
        assertThat(page.locator(".file-row")).hasCount(2);
        button("移除 图.png").click();
        isAccessible();
        page.locator("vaadin-confirm-dialog").getByText("移除", exactly()).last().click();
        assertThat(page.locator(".file-row")).hasCount(1);
        assertThat(page.locator(".talk .entry").first()).containsText("移除附件：图.png");

        var words = "请补原件 " + UUID.randomUUID().toString().substring(0, 8);
        page.locator(".comment-box textarea").fill(words);
        page.locator(".comment-box vaadin-combo-box input").click();
        page.getByRole(AriaRole.OPTION)
                .filter(new Locator.FilterOptions().setHasText("@deyang-admin"))
                .click();
        assertThat(page.locator(".comment-box textarea")).hasValue(words + " @deyang-admin ");
        button("发表").click();
        var said = page.locator(".talk .comment").first();
        assertThat(said).containsText(words);
        assertThat(said.locator(".mention")).hasText(Pattern.compile("^@.*管理员$"));
        assertThat(page.locator(".comment-box textarea")).hasValue("");
        isAccessible();

        var colleague = newPerson(390, 844);
        signIn(colleague, "deyang-admin");
        colleague.getByRole(AriaRole.BUTTON, named("通知")).click();
        colleague
                .locator(".notices .notice a")
                .filter(new Locator.FilterOptions().setHasText(words))
                .click();
        assertThat(colleague.locator(".talk .comment").first()).containsText(words);
        assertThat(colleague.locator("main h1")).hasText(page.locator("main h1").innerText());
    }

    private void openAnEnterprise() {
        open("enterprises");
        page.locator("vaadin-grid .name-cell").last().click();
        page.locator(".quick-look a.whole").click();
        page.locator(".key-figures").waitFor();
    }

    private void bring(String name, byte[] content) {
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload(name, "application/octet-stream", content));
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
