package org.kaiyuan.ui.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.ApiClientKeeping;
import org.kaiyuan.platform.rest.RateLimits;
import org.kaiyuan.testing.Zones;
import org.kaiyuan.ui.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Who asks too often waits, and nobody else does; over real HTTP. */
@WholeHouse
class TooManyRequestsTest {
    private static final String LIST = "/api/v1/enterprises?limit=1";

    @LocalServerPort int port;
    @Autowired Zones zones;
    @Autowired ApiClientKeeping clients;
    @Autowired RateLimits limits;

    private Visitor visitor = new Visitor(0);

    /** Of this test alone, as a proxy would tell it. */
    private String address = "";

    @BeforeEach
    void arrive() {
        visitor = new Visitor(port);
        var random = ThreadLocalRandom.current();
        address = "203.0.%d.%d".formatted(random.nextInt(256), random.nextInt(256));
    }

    @Test
    void a_program_that_calls_too_often_is_told_when_to_come_back() throws Exception {
        var zone = "t" + UUID.randomUUID().toString().substring(0, 12);
        var busy = made(zone);
        var other = made(zone);
        var token = token(busy);
        assertThat(called(token, "zh").statusCode()).isEqualTo(200);

        var refused =
                refusedBeside(
                        RateLimits.Of.CLIENT, busy.client().clientId(), () -> called(token, "zh"));

        assertThat(refused.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 60L);
        assertThat((Object) JsonPath.read(refused.body(), "$.status")).isEqualTo(429);
        assertThat((Object) JsonPath.read(refused.body(), "$.code"))
                .isEqualTo("rest.refusal.tooMany");
        assertThat(refused.body()).contains("请求过于频繁");
        assertThat(
                        refusedBeside(
                                        RateLimits.Of.CLIENT,
                                        busy.client().clientId(),
                                        () -> called(token, "en"))
                                .body())
                .contains("Too many requests. Try again in");
        assertThat(called(token(other), "zh").statusCode())
                .as("another program of the same zone at the same address")
                .isEqualTo(200);
    }

    @Test
    void who_asks_for_tokens_too_often_waits_at_that_address_alone() throws Exception {
        var refused = untilRefused("/oauth2/token", "application/json");

        assertThat(refused.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(posted("/oauth2/token", "203.1.0.1", "application/json").statusCode())
                .isNotEqualTo(429);
        assertThat(posted("/login", address, "text/html").statusCode()).isNotEqualTo(429);
    }

    @Test
    void who_signs_in_too_often_reads_a_sentence_and_a_way_back() throws Exception {
        var refused = untilRefused("/login", "text/html");

        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.body()).contains("请求过于频繁", "返回登录页");
        assertThat(posted("/login", "203.1.0.2", "text/html").statusCode()).isNotEqualTo(429);
    }

    @Test
    void an_address_that_asks_for_anything_too_often_waits() throws Exception {
        var refused = refusedBeside(RateLimits.Of.ADDRESS, address, () -> from(address, "/login"));

        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(from("203.1.0.3", "/login").statusCode()).isEqualTo(200);
    }

    /** Asks on while somebody else takes all there is, until it is refused. */
    private HttpResponse<String> refusedBeside(
            RateLimits.Of what, String subject, Callable<HttpResponse<String>> ask)
            throws Exception {
        var over = new AtomicBoolean();
        var greedy = Thread.ofPlatform().start(() -> takeAll(what, subject, over));
        try {
            for (int i = 0; i < 500; i++) {
                var answer = ask.call();
                if (answer.statusCode() == 429) {
                    return answer;
                }
            }
            throw new AssertionError("There is no limit for " + what);
        } finally {
            over.set(true);
            greedy.join();
        }
    }

    private void takeAll(RateLimits.Of what, String subject, AtomicBoolean over) {
        var request = new MockHttpServletRequest();
        try {
            while (!over.get()) {
                limits.refuses(what, subject, request, new MockHttpServletResponse());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> untilRefused(String path, String accept) throws Exception {
        for (int i = 0; i < 2_000; i++) {
            var answer = posted(path, address, accept);
            if (answer.statusCode() == 429) {
                assertThat(i).as("some are answered").isGreaterThanOrEqualTo(100);
                return answer;
            }
        }
        throw new AssertionError("There is no limit at " + path);
    }

    private HttpResponse<String> posted(String path, String from, String accept) throws Exception {
        return visitor.send(
                HttpRequest.newBuilder()
                        .header("X-Forwarded-For", from)
                        .header("Accept", accept)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials")),
                path);
    }

    private HttpResponse<String> from(String from, String path) throws Exception {
        return visitor.send(HttpRequest.newBuilder().header("X-Forwarded-For", from), path);
    }

    private ApiClientKeeping.Told made(String zone) {
        return zones.in(
                zone,
                () ->
                        clients.create(
                                new ApiClientKeeping.Terms(
                                        "程序", Set.of("enterprises:read"), List.of(), null)));
    }

    private String token(ApiClientKeeping.Told made) throws Exception {
        var pair =
                (made.client().clientId() + ":" + made.secret()).getBytes(StandardCharsets.UTF_8);
        var answer =
                visitor.send(
                        HttpRequest.newBuilder()
                                .header(
                                        "Authorization",
                                        "Basic " + Base64.getEncoder().encodeToString(pair))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("grant_type=client_credentials")),
                        "/oauth2/token");
        return JsonPath.read(answer.body(), "$.access_token");
    }

    private HttpResponse<String> called(String token, String language) throws Exception {
        return visitor.send(
                HttpRequest.newBuilder()
                        .header("Authorization", "Bearer " + token)
                        .header("Accept-Language", language),
                LIST);
    }
}
