package org.kaiyuan.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kaiyuan.platform.access.SignInRules.Rule;
import org.kaiyuan.platform.access.SignInRules.WhoNeedsSecondFactor;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;

/** What a zone asks of those who sign in to it, and what becomes of who does not give it. */
@KaiyuanTest
class SignInRulesTest {
    @Autowired Gatehouse gatehouse;
    @Autowired SignInRules rules;
    @Autowired PasswordChange passwords;
    @Autowired ChangeHistory history;
    @Autowired Zones zones;

    private final HandClock clock = new HandClock();
    private String zone = "";

    @BeforeEach
    void aZoneWithStaffAndAdministrators() {
        zone = gatehouse.freshZone();
        gatehouse.member(zone, zone + "-admin", Role.ZONE_ADMIN);
        gatehouse.member(zone, zone + "-security", Role.SECURITY_ADMIN);
        gatehouse.member(zone, zone + "-staff", Role.ZONE_STAFF);
    }

    @Test
    void where_nothing_was_decided_the_password_is_enough_and_half_an_hour_the_limit()
            throws Exception {
        var rule = gatehouse.as(gatehouse.comeIn(zone + "-security"), rules::rule);

        assertThat(rule).isEqualTo(new Rule(WhoNeedsSecondFactor.OPTIONAL, null, 30));
        assertThat(stageOf("staff")).isEqualTo(SignedIn.Stage.READY);
    }

    @Test
    void where_everyone_needs_a_second_factor_who_has_none_may_do_nothing_but_set_it_up()
            throws Exception {
        decide(new Rule(WhoNeedsSecondFactor.EVERYONE, null, 30));

        var person = gatehouse.comeIn(zone + "-staff");
        assertThat(person.stage()).isEqualTo(SignedIn.Stage.ENROL);
        assertThat(person.scopes()).isEmpty();
        assertThat(person.tenantId()).isNull();

        var factor = gatehouse.secondFactor(clock);
        gatehouse.as(
                person,
                () -> {
                    assertThatThrownBy(() ->
                                    passwords.change(Gatehouse.PASSWORD, "another-long-password"))
                            .isInstanceOf(AccessDeniedException.class);
                    var secret = gatehouse.inTransaction(factor::enrol).secret();
                    var code = Gatehouse.code(secret, clock.instant());
                    return gatehouse.inTransaction(() -> factor.confirm(code));
                });

        assertThat(gatehouse.atNextRequest(person, clock))
                .satisfies(next -> {
                    assertThat(next.stage()).isEqualTo(SignedIn.Stage.READY);
                    assertThat(next.tenantId()).isEqualTo(zones.zone(zone));
                });
        assertThat(stageOf("staff")).isEqualTo(SignedIn.Stage.SECOND_FACTOR);
    }

    @Test
    void the_rule_reaches_sessions_that_are_open_already() throws Exception {
        var open = gatehouse.comeIn(zone + "-staff");

        decide(new Rule(WhoNeedsSecondFactor.EVERYONE, null, 30));

        assertThat(gatehouse.atNextRequest(open, clock))
                .extracting(SignedIn::stage)
                .isEqualTo(SignedIn.Stage.ENROL);
    }

    @Test
    void where_administrators_need_one_staff_do_not() throws Exception {
        decide(new Rule(WhoNeedsSecondFactor.ADMINISTRATORS, null, 30));

        assertThat(stageOf("admin")).isEqualTo(SignedIn.Stage.ENROL);
        assertThat(stageOf("security")).isEqualTo(SignedIn.Stage.ENROL);
        assertThat(stageOf("staff")).isEqualTo(SignedIn.Stage.READY);
    }

    @Test
    void a_password_that_is_too_old_has_to_be_changed_first() throws Exception {
        decide(new Rule(WhoNeedsSecondFactor.OPTIONAL, 90, 480));
        var person = gatehouse.comeIn(zone + "-staff");
        clock.goOn(Duration.ofHours(6));
        assertThat(gatehouse.atNextRequest(person, clock))
                .extracting(SignedIn::stage)
                .isEqualTo(SignedIn.Stage.READY);

        decide(new Rule(WhoNeedsSecondFactor.OPTIONAL, 1, 480));
        var later = new HandClock();
        later.goOn(Duration.ofHours(25));
        var due = gatehouse.standing(later).at(person.session(), placeOf(person)).orElseThrow();
        assertThat(due.stage()).isEqualTo(SignedIn.Stage.PASSWORD);
        assertThat(due.scopes()).isEmpty();

        gatehouse.as(
                due,
                () -> {
                    passwords.change(Gatehouse.PASSWORD, "a-fresh-one-of-the-test");
                    return due;
                });
        assertThat(stageOf("staff", "a-fresh-one-of-the-test")).isEqualTo(SignedIn.Stage.READY);
    }

    @Test
    void who_does_nothing_for_longer_than_the_zone_allows_is_out_and_a_heartbeat_is_nothing()
            throws Exception {
        decide(new Rule(WhoNeedsSecondFactor.OPTIONAL, null, 15));
        var person = gatehouse.comeIn(zone + "-staff");
        var standing = gatehouse.standing(clock);

        clock.goOn(Duration.ofMinutes(10));
        assertThat(standing.of(person.session(), true)).isPresent();
        clock.goOn(Duration.ofMinutes(10));
        assertThat(standing.of(person.session(), false)).as("used 10 minutes ago").isPresent();
        clock.goOn(Duration.ofMinutes(6));
        assertThat(standing.of(person.session(), true)).as("used 16 minutes ago").isEmpty();
    }

    @Test
    void the_web_server_keeps_the_session_as_long_as_the_zone_says() throws Exception {
        for (int minutes : new int[] {5, 480}) {
            decide(new Rule(WhoNeedsSecondFactor.OPTIONAL, null, minutes));
            var person = gatehouse.comeIn(zone + "-staff");
            var request = new MockHttpServletRequest();
            request.getSession(true);
            FilterChain chain = (asked, answer) -> {};

            gatehouse.as(
                    person,
                    () -> {
                        new StandingFilter(gatehouse.standing(new HandClock()))
                                .doFilter(request, new MockHttpServletResponse(), chain);
                        return person;
                    });

            assertThat(request.getSession().getMaxInactiveInterval()).isEqualTo(minutes * 60);
        }
    }

    @Test
    void a_rule_without_an_expiry_makes_no_password_old() throws Exception {
        decide(new Rule(WhoNeedsSecondFactor.OPTIONAL, null, 45));

        assertThat(zones.in(zone, rules::rule).passwordDays()).isNull();
        assertThat(stageOf("staff")).isEqualTo(SignedIn.Stage.READY);
    }

    @ParameterizedTest
    @CsvSource({"0, 30", "3651, 30", "-1, 30", ", 4", ", 481", ", 0"})
    void numbers_out_of_range_are_refused(Integer passwordDays, int idleMinutes) {
        assertThatThrownBy(() ->
                        decide(new Rule(WhoNeedsSecondFactor.OPTIONAL, passwordDays, idleMinutes)))
                .isInstanceOf(AccountRefused.class)
                .hasMessageContaining("access.refusal.rule");
    }

    @Test
    void only_the_security_administrator_decides() throws Exception {
        var rule = new Rule(WhoNeedsSecondFactor.EVERYONE, null, 30);
        for (var who : new String[] {"admin", "staff"}) {
            gatehouse.as(
                    gatehouse.comeIn(zone + "-" + who),
                    () -> {
                        assertThatThrownBy(() -> rules.decide(rule))
                                .isInstanceOf(AccessDeniedException.class);
                        return rule;
                    });
        }
        gatehouse.as(
                gatehouse.comeIn(zone + "-staff"),
                () -> {
                    assertThatThrownBy(rules::rule).isInstanceOf(AccessDeniedException.class);
                    return rule;
                });
    }

    @Test
    void another_zone_sees_nothing() throws Exception {
        var other = gatehouse.freshZone();
        gatehouse.member(other, other + "-security", Role.SECURITY_ADMIN);
        decide(new Rule(WhoNeedsSecondFactor.ADMINISTRATORS, 30, 5));

        var stranger = gatehouse.comeIn(other + "-security");
        assertThat(stranger.stage()).isEqualTo(SignedIn.Stage.READY);
        gatehouse.as(
                stranger,
                () -> {
                    assertThat(rules.rule()).isEqualTo(Rule.DEFAULT);
                    rules.decide(new Rule(WhoNeedsSecondFactor.OPTIONAL, null, 60));
                    return stranger;
                });

        assertThat(zones.in(zone, rules::rule))
                .isEqualTo(new Rule(WhoNeedsSecondFactor.ADMINISTRATORS, 30, 5));
    }

    private static Standing.Place placeOf(SignedIn person) {
        return new Standing.Place(person.tenantId(), null, null);
    }

    private void decide(Rule rule) throws Exception {
        zones.in(
                zone,
                () -> {
                    rules.decide(rule);
                    return rule;
                });
    }

    private SignedIn.Stage stageOf(String who) {
        return stageOf(who, Gatehouse.PASSWORD);
    }

    private SignedIn.Stage stageOf(String who, String password) {
        return gatehouse.comeIn(zone + "-" + who, password).stage();
    }
}
