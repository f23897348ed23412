package org.kaiyuan.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterpriseMerge;
import org.kaiyuan.enterprises.EnterpriseRemoval;
import org.kaiyuan.enterprises.UnknownEnterprise;
import org.kaiyuan.platform.access.PeopleDirectory;
import org.kaiyuan.platform.access.RoleKeeping;
import org.kaiyuan.portal.PortalRegistration.Asked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** What whoever stands for an enterprise may do, with whom, and for how long. */
class StandingForAnEnterpriseTest extends PortalTest {
    private static final String WHY = "已离职";
    private static final Duration MOST = Duration.ofSeconds(60);

    @Autowired EnterpriseDirectory directory;
    @Autowired EnterpriseMerge merge;
    @Autowired EnterpriseRemoval removal;
    @Autowired PeopleDirectory people;
    @Autowired RoleKeeping roles;
    @Autowired JdbcTemplate jdbc;
    @Autowired TransactionTemplate transaction;

    @Test
    void another_zone_sees_nothing() throws Exception {
        var firm = firm(park);
        register("waits", asked(park, firm.creditCode()));
        representative("wang", firm, true);
        var waiting = waiting("waits");
        var standing = standing(firm, "wang");
        var code = staff(() -> codes.make(firm.id(), true, null));

        zones.in(
                "q" + park.substring(1),
                () -> {
                    for (var state : RepresentativeState.values()) {
                        assertThat(confirmations.list(state, null, 200)).isEmpty();
                    }
                    for (ThrowingCallable act :
                            List.<ThrowingCallable>of(
                                    () -> confirmations.get(waiting.id()),
                                    () -> confirmations.get(RepresentativeId.next()),
                                    () -> confirmations.confirm(waiting.id(), 0, true),
                                    () -> confirmations.decline(waiting.id(), 0, WHY),
                                    () -> confirmations.end(standing.id(), 0, WHY))) {
                        assertThatThrownBy(act).isInstanceOf(UnknownRepresentative.class);
                    }
                    for (var id : List.of(firm.id(), EnterpriseId.next())) {
                        assertThatThrownBy(() -> confirmations.of(id))
                                .isInstanceOf(UnknownEnterprise.class);
                        assertThatThrownBy(() -> codes.make(id, true, null))
                                .isInstanceOf(UnknownEnterprise.class);
                        assertThatThrownBy(() -> codes.open(id))
                                .isInstanceOf(UnknownEnterprise.class);
                    }
                    return park;
                });
        assertThat(staff(() -> codes.open(firm.id())))
                .extracting(ConfirmationCodes.Line::id)
                .contains(code.id());
        assertThat(rows()).as("nobody is current").isZero();
    }

    @Test
    void both_tables_stand_behind_the_wall() {
        assertThat(
                        jdbc.queryForObject(
                                """
                                select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                                join pg_policy p on p.polrelid = c.oid and p.polname = 'own_zone' and p.polcmd = '*'
                                where n.nspname = 'portal' and c.relrowsecurity and c.relforcerowsecurity\
                                """,
                                Long.class))
                .isEqualTo(2);
        assertThat(
                        jdbc.queryForList(
                                """
                                select i.indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indrelid
                                join pg_namespace n on n.oid = c.relnamespace
                                join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
                                where n.nspname = 'portal' and a.attname <> 'tenant_id'\
                                """,
                                String.class))
                .isEmpty();
    }

    @Test
    void another_enterprise_sees_nothing() throws Exception {
        var own = firm(park);
        var foreign = firm(park);
        representative("wang", own, true);
        representative("li", foreign, true);
        var li = standing(foreign, "li");

        as(
                "wang",
                () -> {
                    for (var id : List.of(foreign.id(), EnterpriseId.next())) {
                        for (ThrowingCallable act :
                                List.<ThrowingCallable>of(
                                        () -> mine.record(id),
                                        () -> mine.contacts(id),
                                        () -> mine.isAdministrator(id),
                                        () -> colleagues.of(id),
                                        () -> colleagues.invite(id, "某"),
                                        () -> colleagues.invitations(id),
                                        () -> colleagues.revoke(id, id.value()),
                                        () -> colleagues.dismiss(id, li.id(), WHY),
                                        () -> colleagues.handOver(id, li.id()),
                                        () -> colleagues.leave(id, WHY))) {
                            assertThatThrownBy(act)
                                    .isInstanceOf(UnknownEnterprise.class)
                                    .hasMessage("enterprises.refusal.unknown [" + id + "]");
                        }
                    }
                    for (var id : List.of(li.id(), RepresentativeId.next())) {
                        assertThatThrownBy(() -> colleagues.dismiss(own.id(), id, WHY))
                                .isInstanceOf(UnknownRepresentative.class);
                        assertThatThrownBy(() -> colleagues.handOver(own.id(), id))
                                .isInstanceOf(UnknownRepresentative.class);
                    }
                    return park;
                });
    }

    @Test
    void enterprise_people_reach_nothing_of_the_parks_own() throws Exception {
        var firm = firm(park);
        representative("wang", firm, true);

        as(
                "wang",
                () -> {
                    for (ThrowingCallable act :
                            List.<ThrowingCallable>of(
                                    () -> directory.details(firm.id()),
                                    () -> people.list("", null, 10),
                                    () -> confirmations.of(firm.id()),
                                    () ->
                                            confirmations.list(
                                                    RepresentativeState.CONFIRMED, null, 9),
                                    () -> codes.make(firm.id(), true, null))) {
                        assertThatThrownBy(act).isInstanceOf(AccessDeniedException.class);
                    }
                    return park;
                });
        zones.in(
                park,
                () -> {
                    assertThat(people.list(park + "-wang", null, 10)).isEmpty();
                    assertThatThrownBy(() -> people.get(signedIn("wang").accountId()))
                            .isInstanceOf(org.kaiyuan.platform.access.UnknownPerson.class);
                    assertThat(roles.all()).noneMatch(role -> role.id().equals("ENTERPRISE"));
                    return park;
                });
    }

    @Test
    void who_no_longer_stands_loses_it_at_once_also_where_they_are_signed_in() throws Exception {
        var firm = firm(park);
        var second = firm(park);
        representative("wang", firm, true);
        as(
                "wang",
                () -> {
                    registration.ask(asked(park, second.creditCode()), address);
                    return park;
                });
        var asks = waiting("wang");
        staff(() -> {
            confirmations.confirm(asks.id(), asks.version(), true);
            return park;
        });

        as(
                "wang",
                () -> {
                    assertThat(mine.record(firm.id()).name()).isEqualTo(firm.name());
                    end(firm, "wang");
                    assertThatThrownBy(() -> mine.record(firm.id()))
                            .isInstanceOf(UnknownEnterprise.class);
                    assertThat(mine.record(second.id()).name()).isEqualTo(second.name());
                    return park;
                });
        assertThat(signedIn("wang").tenantId()).as("still stands for one").isNotNull();

        end(second, "wang");

        assertThat(signedIn("wang").tenantId()).as("stands for nobody").isNull();
        assertThat(signedIn("wang").scopes()).isEmpty();
        as("wang", () -> registration.ask(asked(park, firm.creditCode()), address));
        var again = waiting("wang");
        staff(() -> {
            confirmations.confirm(again.id(), again.version(), true);
            return park;
        });
        assertThat(signedIn("wang").tenantId()).as("comes back").isNotNull();
    }

    @Test
    void an_administrator_invites_dismisses_and_hands_over_and_the_last_one_stays()
            throws Exception {
        var firm = firm(park);
        representative("wang", firm, true);
        var invitation = as("wang", () -> colleagues.invite(firm.id(), "小李"));
        register("li", new Asked(park, "", "小李", "13800001234", invitation.code()));
        var li = standing(firm, "li");
        var wang = standing(firm, "wang");
        assertThat(li.administrator()).isFalse();

        as(
                "li",
                () -> {
                    assertThat(colleagues.of(firm.id())).hasSize(2);
                    for (ThrowingCallable act :
                            List.<ThrowingCallable>of(
                                    () -> colleagues.invite(firm.id(), "某"),
                                    () -> colleagues.invitations(firm.id()),
                                    () -> colleagues.dismiss(firm.id(), wang.id(), WHY),
                                    () -> colleagues.handOver(firm.id(), li.id()),
                                    () -> mine.contacts(firm.id()))) {
                        assertThatThrownBy(act)
                                .isInstanceOf(PortalRefused.class)
                                .hasMessageContaining("notAdministrator");
                    }
                    return park;
                });
        as(
                "wang",
                () -> {
                    assertThatThrownBy(() -> colleagues.leave(firm.id(), WHY))
                            .hasMessageContaining("refusal.last");
                    assertThatThrownBy(() -> colleagues.dismiss(firm.id(), wang.id(), WHY))
                            .hasMessageContaining("yourself");
                    colleagues.handOver(firm.id(), li.id());
                    assertThatThrownBy(() -> colleagues.invite(firm.id(), "某"))
                            .hasMessageContaining("notAdministrator");
                    return park;
                });
        as(
                "li",
                () -> {
                    colleagues.dismiss(firm.id(), wang.id(), WHY);
                    return park;
                });
        assertThat(signedIn("wang").tenantId()).isNull();
        assertThat(staff(() -> confirmations.of(firm.id())))
                .extracting(RepresentativeRow::username)
                .containsExactly(park + "-li");
    }

    @Test
    void what_was_made_by_whoever_left_opens_nothing() throws Exception {
        var firm = firm(park);
        representative("wang", firm, true);
        representative("li", firm, true);
        var mineOfLi = as("li", () -> colleagues.invite(firm.id(), "小赵"));
        var forMyself = as("wang", () -> colleagues.invite(firm.id(), "小钱"));
        var forSomebody = as("wang", () -> colleagues.invite(firm.id(), "小孙"));

        end(firm, "wang");

        for (var code : List.of(forMyself, forSomebody)) {
            assertThatThrownBy(() -> as("wang", () -> registration.ask(with(code), address)))
                    .isInstanceOf(PortalRefused.class);
            assertThatThrownBy(() -> register("zhao", with(code)))
                    .isInstanceOf(PortalRefused.class);
        }
        register("zhao", with(mineOfLi));
        assertThat(staff(() -> confirmations.of(firm.id())))
                .extracting(RepresentativeRow::username)
                .containsExactlyInAnyOrder(park + "-li", park + "-zhao");
    }

    @Test
    void nobody_confirms_themselves() throws Exception {
        var firm = firm(park);
        register("tester", asked(park, firm.creditCode()));
        var row = waiting("tester");

        zones.in(
                park,
                () -> {
                    assertThatThrownBy(() -> confirmations.confirm(row.id(), row.version(), true))
                            .isInstanceOf(PortalRefused.class)
                            .hasMessageContaining("confirmsOneself");
                    var own = codes.make(firm.id(), true, null);
                    SecurityContextHolder.clearContext();
                    assertThatThrownBy(
                                    () -> as("tester", () -> registration.ask(with(own), address)))
                            .isInstanceOf(PortalRefused.class);
                    return park;
                });
    }

    private Asked with(ConfirmationCodes.Written code) {
        return new Asked(park, "", "某人", "13800001234", code.code());
    }

    @Test
    void two_who_decide_at_once_do_not_overwrite_each_other() throws Exception {
        var firm = firm(park);
        register("wang", asked(park, firm.creditCode()));
        var row = waiting("wang");
        staff(() -> {
            confirmations.confirm(row.id(), row.version(), null);
            assertThatThrownBy(() -> confirmations.decline(row.id(), row.version(), WHY))
                    .isInstanceOf(PortalRefused.class)
                    .hasMessageContaining("changed");
            var now = confirmations.get(row.id());
            assertThatThrownBy(() -> confirmations.decline(now.id(), now.version(), WHY))
                    .isInstanceOf(PortalRefused.class)
                    .hasMessageContaining("refusal.state");
            assertThatThrownBy(() -> confirmations.end(now.id(), now.version(), " "))
                    .hasMessageContaining("refusal.reason");
            return park;
        });
    }

    @Test
    void who_stood_for_a_merged_record_stands_for_its_survivor() throws Exception {
        var firm = firm(park);
        var twin = firm(park);
        representative("wang", twin, true);
        zones.in(
                park,
                () -> {
                    merge.merge(
                            firm.id(),
                            directory.details(firm.id()).version(),
                            twin.id(),
                            directory.details(twin.id()).version(),
                            Set.of());
                    return park;
                });

        await().pollInSameThread()
                .atMost(MOST)
                .until(() ->
                        firm.id().equals(as("wang", () -> mine.mine().getFirst().enterpriseId())));

        assertThat(as("wang", () -> mine.record(firm.id())).name()).isEqualTo(firm.name());
        assertThat(signedIn("wang").tenantId()).isNotNull();
    }

    @Test
    void nobody_stands_for_an_enterprise_that_was_removed() throws Exception {
        var firm = firm(park);
        representative("wang", firm, true);
        zones.in(
                park,
                () -> {
                    removal.remove(firm.id(), directory.details(firm.id()).version());
                    return park;
                });

        await().pollInSameThread().atMost(MOST).until(() -> signedIn("wang").tenantId() == null);

        assertThat(as("wang", () -> mine.mine()))
                .singleElement()
                .satisfies(line -> assertThat(line.state()).isEqualTo(RepresentativeState.ENDED));
    }

    private void end(Firm firm, String name) throws Exception {
        var row = standing(firm, name);
        staff(() -> {
            confirmations.end(row.id(), row.version(), WHY);
            return row;
        });
    }

    private long rows() {
        SecurityContextHolder.clearContext();
        Long count =
                transaction.execute(open ->
                        jdbc.queryForObject(
                                """
                                select (select count(*) from portal.representative)
                                     + (select count(*) from portal.confirmation_code)\
                                """,
                                Long.class));
        return count == null ? -1 : count;
    }
}
