package org.kaiyuan.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.UnknownEnterprise;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Handing in at the desk. */
class CaseCounterTest extends ServiceDesk {
    @Autowired CaseCounter counter;
    @Autowired CaseDirectory directory;
    @Autowired MyCases cases;

    @Test
    void the_same_page_gives_the_same_receipt_and_what_is_on_paper_is_held() {
        var service = service();
        var key = UUID.randomUUID();
        var clerk = staff(Role.ZONE_STAFF);
        var note = note(service, null, "未登记的公司", null, Set.of("licence", "plan"));

        var receipt = as(clerk, () -> counter.takeIn(note, key));

        assertThat(as(clerk, () -> counter.takeIn(note, key))).isEqualTo(receipt);
        var sheet = as(clerk, () -> directory.find(receipt.caseId()));
        assertThat(sheet.row().channel()).isEqualTo(CaseChannel.COUNTER);
        assertThat(sheet.row().enterprise()).isNull();
        assertThat(sheet.row().enterpriseName()).isEqualTo("未登记的公司");
        assertThat(sheet.materials())
                .filteredOn(one -> one.state() == MaterialState.HELD)
                .extracting(one -> one.material().key())
                .containsExactly("licence", "plan", "charter");
        assertThat(sheet.acts()).contains(CaseAct.ACCEPT).doesNotContain(CaseAct.WITHDRAW);
        assertThat(read(Integer.class, "select count(*)::int from services.case_file")).isOne();
    }

    @Test
    void
            an_enterprise_of_the_directory_is_called_as_it_is_there_and_finds_its_case_in_the_portal() {
        var firm = firm();
        var wang = person(firm, true);

        var byId =
                desk(() ->
                        counter.takeIn(
                                note(service(), firm.id(), "别的", null, Set.of("licence", "plan")),
                                UUID.randomUUID()));
        var byCode =
                desk(() ->
                        counter.takeIn(
                                note(
                                        service(),
                                        null,
                                        "别的",
                                        firm.creditCode().toLowerCase(Locale.ROOT),
                                        Set.of("licence", "plan")),
                                UUID.randomUUID()));

        assertThat(as(wang, () -> cases.list(firm.id(), true, null, 10)).items())
                .extracting(CaseRow::id)
                .containsExactly(byCode.caseId(), byId.caseId());
        assertThat(as(wang, () -> cases.find(byId.caseId())).row().enterpriseName())
                .isEqualTo(firm.name());
    }

    @Test
    void a_wrong_credit_code_and_what_is_missing_are_said_at_once() {
        assertThatThrownBy(() ->
                        desk(() ->
                                counter.takeIn(
                                        new CounterNote(
                                                service(),
                                                null,
                                                " ",
                                                "123",
                                                new Applicant("", ""),
                                                FormAnswers.NONE,
                                                false,
                                                Set.of(),
                                                Set.of("plan")),
                                        UUID.randomUUID())))
                .isInstanceOfSatisfying(
                        ServicesFieldsRefused.class,
                        refused ->
                                assertThat(refused.fields())
                                        .extracting(FieldFault::field)
                                        .contains(
                                                "creditCode",
                                                "enterpriseName",
                                                "applicant.name",
                                                "applicant.phone",
                                                "answers.purpose",
                                                "materials.licence")
                                        .doesNotContain("materials.plan"));
        assertThatThrownBy(() ->
                        desk(() ->
                                counter.takeIn(
                                        note(
                                                service(),
                                                EnterpriseId.next(),
                                                "某",
                                                null,
                                                Set.of("licence", "plan")),
                                        UUID.randomUUID())))
                .isInstanceOf(UnknownEnterprise.class);
    }

    @Test
    void people_of_enterprises_take_nothing_in() {
        var firm = firm();
        var wang = person(firm, true);
        var service = service();

        assertThatThrownBy(() ->
                        as(
                                wang,
                                () ->
                                        counter.takeIn(
                                                note(service, firm.id(), "某", null, Set.of()),
                                                UUID.randomUUID())))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as(wang, () -> directory.find(CaseId.next())))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void another_zone_sees_nothing() {
        var service = service();
        var receipt =
                desk(() ->
                        counter.takeIn(
                                note(service, null, "某", null, Set.of("licence", "plan")),
                                UUID.randomUUID()));

        zones.in(
                "t" + park.substring(1),
                () -> {
                    for (var id : List.of(receipt.caseId(), CaseId.next())) {
                        assertThatThrownBy(() -> directory.find(id))
                                .isInstanceOf(UnknownCase.class);
                        assertThatThrownBy(() -> directory.clock(id))
                                .isInstanceOf(UnknownCase.class);
                    }
                    assertThatThrownBy(() ->
                                    counter.takeIn(
                                            note(service, null, "某", null, Set.of()),
                                            UUID.randomUUID()))
                            .isInstanceOf(UnknownService.class);
                    return park;
                });
        Long rows =
                transaction.execute(t ->
                        jdbc.queryForObject("select count(*) from services.case_file", Long.class));
        assertThat(rows).as("nobody is current").isZero();
    }

    private static CounterNote note(
            ServiceId service,
            @Nullable EnterpriseId enterprise,
            String name,
            @Nullable String creditCode,
            Set<String> held) {
        return new CounterNote(
                service,
                enterprise,
                name,
                creditCode,
                APPLICANT,
                new FormAnswers(Map.of("purpose", List.of("扩建")), Map.of()),
                false,
                Set.of(),
                held);
    }
}
