package org.kaiyuan.ui.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.kaiyuan.ui.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What somebody tries who means harm, over real HTTP. Tokens: {@link TokensTest}; sessions: {@link SigningInTest}. */
@WholeHouse
class AttacksTest {
    private static final int TOO_MUCH = 17 << 20;
    private static final String TOKEN_HEADER = "{\"alg\":\"%s\",\"typ\":\"JWT\"}";

    @LocalServerPort int port;
    @Autowired TenantDirectory tenants;
    private Visitor visitor;

    @BeforeEach
    void arrive() {
        visitor = new Visitor(port);
    }

    @Test
    void another_hosts_name_leads_nobody_away() throws Exception {
        for (var path : new String[] {"/enterprises", "/", "/setup/../enterprises"}) {
            assertThat(raw("GET " + path + " HTTP/1.1", "Host: evil.example"))
                    .as(path)
                    .doesNotContain("evil.example");
        }
        assertThat(
                        raw(
                                "GET /enterprises HTTP/1.1",
                                "Host: 127.0.0.1",
                                "X-Forwarded-Host: evil.example"))
                .contains("302", "Location: /login")
                .doesNotContain("evil.example");
    }

    @Test
    void who_signs_in_stays_in_the_house_whatever_was_asked_for() throws Exception {
        visitor.get("/enterprises?next=https://evil.example");
        visitor.get("/login?continue=https://evil.example&redirect=//evil.example");

        var in = visitor.signIn("deyang-staff", Visitor.PASSWORD);

        assertThat(in.headers().firstValue("Location").orElseThrow())
                .doesNotStartWith("//")
                .satisfiesAnyOf(
                        place -> assertThat(place).startsWith("/"),
                        place -> assertThat(place).startsWith("http://127.0.0.1:" + port + "/"));
    }

    @Test
    void behind_https_every_cookie_is_for_https_alone() throws Exception {
        assertThat(raw("GET /login HTTP/1.1", "Host: park.example", "X-Forwarded-Proto: https"))
                .containsPattern("Set-Cookie: JSESSIONID=[^\r]*; Secure")
                .contains("HttpOnly", "SameSite=Lax", "Strict-Transport-Security: max-age=");
    }

    @Test
    void what_is_no_page_of_ours_is_not_read() throws Exception {
        for (var path :
                new String[] {
                    "/kaiyuan/../application.yaml",
                    "/kaiyuan/%2e%2e/application.yaml",
                    "/kaiyuan/..;/application.yaml",
                    "/VAADIN/%2e%2e/application.yaml",
                    "/VAADIN/../WEB-INF/web.xml",
                    "/webjars/..%5capplication.yaml",
                    "/aura/%252e%252e/application.yaml",
                    "/META-INF/MANIFEST.MF",
                    "/VAADIN/config/flow-build-info.json",
                    "//etc/passwd",
                    "/kaiyuan.css%00.html"
                }) {
            var answer = raw("GET " + path + " HTTP/1.1", "Host: 127.0.0.1");
            assertThat(answer).as(path).doesNotContain("HTTP/1.1 200", "spring:", "productionMode");
        }
    }

    @Test
    void an_error_shows_nothing_of_the_inside() throws Exception {
        visitor.signIn("deyang-staff", Visitor.PASSWORD);
        for (var path :
                new String[] {"/error", "/nothing-here", "/kaiyuan/nothing.css", "/login;x=y"}) {
            var page = visitor.get(path);
            assertThat(page.body())
                    .as(path)
                    .doesNotContain("Whitelabel", "Exception", "org.springframework", "\tat ");
        }
        assertThat(visitor.get("/nothing-here").body())
                .as("the house opens, and says inside that there is no such page")
                .contains("<html");
        assertThat(visitor.get("/nothing-here").headers().firstValue("Location")).isEmpty();
        assertThat(raw("TRACE /login HTTP/1.1", "Host: 127.0.0.1", "Cookie: secret=1"))
                .doesNotContain("secret=1", "HTTP/1.1 200");
    }

    @Test
    void headers_are_not_made_of_what_was_asked() throws Exception {
        for (var path : new String[] {"/login?error=%0d%0aX-Evil:%201", "/a%0d%0aX-Evil:%201"}) {
            assertThat(visitor.get(path).headers().firstValue("X-Evil")).as(path).isEmpty();
        }
    }

    @Test
    void a_body_without_measure_is_refused_before_anybody_holds_it() throws Exception {
        var much = "a".repeat(TOO_MUCH);
        for (var path : new String[] {"/?v-r=uidl&v-uiId=0", "/login", "/api/v1/enterprises"}) {
            assertThat(posted(path, "Content-Length: " + TOO_MUCH)).as(path).contains(" 413 ");
        }
        var chunked =
                visitor.send(
                        HttpRequest.newBuilder()
                                .header("Authorization", "Bearer " + token())
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofInputStream(() ->
                                                new ByteArrayInputStream(
                                                        ("{\"name\":\"" + much + "\"}")
                                                                .getBytes(
                                                                        StandardCharsets.UTF_8)))),
                        "/api/v1/enterprises");
        assertThat(chunked.statusCode()).as(chunked.body()).isEqualTo(413);
        assertThat(chunked.body()).contains("rest.refusal.bodyTooLarge");
    }

    @Test
    void a_token_nobody_signed_or_that_was_signed_with_the_public_key_is_refused()
            throws Exception {
        var claims =
                "{\"iss\":\"https://kaiyuan.invalid\",\"aud\":[\"kaiyuan-api\"],\"sub\":\"deyang-api\",\"zone\":%d,\"scope\":[\"enterprises:read\"],\"exp\":4102444800}"
                        .formatted(tenants.byCode("deyang").orElseThrow().id().value());
        var publicKey = visitor.get("/oauth2/jwks").body();

        assertThat(called(part(TOKEN_HEADER.formatted("none")) + "." + part(claims) + "."))
                .isEqualTo(401);
        var signed = part(TOKEN_HEADER.formatted("HS256")) + "." + part(claims);
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(publicKey.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertThat(
                        called(
                                signed
                                        + "."
                                        + Base64.getUrlEncoder()
                                                .withoutPadding()
                                                .encodeToString(
                                                        mac.doFinal(
                                                                signed.getBytes(
                                                                        StandardCharsets.UTF_8)))))
                .isEqualTo(401);
        assertThat(visitor.get("/api/v1/enterprises?access_token=" + token()).statusCode())
                .as("a token in an address ends in logs")
                .isEqualTo(401);
    }

    @Test
    void personal_data_is_kept_by_no_cache() throws Exception {
        var list =
                visitor.send(
                        HttpRequest.newBuilder().header("Authorization", "Bearer " + token()),
                        "/api/v1/enterprises?limit=1");
        assertThat(list.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(list.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "frame-ancestors 'none'");

        visitor.signIn("deyang-staff", Visitor.PASSWORD);
        assertThat(visitor.get("/enterprises").headers().firstValue("Cache-Control").orElseThrow())
                .contains("no-store");
    }

    private int called(String token) throws Exception {
        HttpResponse<String> answer =
                visitor.send(
                        HttpRequest.newBuilder().header("Authorization", "Bearer " + token),
                        "/api/v1/enterprises?limit=1");
        return answer.statusCode();
    }

    private String token() throws Exception {
        var client =
                Base64.getEncoder()
                        .encodeToString(
                                ("deyang-api:" + Visitor.PASSWORD)
                                        .getBytes(StandardCharsets.UTF_8));
        var answer =
                visitor.send(
                        HttpRequest.newBuilder()
                                .header("Authorization", "Basic " + client)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        BodyPublishers.ofString(
                                                Visitor.encoded(
                                                        Map.of(
                                                                "grant_type",
                                                                "client_credentials")))),
                        "/oauth2/token");
        return com.jayway.jsonpath.JsonPath.read(answer.body(), "$.access_token");
    }

    private static String part(String json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Announces a body, sends none of it, and hears the first line of the answer. */
    private String posted(String path, String length) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            send(
                    socket,
                    "POST " + path + " HTTP/1.1",
                    "Host: 127.0.0.1",
                    "Content-Type: application/json",
                    length);
            var answer = new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8);
            return String.valueOf(new BufferedReader(answer).readLine());
        }
    }

    private static void send(Socket socket, String... lines) throws IOException {
        var asked = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(asked.getBytes(StandardCharsets.UTF_8));
    }

    /** Byte by byte, because a well-behaved client would not send it. */
    private String raw(String... lines) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            send(socket, lines);
            var answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.UTF_8);
        }
    }
}
