package org.kaiyuan.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.Accepting;
import org.kaiyuan.platform.access.AccountId;
import org.kaiyuan.platform.access.AccountRefused;
import org.kaiyuan.platform.access.AccountRegistration;
import org.kaiyuan.platform.access.DataScope;
import org.kaiyuan.platform.access.Invitations;
import org.kaiyuan.platform.access.PeopleCare;
import org.kaiyuan.platform.access.PeopleDirectory;
import org.kaiyuan.platform.access.PersonRow;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.access.RoleKeeping;
import org.kaiyuan.platform.access.RoleRefused;
import org.kaiyuan.platform.access.SignedIn;
import org.kaiyuan.platform.access.UnknownPerson;
import org.kaiyuan.platform.access.UnknownRole;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** The people of a zone: inviting, roles, leaving, and that nobody reaches past their own. */
@KaiyuanTest
class PeopleTest {
    private static final String PASSWORD = "a-password-of-the-test";

    @Autowired Zones zones;
    @Autowired AccountRegistration accounts;
    @Autowired PeopleDirectory people;
    @Autowired PeopleCare care;
    @Autowired RoleKeeping roles;
    @Autowired Invitations invitations;
    @Autowired Accepting accepting;
    @Autowired AuthenticationProvider signIn;

    /** A zone of each test's own, so that "the last administrator" means something. */
    private String zone = "";

    private AccountId admin = new AccountId(new UUID(0, 0));

    @BeforeEach
    void aZoneWithItsAdministrator() {
        zone = "z" + UUID.randomUUID().toString().substring(0, 12);
        admin = member("admin", Role.ZONE_ADMIN);
    }

    @Test
    void the_three_administrators_are_three_people() throws Exception {
        var both = Set.of(Role.SECURITY_ADMIN.name(), Role.AUDIT_ADMIN.name());
        var somebody = member("somebody", Role.ZONE_STAFF);

        asAdmin(() -> {
            var row = people.get(somebody);
            assertThatThrownBy(() -> care.giveRoles(somebody, row.version(), both))
                    .isInstanceOf(RoleRefused.class)
                    .hasMessageContaining("role.three");
            return row;
        });
    }

    @Test
    void once_there_is_a_security_administrator_only_they_give_roles() throws Exception {
        var security = member("security", Role.ZONE_STAFF);
        var staff = member("staff", Role.ZONE_STAFF);
        give("admin", security, Role.SECURITY_ADMIN);

        assertThatThrownBy(() -> give("admin", staff, Role.AUDIT_ADMIN))
                .isInstanceOf(RoleRefused.class)
                .hasMessageContaining("notYours");
        give("security", staff, Role.AUDIT_ADMIN);

        assertThat(as("security", () -> people.get(staff)).roles())
                .containsExactly(Role.AUDIT_ADMIN.name());
    }

    @Test
    void nobody_grants_to_themselves() throws Exception {
        assertThatThrownBy(() -> give("admin", admin, Role.SECURITY_ADMIN))
                .isInstanceOf(RoleRefused.class)
                .hasMessageContaining("toYourself");

        var security = member("security", Role.SECURITY_ADMIN);
        var own = as("security", () -> roles.create("查阅", DataScope.ZONE, Set.of("test:read")));
        as(
                "security",
                () -> {
                    var row = people.get(security);
                    assertThatThrownBy(
                                    () -> care.giveRoles(security, row.version(), Set.of(own.id())))
                            .hasMessageContaining("toYourself");
                    return row;
                });
    }

    @Test
    void the_last_administrator_stays() throws Exception {
        var second = member("second", Role.SECURITY_ADMIN);

        assertThatThrownBy(() -> give("second", admin, Role.ZONE_STAFF))
                .isInstanceOf(RoleRefused.class)
                .hasMessageContaining("person.last");
        assertThatThrownBy(() ->
                        as(
                                "admin",
                                () -> care.deactivate(second, people.get(second).version(), null)))
                .isInstanceOf(RoleRefused.class)
                .hasMessageContaining("person.last");
    }

    @Test
    void an_invitation_lets_one_person_in_once() throws Exception {
        var written =
                asAdmin(() ->
                        invitations.invite("新来的", null, Set.of(Role.ZONE_STAFF.name()), "招商一组"));
        assertThat(accepting.guest(written.code()))
                .hasValueSatisfying(guest -> assertThat(guest.displayName()).isEqualTo("新来的"));

        SecurityContextHolder.clearContext();
        var username = zone + "-new";
        accepting.acceptAsNew(written.code(), username, PASSWORD, "新来的");

        var person = signIn(username);
        assertThat(person.tenantId()).isEqualTo(zones.zone(zone));
        assertThat(person.team()).isEqualTo("招商一组");
        assertThat(person.roles()).containsExactly(Role.ZONE_STAFF.name());
        assertThat(accepting.guest(written.code())).isEmpty();
        assertThatThrownBy(() ->
                        accepting.acceptAsNew(written.code(), zone + "-second", PASSWORD, "第二个"))
                .isInstanceOf(AccountRefused.class);
        assertThatThrownBy(() -> signIn(zone + "-second"))
                .as("what was refused has left no account behind")
                .isInstanceOf(
                        org.springframework.security.authentication.BadCredentialsException.class);
    }

    @Test
    void an_invitation_taken_back_lets_nobody_in() throws Exception {
        var written =
                asAdmin(() -> {
                    var made = invitations.invite("某人", null, Set.of(Role.ZONE_STAFF.name()), null);
                    invitations.revoke(made.id());
                    return made;
                });

        assertThat(accepting.guest(written.code())).isEmpty();
        assertThat(accepting.guest("guessed")).isEmpty();
    }

    @Test
    void what_an_administrator_wrote_ends_when_they_leave_or_are_none_any_more() throws Exception {
        var second = member("second", Role.ZONE_ADMIN);
        var third = member("third", Role.ZONE_ADMIN);
        var staff = Set.of(Role.ZONE_STAFF.name());
        var ofSecond = as("second", () -> invitations.invite("某人", null, staff, null));
        var ofThird = as("third", () -> invitations.invite("某人", null, staff, null));
        var ofAdmin = asAdmin(() -> invitations.invite("某人", null, staff, null));

        asAdmin(() -> care.deactivate(second, people.get(second).version(), null));
        give("admin", third, Role.ZONE_STAFF);

        assertThat(accepting.guest(ofSecond.code())).isEmpty();
        assertThat(accepting.guest(ofThird.code())).isEmpty();
        assertThat(accepting.guest(ofAdmin.code())).isPresent();
    }

    @Test
    void who_has_left_may_nothing_and_comes_back_as_they_were() throws Exception {
        var staff = member("staff", Role.ZONE_STAFF);
        assertThat(signIn(zone + "-staff").tenantId()).isNotNull();

        asAdmin(() -> care.deactivate(staff, people.get(staff).version(), null));
        var gone = signIn(zone + "-staff");
        assertThat(gone.tenantId()).isNull();
        assertThat(gone.scopes()).isEmpty();

        asAdmin(() -> {
            care.reactivate(staff, people.get(staff).version());
            return staff;
        });
        assertThat(signIn(zone + "-staff").roles()).containsExactly(Role.ZONE_STAFF.name());
    }

    @Test
    void two_who_change_one_person_do_not_overwrite_each_other() throws Exception {
        var staff = member("staff", Role.ZONE_STAFF);

        asAdmin(() -> {
            long version = people.get(staff).version();
            care.putIntoTeam(staff, version, "一组");
            assertThatThrownBy(() -> care.putIntoTeam(staff, version, "二组"))
                    .isInstanceOf(RoleRefused.class)
                    .hasMessageContaining("person.changed");
            return staff;
        });
    }

    @Test
    void a_role_of_ones_own_holds_no_administrators_permission() throws Exception {
        member("security", Role.SECURITY_ADMIN);
        for (var reserved :
                List.of("access:grant", "access:people", "access:register", "no:such")) {
            assertThatThrownBy(() ->
                            as(
                                    "security",
                                    () -> roles.create("越权", DataScope.ZONE, Set.of(reserved))))
                    .as(reserved)
                    .isInstanceOf(RoleRefused.class);
        }
    }

    @Test
    void another_zone_sees_nothing() throws Exception {
        var written =
                asAdmin(() -> invitations.invite("某人", null, Set.of(Role.ZONE_STAFF.name()), null));
        var other = "y" + zone.substring(1);

        zones.in(
                other,
                () -> {
                    assertThat(people.list("", null, 200)).isEmpty();
                    assertThat(invitations.waiting()).isEmpty();
                    invitations.revoke(written.id());
                    assertThatThrownBy(() -> people.get(admin)).isInstanceOf(UnknownPerson.class);
                    assertThatThrownBy(() -> people.get(new AccountId(UUID.randomUUID())))
                            .isInstanceOf(UnknownPerson.class);
                    assertThatThrownBy(() -> care.deactivate(admin, 0, null))
                            .isInstanceOf(UnknownPerson.class);
                    assertThatThrownBy(() -> roles.remove(UUID.randomUUID()))
                            .isInstanceOf(UnknownRole.class);
                    return other;
                });
        assertThat(accepting.guest(written.code())).isPresent();
    }

    @Test
    void staff_look_after_nobody() throws Exception {
        member("staff", Role.ZONE_STAFF);
        as(
                "staff",
                () -> {
                    assertThatThrownBy(() -> people.list("", null, 10))
                            .isInstanceOf(AccessDeniedException.class);
                    assertThatThrownBy(() -> invitations.invite("某人", null, Set.of(), null))
                            .isInstanceOf(AccessDeniedException.class);
                    assertThatThrownBy(() -> care.giveRoles(admin, 0, Set.of()))
                            .isInstanceOf(AccessDeniedException.class);
                    return zone;
                });
    }

    private AccountId member(String name, Role role) {
        return zones.in(
                zone,
                () -> {
                    var account =
                            accounts.register(
                                    zone + "-" + name, PASSWORD, "某" + name, false, false);
                    accounts.join(account, role);
                    return account;
                });
    }

    private void give(String who, AccountId to, Role role) throws Exception {
        as(
                who,
                () -> {
                    PersonRow row = people.get(to);
                    care.giveRoles(to, row.version(), Set.of(role.name()));
                    return row;
                });
    }

    private <T> T asAdmin(Callable<T> work) throws Exception {
        return as("admin", work);
    }

    /** Signed in with their password, so with what their roles really give. */
    private <T> T as(String name, Callable<T> work) throws Exception {
        SecurityContextHolder.setContext(
                new SecurityContextImpl(
                        signIn.authenticate(
                                UsernamePasswordAuthenticationToken.unauthenticated(
                                        zone + "-" + name, PASSWORD))));
        try {
            return work.call();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private SignedIn signIn(String username) {
        var asked = UsernamePasswordAuthenticationToken.unauthenticated(username, PASSWORD);
        return (SignedIn)
                java.util.Objects.requireNonNull(
                        java.util.Objects.requireNonNull(signIn.authenticate(asked))
                                .getPrincipal());
    }
}
