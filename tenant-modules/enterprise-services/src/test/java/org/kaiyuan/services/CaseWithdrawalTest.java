package org.kaiyuan.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kaiyuan.delegation.DecisionOutcome;
import org.kaiyuan.delegation.DelegationMode;
import org.kaiyuan.delegation.EntryAct;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.EntryNote;
import org.kaiyuan.delegation.ListDrafting;
import org.kaiyuan.delegation.ListPublishing;
import org.kaiyuan.delegation.MatterDraft;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.delegation.MatterKeeping;
import org.kaiyuan.delegation.MatterKind;
import org.kaiyuan.delegation.PowerDecision;
import org.kaiyuan.delegation.PowerListKind;
import org.kaiyuan.delegation.PowerUseDirectory;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.Authentication;

/** An enterprise takes back what was accepted: nobody goes on waiting for it, and nobody counts it as decided. */
class CaseWithdrawalTest extends ServiceDesk {
    @Autowired MyCases cases;
    @Autowired CaseAcceptance acceptance;
    @Autowired CaseClockKeeping keeping;
    @Autowired CaseDecision decision;
    @Autowired CaseDirectory directory;
    @Autowired CaseInbox inbox;
    @Autowired PortalInbox portalInbox;
    @Autowired ServiceFigures figures;
    @Autowired PowerUseDirectory uses;
    @Autowired MatterKeeping matters;
    @Autowired ListDrafting lists;
    @Autowired ListPublishing publishing;
    @Autowired Clock clock;

    @Test
    void the_list_of_powers_and_webhooks_hear_that_it_ended_without_a_decision() {
        var matter = desk(this::matter);
        var entry = desk(() -> granted(matter));
        owned(
                """
                insert into notices.webhook (tenant_id, id, url, kinds, secret, username, created_at)
                values (?, gen_random_uuid(), 'https://192.0.2.1/hook', '{case.accepted,case.due,case.decided}', 'x', 'somebody', now())\
                """,
                desk(() -> CurrentTenant.get().value()));
        var firm = firm();
        var wang = person(firm, true);
        var id = submitted(wang, firm, service(ServiceTrack.STATUTORY, matter.value(), note("备案")));
        accept(id);

        withdraw(wang, id);

        await().pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(desk(() -> uses.decisions(entry, null, null, 10)).items())
                                .extracting(
                                        PowerDecision::applicant,
                                        PowerDecision::acceptedOn,
                                        PowerDecision::decidedOn,
                                        PowerDecision::outcome)
                                .containsExactly(
                                        tuple(
                                                firm.name(),
                                                today(),
                                                today(),
                                                DecisionOutcome.WITHDRAWN)));
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(delivered("case.decided"))
                                .singleElement()
                                .satisfies(told ->
                                        assertThat(told)
                                                .contains(id.toString(), "decidedOn")
                                                .doesNotContain("outcome", firm.name())));
        assertThat(delivered("case.accepted")).hasSize(1);
    }

    @Test
    void it_is_in_no_box_but_the_closed_ones_and_no_clock_wakes_for_it() {
        var firm = firm();
        var wang = person(firm, true);
        var colleague = staff(Role.ZONE_STAFF);
        var service = service();
        var id = submitted(wang, firm, service);
        accept(id);
        desk(() -> {
            keeping.stop(id, StopReason.HEARING, today(), "听证通知书", version(id));
            return id;
        });

        withdraw(wang, id);

        var sheet = desk(() -> directory.find(id));
        assertThat(sheet.row().state()).isEqualTo(CaseState.WITHDRAWN);
        assertThat(sheet.row().waitingFor()).isEqualTo(WaitingFor.NOBODY);
        assertThat(sheet.row().outcome()).isNull();
        assertThat(sheet.row().overdue()).isFalse();
        assertThat(sheet.row().remaining()).isNull();
        assertThat(sheet.acts()).isSubsetOf(CaseAct.REMARK, CaseAct.ARCHIVE);
        assertThat(
                        read(
                                Boolean.class,
                                "select next_on is null and ended_on = ? from services.case_file where id = ?",
                                today(),
                                id.value()))
                .as("nothing comes due any more")
                .isTrue();
        for (var box : CaseBox.values()) {
            assertThat(desk(() -> inbox.list(CaseFilter.of(box), null, 10)).items())
                    .as(box.name())
                    .hasSize(box == CaseBox.CLOSED ? 1 : 0);
        }
        assertThat(as(wang, () -> cases.list(firm.id(), true, null, 10)).items()).isEmpty();
        assertThat(as(wang, () -> portalInbox.of(firm.id())))
                .noneMatch(one -> one.messageKey().startsWith("services.inbox.fetch"));
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(
                                        read(
                                                Long.class,
                                                "select count(*) from notices.notice where username = ? and message_key = 'services.notice.withdrawn'",
                                                colleague.getName()))
                                .isOne());
    }

    @Test
    void figures_count_it_as_withdrawn_and_neither_as_decided_nor_as_open() {
        var firm = firm();
        var wang = person(firm, true);
        var id = submitted(wang, firm, service());
        accept(id);
        owned("update services.case_file set due_on = current_date - 9 where id = ?", id.value());
        withdraw(wang, id);

        var month = YearMonth.from(today());
        var line = desk(() -> figures.total(new FigureQuestion(month, month, null, null)));

        assertThat(line)
                .extracting(
                        FigureLine::received,
                        FigureLine::accepted,
                        FigureLine::withdrawn,
                        FigureLine::decided,
                        FigureLine::onTime,
                        FigureLine::open,
                        FigureLine::overdue)
                .containsExactly(1, 1, 1, 0, 0, 0, 0);
    }

    @Test
    void of_a_bundle_what_was_decided_already_stays_decided() {
        var firm = firm();
        var wang = person(firm, true);
        var first = service(ServiceTrack.PARK, note("第一项", List.of(), List.of()));
        var second = service(ServiceTrack.PARK, note("第二项", List.of(), List.of()));
        var bundle = service(ServiceTrack.BUNDLE, note("开办一件事", List.of(), List.of(first, second)));
        var draft =
                as(
                        wang,
                        () -> {
                            var id = drafting.begin(bundle, firm.id());
                            drafting.save(id, said(filledIn()), drafting.find(id).version());
                            return id;
                        });
        var id = submit(wang, draft).caseId();
        accept(id);
        var parts = desk(() -> directory.find(id)).parts();
        var decided = parts.getFirst().id();
        desk(() -> {
            decision.decide(decided, CaseOutcome.GRANTED, "", null, version(decided));
            return id;
        });

        withdraw(wang, id);

        assertThat(desk(() -> directory.find(id)).parts())
                .extracting(CaseRow::state)
                .containsExactly(CaseState.DECIDED, CaseState.WITHDRAWN);
        assertThat(desk(() -> directory.find(id)).row().state()).isEqualTo(CaseState.WITHDRAWN);
        assertThat(desk(() -> directory.find(decided)).row().outcome())
                .isEqualTo(CaseOutcome.GRANTED);
        assertThat(
                        read(
                                Long.class,
                                "select count(*) from services.case_file where (id = ? or part_of = ?) and state = 'WITHDRAWN' and next_on is not null",
                                id.value(),
                                id.value()))
                .isZero();
    }

    private void accept(CaseId id) {
        desk(() -> {
            acceptance.accept(id, version(id));
            return id;
        });
    }

    private void withdraw(Authentication who, CaseId id) {
        as(
                who,
                () -> {
                    cases.withdraw(id, "项目改期", version(id));
                    return id;
                });
    }

    private long version(CaseId id) {
        return read(Long.class, "select version from services.case_file where id = ?", id.value());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private List<String> delivered(String kind) {
        return Objects.requireNonNull(
                desk(() ->
                        transaction.execute(t ->
                                jdbc.queryForList(
                                        "select payload from notices.delivery where kind = ?",
                                        String.class,
                                        kind))));
    }

    private MatterId matter() {
        return matters.add(
                new MatterDraft(
                        null, null, "事项" + UUID.randomUUID(), MatterKind.PERMIT, null, List.of()));
    }

    /** By a list of its own, a good while ago. */
    private EntryId granted(MatterId matter) {
        var list = lists.begin(PowerListKind.EMPOWERMENT, "清单" + UUID.randomUUID());
        var effective = today().minusDays(100);
        var note =
                new EntryNote(
                        matter,
                        EntryAct.GRANT,
                        null,
                        "市发展和改革委员会",
                        "经开区行政审批局",
                        DelegationMode.DIRECT,
                        EntryNote.Scope.ALL,
                        new EntryNote.Days(effective, null, null),
                        new EntryNote.Paper(
                                null, "德府发〔2026〕1号", effective.minusDays(40), "德阳市人民政府"),
                        EntryNote.Paper.NONE,
                        EntryNote.Particulars.NONE,
                        null);
        var entries =
                lists.putAll(list, new ArrayList<>(List.of(new ListDrafting.Change(null, note))));
        publishing.check(list);
        publishing.publish(list, null);
        return entries.getFirst();
    }
}
