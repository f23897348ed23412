package org.kaiyuan.ui.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.Permissions;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.access.RoleKeeping;
import org.kaiyuan.testing.Zones;
import org.kaiyuan.ui.ViewTest;
import org.kaiyuan.ui.shell.Place;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Every page, found by itself, opens for whom it declares and for nobody else. */
class RouteMatrixTest extends ViewTest {
    /** {@code :id}, {@code :id?}, {@code :id*} and {@code :id(regex)}. */
    private static final String PLACE_FOR_AN_ID = ":[A-Za-z_]+[?*]?(\\([^)]*\\))?";

    @LocalServerPort int port;
    @Autowired Zones zones;
    @Autowired Permissions permissions;
    @Autowired RoleKeeping roles;
    @Autowired List<Place> places;
    @Autowired ApplicationContext house;

    @Test
    void every_page_declares_who_may_open_it() {
        var faults = new ArrayList<String>();
        for (var route : routes()) {
            var view = route.getNavigationTarget();
            var allowed = view.getAnnotation(RolesAllowed.class);
            if (allowed == null && !isForWhoeverSignedIn(view) && !isForAll(view)) {
                faults.add(
                        "/%s: %s declares nobody: put @RolesAllowed(<permission>) on it, or @PermitAll for whoever has signed in, or @AnonymousAllowed"
                                .formatted(route.getTemplate(), view.getSimpleName()));
            } else if (allowed != null
                    && (allowed.value().length != 1
                            || !permissions.all().contains(allowed.value()[0]))) {
                faults.add(
                        "/%s: %s names %s: a page takes one permission that a module declares"
                                .formatted(
                                        route.getTemplate(),
                                        view.getSimpleName(),
                                        List.of(allowed.value())));
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void the_side_navigation_shows_a_page_to_those_for_whom_it_opens() {
        assertThat(places).hasSizeGreaterThan(8);
        for (var place : places) {
            if (isForWhoeverSignedIn(place.view())) {
                continue; // shown by what one is, not by what one may
            }
            var allowed = place.view().getAnnotation(RolesAllowed.class);
            assertThat(allowed).as("%s", place.view()).isNotNull();
            assertThat(allowed.value()).as("%s", place.view()).containsExactly(place.permission());
        }
    }

    @Test
    void every_role_opens_what_is_declared_and_nothing_else() {
        var faults = new ArrayList<String>();
        for (var who : everybody().entrySet()) {
            SecurityContextHolder.setContext(
                    new SecurityContextImpl(
                            zones.somebody("deyang", who.getValue().toArray(String[]::new))));
            for (var route : routes()) {
                var view = route.getNavigationTarget();
                var allowed = view.getAnnotation(RolesAllowed.class);
                if (allowed == null) {
                    continue; // for all, or for whoever has signed in
                }
                boolean may = who.getValue().contains(allowed.value()[0]);
                var shown = opened(path(route, UUID.randomUUID()));
                boolean refused = shown.equals("NotFoundView");
                if (may && refused && route.getTemplate().contains(":")) {
                    continue; // there is no such record, which is said in the same words
                }
                boolean isThere = shown.equals(view.getSimpleName());
                if (may && refused || !may && !refused || !may && isThere) {
                    faults.add(
                            "/%s as %s: %s, although they %s"
                                    .formatted(
                                            route.getTemplate(),
                                            who.getKey(),
                                            shown,
                                            may ? "may" : "may not"));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void nobody_is_led_to_the_door() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            for (var route : routes()) {
                var answer =
                        http.send(
                                HttpRequest.newBuilder(
                                                URI.create(
                                                        "http://127.0.0.1:%d/%s"
                                                                .formatted(
                                                                        port,
                                                                        path(
                                                                                route,
                                                                                UUID
                                                                                        .randomUUID()))))
                                        .header("Accept", "text/html")
                                        .build(),
                                BodyHandlers.ofString());
                boolean open = isForAll(route.getNavigationTarget());
                assertThat(answer.statusCode())
                        .as("/%s", route.getTemplate())
                        .isEqualTo(open ? 200 : 302);
                if (!open) {
                    assertThat(answer.headers().firstValue("Location").orElse(""))
                            .as("/%s", route.getTemplate())
                            .endsWith("/login");
                }
            }
        }
    }

    @Test
    void what_is_another_zones_is_shown_as_what_is_not_there() {
        var foreign =
                ForeignRecords.of(house).in("r" + UUID.randomUUID().toString().substring(0, 12));
        var tried = new ArrayList<String>();
        for (var route : routes()) {
            for (var theirs : foreign.byPath().values()) {
                // people of enterprises alone get to the portal: StandingForAnEnterpriseTest tries
                // that as one
                if (!route.getTemplate().contains(":")
                        || route.getTemplate().startsWith("portal/")
                        || isForAll(route.getNavigationTarget())) {
                    continue;
                }
                var missingId = UUID.randomUUID();
                var missing = shownAt(path(route, missingId));
                var other = shownAt(path(route, theirs));
                assertThat(other.replace(theirs.toString(), "<id>"))
                        .as("/%s", route.getTemplate())
                        .isEqualTo(missing.replace(missingId.toString(), "<id>"));
                tried.add(route.getTemplate());
            }
        }
        assertThat(tried).isNotEmpty();
    }

    private static List<RouteData> routes() {
        var routes =
                RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                        .filter(route ->
                                route.getNavigationTarget().getName().startsWith("org.kaiyuan."))
                        .toList();
        assertThat(routes).hasSizeGreaterThan(15);
        return routes;
    }

    private static String path(RouteData route, UUID id) {
        return route.getTemplate().replaceAll(PLACE_FOR_AN_ID, id.toString());
    }

    private static boolean isForAll(Class<? extends Component> view) {
        return view.isAnnotationPresent(AnonymousAllowed.class);
    }

    private static boolean isForWhoeverSignedIn(Class<? extends Component> view) {
        return view.isAnnotationPresent(PermitAll.class);
    }

    /** What stands there then. */
    private String opened(String path) {
        UI.getCurrent().navigate("");
        UI.getCurrent().navigate(path);
        return getCurrentView().getClass().getSimpleName();
    }

    private String shownAt(String path) {
        var view = opened(path);
        return view + ": " + ((Component) getCurrentView()).getElement().getTextRecursively();
    }

    private Map<String, Set<String>> everybody() {
        var everybody = new LinkedHashMap<String, Set<String>>();
        zones.in("deyang", roles::all).stream()
                .filter(role -> !role.isOwn())
                .forEach(role -> everybody.put(role.id(), role.permissions()));
        everybody.put("ENTERPRISE", permissions.of(Role.ENTERPRISE));
        everybody.put("OPERATOR", permissions.of(Role.OPERATOR));
        everybody.put("somebody without a role", Set.of());
        return everybody;
    }
}
