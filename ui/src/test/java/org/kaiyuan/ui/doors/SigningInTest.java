package org.kaiyuan.ui.doors;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.ui.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.util.StringUtils;

/** The gate as a browser meets it, over real HTTP. */
@WholeHouse
class SigningInTest {
    @LocalServerPort int port;
    @Autowired ServletContext servlets;
    private Visitor visitor;

    @BeforeEach
    void arrive() {
        visitor = new Visitor(port);
    }

    @Test
    void the_right_password_opens_the_house_under_a_new_session_id() throws Exception {
        assertThat(visitor.get("/enterprises").statusCode()).isEqualTo(302);
        visitor.get("/login");
        var before = visitor.cookie("JSESSIONID").orElseThrow().getValue();

        var answer = visitor.signIn("deyang-staff", Visitor.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(place(answer)).doesNotContain("login");
        assertThat(visitor.cookie("JSESSIONID").orElseThrow().getValue()).isNotEqualTo(before);
        assertThat(visitor.get("/enterprises").statusCode()).isEqualTo(200);
    }

    @Test
    void a_session_id_that_somebody_planted_never_becomes_a_signed_in_one() throws Exception {
        visitor.get("/login");
        var planted = visitor.cookie("JSESSIONID").orElseThrow().getValue();
        visitor.signIn("deyang-staff", Visitor.PASSWORD);

        var thief = new Visitor(port);
        thief.setCookie("JSESSIONID", planted);

        assertThat(place(thief.get("/enterprises"))).contains("/login");
    }

    @Test
    void a_wrong_password_and_an_unknown_name_get_the_same_answer() throws Exception {
        var wrong = visitor.signIn("deyang-staff", "not-the-password");
        var unknown = new Visitor(port).signIn("who-is-this", "not-the-password");

        assertThat(wrong.statusCode()).isEqualTo(302).isEqualTo(unknown.statusCode());
        assertThat(place(wrong)).endsWith("/login?error").isEqualTo(place(unknown));
        assertThat(place(visitor.get("/enterprises"))).contains("/login");
    }

    @Test
    void who_guesses_has_to_wait() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(place(visitor.signIn("guessed-at", "guess-" + i))).endsWith("?error");
        }

        assertThat(place(visitor.signIn("guessed-at", "guess-5"))).endsWith("/login?wait");
        assertThat(place(visitor.signIn("Guessed-At ", "guess-6"))).endsWith("/login?wait");
    }

    @Test
    void a_form_from_elsewhere_is_refused() throws Exception {
        var answer =
                visitor.post(
                        "/login", Map.of("username", "deyang-staff", "password", Visitor.PASSWORD));

        assertThat(place(answer)).as("a login page that was open too long").endsWith("?expired");
        assertThat(place(visitor.get("/enterprises"))).contains("/login");

        visitor.signIn("deyang-staff", Visitor.PASSWORD);
        var out = visitor.post("/logout", Map.of());
        assertThat(out.statusCode()).isIn(302, 403);
        assertThat(visitor.get("/enterprises").statusCode()).isEqualTo(200);
    }

    @Test
    void who_signs_out_is_out_also_with_the_old_cookie() throws Exception {
        visitor.signIn("deyang-staff", Visitor.PASSWORD);
        var old = visitor.cookie("JSESSIONID").orElseThrow().getValue();

        visitor.post("/logout", Map.of("_csrf", visitor.csrf("/enterprises")));

        assertThat(place(visitor.get("/enterprises"))).contains("/login");
        var thief = new Visitor(port);
        thief.setCookie("JSESSIONID", old);
        assertThat(place(thief.get("/enterprises"))).contains("/login");
    }

    @Test
    void every_page_carries_its_manners() throws Exception {
        for (var path : new String[] {"/login", "/enterprises"}) {
            if (!path.equals("/login")) {
                visitor.signIn("deyang-staff", Visitor.PASSWORD);
            }
            var page = visitor.get(path);
            assertThat(page.statusCode()).isEqualTo(200);
            var csp = page.headers().firstValue("Content-Security-Policy").orElseThrow();
            assertThat(csp)
                    .contains(
                            "default-src 'self'",
                            "object-src 'none'",
                            "base-uri 'self'",
                            "form-action 'self'",
                            "frame-ancestors 'self'")
                    .containsPattern("script-src 'nonce-[A-Za-z0-9+/=]{24}' 'strict-dynamic'");
            var nonce = csp.replaceAll(".*'nonce-([^']+)'.*", "$1");
            assertThat(StringUtils.countOccurrencesOf(page.body(), "nonce=\"" + nonce + "\""))
                    .as("every script bears the nonce")
                    .isEqualTo(StringUtils.countOccurrencesOf(page.body(), "<script"))
                    .isPositive();
            assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
            assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("SAMEORIGIN");
            assertThat(page.headers().firstValue("Permissions-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy).contains("camera=()"));
            assertThat(page.headers().firstValue("Cache-Control"))
                    .hasValueSatisfying(cache -> assertThat(cache).contains("no-store"));
        }
        assertThat(visitor.get("/login").headers().firstValue("Content-Security-Policy"))
                .as("a nonce is used once")
                .isNotEqualTo(
                        visitor.get("/login").headers().firstValue("Content-Security-Policy"));
    }

    @Test
    void the_session_cookie_is_for_this_site_and_no_script() throws Exception {
        var cookie =
                visitor.get("/login").headers().allValues("Set-Cookie").stream()
                        .filter(set -> set.startsWith("JSESSIONID"))
                        .findFirst()
                        .orElseThrow();

        assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax");
        assertThat(visitor.get("/login;jsessionid=" + "A".repeat(32)).statusCode())
                .as("no session id in an address")
                .isNotEqualTo(200);
    }

    @Test
    void a_session_ends_after_half_an_hour_and_what_is_still_sent_in_it_is_told_so()
            throws Exception {
        assertThat(servlets.getSessionTimeout()).isEqualTo(30);

        visitor.setCookie("JSESSIONID", "0".repeat(32));

        var answer =
                visitor.send(
                        HttpRequest.newBuilder()
                                .header("Content-Type", "application/json; charset=UTF-8")
                                .POST(
                                        BodyPublishers.ofString(
                                                "{\"csrfToken\":\"x\",\"rpc\":[],\"syncId\":0,\"clientId\":0}")),
                        "/?v-r=uidl&v-uiId=0");

        assertThat(answer.body()).contains("sessionExpired");
    }

    @Test
    void nothing_of_the_house_is_shown_without_signing_in() throws Exception {
        for (var path : new String[] {"/", "/enterprises", "/enterprises/new"}) {
            assertThat(place(visitor.get(path))).as(path).contains("/login");
        }
    }

    private static String place(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
