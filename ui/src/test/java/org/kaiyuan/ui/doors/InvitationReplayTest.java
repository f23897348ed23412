package org.kaiyuan.ui.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.Accepting;
import org.kaiyuan.platform.access.AccountRefused;
import org.kaiyuan.platform.access.AccountRegistration;
import org.kaiyuan.platform.access.Invitations;
import org.kaiyuan.platform.access.PeopleDirectory;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.kaiyuan.ui.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Links that let somebody in once: used, over, taken back, guessed, and by two at once. */
@WholeHouse
class InvitationReplayTest {
    private static final String PASSWORD = "a-password-of-the-test";
    private static final String BAD = "邀请无效";

    @LocalServerPort int port;
    @Autowired Zones zones;
    @Autowired AccountRegistration accounts;
    @Autowired Invitations invitations;
    @Autowired Accepting accepting;
    @Autowired PeopleDirectory people;
    @Autowired TestServers servers;

    private String zone = "";
    private Invitations.Written invitation;

    @BeforeEach
    void somebodyIsInvited() {
        zone = "i" + UUID.randomUUID().toString().substring(0, 12);
        zones.in(
                zone,
                () -> {
                    var admin = accounts.register(zone + "-admin", PASSWORD, "管理员", false, false);
                    accounts.join(admin, Role.ZONE_ADMIN);
                    return admin;
                });
        invitation = invite();
    }

    @Test
    void a_good_one_says_who_invites_where() throws Exception {
        assertThat(page(invitation.code())).contains("测试园区 " + zone, "测试员").doesNotContain(BAD);
    }

    @Test
    void one_that_was_used_lets_nobody_in() throws Exception {
        accepting.acceptAsNew(invitation.code(), zone + "-first", PASSWORD, "第一个");

        assertThat(page(invitation.code())).contains(BAD).doesNotContain(zone);
        refused(invitation.code(), "second");
    }

    @Test
    void one_that_is_over_lets_nobody_in() throws Exception {
        asOwner("expires_at = now() - interval '1 second'");

        assertThat(page(invitation.code())).contains(BAD).doesNotContain(zone);
        refused(invitation.code(), "late");
    }

    @Test
    void one_that_was_taken_back_lets_nobody_in_also_who_has_it_open() throws Exception {
        assertThat(page(invitation.code())).doesNotContain(BAD);
        zones.in(
                zone,
                () -> {
                    invitations.revoke(invitation.id());
                    return zone;
                });

        refused(invitation.code(), "open");
        assertThat(page(invitation.code())).contains(BAD).doesNotContain(zone);
    }

    @Test
    void one_that_was_guessed_lets_nobody_in() throws Exception {
        var code = invitation.code();
        for (var forged :
                new String[] {
                    code.substring(1),
                    code + "x",
                    code.substring(0, code.length() - 1) + (code.endsWith("A") ? "B" : "A"),
                    invitation.id().toString(),
                    "x' or 1=1 --",
                }) {
            assertThat(page(forged)).as(forged).contains(BAD).doesNotContain(zone);
            refused(forged, "forger");
        }
    }

    @Test
    void of_two_at_once_one_gets_in() throws Exception {
        var start = new CountDownLatch(1);
        var tries = new ArrayList<Future<Boolean>>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 6; i++) {
                var name = zone + "-racer" + i;
                tries.add(
                        threads.submit(() -> {
                            start.await();
                            try {
                                accepting.acceptAsNew(invitation.code(), name, PASSWORD, "抢先");
                                return true;
                            } catch (AccountRefused tooLate) {
                                return false;
                            }
                        }));
            }
            start.countDown();
            int in = 0;
            for (var tried : tries) {
                in += tried.get(60, TimeUnit.SECONDS) ? 1 : 0;
            }
            assertThat(in).isEqualTo(1);
        }
        assertThat(zones.in(zone, () -> people.list("", null, 20))).hasSize(2);
        assertThat(accountsNamed("-racer")).as("the others left nothing behind").isEqualTo(1);
    }

    @Test
    void what_it_gives_is_what_was_written_whatever_comes_with_it() {
        accepting.acceptAsNew(invitation.code(), zone + "-first", PASSWORD, "第一个");

        assertThat(zones.in(zone, () -> people.list(zone + "-first", null, 2)))
                .singleElement()
                .satisfies(person ->
                        assertThat(person.roles()).containsExactly(Role.ZONE_STAFF.name()));
    }

    private Invitations.Written invite() {
        return zones.in(
                zone, () -> invitations.invite("新来的", null, Set.of(Role.ZONE_STAFF.name()), null));
    }

    private String page(String code) throws Exception {
        return Pages.open(new Visitor(port), "invitation/" + code.replace("'", "%27"));
    }

    private void refused(String code, String name) {
        assertThatThrownBy(() -> accepting.acceptAsNew(code, zone + "-" + name, PASSWORD, "不该进来"))
                .isInstanceOf(AccountRefused.class)
                .hasMessageContaining("access.refusal.invitation");
        assertThat(accountsNamed("-" + name)).isZero();
    }

    private int accountsNamed(String end) {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement();
                var row =
                        sql.executeQuery(
                                "select count(*) from access.account where username like '%s%%'"
                                        .formatted(zone + end))) {
            row.next();
            return row.getInt(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void asOwner(String change) throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("set app.tenant_id = '" + zones.zone(zone) + "'");
            assertThat(
                            sql.executeUpdate(
                                    "update access.invitation set %s where id = '%s'"
                                            .formatted(change, invitation.id())))
                    .isEqualTo(1);
        }
    }
}
