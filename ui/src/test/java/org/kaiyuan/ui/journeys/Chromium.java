package org.kaiyuan.ui.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The machine's own Chromium, started once for all journeys. */
final class Chromium {
    private static @Nullable Browser browser;

    private Chromium() {}

    /** Asked by JUnit: where there is no Chromium, journeys are skipped and say so. */
    static boolean isHere() {
        return found().isPresent();
    }

    static synchronized Browser running() {
        if (browser == null) {
            var playwright =
                    Playwright.create(
                            new CreateOptions()
                                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            PlaywrightAssertions.setDefaultAssertionTimeout(30_000); // a busy machine is no failure
            browser =
                    playwright
                            .chromium()
                            .launch(
                                    new LaunchOptions()
                                            .setExecutablePath(found().orElseThrow())
                                            .setArgs(List.of("--no-sandbox", "--disable-gpu")));
        }
        return browser;
    }

    private static Optional<Path> found() {
        return Stream.concat(
                        Stream.ofNullable(System.getenv("KAIYUAN_CHROMIUM")),
                        Stream.of(
                                "/usr/bin/chromium",
                                "/usr/bin/chromium-browser",
                                "/usr/bin/google-chrome",
                                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
