package org.kaiyuan.ui.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.ApiClientKeeping;
import org.kaiyuan.platform.access.ApiClientRow;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.kaiyuan.ui.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a zone decides of a program holds at its next call, whatever the token says that it brings; over real HTTP. */
@WholeHouse
class ApiClientCallsTest {
    private static final String LIST = "/api/v1/enterprises?limit=1";

    @LocalServerPort int port;
    @Autowired Zones zones;
    @Autowired ApiClientKeeping clients;
    @Autowired TestServers servers;

    private String zone = "";
    private Visitor program = new Visitor(0);

    @BeforeEach
    void arrive() {
        zone = "p" + UUID.randomUUID().toString().substring(0, 12);
        program = new Visitor(port);
    }

    @Test
    void it_may_what_it_was_given_and_is_seen_to_have_called() throws Exception {
        var made = made(Set.of("enterprises:read", "enterprises:write"));
        var token = token(made, "");

        assertThat(called(token).statusCode()).isEqualTo(200);
        assertThat(written(token).statusCode()).isEqualTo(201);

        var row = read(made.client());
        assertThat(row.lastUsedAt()).isBetween(Instant.now().minusSeconds(600), Instant.now());
        assertThat(row.lastUsedFrom()).isEqualTo("127.0.0.1");
    }

    @Test
    void it_gets_no_token_for_a_scope_that_it_does_not_have() throws Exception {
        var made = made(Set.of("enterprises:read"));

        var asked = asked(made.client().clientId(), made.secret(), "enterprises:write", null);

        assertThat(asked.statusCode()).isEqualTo(400);
        assertThat(asked.body()).contains("invalid_scope");
        assertThat(written(token(made, "")).statusCode()).isEqualTo(403);
    }

    @Test
    void a_token_for_less_than_it_may_opens_less() throws Exception {
        var made = made(Set.of("enterprises:read", "enterprises:write"));
        var token = token(made, "enterprises:read");

        assertThat(called(token).statusCode()).isEqualTo(200);
        assertThat(written(token).statusCode()).isEqualTo(403);
    }

    @Test
    void what_is_taken_from_it_is_gone_from_the_tokens_it_holds() throws Exception {
        var made = made(Set.of("enterprises:read", "enterprises:write"));
        var token = token(made, "");
        assertThat(written(token).statusCode()).isEqualTo(201);

        zones.in(
                zone,
                () ->
                        clients.change(
                                made.client().id(),
                                0,
                                terms(Set.of("enterprises:read"), List.of(), null)));

        assertThat(written(token).statusCode()).isEqualTo(403);
        assertThat(called(token).statusCode()).isEqualTo(200);
    }

    @Test
    void once_revoked_it_gets_no_token_and_those_it_holds_open_nothing() throws Exception {
        var made = made(Set.of("enterprises:read"));
        var token = token(made, "");
        assertThat(called(token).statusCode()).isEqualTo(200);

        zones.in(zone, () -> clients.revoke(made.client().id()));

        var answer = called(token);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                .contains("invalid_token");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(asked(made.client().clientId(), made.secret(), "", null).statusCode())
                .isEqualTo(401);
    }

    @Test
    void once_expired_it_gets_no_token_and_those_it_holds_open_nothing() throws Exception {
        var made = made(Set.of("enterprises:read"));
        var token = token(made, "");
        assertThat(called(token).statusCode()).isEqualTo(200);

        asOwner(
                "update access.api_client set expires_at = now() - interval '1 second' where id = '"
                        + made.client().id()
                        + "'");

        assertThat(called(token).statusCode()).isEqualTo(401);
        assertThat(asked(made.client().clientId(), made.secret(), "", null).statusCode())
                .isEqualTo(401);
    }

    @Test
    void once_its_zone_is_suspended_it_opens_nothing() throws Exception {
        var made = made(Set.of("enterprises:read"));
        var token = token(made, "");
        assertThat(called(token).statusCode()).isEqualTo(200);

        asOwner("update tenancy.tenant set state = 'SUSPENDED' where code = '" + zone + "'");

        assertThat(called(token).statusCode()).isEqualTo(401);
        assertThat(asked(made.client().clientId(), made.secret(), "", null).statusCode())
                .isEqualTo(401);
    }

    @Test
    void while_a_secret_takes_over_both_work_and_then_the_new_one_alone() throws Exception {
        var made = made(Set.of("enterprises:read"));
        var id = made.client().clientId();
        var told =
                zones.in(
                        zone,
                        () ->
                                clients.rotate(
                                        made.client().id(),
                                        0,
                                        Instant.now().plus(Duration.ofDays(7))));

        assertThat(asked(id, made.secret(), "", null).statusCode()).isEqualTo(200);
        assertThat(asked(id, told.secret(), "", null).statusCode()).isEqualTo(200);
        assertThat(asked(id, made.secret() + " ", "", null).statusCode()).isEqualTo(401);

        asOwner(
                "update access.api_client set former_secret_until = now() - interval '1 second' where id = '"
                        + made.client().id()
                        + "'");
        assertThat(asked(id, made.secret(), "", null).statusCode()).isEqualTo(401);
        assertThat(asked(id, told.secret(), "", null).statusCode()).isEqualTo(200);

        var third = zones.in(zone, () -> clients.rotate(made.client().id(), 1, null));
        assertThat(asked(id, told.secret(), "", null).statusCode()).isEqualTo(401);
        assertThat(asked(id, third.secret(), "", null).statusCode()).isEqualTo(200);
    }

    @Test
    void from_an_address_that_is_not_allowed_it_gets_no_token_and_calls_nothing() throws Exception {
        var made = made(Set.of("enterprises:read"), "10.20.0.0/16", "2001:db8::/32");
        var client = made.client().clientId();

        var refused = asked(client, made.secret(), "", null);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("unauthorized_client", "127.0.0.1", "不允许");

        for (var allowed : List.of("10.20.255.1", "2001:db8:1::9")) {
            String token =
                    JsonPath.read(
                            asked(client, made.secret(), "", allowed).body(), "$.access_token");
            assertThat(called(token, allowed).statusCode()).as(allowed).isEqualTo(200);
            var elsewhere = called(token);
            assertThat(elsewhere.statusCode()).isEqualTo(403);
            assertThat(elsewhere.body())
                    .contains("access.refusal.client.address", "不允许从地址 127.0.0.1 调用");
            assertThat(called(token, "10.21.0.1").statusCode()).isEqualTo(403);
            assertThat(called(token, "2001:db9::9").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void another_zone_sees_nothing() throws Exception {
        var made = made(Set.of("enterprises:read", "enterprises:write"));
        var there = written(token(made, "")).headers().firstValue("Location").orElseThrow();
        zone = "q" + UUID.randomUUID().toString().substring(0, 12);
        var foreign = token(made(Set.of("enterprises:read")), "");

        assertThat(called(foreign, null, there).statusCode()).isEqualTo(404);
        assertThat(JsonPath.<List<?>>read(called(foreign).body(), "$.items")).isEmpty();
    }

    private ApiClientKeeping.Told made(Set<String> scopes, String... networks) {
        return zones.in(zone, () -> clients.create(terms(scopes, List.of(networks), null)));
    }

    private ApiClientRow read(ApiClientRow client) {
        return zones.in(zone, () -> clients.get(client.id()));
    }

    private static ApiClientKeeping.Terms terms(
            Set<String> scopes, List<String> networks, @Nullable Instant until) {
        return new ApiClientKeeping.Terms("程序", scopes, networks, until);
    }

    private String token(ApiClientKeeping.Told made, String scope) throws Exception {
        var answer = asked(made.client().clientId(), made.secret(), scope, null);
        return JsonPath.read(answer.body(), "$.access_token");
    }

    private HttpResponse<String> asked(
            String client, String secret, String scope, @Nullable String from) throws Exception {
        var pair = (client + ":" + secret).getBytes(StandardCharsets.UTF_8);
        var form = new HashMap<>(Map.of("grant_type", "client_credentials"));
        if (!scope.isEmpty()) {
            form.put("scope", scope);
        }
        return program.send(
                from(from)
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(pair))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(Visitor.encoded(form))),
                "/oauth2/token");
    }

    private HttpResponse<String> written(String token) throws Exception {
        return program.send(
                from(null)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"name\": \"程序登记有限公司\"}")),
                "/api/v1/enterprises");
    }

    private HttpResponse<String> called(String token) throws Exception {
        return called(token, null, LIST);
    }

    private HttpResponse<String> called(String token, String from) throws Exception {
        return called(token, from, LIST);
    }

    private HttpResponse<String> called(String token, @Nullable String from, String path)
            throws Exception {
        return program.send(from(from).header("Authorization", "Bearer " + token), path);
    }

    /** As the proxy before us says it; it stands at a loopback address. */
    private static HttpRequest.Builder from(@Nullable String address) {
        var request = HttpRequest.newBuilder();
        return address == null ? request : request.header("X-Forwarded-For", address);
    }

    private void asOwner(String update) throws SQLException {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            // forced row-level security binds the owner too
            sql.execute("set app.tenant_id = '" + zones.zone(zone).value() + "'");
            assertThat(sql.executeUpdate(update)).isEqualTo(1);
        }
    }
}
