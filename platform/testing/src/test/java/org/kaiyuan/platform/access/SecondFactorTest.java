package org.kaiyuan.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Codes of an authenticator app and recovery codes, with a clock of the test's. */
@KaiyuanTest
class SecondFactorTest {
    private static final Duration STEP = Duration.ofSeconds(30);

    @Autowired Gatehouse gatehouse;
    @Autowired SecondFactor factorOfTheHouse;
    @Autowired PasswordChange passwords;
    @Autowired SessionRegister sessions;
    @Autowired MyMemberships memberships;
    @Autowired Accepting accepting;
    @Autowired TestServers servers;

    private final HandClock clock = new HandClock();
    private String zone = "";
    private String username = "";
    private SecondFactor node;
    private SecondFactor otherNode;
    private String secret = "";
    private List<String> recovery = List.of();

    @BeforeEach
    void somebodyWhoHasTurnedItOn() throws Exception {
        zone = gatehouse.freshZone();
        username = zone + "-staff";
        gatehouse.member(zone, username, Role.ZONE_STAFF);
        node = gatehouse.secondFactor(clock);
        otherNode = gatehouse.secondFactor(clock);
        secret = as(comeIn(), () -> node.enrol()).secret();
        recovery = as(comeIn(), () -> node.confirm(now()));
        clock.goOn(STEP);
    }

    @Test
    void the_password_alone_is_not_enough_any_more_and_the_right_code_is() throws Exception {
        var person = comeIn();
        assertThat(person.stage()).isEqualTo(SignedIn.Stage.SECOND_FACTOR);
        assertThat(person.tenantId()).isNull();
        assertThat(person.scopes()).isEmpty();

        prove(node, person, now());

        var after = gatehouse.atNextRequest(person, clock);
        assertThat(after).isNotNull();
        assertThat(after.stage()).isEqualTo(SignedIn.Stage.READY);
        assertThat(after.tenantId()).as("in their zone").isNotNull();
        assertThat(after.scopes()).isNotEmpty();
    }

    @Test
    void a_code_is_the_sessions_own_and_opens_no_other() throws Exception {
        var here = comeIn();
        var elsewhere = comeIn();

        prove(node, here, now());

        assertThat(gatehouse.atNextRequest(elsewhere, clock))
                .extracting(SignedIn::stage)
                .isEqualTo(SignedIn.Stage.SECOND_FACTOR);
    }

    @Test
    void a_wrong_code_is_refused() throws Exception {
        var person = comeIn();

        refused(node, person, wrong(), "factor.wrong");
        refused(node, person, "", "factor.wrong");
        refused(node, person, "12345", "factor.wrong");
        refused(node, person, "x' or 1=1 --", "factor.wrong");

        assertThat(gatehouse.atNextRequest(person, clock))
                .extracting(SignedIn::stage)
                .isEqualTo(SignedIn.Stage.SECOND_FACTOR);
    }

    @Test
    void a_code_works_once_also_on_another_node_and_in_another_session() throws Exception {
        var code = now();
        prove(node, comeIn(), code);

        refused(node, comeIn(), code, "factor.wrong");
        refused(otherNode, comeIn(), code, "factor.wrong");
        clock.goOn(STEP);
        refused(otherNode, comeIn(), code, "factor.wrong");
    }

    @Test
    void one_code_sent_by_two_at_once_opens_one_door() throws Exception {
        var code = now();

        var opened = atOnce(8, code);

        assertThat(opened).containsOnlyOnce("opened");
    }

    @Test
    void a_clock_may_differ_by_one_step_and_no_more() throws Exception {
        for (int steps : new int[] {-2, 2}) {
            refused(node, comeIn(), at(steps), "factor.wrong");
        }
        prove(node, comeIn(), now());
        refused(node, comeIn(), at(-1), "factor.wrong"); // an older one than was accepted
        prove(node, comeIn(), at(1));
        clock.goOn(STEP.multipliedBy(5));
        prove(node, comeIn(), at(-1));
    }

    @Test
    void a_recovery_code_works_once_however_it_is_typed() throws Exception {
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
        var first = comeIn();

        prove(node, first, " " + recovery.getFirst().toUpperCase(Locale.ROOT).replace("-", " "));

        assertThat(gatehouse.atNextRequest(first, clock))
                .extracting(SignedIn::stage)
                .isEqualTo(SignedIn.Stage.READY);
        refused(node, comeIn(), recovery.getFirst(), "factor.wrong");
        prove(otherNode, comeIn(), recovery.get(1));
    }

    @Test
    void who_guesses_waits_on_every_node_and_the_right_code_does_not_help_meanwhile()
            throws Exception {
        for (int i = 0; i < FailedSignIns.FREE_FOR_A_NAME; i++) {
            refused(node, comeIn(), wrong(), "factor.wrong");
        }

        refused(node, comeIn(), now(), "factor.wait");
        refused(otherNode, comeIn(), now(), "factor.wait");
        refused(otherNode, comeIn(), recovery.getFirst(), "factor.wait");

        clock.goOn(Duration.ofSeconds(10));
        refused(otherNode, comeIn(), wrong(), "factor.wrong");
        clock.goOn(Duration.ofSeconds(10));
        refused(node, comeIn(), now(), "factor.wait"); // the second wait is twice as long
        clock.goOn(Duration.ofSeconds(10));
        prove(node, comeIn(), now());
        refused(node, comeIn(), wrong(), "factor.wrong"); // and all is forgotten
    }

    @Test
    void guesses_sent_all_at_once_are_no_more_than_one_after_the_other() throws Exception {
        var wrong = wrong();

        var answers = atOnce(8, wrong);

        assertThat(answers)
                .hasSize(8)
                .filteredOn("access.refusal.factor.wrong"::equals)
                .hasSize(FailedSignIns.FREE_FOR_A_NAME);
    }

    @Test
    void who_has_shown_the_password_alone_may_do_nothing_with_the_account() throws Exception {
        var person = comeIn();

        gatehouse.as(
                person,
                () -> {
                    denied(() -> passwords.change(Gatehouse.PASSWORD, "another-long-password"));
                    denied(() -> sessions.endOthers());
                    denied(() -> sessions.mine());
                    denied(() -> accepting.accept("a-code"));
                    denied(() -> memberships.moveTo(new TenantId(1), null));
                    denied(() -> factorOfTheHouse.enrol());
                    denied(() -> factorOfTheHouse.confirm(now()));
                    denied(() -> factorOfTheHouse.turnOff(now()));
                    assertThat(memberships.all()).isEmpty();
                    return person;
                });
    }

    @Test
    void it_is_turned_off_by_a_code_and_recovery_codes_go_with_it() throws Exception {
        var person = comeIn();
        prove(node, person, now());
        var ready = gatehouse.atNextRequest(person, clock);
        assertThat(ready).isNotNull();
        clock.goOn(STEP);

        assertThatThrownBy(() -> as(ready, () -> off(wrong())))
                .hasMessageContaining("factor.wrong");
        assertThat(as(ready, () -> off(now()))).isTrue();

        assertThat(comeIn().stage()).isEqualTo(SignedIn.Stage.READY);
    }

    @Test
    void the_secret_and_the_recovery_codes_are_not_to_be_read_in_the_database() throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("set app.account_id = '" + comeIn().accountId() + "'");
            try (var row = sql.executeQuery("select secret from access.second_factor")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getBytes(1)).hasSize(12 + 20 + 16); // nonce, secret, tag
                assertThat(new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                        .doesNotContain(secret);
            }
            try (var rows = sql.executeQuery("select code_hash from access.recovery_code")) {
                while (rows.next()) {
                    assertThat(rows.getString(1)).matches("[0-9a-f]{64}");
                }
            }
        }
    }

    @Test
    void another_person_of_another_zone_neither_sees_nor_shares_it() throws Exception {
        var other = gatehouse.freshZone();
        gatehouse.member(other, other + "-staff", Role.ZONE_STAFF);
        var stranger = gatehouse.comeIn(other + "-staff");
        assertThat(stranger.stage()).isEqualTo(SignedIn.Stage.READY);

        gatehouse.as(
                stranger,
                () -> {
                    assertThat(factorOfTheHouse.isOn()).isFalse();
                    assertThatThrownBy(() -> gatehouse.inTransaction(() -> proven(node, now())))
                            .hasMessageContaining("factor.wrong");
                    assertThatThrownBy(() ->
                                    gatehouse.inTransaction(
                                            () -> proven(node, recovery.getFirst())))
                            .hasMessageContaining("factor.wrong");
                    return stranger;
                });
        prove(node, comeIn(), recovery.getFirst());
    }

    private SignedIn comeIn() {
        return gatehouse.comeIn(username);
    }

    private String now() {
        return at(0);
    }

    private String at(int steps) {
        try {
            return Gatehouse.code(secret, clock.instant().plus(STEP.multipliedBy(steps)));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private String wrong() throws Exception {
        return Gatehouse.wrongCode(secret, clock.instant());
    }

    private boolean off(String code) {
        return gatehouse.inTransaction(() -> {
            node.turnOff(code);
            return true;
        });
    }

    private void prove(SecondFactor at, SignedIn person, String code) throws Exception {
        assertThat(as(person, () -> proven(at, code))).isTrue();
    }

    private static boolean proven(SecondFactor at, String code) {
        at.prove(code);
        return true;
    }

    private void refused(SecondFactor at, SignedIn person, String code, String why) {
        assertThatThrownBy(() -> prove(at, person, code))
                .isInstanceOf(AccountRefused.class)
                .hasMessageContaining(why);
    }

    private String tried(SecondFactor at, SignedIn person, String code) throws Exception {
        try {
            prove(at, person, code);
            return "opened";
        } catch (AccountRefused refused) {
            return refused.messageKey();
        }
    }

    private static void denied(ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(AccessDeniedException.class);
    }

    private <T> T as(SignedIn person, Callable<T> work) throws Exception {
        return gatehouse.as(person, () -> gatehouse.inTransaction(() -> called(work)));
    }

    private static <T> T called(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** By as many people's browsers at two nodes. */
    private List<String> atOnce(int many, String code) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(many)) {
            var answers = new ArrayList<Future<String>>();
            for (int i = 0; i < many; i++) {
                var person = comeIn();
                var at = i % 2 == 0 ? node : otherNode;
                answers.add(
                        threads.submit(() -> {
                            start.await();
                            return tried(at, person, code);
                        }));
            }
            start.countDown();
            var all = new ArrayList<String>();
            for (var answer : answers) {
                all.add(answer.get(60, TimeUnit.SECONDS));
            }
            return all;
        }
    }
}
