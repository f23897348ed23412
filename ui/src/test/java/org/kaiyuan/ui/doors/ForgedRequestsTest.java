package org.kaiyuan.ui.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kaiyuan.platform.access.Permissions;
import org.kaiyuan.platform.tenancy.TenantDirectory;
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
 * Requests that say more than they may: another zone, another field, another statement, another folder; at
 * every endpoint, found by itself.
 */
@WholeHouse
class ForgedRequestsTest {
    private static final String LIST = "/api/v1/enterprises?limit=5&sort=NAME";

    @LocalServerPort int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired ApplicationContext house;
    @Autowired Zones zones;
    @Autowired TenantDirectory tenants;
    @Autowired TestServers servers;
    @Autowired PasswordEncoder passwords;
    @Autowired Permissions permissions;

    private Visitor visitor = new Visitor(0);
    private String zone = "";
    private String token = "";
    private long deyang;

    @BeforeEach
    void aProgramThatMayAllInAZoneOfItsOwn() throws Exception {
        visitor = new Visitor(port);
        zone = "g" + UUID.randomUUID().toString().substring(0, 12);
        token = new Callers(port).token(servers, zones, passwords, zone, permissions.all());
        deyang = tenants.byCode("deyang").orElseThrow().id().value();
    }

    @Test
    void no_header_parameter_or_cookie_names_another_zone() throws Exception {
        var ours = asked(request(), LIST).body();
        for (var header :
                List.of(
                        "X-Tenant",
                        "X-Tenant-Id",
                        "X-Tenant-ID",
                        "Tenant",
                        "X-Zone",
                        "X-Org-Id",
                        "X-Forwarded-User",
                        "X-Original-URL",
                        "Cookie")) {
            for (var value : List.of("deyang", Long.toString(deyang), "tenant=" + deyang)) {
                assertThat(asked(request().header(header, value), LIST).body())
                        .as("%s: %s", header, value)
                        .isEqualTo(ours);
            }
        }
        for (var parameter :
                List.of("tenant", "tenantId", "tenant_id", "zone", "app.tenant_id", "org")) {
            assertThat(asked(request(), LIST + "&" + parameter + "=" + deyang).body())
                    .as(parameter)
                    .isEqualTo(ours);
        }
        assertThat((Object) JsonPath.read(ours, "$.items.length()")).isEqualTo(0);
    }

    @Test
    void no_path_names_another_zone() throws Exception {
        for (var path :
                List.of(
                        "/api/v1/deyang/enterprises",
                        "/api/v1/tenants/" + deyang + "/enterprises",
                        "/deyang/api/v1/enterprises",
                        "/api/v1;tenant=" + deyang + "/enterprises",
                        "/api/v1/enterprises;tenant=" + deyang)) {
            assertThat(asked(request(), path).statusCode()).as(path).isIn(302, 400, 401, 403, 404);
        }
    }

    @Test
    void who_asks_for_a_token_gets_one_of_its_own_zone() throws Exception {
        var pair =
                Base64.getEncoder()
                        .encodeToString(
                                ("luzhou-api:" + Visitor.PASSWORD)
                                        .getBytes(StandardCharsets.UTF_8));
        var form =
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "zone",
                        Long.toString(deyang),
                        "tenant",
                        "deyang",
                        "audience",
                        "kaiyuan-api");
        var answer =
                visitor.send(
                        HttpRequest.newBuilder()
                                .header("Authorization", "Basic " + pair)
                                .header("X-Tenant", "deyang")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(Visitor.encoded(form))),
                        "/oauth2/token");
        var claims =
                new String(
                        Base64.getUrlDecoder()
                                .decode(
                                        JsonPath.<String>read(answer.body(), "$.access_token")
                                                .split("\\.")[1]),
                        StandardCharsets.UTF_8);

        assertThat(JsonPath.<Number>read(claims, "$.zone").longValue())
                .isEqualTo(tenants.byCode("luzhou").orElseThrow().id().value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; drop table enterprises.enterprise; --",
                "NAME' or '1'='1",
                "name desc, (select pg_sleep(30))",
                "1) union select secret_hash from access.api_client --",
                "\"; reset app.tenant_id; --"
            })
    void sql_in_any_parameter_is_a_word_or_refused(String sql) throws Exception {
        var callers = new Callers(port);
        var faults = new ArrayList<String>();
        int tried = 0;
        for (var endpoint : Endpoint.all(mapping)) {
            if (!endpoint.method().equals("GET")) {
                continue;
            }
            for (var parameter : callers.parameters(endpoint)) {
                var answer =
                        callers.call(endpoint, token, UUID.randomUUID(), Map.of(parameter, sql));
                tried++;
                if (answer.statusCode() >= 500
                        || answer.body().contains("bcrypt")
                        || answer.body().contains("syntax error")) {
                    faults.add(
                            "%s with %s: %d %s"
                                    .formatted(
                                            endpoint,
                                            parameter,
                                            answer.statusCode(),
                                            answer.body()));
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(tried).isGreaterThan(50);
        assertThat(asked(request(), LIST).statusCode()).as("the table is there").isEqualTo(200);
    }

    @Test
    void a_sort_that_is_none_of_ours_is_refused() throws Exception {
        for (var sort : List.of("name;drop", "secret_hash", "tenant_id", "1", "NAME,NAME")) {
            var answer = asked(request(), "/api/v1/enterprises?sort=" + sort);
            assertThat(answer.statusCode()).as(sort).isEqualTo(400);
            assertThat((Object) JsonPath.read(answer.body(), "$.errors[0].field"))
                    .isEqualTo("sort");
        }
    }

    @Test
    void a_field_that_is_not_offered_is_refused_and_nothing_is_done() throws Exception {
        var callers = new Callers(port);
        var mine = ForeignRecords.of(house).in(zone);
        var enterprise = "/api/v1/enterprises/" + mine.idFor("/api/v1/enterprises/{id}");
        var before = asked(request(), enterprise).body();
        var faults = new ArrayList<String>();
        int tried = 0;
        for (var endpoint : Endpoint.all(mapping)) {
            for (var field : List.of("tenantId", "zone", "createdBy", "operator")) {
                var answer =
                        callers.callWith(
                                endpoint,
                                token,
                                endpoint.hasId() && !endpoint.isTheOperators()
                                        ? mine.idFor(endpoint.path())
                                        : UUID.randomUUID(),
                                field,
                                deyang);
                if (answer == null) {
                    continue; // takes no JSON
                }
                tried++;
                if (answer.statusCode() != 400 && answer.statusCode() != 422) {
                    faults.add(
                            "%s takes %s: %d %s"
                                    .formatted(
                                            endpoint, field, answer.statusCode(), answer.body()));
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(tried).isGreaterThan(60);
        assertThat(asked(request(), enterprise).body()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..%2f..%2fapplication.yaml",
                "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
                "..%5c..%5capplication.yaml",
                "..;/..;/application.yaml",
                "019a0f5e-7a30-7c41-8f2a-2f1d7c3b9a10%00.csv"
            })
    void a_path_in_the_place_of_an_id_leads_nowhere(String path) throws Exception {
        for (var endpoint : Endpoint.all(mapping)) {
            if (endpoint.hasId() && endpoint.method().equals("GET")) {
                var answer =
                        asked(
                                request(),
                                endpoint.path()
                                        .replaceAll("\\{[^}]+}", Matcher.quoteReplacement(path)));
                assertThat(answer.statusCode())
                        .as("%s with %s", endpoint, path)
                        .isIn(302, 400, 401, 403, 404);
                assertThat(answer.body()).doesNotContain("root:", "spring:");
            }
        }
    }

    @Test
    void a_file_that_calls_itself_a_path_is_a_name() throws Exception {
        var answer =
                visitor.send(
                        request()
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .POST(
                                        BodyPublishers.ofString(
                                                "--x\r\nContent-Disposition: form-data; name=\"file\";"
                                                        + " filename=\"../../../../tmp/kaiyuan-was-here.csv\"\r\n"
                                                        + "Content-Type: text/csv\r\n\r\n企业名称\n路径有限公司\n\r\n--x--\r\n")),
                        "/api/v1/enterprises/imports?dryRun=true");

        assertThat(answer.statusCode()).as(answer.body()).isIn(202, 400, 422);
        assertThat(java.nio.file.Path.of("/tmp/kaiyuan-was-here.csv")).doesNotExist();
    }

    @Test
    void an_address_that_a_program_gives_itself_behind_a_proxy_is_not_believed() throws Exception {
        // what a proxy of ours adds stands last; what stands before, anybody may have written
        var callers = new Callers(port);
        var client =
                callers.client(servers, zones, passwords, zone, permissions.all(), "10.20.0.0/16");
        for (var forged : List.of("10.20.0.9, 10.99.0.1", "10.20.0.9, 203.0.113.7")) {
            assertThat(callers.ask(client, forged).statusCode()).as(forged).isEqualTo(400);
        }
        assertThat(callers.ask(client, "203.0.113.7, 10.20.0.9").statusCode()).isEqualTo(200);
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder().header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> asked(HttpRequest.Builder request, String path) throws Exception {
        return visitor.send(request, path);
    }
}
