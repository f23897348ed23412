package org.kaiyuan.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.RelationKind;
import org.kaiyuan.platform.access.Relations;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.beans.factory.annotation.Autowired;

/** 诉求, 报修: to a team or an entrusted company, answered once. */
class TicketsTest extends ManyCases {
    @Autowired Tickets tickets;
    @Autowired Relations relations;
    @Autowired CaseNotices notices;

    @Test
    void a_ticket_is_assigned_to_a_company_that_is_entrusted_and_answered_with_a_letter() {
        var company = zones.zone("opco" + park);
        var idle = zones.zone("idle" + park);
        entrust("opco" + park, ServicesPermissions.HANDLE);
        entrust("idle" + park, ServicesPermissions.READ);
        var id = ticket();

        assertThat(desk(() -> tickets.companies()))
                .extracting(Tickets.Company::id)
                .containsExactly(company);
        refused(id, null, idle);
        refused(id, null, null);
        refused(id, "物业组", company);
        desk(() -> {
            tickets.assign(id, null, company, 1);
            return true;
        });
        assertThat(
                        read(
                                Long.class,
                                "select company from services.case_file where id = ?",
                                id.value()))
                .isEqualTo(company.value());
        desk(() -> {
            tickets.answer(id, "路灯已经修好", 2);
            return true;
        });

        assertThat(
                        read(
                                String.class,
                                "select state || ' ' || outcome || ' ' || (decided_on is not null) from services.case_file where id = ?",
                                id.value()))
                .isEqualTo("DELIVERED ANSWERED true");
        assertThat(
                        read(
                                String.class,
                                "select body from services.letter where case_id = ?",
                                id.value()))
                .contains("路灯已经修好");
        assertThatThrownBy(() ->
                        desk(() -> {
                            tickets.answer(id, "再答", 3);
                            return true;
                        }))
                .isInstanceOf(CaseRefused.class);
    }

    @Test
    void a_case_that_is_no_ticket_is_neither_assigned_nor_answered() {
        var id =
                insert(
                        service(),
                        new Row(
                                ServiceTrack.PARK,
                                CaseState.ACCEPTED,
                                today(),
                                today(),
                                10,
                                today().plusDays(9),
                                null));

        assertThatThrownBy(() ->
                        desk(() -> {
                            tickets.assign(id, "物业组", null, 1);
                            return true;
                        }))
                .isInstanceOf(CaseRefused.class);
        assertThatThrownBy(() ->
                        desk(() -> {
                            tickets.answer(id, "答", 1);
                            return true;
                        }))
                .isInstanceOf(CaseRefused.class);
    }

    @Test
    void
            people_of_the_company_hear_what_is_assigned_to_it_and_due_there_once_and_nobody_else_does() {
        var company = zones.zone("opco" + park);
        var owner = person("opco" + park, Role.ZONE_STAFF);
        var colleague = person("opco" + park, Role.ZONE_STAFF);
        person("opco" + park, Role.ENTERPRISE);
        var here = staff(Role.ZONE_STAFF).getName();
        person("rival" + park, Role.ZONE_STAFF);
        zones.zone("rival" + park);
        entrust("opco" + park, ServicesPermissions.HANDLE, ServicesPermissions.READ);
        entrust("rival" + park, ServicesPermissions.HANDLE, ServicesPermissions.READ);
        var id = ticket();
        desk(() -> {
            tickets.assign(id, null, company, 1);
            return true;
        });

        for (int twice = 0; twice < 2; twice++) {
            told(() -> notices.tell(moved(id, CaseAct.ASSIGN)));
            told(() -> notices.tell(due(id, "WARN")));
        }

        assertThat(noticed("services.notice.assigned")).containsExactlyInAnyOrder(owner, colleague);
        assertThat(noticed("services.notice.due.WARN")).containsExactlyInAnyOrder(owner, colleague);

        owned(
                "update services.case_file set owner = ?, owner_name = '某' where id = ?",
                owner,
                id.value());
        told(() -> notices.tell(due(id, "OVERDUE")));
        assertThat(noticed("services.notice.due.OVERDUE")).containsExactly(owner);

        desk(() -> {
            relations.given().stream()
                    .filter(one -> one.partner().equals(company))
                    .forEach(one -> relations.end(one.id()));
            return true;
        });
        told(() -> notices.tell(due(id, "DELIVER_LATE")));
        assertThat(noticed("services.notice.due.DELIVER_LATE")).containsExactly(here);
    }

    @Test
    void people_of_a_company_that_may_not_see_what_it_handles_hear_nothing_of_it() {
        var company = zones.zone("opco" + park);
        person("opco" + park, Role.ZONE_STAFF);
        entrust("opco" + park, ServicesPermissions.HANDLE);
        var id = ticket();
        desk(() -> {
            tickets.assign(id, null, company, 1);
            return true;
        });

        told(() -> notices.tell(moved(id, CaseAct.ASSIGN)));

        assertThat(noticed("services.notice.assigned")).isEmpty();
    }

    /** Somebody of another tenant. */
    private String person(String zone, Role role) {
        var username = "p" + UUID.randomUUID().toString().substring(0, 8);
        return zones.in(
                zone,
                () -> {
                    accounts.join(accounts.register(username, PASSWORD, "某人", false, false), role);
                    return username;
                });
    }

    private CaseMoved moved(CaseId id, CaseAct act) {
        var number =
                read(
                        Integer.class,
                        "select number from services.case_event where case_id = ? and act = ?",
                        id.value(),
                        act.name());
        return new CaseMoved(zones.zone(park), id.value(), number, act);
    }

    private CaseDue due(CaseId id, String kind) {
        return new CaseDue(id.value(), "R", kind, today(), 0);
    }

    private void told(Runnable telling) {
        SystemActing.inTenant(
                zones.zone(park),
                () -> {
                    transaction.executeWithoutResult(open -> telling.run());
                    return true;
                });
    }

    private List<String> noticed(String key) {
        return desk(() ->
                transaction.execute(t ->
                        jdbc.queryForList(
                                "select username from notices.notice where message_key = ? order by username",
                                String.class,
                                key)));
    }

    private CaseId ticket() {
        return insert(
                service(ServiceTrack.TICKET, note("报修")),
                new Row(
                        ServiceTrack.TICKET,
                        CaseState.SUBMITTED,
                        today(),
                        null,
                        5,
                        today().plusDays(7),
                        null));
    }

    private void entrust(String partner, String... permissions) {
        desk(() ->
                relations.begin(
                        RelationKind.ENTRUSTS,
                        partner,
                        Set.of(permissions),
                        today().minusDays(1),
                        null,
                        "委托运营协议"));
    }

    private void refused(
            CaseId id,
            @org.jspecify.annotations.Nullable String team,
            @org.jspecify.annotations.Nullable TenantId company) {
        assertThatThrownBy(() ->
                        desk(() -> {
                            tickets.assign(id, team, company, 1);
                            return true;
                        }))
                .isInstanceOf(ServicesFieldsRefused.class);
    }
}
