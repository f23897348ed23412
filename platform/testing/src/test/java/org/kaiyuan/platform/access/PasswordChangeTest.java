package org.kaiyuan.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kaiyuan.testing.KaiyuanTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.BadCredentialsException;

/** Changing one's own password, and where one is signed in. */
@KaiyuanTest
class PasswordChangeTest {
    private static final String FRESH = "four-words-of-the-park";

    @Autowired Gatehouse gatehouse;
    @Autowired PasswordChange passwords;
    @Autowired SessionRegister sessions;

    private final HandClock clock = new HandClock();
    private String username = "";

    @BeforeEach
    void somebody() {
        var zone = gatehouse.freshZone();
        username = zone + "-staff";
        gatehouse.member(zone, username, Role.ZONE_STAFF);
    }

    @Test
    void the_new_password_signs_in_and_the_old_one_does_not() throws Exception {
        change(gatehouse.comeIn(username), Gatehouse.PASSWORD, FRESH);

        assertThatThrownBy(() -> gatehouse.comeIn(username))
                .isInstanceOf(BadCredentialsException.class);
        assertThat(gatehouse.comeIn(username, FRESH).stage()).isEqualTo(SignedIn.Stage.READY);
    }

    @Test
    void whoever_else_is_signed_in_with_the_old_one_is_out_at_their_next_request()
            throws Exception {
        var here = gatehouse.comeIn(username);
        var elsewhere = gatehouse.comeIn(username);

        change(here, Gatehouse.PASSWORD, FRESH);

        assertThat(gatehouse.atNextRequest(here, clock)).isNotNull();
        assertThat(gatehouse.atNextRequest(elsewhere, clock)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "short-one, access.refusal.password",
        "'', access.refusal.password",
        "Password2024!, password.leaked",
        "aaaaaaaaaaaaaaa, password.leaked",
        "qwertyuiop1234, password.leaked",
    })
    void a_password_that_does_not_do_is_refused_and_the_old_one_stays(String fresh, String why)
            throws Exception {
        var person = gatehouse.comeIn(username);

        refused(person, Gatehouse.PASSWORD, fresh, why);

        assertThat(gatehouse.comeIn(username)).isNotNull();
    }

    @Test
    void ones_own_name_is_no_password() {
        refused(
                gatehouse.comeIn(username),
                Gatehouse.PASSWORD,
                username + "-2026",
                "password.name");
    }

    @Test
    void longer_than_what_is_hashed_is_refused_rather_than_cut() {
        refused(
                gatehouse.comeIn(username),
                Gatehouse.PASSWORD,
                "开园是一个很长的密码".repeat(4),
                "access.refusal.password");
    }

    @Test
    void none_of_the_last_five_comes_back() throws Exception {
        var person = gatehouse.comeIn(username);
        var old = Gatehouse.PASSWORD;
        for (int i = 1; i <= 4; i++) {
            var next = FRESH + "-number-" + i;
            change(person, old, next);
            old = next;
        }
        var now = old;

        refused(person, now, now, "password.former");
        refused(person, now, Gatehouse.PASSWORD, "password.former");
        refused(person, now, FRESH + "-number-2", "password.former");

        change(person, now, FRESH + "-number-5");
        change(person, FRESH + "-number-5", Gatehouse.PASSWORD); // the sixth back
    }

    @Test
    void the_old_password_is_not_to_be_guessed_in_a_session_that_was_left_open() {
        var person = gatehouse.comeIn(username);
        for (int i = 0; i < FailedSignIns.FREE_FOR_A_NAME; i++) {
            refused(person, "guess-" + i, FRESH, "password.old");
        }

        refused(person, Gatehouse.PASSWORD, FRESH, "password.wait");
    }

    @Test
    void ones_sessions_are_listed_newest_first_with_the_one_that_asks() throws Exception {
        var first = gatehouse.comeIn(username);
        var second = gatehouse.comeIn(username);

        var mine = gatehouse.as(second, sessions::mine);

        assertThat(mine)
                .extracting(SessionRegister.Line::id)
                .containsExactly(second.session().id(), first.session().id());
        assertThat(mine).extracting(SessionRegister.Line::current).containsExactly(true, false);
        assertThat(mine).allMatch(line -> line.agent().startsWith("Firefox"));
    }

    @Test
    void a_session_that_was_ended_is_refused_at_its_next_request_and_listed_no_more()
            throws Exception {
        var here = gatehouse.comeIn(username);
        var there = gatehouse.comeIn(username);
        var third = gatehouse.comeIn(username);

        gatehouse.as(
                here,
                () -> {
                    sessions.end(there.session().id());
                    return here;
                });
        assertThat(gatehouse.atNextRequest(there, clock)).isNull();
        assertThat(gatehouse.atNextRequest(third, clock)).isNotNull();

        gatehouse.as(
                here,
                () -> {
                    sessions.endOthers();
                    return here;
                });
        assertThat(gatehouse.atNextRequest(third, clock)).isNull();
        assertThat(gatehouse.as(here, sessions::mine)).hasSize(1);
    }

    @Test
    void one_that_nobody_has_used_since_yesterday_is_listed_no_more() throws Exception {
        var left = gatehouse.comeIn(username);
        var here = gatehouse.comeIn(username);
        gatehouse.unusedFor(left, "2 days");

        assertThat(gatehouse.as(here, sessions::mine))
                .extracting(SessionRegister.Line::id)
                .containsExactly(here.session().id());

        gatehouse.unusedFor(left, "91 days");
        assertThat(gatehouse.sweepSessions()).isEqualTo(1);
        assertThat(gatehouse.atNextRequest(here, clock)).isNotNull();
    }

    @Test
    void another_zone_sees_nothing() throws Exception {
        var mine = gatehouse.comeIn(username);
        var other = gatehouse.freshZone();
        gatehouse.member(other, other + "-admin", Role.ZONE_ADMIN);
        var stranger = gatehouse.comeIn(other + "-admin");

        gatehouse.as(
                stranger,
                () -> {
                    assertThat(sessions.mine())
                            .extracting(SessionRegister.Line::id)
                            .containsExactly(stranger.session().id());
                    sessions.end(mine.session().id());
                    return stranger;
                });

        assertThat(gatehouse.atNextRequest(mine, clock)).isNotNull();
    }

    private void change(SignedIn person, String old, String fresh) throws Exception {
        gatehouse.as(
                person,
                () -> {
                    passwords.change(old, fresh);
                    return person;
                });
    }

    private void refused(SignedIn person, String old, String fresh, String why) {
        assertThatThrownBy(() -> change(person, old, fresh))
                .isInstanceOf(AccountRefused.class)
                .hasMessageContaining(why);
    }
}
