package org.kaiyuan.ui.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kaiyuan.ui.WholeHouse;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever stands in the address of a search: it is answered or clearly refused, and shows no other zone. */
@WholeHouse
class OddQuestionsTest {
    private static final String SEARCH = "/api/v1/enterprises/search?limit=3&";
    private static final List<String> DOORS =
            List.of(
                    SEARCH + "q=",
                    "/api/v1/enterprises/suggest?q=",
                    "/api/v1/enterprises?limit=3&name=",
                    "/api/v1/enterprises?limit=3&cursor=");
    private static final List<String> FILTERS =
            List.of(
                    "name",
                    "industry",
                    "leadingIndustry",
                    "subIndustry",
                    "qualification",
                    "division",
                    "tag",
                    "status",
                    "aboveScale",
                    "capitalFrom",
                    "capitalTo",
                    "foundedFrom",
                    "foundedTo",
                    "limit");

    private static final String MAP = "/api/v1/layers/FARMLAND?bbox=";
    private static final List<String> LAND =
            List.of(
                    "/api/v1/plots?limit=3&text=",
                    "/api/v1/plots?limit=3&state=",
                    "/api/v1/plots?limit=3&use=",
                    "/api/v1/plots?limit=3&areaFrom=",
                    "/api/v1/plots?limit=3&areaTo=",
                    "/api/v1/plots?limit=3&holder=",
                    "/api/v1/plots?limit=3&bbox=",
                    "/api/v1/plots?limit=3&asOf=",
                    "/api/v1/plots?limit=3&cursor=",
                    "/api/v1/plots?limit=",
                    "/api/v1/plots/match?lead=",
                    "/api/v1/plots/reservations?lead=",
                    "/api/v1/plots/tasks?cursor=",
                    "/api/v1/plots/idle?cursor=",
                    "/api/v1/plots/idle?state=",
                    "/api/v1/plots/ledgers/approved?cursor=",
                    "/api/v1/plots/ledgers/supplied?year=",
                    "/api/v1/plots/ledgers/balance?year=",
                    "/api/v1/plots/ledgers/low?year=",
                    MAP,
                    MAP + "104,28,106,30&metresPerPixel=",
                    "/api/v1/buildings?limit=3&text=",
                    "/api/v1/buildings?limit=3&plot=",
                    "/api/v1/buildings/vacancy?day=",
                    "/api/v1/units?limit=3&use=",
                    "/api/v1/units?limit=3&areaFrom=",
                    "/api/v1/units?limit=3&areaTo=",
                    "/api/v1/units?limit=3&loadFrom=",
                    "/api/v1/units?limit=3&heightFrom=",
                    "/api/v1/units?limit=3&powerFrom=",
                    "/api/v1/units?limit=3&craneFrom=",
                    "/api/v1/units/match?lead=",
                    "/api/v1/leases?limit=3&text=",
                    "/api/v1/leases?limit=3&state=",
                    "/api/v1/leases?limit=3&endingBy=",
                    "/api/v1/leases?endingBy=2026-12-31&cursor=",
                    "/api/v1/leases/ending?months=",
                    "/api/v1/leases/overdue?cursor=");

    private static final String POWERS = "/api/v1/delegation/";
    private static final List<String> OF_POWERS =
            List.of(
                    POWERS + "matters/search?limit=3&q=",
                    POWERS + "matters/search?cursor=",
                    POWERS + "matters?limit=3&field=",
                    POWERS + "matters?kind=",
                    POWERS + "matters?cursor=",
                    POWERS + "matters?limit=",
                    POWERS + "shared-matters?name=",
                    POWERS + "papers?kind=",
                    POWERS + "entries?receivingBody=",
                    POWERS + "entries?matter=",
                    POWERS + "entries?batch=",
                    POWERS + "entries?cursor=",
                    POWERS + "decides?matter=019a0f5e-7a30-7c41-8f2a-2f1d7c3b9c30&place=",
                    POWERS + "decides?matter=019a0f5e-7a30-7c41-8f2a-2f1d7c3b9c30&date=",
                    POWERS + "decides?matter=019a0f5e-7a30-7c41-8f2a-2f1d7c3b9c30&known=",
                    POWERS + "decides?matter=");

    @LocalServerPort int port;
    private Visitor program;
    private String token = "";
    private long all;

    @BeforeEach
    void a_zone_whose_enterprises_are_all_found() throws Exception {
        program = new Visitor(port);
        token =
                JsonPath.read(
                        program.send(
                                        HttpRequest.newBuilder()
                                                .header("Authorization", "Basic " + pair())
                                                .header(
                                                        "Content-Type",
                                                        "application/x-www-form-urlencoded")
                                                .POST(
                                                        BodyPublishers.ofString(
                                                                "grant_type=client_credentials")),
                                        "/oauth2/token")
                                .body(),
                        "$.access_token");
        await().pollInSameThread()
                .atMost(Duration.ofMinutes(2))
                .until(() -> {
                    var body = called(SEARCH + "q=").body();
                    all = JsonPath.<Number>read(body, "$.total").longValue();
                    return !JsonPath.<Boolean>read(body, "$.degraded") && all >= 1_500;
                });
    }

    static Stream<String> typed() {
        return Stream.of(
                "a".repeat(7_000),
                "华".repeat(700),
                "华".repeat(199) + "𠮷创",
                "华".repeat(119) + "𠮷创",
                "huachuang".repeat(300),
                "hua chuang ".repeat(120),
                "ﷺ".repeat(200),
                "㍿".repeat(250),
                "1".repeat(3_000),
                "四川省成都市".repeat(60),
                "(成都)".repeat(100),
                "（".repeat(400),
                "e\u0301".repeat(200),
                "!@#$%^&*()_+-=[]{}|;:,.<>?/~`",
                "\"",
                "'",
                "\\u0000\\",
                "name:* AND (tenantId:[* TO *] OR _id:/.*/)~2^9",
                "{\"match_all\":{}}",
                "\0",
                "华\0创",
                "华\n创\r\t",
                "🙂👩‍👩‍👧‍👦华创",
                "𠮷野家𠀀𠀁",
                "\u202e华创\u202c שלום مرحبا",
                "华\u200b创\ufeff",
                "𝔥𝔲𝔞𝔠𝔥𝔲𝔞𝔫𝔤",
                "İıß",
                "1e999999999",
                "-2147483649",
                "ZGV5YW5n");
    }

    @ParameterizedTest
    @MethodSource("typed")
    void what_was_typed_is_answered_or_refused(String typed) throws Exception {
        for (var door : DOORS) {
            assertAnsweredOrRefused(door + encoded(typed));
        }
        for (var filter : FILTERS) {
            assertAnsweredOrRefused(
                    SEARCH + "q=" + encoded("有限") + "&" + filter + "=" + encoded(typed));
            assertAnsweredOrRefused("/api/v1/enterprises?" + filter + "=" + encoded(typed));
        }
    }

    static Stream<String> typedOfLand() {
        return Stream.concat(
                typed(),
                Stream.of(
                        "+999999999-12-31",
                        "-999999999-01-01",
                        "+300000-01-01",
                        "0000-01-01",
                        "2026-02-30",
                        "1e-999999999",
                        "-1e999999999",
                        "0e999999999",
                        "NaN",
                        "Infinity",
                        "-5",
                        "2147483647",
                        "NaN,NaN,NaN,NaN",
                        "1e999,0,0,0",
                        "99999999999999999_019a0f5e-7a30-7c41-8f2a-2f1d7c3b9c30",
                        "9999-12-31_019a0f5e-7a30-7c41-8f2a-2f1d7c3b9c30"));
    }

    @ParameterizedTest
    @MethodSource("typedOfLand")
    void what_was_typed_of_land_is_answered_or_refused(String typed) throws Exception {
        for (var door : LAND) {
            assertAnsweredOrRefused(door + encoded(typed));
        }
    }

    /** What is not there is said to be so. */
    @ParameterizedTest
    @MethodSource("typedOfLand")
    void what_was_typed_of_powers_is_answered_or_refused(String typed) throws Exception {
        for (var door : OF_POWERS) {
            var answer = called(door + encoded(typed));
            assertThat(answer.statusCode())
                    .as("%s%s → %s", door, typed, answer.body())
                    .isIn(200, 400, 404, 422);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 900, 3_000})
    void a_filter_with_many_values_is_answered_or_refused(int values) throws Exception {
        for (var one : List.of("status=ACTIVE", "status=", "tag=x", "x=1")) {
            var many =
                    IntStream.range(0, values).mapToObj(i -> one).collect(Collectors.joining("&"));
            assertAnsweredOrRefused(SEARCH + many);
            assertAnsweredOrRefused("/api/v1/enterprises?" + many);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%ZZ", "%FF%FE", "%ED%A0%80", "%ED%B0%80", "[", "\u00e9"})
    void what_is_no_text_is_refused(String bytes) throws Exception {
        for (var door : DOORS) {
            assertThat(raw(door + bytes))
                    .startsWith("HTTP/1.1 400")
                    .containsIgnoringCase("Content-Type: application/problem+json");
        }
    }

    @Test
    void ten_thousand_characters_are_refused_with_a_sentence() throws Exception {
        var answer = called(SEARCH + "q=" + encoded("创".repeat(10_000)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("8 KB", "请缩短");
    }

    private void assertAnsweredOrRefused(String path) throws Exception {
        var answer = called(path);
        var told = path.substring(0, Math.min(120, path.length())) + " → " + answer.body();
        assertThat(answer.statusCode()).as(told).isIn(200, 400, 422);
        if (answer.statusCode() != 200) {
            assertThat(answer.headers().firstValue("Content-Type"))
                    .as(told)
                    .hasValue("application/problem+json");
        } else if (path.startsWith(SEARCH)) {
            long total = JsonPath.<Number>read(answer.body(), "$.total").longValue();
            assertThat(total).as(told).isBetween(0L, all);
            for (var id : JsonPath.<List<String>>read(answer.body(), "$.items[*].enterprise.id")) {
                assertThat(called("/api/v1/enterprises/" + id).statusCode()).isEqualTo(200);
            }
        }
    }

    /** What no client that knows HTTP would send. */
    private String raw(String path) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write(
                            ("GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
                                            .formatted(path, token))
                                    .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private HttpResponse<String> called(String path) throws Exception {
        return program.send(
                HttpRequest.newBuilder().header("Authorization", "Bearer " + token), path);
    }

    private static String pair() {
        return Base64.getEncoder()
                .encodeToString(
                        ("luzhou-api:" + Visitor.PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
