package org.kaiyuan.ui.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kaiyuan.platform.refusal.Incident;
import org.kaiyuan.ui.WholeHouse;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A person's way through the whole house, in a real Chromium.
 *
 * <p>Whatever the browser complains of – a script that fails, a breach of the content security policy,
 * an answer of 500 – fails the journey, and so does every incident that the house logs meanwhile. A failed one leaves {@code target/journeys/<test>.png}.
 */
@WholeHouse
@EnabledIf(
        value = "org.kaiyuan.ui.journeys.Chromium#isHere",
        disabledReason = "no Chromium found: install it, or name it in KAIYUAN_CHROMIUM")
abstract class Journey {
    private static final String SCROLLER_OF_VAADIN_TABS =
            "aria-required-children: Certain ARIA roles must contain particular children [[vaadin-tabs]"
                    + " Fix any of the following:\n  Element has children which are not allowed:"
                    + " div[tabindex]]";

    /** A page of Vaadin has begun, and no answer of its server is on its way; others are whole as they come. */
    private static final String NOTHING_IS_ASKED =
            """
            () => {
              if (!document.querySelector('body > #outlet')) return true;
              const asking = Object.values(window.Vaadin?.Flow?.clients ?? {}).filter(c => c.isActive);
              return asking.length > 0 && asking.every(c => !c.isActive());
            }
            """;

    /** A change of theme fades; axe-core measures contrast in the middle of it if it is let. */
    private static final String NO_COLOUR_IS_ON_ITS_WAY =
            """
            () => {
              const resting = root => root.getAnimations().every(a => !(a instanceof CSSTransition))
                && [...root.querySelectorAll('*')].every(e => !e.shadowRoot || resting(e.shadowRoot));
              return resting(document);
            }
            """;

    static final String PASSWORD = "Kaiyuan-demo-2026";

    @LocalServerPort private int port;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final Logger log = (Logger) LoggerFactory.getLogger(Incident.class);
    private final ListAppender<ILoggingEvent> incidents = new ListAppender<>();
    Page page;

    @RegisterExtension
    final AfterTestExecutionCallback picture =
            test -> {
                if (test.getExecutionException().isPresent() && page != null) {
                    var name =
                            getClass().getSimpleName()
                                    + "."
                                    + test.getRequiredTestMethod().getName();
                    page.screenshot(
                            new ScreenshotOptions()
                                    .setPath(Path.of("target/journeys", name + ".png")));
                }
            };

    @BeforeEach
    void openBrowser() {
        incidents.start();
        log.addAppender(incidents);
        page = newPerson(1440, 900);
    }

    @AfterEach
    void closeBrowser() {
        contexts.forEach(BrowserContext::close);
        log.detachAppender(incidents);
        assertThat(incidents.list.stream().map(Journey::whole))
                .as("incidents in the log of the house")
                .isEmpty();
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    private static String whole(ILoggingEvent incident) {
        return incident.getFormattedMessage()
                + " "
                + ThrowableProxyUtil.asString(incident.getThrowableProxy());
    }

    /** A browser of its own: other cookies, another person. */
    Page newPerson(int width, int height) {
        var context =
                Chromium.running()
                        .newContext(
                                new NewContextOptions()
                                        .setLocale("zh-CN")
                                        .setTimezoneId("Asia/Shanghai")
                                        .setAcceptDownloads(true)
                                        .setViewportSize(width, height));
        contexts.add(context);
        context.setDefaultTimeout(90_000); // a busy machine is no failure
        var opened = context.newPage();
        opened.onPageError(error -> complaints.add(error));
        opened.onConsoleMessage(message -> {
            if (message.type().equals("error")
                    && !message.text().matches(".*status of 4(0\\d|22) .*")) {
                complaints.add(message.text());
            }
        });
        opened.onResponse(response -> {
            if (response.status() >= 500) {
                complaints.add(response.status() + " " + response.url());
            }
        });
        return opened;
    }

    String address(String path) {
        return "http://127.0.0.1:" + port + "/" + path;
    }

    void signIn(String username) {
        signIn(page, username);
    }

    void signIn(Page at, String username) {
        at.navigate(address("login"));
        at.locator("input[name=username]").fill(username);
        at.locator("input[name=password]").fill(PASSWORD);
        at.locator("vaadin-login-form vaadin-button[theme~=primary]").click();
        at.waitForURL(url -> !url.contains("/login"));
        at.locator("vaadin-app-layout").waitFor();
    }

    /** Opens a page and waits until its heading is there. */
    void open(String path) {
        page.navigate(address(path));
        page.locator("main h1, main h2").first().waitFor();
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /**
     * Nothing serious or critical by axe-core's rules, in the page's present state.
     *
     * <p>One finding is known: inside {@code vaadin-tabs} lies a scroller with {@code tabindex=-1}, which
     * axe-core does not want among tabs and which is not ours to move.
     */
    void isAccessible() {
        page.waitForFunction(NOTHING_IS_ASKED);
        page.waitForFunction(NO_COLOUR_IS_ON_ITS_WAY);
        var onlyFaults = new AxeRunOptions();
        onlyFaults.setResultTypes(List.of("violations"));
        var serious =
                new AxeBuilder(page)
                                .options(onlyFaults)
                                // no page of ours has frames: no window of its own to add up in
                                .setLegacyMode(true)
                                .analyze()
                                .getViolations()
                                .stream()
                                .filter(rule ->
                                        rule.getImpact() != null
                                                && List.of("serious", "critical")
                                                        .contains(rule.getImpact()))
                                .map(rule ->
                                        rule.getId()
                                                + ": "
                                                + rule.getHelp()
                                                + " "
                                                + rule.getNodes().stream()
                                                        .map(node ->
                                                                node.getTarget()
                                                                        + " "
                                                                        + node.getFailureSummary())
                                                        .limit(5)
                                                        .toList())
                                .filter(finding -> !finding.startsWith(SCROLLER_OF_VAADIN_TABS))
                                .toList();
        assertThat(serious).as("axe-core on " + page.url()).isEmpty();
    }
}
