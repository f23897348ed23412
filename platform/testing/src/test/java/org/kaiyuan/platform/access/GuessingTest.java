package org.kaiyuan.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.testing.KaiyuanTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Guessing passwords by name and by address, over two nodes that share the database. */
@KaiyuanTest
class GuessingTest {
    @Autowired Gatehouse gatehouse;
    @Autowired JdbcTemplate jdbc;

    private final HandClock clock = new HandClock();
    private SignIn node;
    private SignIn otherNode;
    private String username = "";
    private String address = "";

    @BeforeEach
    void somebodyToGuessAt() {
        var zone = gatehouse.freshZone();
        username = zone + "-staff";
        address = "fd00::" + UUID.randomUUID().toString().substring(0, 4) + ":" + zone;
        gatehouse.member(zone, username, Role.ZONE_STAFF);
        node = gatehouse.signIn(clock);
        otherNode = gatehouse.signIn(clock);
    }

    @Test
    void after_five_failures_a_name_waits_on_every_node_whatever_the_address() {
        for (int i = 0; i < FailedSignIns.FREE_FOR_A_NAME; i++) {
            wrong(i % 2 == 0 ? node : otherNode, username, "10.0.0." + i);
        }

        locked(node, username, Gatehouse.PASSWORD);
        locked(otherNode, username.toUpperCase(java.util.Locale.ROOT) + " ", Gatehouse.PASSWORD);

        clock.goOn(Duration.ofSeconds(10));
        enter(otherNode, username, address);
        wrong(node, username, address); // all is forgotten: one failure is free again
        enter(node, username, address);
    }

    @Test
    void guessing_on_while_one_waits_is_not_looked_at_and_each_failure_doubles_the_wait() {
        for (int i = 0; i < FailedSignIns.FREE_FOR_A_NAME; i++) {
            wrong(node, username, address + i);
        }
        var wait = Duration.ofSeconds(10);
        for (int round = 0; round < 9; round++) {
            for (int i = 0; i < 3; i++) {
                locked(node, username, Gatehouse.PASSWORD);
            }
            clock.goOn(wait.minusSeconds(1));
            locked(otherNode, username, Gatehouse.PASSWORD);
            clock.goOn(Duration.ofSeconds(1));
            wrong(otherNode, username, address + "r" + round);
            var doubled = wait.multipliedBy(2);
            wait = doubled.toMinutes() >= 15 ? Duration.ofMinutes(15) : doubled;
        }
        assertThat(wait).as("never longer than a quarter of an hour").hasMinutes(15);
    }

    @Test
    void guesses_sent_all_at_once_are_no_more_than_one_after_the_other() throws Exception {
        var start = new CountDownLatch(1);
        var answers = new ArrayList<Future<Boolean>>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 16; i++) {
                var at = i % 2 == 0 ? node : otherNode;
                answers.add(
                        threads.submit(() -> {
                            start.await();
                            try {
                                at.authenticate(asked(username, "guess", address));
                                return true;
                            } catch (BadCredentialsException looked) {
                                return true;
                            } catch (LockedException waits) {
                                return false;
                            }
                        }));
            }
            start.countDown();
            int lookedAt = 0;
            for (var answer : answers) {
                lookedAt += answer.get(60, TimeUnit.SECONDS) ? 1 : 0;
            }
            assertThat(lookedAt).isEqualTo(FailedSignIns.FREE_FOR_A_NAME);
        }
    }

    @Test
    void an_address_that_tries_one_password_on_many_names_waits_on_every_node() {
        for (int i = 0; i < FailedSignIns.FREE_FOR_AN_ADDRESS; i++) {
            wrong(i % 2 == 0 ? node : otherNode, "nobody-" + username + i, address);
        }

        assertThatThrownBy(() -> enter(node, username, address))
                .isInstanceOf(LockedException.class);
        assertThatThrownBy(() -> enter(otherNode, username, address))
                .isInstanceOf(LockedException.class);
        enter(node, username, "another-" + address);

        clock.goOn(Duration.ofSeconds(10));
        enter(otherNode, username, address);
    }

    @Test
    void who_shares_an_address_with_a_guesser_does_not_clear_what_they_have_tried() {
        for (int i = 0; i < FailedSignIns.FREE_FOR_AN_ADDRESS - 1; i++) {
            wrong(node, "nobody-" + username + i, address);
        }
        enter(node, username, address);
        wrong(node, "nobody-" + username, address);

        assertThatThrownBy(() -> enter(node, username, address))
                .isInstanceOf(LockedException.class);
    }

    @Test
    void neither_name_nor_password_is_kept_of_what_was_typed() {
        var typed = "my-password-in-the-wrong-field-" + username;
        wrong(node, typed, address);

        assertThat(jdbc.queryForList("select subject from access.sign_in_failure", String.class))
                .noneMatch(subject -> subject.contains("wrong-field") || subject.contains(address))
                .allMatch(subject -> subject.matches("(name|address) [0-9a-f]{64}"));
    }

    @Test
    void what_nobody_has_tried_for_a_day_is_forgotten() {
        for (int i = 0; i < FailedSignIns.FREE_FOR_A_NAME - 1; i++) {
            wrong(node, username, address + i);
        }
        clock.goOn(Duration.ofHours(25));
        wrong(node, username, address);
        enter(node, username, address);

        wrong(node, username, address);
        clock.goOn(Duration.ofHours(25));
        assertThat(gatehouse.failures(clock).sweep()).isPositive();
        assertThat(gatehouse.failures(clock).sweep()).isZero();
    }

    private static void wrong(SignIn at, String name, String from) {
        assertThatThrownBy(() -> at.authenticate(asked(name, "wrong", from)))
                .isInstanceOf(BadCredentialsException.class);
    }

    private void locked(SignIn at, String name, String password) {
        assertThatThrownBy(() -> at.authenticate(asked(name, password, address + "-calm")))
                .isInstanceOf(LockedException.class);
    }

    private static void enter(SignIn at, String name, String from) {
        assertThat(at.authenticate(asked(name, Gatehouse.PASSWORD, from)).isAuthenticated())
                .isTrue();
    }

    private static UsernamePasswordAuthenticationToken asked(
            String name, String password, String from) {
        var asked = UsernamePasswordAuthenticationToken.unauthenticated(name, password);
        asked.setDetails(new WebAuthenticationDetails(from(from)));
        return asked;
    }

    private static HttpServletRequest from(String address) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return request;
    }
}
