package org.kaiyuan.ui.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Messages;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.util.HtmlUtils;

/** What a browser is shown when no page of ours could answer: a sentence and the way back, and nothing of the inside. */
@Component("error")
class LastResort implements View {
    private static final String PAGE =
            """
            <!DOCTYPE html><html lang="%s"><head><meta charset="UTF-8"><title>%s</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark"><link rel="stylesheet" href="/kaiyuan.css"></head>
            <body><main class="empty-state last-resort"><div class="mark" aria-hidden="true"></div>
            <h1>%s</h1><p>%s</p><p><a href="/">%s</a></p></main></body></html>
            """;

    private final Messages messages;

    LastResort(Messages messages) {
        this.messages = messages;
    }

    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public void render(
            @Nullable Map<String, ?> model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var locale = language(request);
        response.setContentType(getContentType());
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; frame-ancestors 'none'");
        response.getWriter()
                .write(
                        PAGE.formatted(
                                locale.toLanguageTag(),
                                text(locale, "ui.product"),
                                text(locale, "ui.product"),
                                text(locale, sentence(response.getStatus())),
                                text(locale, "ui.to-start")));
    }

    private static String sentence(int status) {
        return switch (status) {
            case 401, 403 -> "ui.forbidden";
            case 404 -> "ui.not-found";
            default -> status < 500 ? "ui.not-understood" : "ui.fault.reload";
        };
    }

    private String text(Locale locale, String key) {
        return HtmlUtils.htmlEscape(messages.text(locale, key));
    }

    private static Locale language(HttpServletRequest request) {
        var cookies = request.getCookies();
        return Languages.of(
                cookies == null
                        ? ""
                        : Arrays.stream(cookies)
                                .filter(Preference.LANGUAGE::isKeptIn)
                                .map(cookie -> cookie.getValue())
                                .findFirst()
                                .orElse(""));
    }
}
