package org.kaiyuan.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.kaiyuan.enterprises.CreditCodeRefused;
import org.kaiyuan.platform.access.AccountRefused;
import org.kaiyuan.platform.access.AccountRegistration;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.access.TooManyRegistrations;
import org.kaiyuan.platform.notices.NoticeBoard;
import org.kaiyuan.portal.PortalRegistration.Asked;
import org.kaiyuan.portal.PortalRegistration.NewAccount;
import org.kaiyuan.portal.PortalRegistration.Outcome;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;

/** Coming into the portal: by request, by code, and what is refused. */
class PortalRegistrationTest extends PortalTest {
    @Autowired NoticeBoard board;
    @Autowired AccountRegistration accountRegistration;

    @Test
    void a_request_waits_until_staff_confirm_it_and_both_sides_are_told() throws Exception {
        var firm = firm(park);

        assertThat(register("wang", asked(park, firm.creditCode()))).isEqualTo(Outcome.WAITS);

        assertThat(signedIn("wang").tenantId()).as("not in the park yet").isNull();
        as(
                "wang",
                () -> {
                    assertThat(mine.mine())
                            .singleElement()
                            .satisfies(line -> {
                                assertThat(line.state()).isEqualTo(RepresentativeState.REQUESTED);
                                assertThat(line.enterpriseName())
                                        .as("whether the park knows it is not told")
                                        .isNull();
                            });
                    assertThatThrownBy(() -> mine.record(firm.id()))
                            .isInstanceOf(AccessDeniedException.class);
                    return park;
                });
        var told = staff(() -> board.newest(10));
        assertThat(told)
                .singleElement()
                .satisfies(n -> {
                    assertThat(n.messageKey()).isEqualTo("portal.notice.requested");
                    assertThat(n.arguments()).containsExactly("王芳", firm.creditCode());
                });

        var row = waiting("wang");
        assertThat(row.phone()).as("to be called").isEqualTo("13800001234");
        staff(() -> {
            confirmations.confirm(row.id(), row.version(), null);
            return row;
        });

        assertThat(signedIn("wang").roles()).containsExactly(Role.ENTERPRISE.name());
        assertThat(signedIn("wang").scopes()).containsOnlyKeys(PortalPermissions.ENTER);
        as(
                "wang",
                () -> {
                    var record = mine.record(firm.id());
                    assertThat(record.name()).isEqualTo(firm.name());
                    assertThat(record.tags()).as("the park's own").isEmpty();
                    assertThat(record.contacts().getFirst().phone()).isEqualTo("139****5678");
                    assertThat(mine.contacts(firm.id()).getFirst().phone())
                            .isEqualTo("13900005678");
                    assertThat(mine.isAdministrator(firm.id())).as("the first").isTrue();
                    assertThat(board.newest(10))
                            .extracting(n -> n.messageKey())
                            .contains("portal.notice.confirmed");
                    return park;
                });
        assertThat(standing(firm, "wang").phone()).as("once decided").isEqualTo("138****1234");
    }

    @Test
    void a_request_for_an_enterprise_that_is_not_there_gets_the_same_answer_and_waits()
            throws Exception {
        var nowhere = newCode();

        assertThat(register("zhao", asked(park, nowhere))).isEqualTo(Outcome.WAITS);

        var row = waiting("zhao");
        assertThat(staff(() -> confirmations.enterprises(List.of(row)))).isEmpty();
        staff(() -> {
            assertThatThrownBy(() -> confirmations.confirm(row.id(), row.version(), null))
                    .isInstanceOf(PortalRefused.class)
                    .hasMessageContaining("noSuchEnterprise");
            confirmations.decline(row.id(), row.version(), "本园区没有这家企业");
            return row;
        });
        as(
                "zhao",
                () ->
                        assertThat(mine.mine())
                                .singleElement()
                                .satisfies(
                                        line -> assertThat(line.reason()).isEqualTo("本园区没有这家企业")));
    }

    @Test
    void a_code_of_the_park_confirms_at_once_and_only_once() throws Exception {
        var firm = firm(park);
        var code = staff(() -> codes.make(firm.id(), true, "王芳")).code();

        assertThat(registration.guest(park, code, address))
                .hasValueSatisfying(
                        guest -> assertThat(guest.enterpriseName()).isEqualTo(firm.name()));
        assertThat(
                        register(
                                "first",
                                new Asked(
                                        park,
                                        firm.creditCode(),
                                        "王芳",
                                        "13800001234",
                                        code.toLowerCase().replace("-", " "))))
                .isEqualTo(Outcome.CONFIRMED);
        assertThat(signedIn("first").tenantId()).isEqualTo(zones.zone(park));

        assertThatThrownBy(() ->
                        register(
                                "second",
                                new Asked(park, firm.creditCode(), "某", "13800001234", code)))
                .isInstanceOf(PortalRefused.class)
                .hasMessageContaining("refusal.code");
        assertThatThrownBy(() -> signedIn("second"))
                .as("what was refused has left no account behind")
                .isInstanceOf(BadCredentialsException.class);
        assertThat(registration.guest(park, code, address)).isEmpty();
        assertThat(staff(() -> codes.open(firm.id()))).isEmpty();
    }

    @Test
    void a_code_is_good_for_its_own_enterprise_and_park_alone_and_not_when_taken_back()
            throws Exception {
        var firm = firm(park);
        var other = firm(park);
        var code = staff(() -> codes.make(firm.id(), true, null));
        var elsewhere = "q" + park.substring(1);
        zones.zone(elsewhere);

        for (var wrong :
                List.of(
                        new Asked(park, other.creditCode(), "某", "13800001234", code.code()),
                        new Asked(park, newCode(), "某", "13800001234", code.code()),
                        new Asked(elsewhere, firm.creditCode(), "某", "13800001234", code.code()),
                        new Asked(park, firm.creditCode(), "某", "13800001234", "0000-0000"))) {
            assertThatThrownBy(() -> register("wrong", wrong))
                    .isInstanceOf(PortalRefused.class)
                    .hasMessageContaining("refusal.code");
        }
        staff(() -> {
            codes.revoke(firm.id(), code.id());
            return code;
        });
        assertThatThrownBy(() ->
                        register("wrong", new Asked(park, "", "某", "13800001234", code.code())))
                .hasMessageContaining("refusal.code");
    }

    @Test
    void of_two_who_bring_one_code_at_once_one_gets_it() throws Exception {
        var firm = firm(park);
        var code = staff(() -> codes.make(firm.id(), true, null)).code();

        var answers =
                atOnce(
                        2,
                        number ->
                                register(
                                                "racer" + number,
                                                new Asked(
                                                        park,
                                                        "",
                                                        "某" + number,
                                                        "13800001234",
                                                        code))
                                        .name());

        assertThat(answers).containsExactlyInAnyOrder("CONFIRMED", "PortalRefused");
        assertThat(staff(() -> confirmations.of(firm.id()))).hasSize(1);
    }

    @Test
    void of_two_who_want_one_user_name_at_once_one_gets_it_and_nobody_the_others_account()
            throws Exception {
        var firm = firm(park);
        var code1 = staff(() -> codes.make(firm.id(), false, null)).code();
        var code2 = staff(() -> codes.make(firm.id(), false, null)).code();

        var answers =
                atOnce(
                        2,
                        number ->
                                register(
                                                "same",
                                                new Asked(
                                                        park,
                                                        "",
                                                        "某",
                                                        "13800001234",
                                                        number == 0 ? code1 : code2))
                                        .name());

        assertThat(answers).containsExactlyInAnyOrder("CONFIRMED", "AccountRefused");
    }

    @Test
    void somebody_signed_in_asks_for_another_enterprise_also_of_another_park() throws Exception {
        var firm = firm(park);
        representative("wang", firm, true);
        var second = firm(park);
        var elsewhere = "q" + park.substring(1);
        var third = firm(elsewhere);

        as(
                "wang",
                () -> {
                    assertThat(registration.ask(asked(park, second.creditCode()), address))
                            .isEqualTo(Outcome.WAITS);
                    assertThat(registration.ask(asked(park, second.creditCode()), address))
                            .as("again changes nothing")
                            .isEqualTo(Outcome.WAITS);
                    assertThat(registration.ask(asked(elsewhere, third.creditCode()), address))
                            .isEqualTo(Outcome.WAITS);
                    assertThatThrownBy(
                                    () -> registration.ask(asked(park, firm.creditCode()), address))
                            .isInstanceOf(PortalRefused.class)
                            .hasMessageContaining("already");
                    assertThat(mine.mine()).hasSize(3);
                    return park;
                });
        zones.in(
                elsewhere,
                () -> {
                    var row =
                            confirmations.list(RepresentativeState.REQUESTED, null, 10).getFirst();
                    confirmations.confirm(row.id(), row.version(), true);
                    return row;
                });

        as(
                "wang",
                () -> {
                    assertThat(mine.mine())
                            .filteredOn(l -> l.state() == RepresentativeState.CONFIRMED)
                            .extracting(MyEnterprises.Line::enterpriseName)
                            .containsExactlyInAnyOrder(firm.name(), third.name());
                    assertThatThrownBy(() -> mine.record(third.id()))
                            .as("not from this park")
                            .isInstanceOf(org.kaiyuan.enterprises.UnknownEnterprise.class);
                    return park;
                });
    }

    @Test
    void nobody_works_for_a_park_and_stands_for_one_of_its_enterprises() throws Exception {
        var firm = firm(park);
        staff(() -> {
            assertThatThrownBy(() -> registration.ask(asked(park, firm.creditCode()), address))
                    .isInstanceOf(AccountRefused.class)
                    .hasMessageContaining("bothSides");
            return park;
        });
        representative("wang", firm, true);
        var wang = signedIn("wang").accountId();

        zones.in(
                park,
                () -> {
                    assertThatThrownBy(() -> accountRegistration.join(wang, Role.ZONE_STAFF))
                            .isInstanceOf(AccountRefused.class);
                    return park;
                });
        assertThat(signedIn("wang").roles()).containsExactly(Role.ENTERPRISE.name());
    }

    @Test
    void staff_of_a_park_may_stand_for_an_enterprise_of_another() throws Exception {
        var elsewhere = "q" + park.substring(1);
        var firm = firm(elsewhere);
        staff(() -> registration.ask(asked(elsewhere, firm.creditCode()), address));

        zones.in(
                elsewhere,
                () -> {
                    var row = confirmations.list(RepresentativeState.REQUESTED, null, 9).getFirst();
                    confirmations.confirm(row.id(), row.version(), null);
                    return row;
                });

        assertThat(signedIn("staff").tenantId()).as("at home first").isEqualTo(zones.zone(park));
        assertThat(staff(() -> mine.mine()))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.here()).isFalse();
                    assertThat(line.park()).isEqualTo(zones.zone(elsewhere));
                });
    }

    @Test
    void what_is_not_as_it_must_be_is_refused_and_leaves_nothing_behind() throws Exception {
        var code = newCode();
        assertThatThrownBy(() -> register("bad", asked(park, "91510600MA62000000X")))
                .isInstanceOf(CreditCodeRefused.class);
        assertThatThrownBy(() -> register("bad", asked("no-such-park", code)))
                .hasMessageContaining("refusal.park");
        assertThatThrownBy(() -> register("bad", new Asked(park, code, " ", "13800001234", "")))
                .hasMessageContaining("refusal.name");
        assertThatThrownBy(() -> register("bad", new Asked(park, code, "某", "call me", "")))
                .hasMessageContaining("refusal.phone");
        assertThatThrownBy(() ->
                        registration.register(
                                asked(park, code), new NewAccount(park + "-bad", "short"), address))
                .isInstanceOf(AccountRefused.class);
        assertThatThrownBy(() -> register("staff", asked(park, code)))
                .as("a name that is taken")
                .isInstanceOf(AccountRefused.class)
                .hasMessageContaining("usernameTaken");
        assertThat(staff(() -> confirmations.list(RepresentativeState.REQUESTED, null, 10)))
                .isEmpty();
    }

    @Test
    void who_tries_and_tries_has_to_wait() {
        var from = "198.51.100." + UUID.randomUUID();
        for (int i = 0; i < 20; i++) {
            assertThat(registration.guest(park, "0000-0000-0000-000" + i % 10, from)).isEmpty();
        }
        assertThatThrownBy(() -> registration.guest(park, "0000-0000-0000-0000", from))
                .isInstanceOf(TooManyRegistrations.class);
        assertThatThrownBy(() ->
                        registration.register(
                                asked(park, newCode()),
                                new NewAccount(park + "-late", PASSWORD),
                                from))
                .isInstanceOf(TooManyRegistrations.class);
    }

    private interface Attempt {
        String by(int number) throws Exception;
    }

    private static List<String> atOnce(int many, Attempt attempt) throws Exception {
        var start = new CountDownLatch(1);
        var answers = new ArrayList<String>();
        try (var people = Executors.newFixedThreadPool(many)) {
            var running = new ArrayList<Future<String>>();
            for (int i = 0; i < many; i++) {
                int number = i;
                running.add(
                        people.submit(() -> {
                            start.await();
                            try {
                                return attempt.by(number);
                            } catch (RuntimeException refused) {
                                return refused.getClass().getSimpleName();
                            }
                        }));
            }
            start.countDown();
            for (var one : running) {
                answers.add(one.get(60, TimeUnit.SECONDS));
            }
        }
        return answers;
    }
}
