package org.kaiyuan.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.RelationKind;
import org.kaiyuan.platform.access.Relations;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.beans.factory.annotation.Autowired;

/** 诉求, 报修: to a team or an entrusted company, answered once. */
class TicketsTest extends ManyCases {
    @Autowired Tickets tickets;
    @Autowired Relations relations;

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

    private void entrust(String partner, String permission) {
        desk(() ->
                relations.begin(
                        RelationKind.ENTRUSTS,
                        partner,
                        Set.of(permission),
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
