package org.kaiyuan.ui.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.kaiyuan.ui.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;

/** What a program gets for its secret, and what it does not, over real HTTP. */
@WholeHouse
class TokensTest {
    private static final String LIST = "/api/v1/enterprises?limit=1";

    @LocalServerPort int port;
    @Autowired JWKSource<SecurityContext> keys;
    @Autowired AuthorizationServerSettings settings;
    @Autowired TenantDirectory tenants;
    private Visitor program;

    @BeforeEach
    void arrive() {
        program = new Visitor(port);
    }

    @Test
    void a_wrong_secret_an_unknown_client_and_another_grant_get_no_token() throws Exception {
        assertThat(asked("deyang-api", "wrong", "client_credentials").statusCode()).isEqualTo(401);
        assertThat(asked("nobody-api", Visitor.PASSWORD, "client_credentials").statusCode())
                .isEqualTo(401);
        assertThat(asked("deyang-api", Visitor.PASSWORD, "password").statusCode()).isEqualTo(400);
        assertThat(asked("deyang-admin", Visitor.PASSWORD, "client_credentials").statusCode())
                .as("a person is no program")
                .isEqualTo(401);
    }

    @Test
    void another_zone_sees_nothing() throws Exception {
        var id = JsonPath.<String>read(called(token("deyang"), LIST).body(), "$.items[0].id");

        assertThat(called(token("deyang"), "/api/v1/enterprises/" + id).statusCode())
                .isEqualTo(200);
        var foreign = called(token("luzhou"), "/api/v1/enterprises/" + id);
        var missing = called(token("luzhou"), "/api/v1/enterprises/" + UUID.randomUUID());
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat((Object) JsonPath.read(foreign.body(), "$.detail"))
                .isEqualTo(JsonPath.read(missing.body(), "$.detail"));
    }

    @Test
    void a_token_that_is_expired_forged_or_of_another_issuer_is_refused() throws Exception {
        var forger = new RSAKeyGenerator(2048).keyID(keyId()).generate();

        assertThat(called(made(ours(), claims -> {}), LIST).statusCode())
                .as("made like a real one, so that what follows is refused for its fault alone")
                .isEqualTo(200);
        assertRefused(
                made(
                        ours(),
                        claims ->
                                claims.issuedAt(Instant.now().minusSeconds(7200))
                                        .expiresAt(Instant.now().minusSeconds(3600))));
        assertRefused(made(ours(), claims -> claims.issuer("https://somebody.example")));
        assertRefused(made(ours(), claims -> claims.audience(List.of("another-api"))));
        assertRefused(made(new ImmutableJWKSet<>(new JWKSet(forger)), claims -> {}));
        var real = token("deyang");
        assertRefused(real.substring(0, real.length() - 6) + "AAAAAA");
        assertRefused(withZone(real, zoneOf("luzhou")));
        assertRefused("not.a.token");
    }

    @Test
    void a_signed_in_persons_cookie_does_not_open_the_api() throws Exception {
        program.signIn("deyang-staff", Visitor.PASSWORD);

        assertThat(program.get(LIST).statusCode()).isEqualTo(401);
    }

    @Test
    void a_program_may_not_do_what_only_an_administrator_may() throws Exception {
        var token = token("deyang");
        var id = JsonPath.<String>read(called(token, LIST).body(), "$.items[0].id");

        var merge =
                program.send(
                        HttpRequest.newBuilder()
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofString(
                                                "{\"other\": \"%s\", \"version\": 0, \"otherVersion\": 0}"
                                                        .formatted(id))),
                        "/api/v1/enterprises/" + id + "/merge");

        assertThat(merge.statusCode()).isEqualTo(403);
        assertThat(merge.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void the_same_file_with_the_same_key_is_one_import_although_its_borders_differ()
            throws Exception {
        var token = token("zigong");
        var key = UUID.randomUUID().toString();

        var first = imported(token, key, "border-one", "企业名称\n一次导入有限公司\n");
        var again = imported(token, key, "border-two", "企业名称\n一次导入有限公司\n");
        var other = imported(token, key, "border-one", "企业名称\n别的有限公司\n");

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(other.statusCode()).isEqualTo(422);
    }

    private HttpResponse<String> imported(String token, String key, String border, String csv)
            throws Exception {
        var body =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n%s\r\n--%s--\r\n"
                        .formatted(border, csv, border);
        return program.send(
                HttpRequest.newBuilder()
                        .header("Authorization", "Bearer " + token)
                        .header("Idempotency-Key", key)
                        .header("Content-Type", "multipart/form-data; boundary=" + border)
                        .POST(BodyPublishers.ofString(body)),
                "/api/v1/enterprises/imports");
    }

    private void assertRefused(String token) throws Exception {
        var answer = called(token, LIST);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(answer.body()).doesNotContain("items");
    }

    private HttpResponse<String> asked(String client, String secret, String grant)
            throws Exception {
        return program.send(
                HttpRequest.newBuilder()
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(
                                                        (client + ":" + secret)
                                                                .getBytes(StandardCharsets.UTF_8)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                BodyPublishers.ofString(
                                        Visitor.encoded(Map.of("grant_type", grant)))),
                "/oauth2/token");
    }

    private String token(String zone) throws Exception {
        return JsonPath.read(
                asked(zone + "-api", Visitor.PASSWORD, "client_credentials").body(),
                "$.access_token");
    }

    private HttpResponse<String> called(String token, String path) throws Exception {
        return program.send(
                HttpRequest.newBuilder().header("Authorization", "Bearer " + token), path);
    }

    private String made(
            JWKSource<SecurityContext> signedWith, Consumer<JwtClaimsSet.Builder> more) {
        var claims =
                JwtClaimsSet.builder()
                        .issuer(String.valueOf(settings.getIssuer()))
                        .audience(List.of("kaiyuan-api"))
                        .subject("deyang-api")
                        .issuedAt(Instant.now())
                        .expiresAt(Instant.now().plusSeconds(600))
                        .claim("zone", zoneOf("deyang"))
                        .claim("scope", List.of("enterprises:read"));
        more.accept(claims);
        return new NimbusJwtEncoder(signedWith)
                .encode(JwtEncoderParameters.from(claims.build()))
                .getTokenValue();
    }

    private JWKSource<SecurityContext> ours() {
        return keys;
    }

    private String keyId() throws Exception {
        var all =
                keys.get(
                        new com.nimbusds.jose.jwk.JWKSelector(
                                new com.nimbusds.jose.jwk.JWKMatcher.Builder().build()),
                        null);
        return ((RSAKey) all.getFirst()).getKeyID();
    }

    private long zoneOf(String code) {
        return tenants.byCode(code).orElseThrow().id().value();
    }

    /** The same signature under other claims. */
    private static String withZone(String token, long zone) {
        var parts = token.split("\\.");
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        var changed = claims.replaceAll("\"zone\":\\d+", "\"zone\":" + zone);
        assertThat(changed).isNotEqualTo(claims);
        return parts[0]
                + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(changed.getBytes(StandardCharsets.UTF_8))
                + "."
                + parts[2];
    }
}
