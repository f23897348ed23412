package org.kaiyuan.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.security.Principal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.enterprises.EnterpriseMerge;
import org.kaiyuan.enterprises.UnknownEnterprise;
import org.kaiyuan.platform.files.UnknownFile;
import org.kaiyuan.platform.records.RecordChangeRefused;
import org.kaiyuan.platform.records.UnknownRecord;
import org.kaiyuan.platform.tenancy.ActsInTenant;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.platform.timeline.Commenting;
import org.kaiyuan.platform.timeline.Timeline;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;

/** What an enterprise sees of its cases, and does with them. */
class MyCasesTest extends ServiceDesk {
    @Autowired MyCases cases;
    @Autowired CaseDirectory directory;
    @Autowired CaseAcceptance acceptance;
    @Autowired CaseReview review;
    @Autowired ColleagueRights rights;
    @Autowired PortalInbox inbox;
    @Autowired Timeline timeline;
    @Autowired Commenting commenting;
    @Autowired EnterpriseMerge merge;
    @Autowired EnterpriseDirectory enterpriseDirectory;

    @Test
    void the_newest_come_first_page_by_page() {
        var firm = firm();
        var wang = person(firm, true);
        var made = new ArrayList<CaseId>();
        for (int i = 0; i < 3; i++) {
            made.addFirst(submitted(wang, firm, service()));
        }

        var first = as(wang, () -> cases.list(firm.id(), false, null, 2));
        var second = as(wang, () -> cases.list(firm.id(), false, first.next(), 2));

        assertThat(first.items())
                .extracting(CaseRow::id)
                .containsExactlyElementsOf(made.subList(0, 2));
        assertThat(second.items()).extracting(CaseRow::id).containsExactly(made.get(2));
        assertThat(second.next()).isNull();
    }

    @Test
    void another_enterprise_sees_nothing() {
        var firm = firm();
        var wang = person(firm, true);
        var stranger = person(firm(), true);
        var id = submitted(wang, firm, service());
        var file = as(wang, () -> cases.find(id)).materials().getFirst().files().getFirst().id();

        assertThatThrownBy(() -> as(stranger, () -> cases.list(firm.id(), false, null, 9)))
                .isInstanceOf(UnknownEnterprise.class);
        assertThatThrownBy(() -> as(stranger, () -> inbox.of(firm.id())))
                .isInstanceOf(UnknownEnterprise.class);
        assertThatThrownBy(() -> as(stranger, () -> attachments.find(file)))
                .isInstanceOf(UnknownFile.class);
        for (var one : List.of(id, CaseId.next())) {
            for (ThrowingCallable act :
                    List.<ThrowingCallable>of(
                            () -> as(stranger, () -> cases.find(one)),
                            () -> as(stranger, () -> cases.clock(one)),
                            () -> as(stranger, () -> cases.receipt(one)),
                            () -> supplement(stranger, one),
                            () -> withdraw(stranger, one))) {
                assertThatThrownBy(act).isInstanceOf(UnknownCase.class);
            }
        }
    }

    @Test
    void a_colleague_without_results_reads_no_decision_letter_or_file_of_it() {
        var firm = firm();
        var boss = person(firm, true);
        var li = person(firm, false);
        var id = submitted(boss, firm, service());
        var file = as(boss, () -> cases.find(id)).materials().getFirst().files().getFirst().id();
        owned(
                """
                update services.case_file set state = 'DECIDED', step = 'DELIVER', course = 'OWN', accepted_on = current_date,
                    outcome = 'GRANTED', decided_on = current_date, decision = '准予' where id = ?\
                """,
                id.value());
        owned(
                """
                insert into services.case_event (tenant_id, case_id, number, act, step, on_day, at, by_username, by_name, said, open)
                select tenant_id, id, 90, 'DECIDE', 'DECIDE', current_date, now(), 'x', 'x', '准予', true
                from services.case_file where id = ?\
                """,
                id.value());
        owned(
                """
                insert into services.letter (tenant_id, id, case_id, kind, number, title, body, on_day, at, signed_name)
                select tenant_id, gen_random_uuid(), id, 'GRANTED', '测试1号', '决定书', '准予', current_date, now(), 'x'
                from services.case_file where id = ?\
                """,
                id.value());
        assertThat(as(li, () -> cases.find(id)).decision()).isEqualTo("准予");

        as(
                boss,
                () -> {
                    rights.give(
                            firm.id(),
                            li.getName(),
                            Set.of(ColleagueRight.SEE, ColleagueRight.FILL_IN),
                            null);
                    return id;
                });

        var sheet = as(li, () -> cases.find(id));
        assertThat(sheet.decision()).isNull();
        assertThat(sheet.letters()).isEmpty();
        assertThat(sheet.row().outcome()).isNull();
        assertThat(sheet.events()).extracting(CaseEvent::said).doesNotContain("准予");
        assertThat(sheet.materials()).allMatch(one -> one.files().isEmpty());
        assertThat(as(li, () -> cases.list(firm.id(), false, null, 9)).items())
                .extracting(CaseRow::outcome)
                .containsOnlyNulls();
        assertThat(as(li, () -> inbox.of(firm.id())))
                .extracting(PortalToDo::messageKey)
                .doesNotContain("services.inbox.fetch");
        assertThatThrownBy(() -> as(li, () -> attachments.find(file)))
                .isInstanceOf(UnknownFile.class);
        assertThat(as(boss, () -> cases.find(id)).letters()).hasSize(1);
        assertThat(as(boss, () -> inbox.of(firm.id())).getFirst().messageKey())
                .isEqualTo("services.inbox.fetch");
    }

    @Test
    void what_the_park_says_among_itself_stays_there() {
        var firm = firm();
        var wang = person(firm, true);
        var id = submitted(wang, firm, service());
        desk(() -> {
            commenting.comment(CaseRecords.of(id), "内部意见");
            return id;
        });
        owned(
                """
                insert into services.case_event (tenant_id, case_id, number, act, step, on_day, at, by_username, by_name, said, open)
                select tenant_id, id, 90, 'REMARK', 'ACCEPT', current_date, now(), 'x', 'x', '内部', false
                from services.case_file where id = ?\
                """,
                id.value());
        owned(
                "update services.case_material set state = 'FOUND_BAD', remark = '疑似伪造' where case_id = ? and material = 'licence'",
                id.value());

        var sheet = as(wang, () -> cases.find(id));

        assertThat(sheet.events()).extracting(CaseEvent::said).doesNotContain("内部");
        assertThat(sheet.materials().getFirst().state()).isEqualTo(MaterialState.HANDED_IN);
        assertThat(sheet.materials().getFirst().remark()).isNull();
        assertThatThrownBy(() -> as(wang, () -> timeline.of(CaseRecords.of(id), null, 10)))
                .isInstanceOf(UnknownRecord.class);
        assertThatThrownBy(() -> as(wang, () -> commenting.of(CaseRecords.of(id), null, 10)))
                .isInstanceOf(UnknownRecord.class);
        assertThat(desk(() -> timeline.of(CaseRecords.of(id), null, 10)).items()).isNotEmpty();
    }

    @Test
    void a_supplement_wants_a_new_paper_for_all_that_was_asked_and_the_days_begin_anew() {
        var firm = firm();
        var wang = person(firm, true);
        var id = submitted(wang, firm, service());
        assertThatThrownBy(() -> as(wang, () -> file(CaseRecords.of(id), "early.txt")))
                .isInstanceOf(RecordChangeRefused.class);
        desk(() -> {
            acceptance.askSupplement(
                    id, Map.of("licence", "看不清"), "请补正", directory.find(id).row().version());
            return id;
        });
        owned("update services.case_file set said_since = said_since - 4 where id = ?", id.value());
        assertThat(as(wang, () -> inbox.of(firm.id())).getFirst().messageKey())
                .isEqualTo("services.inbox.supplement");
        assertThat(as(wang, () -> cases.find(id)).materials().getFirst().remark()).isEqualTo("看不清");

        assertThatThrownBy(() -> supplement(wang, id)).isInstanceOf(ServicesFieldsRefused.class);
        as(
                wang,
                () -> {
                    cases.paper(id, "licence", file(CaseRecords.of(id), "new.txt"));
                    return id;
                });
        supplement(wang, id);

        var sheet = as(wang, () -> cases.find(id));
        assertThat(sheet.row().state()).isEqualTo(CaseState.SUBMITTED);
        assertThat(sheet.materials().getFirst().state()).isEqualTo(MaterialState.HANDED_IN);
        assertThat(sheet.materials().getFirst().files()).hasSize(2);
        assertThat(
                        read(
                                Boolean.class,
                                "select said_since >= supplement_asked_on and supplemented_on = said_since from services.case_file where id = ?",
                                id.value()))
                .isTrue();
        assertThatThrownBy(() -> supplement(wang, id)).isInstanceOf(CaseRefused.class);
    }

    @Test
    void papers_that_were_promised_come_later_and_late_ones_are_noted() {
        var firm = firm();
        var wang = person(firm, true);
        var id = submitted(wang, firm, service());
        owned(
                """
                update services.case_file set state = 'ACCEPTED', step = 'REVIEW', course = 'OWN', accepted_on = current_date - 9,
                    deferred_due_on = current_date - 3 where id = ?\
                """,
                id.value());
        owned(
                "update services.case_material set state = 'DEFERRED' where case_id = ? and material = 'photo'",
                id.value());
        assertThat(as(wang, () -> inbox.of(firm.id())).getFirst().messageKey())
                .isEqualTo("services.inbox.deferred");
        assertThatThrownBy(() -> supplement(wang, id)).isInstanceOf(ServicesFieldsRefused.class);

        as(
                wang,
                () -> {
                    cases.paper(id, "photo", file(CaseRecords.of(id), "photo.txt"));
                    return id;
                });
        supplement(wang, id);

        var sheet = as(wang, () -> cases.find(id));
        assertThat(sheet.materials().get(2).state()).isEqualTo(MaterialState.HANDED_IN);
        assertThat(sheet.events().getLast().act()).isEqualTo(CaseAct.DEFERRED_HANDED_IN);
        assertThat(sheet.events().getLast().said()).startsWith("逾期");
        assertThat(sheet.row().state()).isEqualTo(CaseState.ACCEPTED);
    }

    @Test
    void a_case_is_withdrawn_with_a_reason_and_before_the_decision_only() {
        var firm = firm();
        var wang = person(firm, true);
        var id = submitted(wang, firm, service());
        var decided = submitted(wang, firm, service());
        owned(
                """
                update services.case_file set state = 'DECIDED', course = 'OWN', accepted_on = current_date, outcome = 'GRANTED',
                    decided_on = current_date where id = ?\
                """,
                decided.value());

        assertThatThrownBy(() -> withdraw(wang, decided)).isInstanceOf(CaseRefused.class);
        assertThatThrownBy(() ->
                        as(
                                wang,
                                () -> {
                                    cases.withdraw(id, " ", version(id));
                                    return id;
                                }))
                .isInstanceOf(ServicesFieldsRefused.class);
        assertThatThrownBy(() ->
                        as(
                                wang,
                                () -> {
                                    cases.withdraw(id, "不需要了", 99);
                                    return id;
                                }))
                .isInstanceOf(ServicesChangedMeanwhile.class);
        withdraw(wang, id);

        var sheet = as(wang, () -> cases.find(id));
        assertThat(sheet.row().state()).isEqualTo(CaseState.WITHDRAWN);
        assertThat(sheet.events().getLast().said()).isEqualTo("不需要了");
        assertThat(sheet.acts()).isEmpty();
    }

    @Test
    void cases_drafts_and_rights_follow_an_enterprise_that_was_merged() {
        var from = firm();
        var into = firm();
        var wang = person(from, true);
        var li = person(from, false);
        var id = submitted(wang, from, service());
        var draft = as(wang, () -> drafting.begin(service(), from.id()));
        as(
                wang,
                () -> {
                    rights.give(from.id(), li.getName(), Set.of(ColleagueRight.SEE), null);
                    return id;
                });

        desk(() ->
                merge.merge(
                        into.id(),
                        enterpriseDirectory.details(into.id()).version(),
                        from.id(),
                        enterpriseDirectory.details(from.id()).version(),
                        Set.of()));

        await().atMost(Duration.ofSeconds(60))
                // until the portal has followed they do not stand for it
                .ignoreExceptionsInstanceOf(UnknownEnterprise.class)
                .untilAsserted(() -> {
                    assertThat(as(wang, () -> cases.list(into.id(), false, null, 9)).items())
                            .extracting(CaseRow::id)
                            .containsExactly(id);
                    assertThat(as(wang, () -> drafting.of(into.id())))
                            .extracting(DraftRow::id)
                            .containsExactly(draft);
                    assertThat(as(li, () -> rights.mine(into.id())))
                            .containsExactly(ColleagueRight.SEE);
                });
    }

    @Test
    void an_operating_company_sees_what_was_assigned_to_it_and_no_more() {
        var firm = firm();
        var wang = person(firm, true);
        var own = submitted(wang, firm, service(ServiceTrack.TICKET, note("报修")));
        var other = submitted(wang, firm, service());
        var company = zones.zone("o" + park.substring(1));
        owned(
                "update services.case_file set company = ?, company_name = '运营公司' where id = ?",
                company.value(),
                own.value());
        var sent = entrusted(company);

        assertThat(as(sent, () -> directory.find(own)).row().id()).isEqualTo(own);
        assertThatThrownBy(() -> as(sent, () -> directory.find(other)))
                .isInstanceOf(UnknownCase.class);
        assertThatThrownBy(() -> as(sent, () -> file(CaseRecords.of(other), "a.txt")))
                .isInstanceOf(UnknownRecord.class);
        assertThat(as(sent, () -> file(CaseRecords.of(own), "a.txt"))).isNotNull();
    }

    private Authentication entrusted(TenantId company) {
        var zone = zones.zone(park);
        return new TestingAuthenticationToken(
                new Sent(zone, company),
                "",
                "ROLE_" + ServicesPermissions.READ,
                "ROLE_" + ServicesPermissions.HANDLE);
    }

    private record Sent(TenantId tenantId, TenantId cameFrom) implements ActsInTenant, Principal {
        @Override
        public String getName() {
            return "company-worker";
        }
    }

    private long version(CaseId id) {
        return read(Long.class, "select version from services.case_file where id = ?", id.value());
    }

    private void supplement(Authentication who, CaseId id) {
        as(
                who,
                () -> {
                    cases.supplement(id, filledIn(), seen(id));
                    return id;
                });
    }

    private void withdraw(Authentication who, CaseId id) {
        as(
                who,
                () -> {
                    cases.withdraw(id, "不需要了", seen(id));
                    return id;
                });
    }

    /** Of one that is not there any number. */
    private long seen(CaseId id) {
        return read(
                Long.class,
                "select coalesce(max(version), 1) from services.case_file where id = ?",
                id.value());
    }
}
