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
