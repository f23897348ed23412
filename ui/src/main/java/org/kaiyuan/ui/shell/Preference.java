package org.kaiyuan.ui.shell;

import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a person chose on this device: language, and light or dark. Kept in cookies for a year. */
enum Preference {
    LANGUAGE("kaiyuan-language"),
    COLOURS("kaiyuan-colours");

    private final String cookie;

    Preference(String cookie) {
        this.cookie = cookie;
    }

    String of(@Nullable VaadinRequest request) {
        if (request == null || request.getCookies() == null) {
            return "";
        }
        return Arrays.stream(request.getCookies())
                .filter(this::isKeptIn)
                .map(Cookie::getValue)
                .findFirst()
                .orElse("");
    }

    boolean isKeptIn(Cookie one) {
        return one.getName().equals(cookie);
    }

    void choose(String value) {
        var kept = new Cookie(cookie, value);
        kept.setPath("/");
        kept.setMaxAge(365 * 24 * 3600);
        kept.setHttpOnly(true);
        kept.setSecure(VaadinService.getCurrentRequest().isSecure());
        kept.setAttribute("SameSite", "Lax");
        VaadinService.getCurrentResponse().addCookie(kept);
    }

    static Locale language(@Nullable VaadinRequest request) {
        return Languages.of(LANGUAGE.of(request));
    }

    /** What the device prefers, unless the person chose otherwise. */
    static ColorScheme.Value colours(@Nullable VaadinRequest request) {
        return switch (COLOURS.of(request)) {
            case "light" -> ColorScheme.Value.LIGHT;
            case "dark" -> ColorScheme.Value.DARK;
            default -> ColorScheme.Value.LIGHT_DARK;
        };
    }
}
