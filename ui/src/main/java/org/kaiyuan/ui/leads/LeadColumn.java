package org.kaiyuan.ui.leads;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns beside the name that a person may show or hide; kept in the browser for a year. */
enum LeadColumn {
    STAGE("leads.column.stage", true),
    INVESTMENT("ui.leads.list.investment", true),
    LAND("ui.leads.list.land", false),
    INDUSTRY("leads.column.leadingIndustry", true),
    SUB_INDUSTRY("leads.column.subIndustry", false),
    WAY("leads.column.way", false),
    OWNER("leads.column.owner", true),
    DUE("ui.leads.list.due", true),
    NEXT("leads.column.nextAction", true),
    PROBABILITY("ui.leads.list.probability", false),
    FOLLOWED("ui.leads.list.followed", false),
    REGISTERED("ui.leads.list.registered", false),
    CODE("ui.leads.list.code", false),
    CHANGED("ui.leads.list.changed", false);

    private static final String COOKIE = "kaiyuan-lead-columns";

    final String titleKey;
    private final boolean first;

    LeadColumn(String titleKey, boolean first) {
        this.titleKey = titleKey;
        this.first = first;
    }

    static Set<LeadColumn> chosen(@Nullable VaadinRequest request) {
        var cookies = request == null ? null : request.getCookies();
        var kept =
                cookies == null
                        ? null
                        : Arrays.stream(cookies)
                                .filter(cookie -> cookie.getName().equals(COOKIE))
                                .map(cookie -> List.of(cookie.getValue().split("\\.", 40)))
                                .findFirst()
                                .orElse(null);
        return Arrays.stream(values())
                .filter(column -> kept == null ? column.first : kept.contains(column.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(LeadColumn.class)));
    }

    static void choose(Set<LeadColumn> columns) {
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
