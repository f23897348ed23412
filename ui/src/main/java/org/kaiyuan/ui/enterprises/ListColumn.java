package org.kaiyuan.ui.enterprises;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns beside the name that a person may show or hide; kept in the browser for a year. */
enum ListColumn {
    STATUS("ui.enterprises.status", true),
    LEADING_INDUSTRY("ui.enterprises.leadingIndustry", true),
    SUB_INDUSTRY("ui.enterprises.subIndustry", false),
    INDUSTRY("ui.enterprises.industryCode", false),
    CAPITAL("ui.enterprises.capital", true),
    FOUNDED("ui.enterprises.foundedOn", true),
    DIVISION("ui.enterprises.division", false),
    QUALIFICATION("ui.enterprises.qualification", true),
    CHANGED("ui.enterprises.changed", false);

    private static final String COOKIE = "kaiyuan-enterprise-columns";

    final String titleKey;
    private final boolean first;

    ListColumn(String titleKey, boolean first) {
        this.titleKey = titleKey;
        this.first = first;
    }

    static Set<ListColumn> chosen(@Nullable VaadinRequest request) {
        var cookies = request == null ? null : request.getCookies();
        if (cookies != null) {
            for (var cookie : cookies) {
                if (cookie.getName().equals(COOKIE)) {
                    var names = Set.of(cookie.getValue().split("\\.", 40));
                    return Arrays.stream(values())
                            .filter(column -> names.contains(column.name()))
                            .collect(
                                    Collectors.toCollection(
                                            () -> EnumSet.noneOf(ListColumn.class)));
                }
            }
        }
        return Arrays.stream(values())
                .filter(column -> column.first)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ListColumn.class)));
    }

    static void choose(Set<ListColumn> columns) {
        var response = VaadinService.getCurrentResponse();
        if (response != null) {
            var names = columns.stream().map(Enum::name).sorted().collect(Collectors.joining("."));
            var kept = new Cookie(COOKIE, names.isEmpty() ? "NONE" : names);
            kept.setPath("/");
            kept.setMaxAge(365 * 24 * 3600);
            kept.setHttpOnly(true);
            kept.setSecure(VaadinService.getCurrentRequest().isSecure());
            kept.setAttribute("SameSite", "Lax");
            response.addCookie(kept);
        }
    }
}
