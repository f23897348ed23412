package org.kaiyuan.ui.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.AccountRegistration;
import org.kaiyuan.platform.access.PeopleCare;
import org.kaiyuan.platform.access.PersonRow;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.access.SignInRules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;

/** Signing in through a zone's own provider: a real one, over real HTTP, that lies when the test wants it to. */
class ForeignSignInTest extends ZoneWithProvider {
    @Autowired PeopleCare care;
    @Autowired AccountRegistration accounts;
    @Autowired SignInRules rules;

    @Test
    void who_comes_for_the_first_time_becomes_a_member_with_the_role_to_begin_with()
            throws Exception {
        var visitor = new Visitor(port);
        visitor.get("/login");
        var before = visitor.cookie("JSESSIONID").orElseThrow().getValue();

        var answer = signIn(visitor);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(place(answer)).doesNotContain("/login");
        assertThat(visitor.cookie("JSESSIONID").orElseThrow().getValue()).isNotEqualTo(before);
        assertThat(visitor.get("/enterprises").statusCode()).isEqualTo(200);
        assertThat(members())
                .singleElement()
                .satisfies(person -> {
                    assertThat(person.displayName()).isEqualTo("王五");
                    assertThat(person.roles()).containsExactly(Role.ZONE_STAFF.name());
                    assertThat(person.signedInAt()).isNotNull();
                });
    }

    @Test
    void who_comes_again_is_the_same_person_with_what_they_hold_by_then() throws Exception {
        signIn(new Visitor(port));
        var person = members().getFirst();
        zones.in(
                zone,
                () -> {
                    care.putIntoTeam(person.id(), person.version(), "招商一组");
                    return person;
                });
        says(claims -> claims.claim("name", "王五（改名）"));

        assertThat(place(signIn(new Visitor(port)))).doesNotContain("/login");

        assertThat(members())
                .singleElement()
                .satisfies(again -> {
                    assertThat(again.id()).isEqualTo(person.id());
                    assertThat(again.team()).isEqualTo("招商一组");
                });
    }

    @Test
    void a_word_that_was_meant_for_somebody_else_opens_nothing() throws Exception {
        turnedAway("refused", claims -> claims.audience(List.of("another-client")));
        turnedAway(
                "refused",
                claims ->
                        claims.audience(List.of(ForeignProvider.CLIENT, "another-client"))
                                .claim("azp", "another-client"));
        assertThat(members()).isEmpty();
    }

    @Test
    void a_word_of_another_issuer_opens_nothing() throws Exception {
        turnedAway("refused", claims -> claims.issuer("https://login.elsewhere.example"));
        assertThat(members()).isEmpty();
    }

    @Test
    void a_word_with_another_nonce_opens_nothing() throws Exception {
        turnedAway("refused", claims -> claims.claim("nonce", "one-of-yesterday"));
        turnedAway("refused", claims -> claims.claims(all -> all.remove("nonce")));
        assertThat(members()).isEmpty();
    }

    @Test
    void a_word_that_is_out_of_date_opens_nothing() throws Exception {
        var now = Instant.now();
        turnedAway(
                "refused",
                claims ->
                        claims.issuedAt(now.minusSeconds(7200)).expiresAt(now.minusSeconds(3600)));
        assertThat(members()).isEmpty();
    }

    @Test
    void an_answer_that_nobody_asked_for_opens_nothing_and_none_works_twice() throws Exception {
        var visitor = new Visitor(port);
        var back = provider.signIn(place(visitor.get("/oauth2/authorization/" + zone)), user);

        assertThat(place(new Visitor(port).get(back)))
                .as("in a browser that has not asked")
                .endsWith("/login?sso=refused");
        assertThat(place(visitor.get(back.replaceFirst("state=[^&]+", "state=forged"))))
                .endsWith("/login?sso=refused");
        assertThat(place(visitor.get(back))).as("the one that asked").doesNotContain("/login");
        assertThat(place(visitor.get(back))).as("once").endsWith("/login?sso=refused");
        assertThat(place(new Visitor(port).get(back))).endsWith("/login?sso=refused");
    }

    @Test
    void an_address_of_another_zones_domain_opens_nothing() throws Exception {
        var other = "t" + zone.substring(1);
        zones.in(
                other,
                () ->
                        singleSignOn.decide(
                                settings(
                                        provider.issuer(),
                                        other + ".gov.cn",
                                        Role.ZONE_STAFF.name(),
                                        false,
                                        true,
                                        0),
                                ForeignProvider.SECRET));

        turnedAway("email", claims -> claims.claim("email", "wang@" + other + ".gov.cn"));
        turnedAway("email", claims -> claims.claim("email", "wang@" + domain + ".evil.example"));
        turnedAway("email", claims -> claims.claim("email", "@" + domain));
        turnedAway("email", claims -> claims.claim("email_verified", false));
        turnedAway("email", claims -> claims.claims(all -> all.remove("email")));
        assertThat(members()).isEmpty();
    }

    @Test
    void a_provider_never_speaks_for_an_account_that_came_otherwise() throws Exception {
        var name = zone + "-admin";
        zones.in(
                zone,
                () -> {
                    var account =
                            accounts.register(name, "a-password-of-the-test", "管理员", false, false);
                    accounts.join(account, Role.ZONE_ADMIN);
                    return account;
                });
        says(claims ->
                claims.subject(name)
                        .claim("preferred_username", name)
                        .claim("email", name + "@" + domain));

        signIn(new Visitor(port));

        assertThat(members())
                .hasSize(2)
                .filteredOn(person -> person.username().equals(name))
                .singleElement()
                .extracting(PersonRow::signedInAt)
                .isNull();
    }

    @Test
    void who_was_deactivated_does_not_come_back_by_the_provider() throws Exception {
        var visitor = new Visitor(port);
        signIn(visitor);
        var person = members().getFirst();
        zones.in(zone, () -> care.deactivate(person.id(), person.version(), null));

        assertThat(place(visitor.get("/enterprises"))).contains("/login");
        turnedAway("left", claims -> {});
        assertThat(members()).singleElement().extracting(PersonRow::active).isEqualTo(false);
    }

    @Test
    void a_zone_that_is_not_active_lets_nobody_in() throws Exception {
        var asked = new Visitor(port);
        var back = provider.signIn(place(asked.get("/oauth2/authorization/" + zone)), user);
        state("SUSPENDED");
        try {
            assertThat(place(asked.get(back))).contains("/login?sso=");
            assertThat(place(new Visitor(port).get("/oauth2/authorization/" + zone)))
                    .contains("/login?sso=");
            assertThat(singleSignOn.pathFor(domain)).isEmpty();
        } finally {
            state("ACTIVE");
        }
        assertThat(place(signIn(new Visitor(port)))).doesNotContain("/login");
    }

    @Test
    void who_was_vouched_for_acts_in_that_zone_alone_and_as_no_administrator() throws Exception {
        var visitor = new Visitor(port);
        signIn(visitor);
        var person = members().getFirst();
        var other = "u" + zone.substring(1);
        zones.in(
                other,
                () -> {
                    accounts.join(person.id(), Role.ZONE_STAFF);
                    return other;
                });

        sessionInZone(person, zones.zone(other).value());
        assertThat(place(visitor.get("/enterprises"))).contains("/login");

        var again = new Visitor(port);
        signIn(again);
        zones.in(
                zone,
                () -> {
                    accounts.join(person.id(), Role.SECURITY_ADMIN);
                    return zone;
                });
        assertThat(again.get("/enterprises").statusCode()).isEqualTo(200);
        assertThat(routes(again)).contains("enterprises").doesNotContain("people");
    }

    @Test
    void a_second_factor_is_asked_for_unless_the_provider_asks_itself() throws Exception {
        zones.in(
                zone,
                () -> {
                    rules.decide(
                            new SignInRules.Rule(SignInRules.WhoNeedsSecondFactor.EVERYONE, 1, 30));
                    return zone;
                });
        var weak = new Visitor(port);
        signIn(weak);
        assertThat(routes(weak)).doesNotContain("enterprises");

        var strong = settings(provider.issuer(), domain, Role.ZONE_STAFF.name(), true, true, 1);
        zones.in(zone, () -> singleSignOn.decide(strong, null));
        var visitor = new Visitor(port);
        signIn(visitor);
        assertThat(routes(visitor)).contains("enterprises");
    }

    private HttpResponse<String> signIn(Visitor visitor) throws Exception {
        var sent = place(visitor.get("/oauth2/authorization/" + zone));
        assertThat(sent).startsWith(provider.issuer() + "/oauth2/authorize");
        var back = provider.signIn(sent, user);
        assertThat(back).as("what the provider answers").contains("code=");
        return visitor.get(back);
    }

    private void turnedAway(String why, Consumer<JwtClaimsSet.Builder> twist) throws Exception {
        says(twist);
        var visitor = new Visitor(port);
        assertThat(place(signIn(visitor))).endsWith("/login?sso=" + why);
        assertThat(place(visitor.get("/enterprises"))).contains("/login");
    }

    private void state(String state) throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute(
                    "update tenancy.tenant set state = '%s' where code = '%s'"
                            .formatted(state, zone));
        }
    }

    private void sessionInZone(PersonRow person, long otherZone) throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("set app.account_id = '" + person.id() + "'");
            assertThat(
                            sql.executeUpdate(
                                    "update access.session set zone = %d where ended_at is null"
                                            .formatted(otherZone)))
                    .isEqualTo(1);
        }
    }

    /** The addresses that the side navigation of the first page offers. */
    private static String routes(Visitor visitor) throws Exception {
        return Pages.open(visitor, "");
    }
}
