package org.kaiyuan.ui.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.Permissions;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.access.RoleKeeping;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.kaiyuan.ui.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint of the API, found by itself, called as everybody: what is answered follows from what is
 * declared. Pages: {@link RouteMatrixTest}; use cases: {@link UseCaseMatrixTest}.
 */
@WholeHouse
class EndpointMatrixTest {
    private static final Set<String> FOR_SUPERVISORS =
            Set.of("GET /api/v1/tenant/supervised", "POST /api/v1/delegation/shared-matters");

    @LocalServerPort int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired Zones zones;
    @Autowired TestServers servers;
    @Autowired PasswordEncoder passwords;
    @Autowired Permissions permissions;
    @Autowired RoleKeeping roles;
    @Autowired ApplicationContext house;

    private String zone = "";
    private List<Endpoint> endpoints = List.of();

    @BeforeEach
    void aZoneAndEveryDoor() {
        zone = "m" + UUID.randomUUID().toString().substring(0, 12);
        endpoints = Endpoint.all(mapping);
        assertThat(endpoints).hasSizeGreaterThan(50);
    }

    @Test
    void every_endpoint_declares_what_the_use_cases_behind_it_ask_for() {
        var faults = new ArrayList<String>();
        for (var endpoint : endpoints) {
            var wanted = UseCases.calledBy(endpoint.handler().getMethod()).certain();
            var declared = endpoint.declared();
            if (declared == null) {
                faults.add(
                        "%s declares nobody: put %s on %s#%s"
                                .formatted(
                                        endpoint,
                                        wanted.isEmpty()
                                                ? "@RolesAllowed(<permission>), or @PermitAll for whoever has a token,"
                                                : "@RolesAllowed with " + wanted,
                                        endpoint.handler().getBeanType().getSimpleName(),
                                        endpoint.handler().getMethod().getName()));
            } else if (!declared.equals(wanted)) {
                faults.add(
                        "%s declares %s, but its use cases ask for %s: let @RolesAllowed name just those"
                                .formatted(endpoint, declared, wanted));
            }
        }
        assertThat(faults).isEmpty();
        var unknown =
                endpoints.stream()
                        .flatMap(e -> e.declared() == null ? null : e.declared().stream())
                        .filter(name -> !permissions.all().contains(name))
                        .toList();
        assertThat(unknown).as("permissions that no module declares").isEmpty();
    }

    @Test
    void every_role_is_answered_as_it_is_declared() throws Exception {
        var callers = new Callers(port);
        var faults = new ArrayList<String>();
        for (var role : everybody().entrySet()) {
            var token = callers.token(servers, zones, passwords, zone, role.getValue());
            for (var endpoint : endpoints) {
                boolean may =
                        UseCases.calledBy(endpoint.handler().getMethod()).areMetBy(role.getValue());
                int status = callers.call(endpoint, token, UUID.randomUUID()).statusCode();
                boolean refused = status == 401 || status == 403;
                if (may && refused && FOR_SUPERVISORS.contains(endpoint.toString())) {
                    continue; // this zone supervises nobody, whoever asks in it
                }
                if (may == refused || status >= 500) {
                    faults.add(
                            "%s as %s: %d, although it %s"
                                    .formatted(
                                            endpoint,
                                            role.getKey(),
                                            status,
                                            may ? "may" : "may not"));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void nobody_is_let_in_anywhere() throws Exception {
        var callers = new Callers(port);
        for (var endpoint : endpoints) {
            for (var token : List.of("", "not.a.token")) {
                assertThat(callers.call(endpoint, token, UUID.randomUUID()).statusCode())
                        .as("%s", endpoint)
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void what_is_another_zones_is_answered_as_what_is_not_there() throws Exception {
        var callers = new Callers(port);
        var foreign =
                ForeignRecords.of(house).in("f" + UUID.randomUUID().toString().substring(0, 12));
        var theirs = callers.token(servers, zones, passwords, foreign.zone(), permissions.all());
        var token = callers.token(servers, zones, passwords, zone, permissions.all());
        var faults = new ArrayList<String>();
        try (var statements = new RequestStatements()) {
            for (var endpoint : endpoints) {
                if (!endpoint.hasId() || endpoint.isTheOperators()) {
                    continue;
                }
                var theirId = foreign.idFor(endpoint.path());
                var missingId = UUID.randomUUID();
                callers.call(
                        endpoint,
                        token,
                        UUID.randomUUID()); // so that nothing is asked for the first time
                statements.forget();
                var missing = callers.call(endpoint, token, missingId);
                var forMissing = statements.taken();
                var other = callers.call(endpoint, token, theirId);
                var forOther = statements.taken();
                if (missing.statusCode() != other.statusCode()
                        || !withoutId(missing.body(), missingId)
                                .equals(withoutId(other.body(), theirId))) {
                    faults.add(
                            "%s tells a foreign id from a missing one: %d %s, but %d %s"
                                    .formatted(
                                            endpoint,
                                            other.statusCode(),
                                            other.body(),
                                            missing.statusCode(),
                                            missing.body()));
                }
                assertThat(forMissing).as("%s: statements were heard", endpoint).isNotEmpty();
                if (!forMissing.equals(forOther)) {
                    faults.add(
                            "%s takes another time for a foreign id than for a missing one: %s, but %s"
                                    .formatted(endpoint, forOther, forMissing));
                }
            }
        }
        assertThat(faults).isEmpty();
        for (var endpoint : endpoints) {
            boolean shows =
                    endpoint.method().equals("GET")
                            && endpoint.hasId()
                            && !endpoint.isTheOperators();
            if (shows
                    && !endpoint.path().contains("/similar")
                    && !endpoint.path().endsWith("/archive")) {
                assertThat(
                                callers.callInner(
                                                endpoint,
                                                theirs,
                                                foreign.idFor(endpoint.path()),
                                                foreign.byPath())
                                        .statusCode())
                        .as("%s: it is really there", endpoint)
                        .isEqualTo(200);
            }
        }
    }

    private static String withoutId(String body, UUID id) {
        return body.replace(id.toString(), "<id>").replaceAll("\"incident\":\"[^\"]*\"", "");
    }

    /** Each ready-made role, the platform's own people, and a program without scopes. */
    private Map<String, Set<String>> everybody() {
        var everybody = new TreeMap<String, Set<String>>();
        zones.in(zone, roles::all).forEach(role -> everybody.put(role.id(), role.permissions()));
        everybody.put("ENTERPRISE", permissions.of(Role.ENTERPRISE));
        everybody.put("OPERATOR", permissions.of(Role.OPERATOR));
        everybody.put("a program without scopes", Set.of());
        everybody.put("a program that may all", new TreeSet<>(permissions.all()));
        assertThat(everybody).containsKeys("ZONE_ADMIN", "ZONE_STAFF", "AUDIT_ADMIN");
        return everybody;
    }
}
