package org.kaiyuan.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.kaiyuan.delegation.DecisionOutcome;
import org.kaiyuan.delegation.PowerDecision;
import org.kaiyuan.delegation.PowerUseDirectory;
import org.kaiyuan.delegation.WhyNot;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** What may be done with a case, and what it does. */
class CaseActsTest extends CaseTable {
    @Autowired CaseRulings rulings;
    @Autowired PowerUseDirectory uses;

    @Test
    void acceptance_starts_the_clock_and_says_so() {
        var id = submitted();
        assertThat(held(id).nextOn()).isEqualTo(LocalDate.of(2026, 3, 9));

        acceptance.precheck(id, "材料看过", version(id));
        acceptance.accept(id, version(id));

        var held = held(id);
        assertThat(held.state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(held.course()).isEqualTo(CaseCourse.OWN);
        assertThat(held.acceptedOn()).isEqualTo(DAY);
        assertThat(held.dueOn()).isEqualTo(LocalDate.of(2026, 3, 16));
        assertThat(held.nextOn()).isEqualTo(LocalDate.of(2026, 3, 11));
        assertThat(acts(id)).containsExactly(CaseAct.SUBMIT, CaseAct.PRECHECK, CaseAct.ACCEPT);
        var letter = letters(id).getFirst();
        assertThat(letter.kind()).isEqualTo(LetterKind.ACCEPTANCE);
        assertThat(letter.body()).contains("四川甲科技有限公司", "10个工作日", "2026年3月16日");
        refused("state", () -> acceptance.accept(id, version(id)));
        assertThatThrownBy(() -> acceptance.precheck(id, null, 1))
                .isInstanceOf(ServicesChangedMeanwhile.class);
    }

    @Test
    void who_decides_is_frozen_and_the_use_is_told_to_the_list() {
        var matter = matter();
        var entry = granted(matter);
        var id = submitted(ServiceTrack.STATUTORY, matter, note(ServiceTrack.STATUTORY));

        acceptance.accept(id, version(id));

        var ruling = held(id).ruling();
        assertThat(ruling.course()).isEqualTo(CaseCourse.HERE);
        assertThat(ruling.body()).isEqualTo("经开区行政审批局");
        assertThat(ruling.entry()).isEqualTo(entry);
        assertThat(ruling.basis()).isEqualTo("德阳市人民政府 德府发〔2026〕1号");
        assertThat(held(id).statutoryDueOn()).isEqualTo(LocalDate.of(2026, 3, 30));
        assertThat(withNulls(() -> rulings.now(held(id)))).isNull();
        allGood(id);
        decision.decide(id, CaseOutcome.GRANTED, "", null, version(id));
        Awaitility.await()
                .pollInSameThread()
                .untilAsserted(() ->
                        assertThat(uses.decisions(entry, null, null, 10).items())
                                .extracting(
                                        PowerDecision::source,
                                        PowerDecision::acceptedOn,
                                        PowerDecision::decidedOn,
                                        PowerDecision::outcome)
                                .containsExactly(
                                        tuple("services", DAY, DAY, DecisionOutcome.GRANTED)));
    }

    @Test
    void what_the_park_may_not_decide_is_handed_up_with_the_days_of_the_law() {
        var matter = matter();
        var id = submitted(ServiceTrack.STATUTORY, matter, note(ServiceTrack.STATUTORY));

        acceptance.accept(id, version(id));

        var held = held(id);
        assertThat(held.course()).isEqualTo(CaseCourse.UPPER);
        assertThat(held.ruling().why()).isEqualTo(WhyNot.NEVER);
        assertThat(held.waitingFor()).isEqualTo(WaitingFor.UPPER);
        assertThat(held.dueOn()).isEqualTo(held.statutoryDueOn());
        assertThat(letters(id))
                .extracting(CaseLetter::kind)
                .containsExactly(LetterKind.ACCEPTANCE, LetterKind.HANDED_UP);
        granted(matter);
        assertThat(held(id).course()).isEqualTo(CaseCourse.UPPER);
        assertThat(work(() -> rulings.now(held(id))).course()).isEqualTo(CaseCourse.HERE);
        refused("state", () -> decision.decide(id, CaseOutcome.GRANTED, "", null, version(id)));
        decision.upperDecided(id, CaseOutcome.GRANTED, DAY, "川发改〔2026〕9号", null, version(id));
        assertThat(held(id).decision()).isEqualTo("川发改〔2026〕9号");
        assertThat(held(id).state()).isEqualTo(CaseState.DECIDED);
    }

    @Test
    void nothing_said_in_five_working_days_is_acceptance() {
        var id = submitted();
        assertThat(deemed(id)).isFalse();
        clock.to(LocalDate.of(2026, 3, 9));
        assertThat(deemed(id)).isFalse();
        clock.to(LocalDate.of(2026, 3, 10));
        refused("tooLate", () -> acceptance.askSupplement(id, Map.of(), "补", version(id)));

        assertThat(deemed(id)).isTrue();

        assertThat(deemed(id)).isFalse();
        assertThat(held(id).deemed()).isTrue();
        assertThat(held(id).acceptedOn()).isEqualTo(DAY);
        assertThat(acts(id)).containsExactly(CaseAct.SUBMIT, CaseAct.DEEM_ACCEPTED);
        assertThatThrownBy(() -> acceptance.deemAccepted(id))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void a_supplement_is_asked_for_once_also_by_two_at_the_same_time() throws Exception {
        var id = submitted();
        state(id, "b", MaterialState.MISSING);
        refused("lacking", () -> acceptance.accept(id, version(id)));
        long seen = version(id);
        var context = SecurityContextHolder.getContext();
        Callable<Boolean> ask =
                () -> {
                    SecurityContextHolder.setContext(context);
                    try {
                        acceptance.askSupplement(id, Map.of("a", "缺公章"), "请一并补正", seen);
                        return true;
                    } catch (Refusal refused) {
                        return false;
                    } finally {
                        SecurityContextHolder.clearContext();
                    }
                };
        try (var both = Executors.newFixedThreadPool(2)) {
            var results = both.invokeAll(List.of(ask, ask));
            assertThat(List.of(results.getFirst().get(), results.getLast().get()))
                    .containsExactlyInAnyOrder(true, false);
        }

        assertThat(held(id).state()).isEqualTo(CaseState.SUPPLEMENT);
        assertThat(held(id).waitingFor()).isEqualTo(WaitingFor.ENTERPRISE);
        assertThat(work(() -> reader.materials(id)))
                .extracting(CaseReader.MaterialLine::state, CaseReader.MaterialLine::asked)
                .containsExactly(
                        tuple(MaterialState.FOUND_BAD, true), tuple(MaterialState.MISSING, true));
        assertThat(letters(id)).hasSize(1);
        assertThat(letters(id).getFirst().body()).contains("1. 材料a：缺公章", "2. 材料b");
        work(() -> {
            store.become(held(id), CaseState.SUBMITTED, StepKind.ACCEPT);
            store.change(id, "said_since = ?, supplemented_on = ?", DAY, DAY);
            store.settle(id);
            return id;
        });
        refused(
                "supplementOnce",
                () -> acceptance.askSupplement(id, Map.of("a", "还缺"), "", version(id)));
        refused("lackingStill", () -> acceptance.accept(id, version(id)));
        acceptance.notAccept(id, "材料仍不齐", version(id));
        assertThat(held(id).state()).isEqualTo(CaseState.NOT_ACCEPTED);
        assertThat(held(id).nextOn()).isNull();
    }

    @Test
    void the_clock_stops_only_when_it_runs_and_never_backwards() {
        var id = accepted();
        clock.to(LocalDate.of(2026, 3, 6));
        faulty("from", () -> stop(id, DAY.minusDays(1), "通知"));
        faulty("from", () -> stop(id, LocalDate.of(2026, 3, 7), "通知"));
        faulty("document", () -> stop(id, LocalDate.of(2026, 3, 5), " "));
        refused("runs", () -> keeping.resume(id, today(), version(id)));

        stop(id, LocalDate.of(2026, 3, 5), "听证通知书〔2026〕1号");

        assertThat(held(id).dueOn()).isNull();
        assertThat(held(id).stoppedSince()).isEqualTo(LocalDate.of(2026, 3, 5));
        refused("stands", () -> stop(id, today(), "通知"));
        refused("stands", () -> decision.decide(id, CaseOutcome.REFUSED, "不符", null, version(id)));
        clock.to(LocalDate.of(2026, 3, 12));
        faulty("on", () -> keeping.resume(id, LocalDate.of(2026, 3, 4), version(id)));
        faulty("on", () -> keeping.resume(id, LocalDate.of(2026, 3, 13), version(id)));

        keeping.resume(id, LocalDate.of(2026, 3, 12), version(id));

        assertThat(held(id).dueOn()).isEqualTo(LocalDate.of(2026, 3, 23));
        faulty("from", () -> stop(id, LocalDate.of(2026, 3, 11), "通知"));
        assertThat(letters(id))
                .extracting(CaseLetter::kind)
                .contains(LetterKind.STOP, LetterKind.RESUME);
    }

    @Test
    void an_extension_is_approved_once_and_by_another_person() {
        var id = accepted();
        faulty("days", () -> keeping.askExtension(id, 11, "情况复杂", version(id)));
        refused("noExtensionAsked", () -> keeping.extend(id, version(id)));
        keeping.askExtension(id, 5, "情况复杂", version(id));
        refused("extensionAsked", () -> keeping.askExtension(id, 5, "再来", version(id)));
        refused("extendOwn", () -> keeping.extend(id, version(id)));
        asColleague(() -> keeping.declineExtension(id, "不必", version(id)));
        keeping.askExtension(id, 6, "仍需检测", version(id));

        asColleague(() -> keeping.extend(id, version(id)));

        assertThat(held(id).extensionDays()).isEqualTo(6);
        assertThat(held(id).dueOn()).isEqualTo(LocalDate.of(2026, 3, 24));
        refused("extendedOnce", () -> keeping.askExtension(id, 1, "再来", version(id)));
        assertThat(letters(id).getLast().body()).contains("延长6个工作日", "仍需检测");
    }

    @Test
    void opinions_are_signed_once_and_awaited_until_their_day() {
        var id =
                accepted(
                        new ReviewSeat("env", "环保", null, 3),
                        new ReviewSeat("fire", "消防", "消防组", 5));
        allGood(id);
        refused("opinions", () -> decision.decide(id, CaseOutcome.GRANTED, "", null, version(id)));
        faulty("said", () -> review.giveOpinion(id, "env", CheckVerdict.OPPOSED, " ", version(id)));
        refused(
                "otherTeam",
                () -> review.giveOpinion(id, "fire", CheckVerdict.AGREED, "", version(id)));

        review.giveOpinion(id, "env", CheckVerdict.AGREED_WITH_REMARKS, "注意噪声", version(id));

        var signed =
                work(() -> reader.opinions(id)).stream()
                        .filter(one -> one.seat().equals("env"))
                        .findFirst()
                        .orElseThrow();
        assertThat(signed.hash())
                .isEqualTo(
                        CaseReview.hash(
                                id,
                                "env",
                                CheckVerdict.AGREED_WITH_REMARKS,
                                "注意噪声",
                                signed.signedName(),
                                signed.signedAt()))
                .isNotEqualTo(
                        CaseReview.hash(
                                id,
                                "env",
                                CheckVerdict.AGREED_WITH_REMARKS,
                                "注意噪音",
                                signed.signedName(),
                                signed.signedAt()));
        refused(
                "signed",
                () -> review.giveOpinion(id, "env", CheckVerdict.AGREED, "", version(id)));
        assertThatThrownBy(() ->
                        work(() ->
                                jdbc.update(
                                        "update services.case_opinion set said = '改' where case_id = ? and seat = 'env'",
                                        id.value())))
                .hasStackTraceContaining("does not change");
        clock.to(LocalDate.of(2026, 3, 10));
        decision.decide(id, CaseOutcome.GRANTED, "", null, version(id));
        assertThat(work(() -> reader.events(id)).getLast().said()).contains("期限届满未答复：消防");
    }

    @Test
    void papers_may_follow_only_where_the_service_says_so_and_until_a_day() {
        var id = submitted();
        state(id, "a", MaterialState.MISSING);
        state(id, "b", MaterialState.MISSING);
        var until = LocalDate.of(2026, 3, 9);
        faulty("materials", () -> defer(id, Set.of("a"), until));
        faulty("until", () -> defer(id, Set.of("b"), DAY));
        refused("lacking", () -> defer(id, Set.of("b"), until));
        state(id, "a", MaterialState.HANDED_IN);

        defer(id, Set.of("b"), until);

        assertThat(held(id).deferredDueOn()).isEqualTo(until);
        assertThat(letters(id).getFirst().kind()).isEqualTo(LetterKind.DEFERRAL);
        assertThat(letters(id).getFirst().body()).contains("1. 材料b", "2026年3月9日");
        refused("notThere", () -> review.check(id, "b", true, null, version(id)));
        refused("unchecked", () -> decision.decide(id, CaseOutcome.GRANTED, "", null, version(id)));
        review.check(id, "a", true, null, version(id));
        refused(
                "decideDeferred",
                () -> decision.decide(id, CaseOutcome.GRANTED, "", null, version(id)));
        decision.decide(id, CaseOutcome.GRANTED, "", "三十日内补交材料b", version(id));
        assertThat(letters(id).getLast().body()).contains("三十日内补交材料b");
    }

    @Test
    void a_refusal_says_why_and_a_promise_is_verified_before_archiving() {
        var id = accepted();
        faulty("said", () -> decision.decide(id, CaseOutcome.REFUSED, " ", null, version(id)));
        var promised = submitted(ServiceTrack.PARK, null, note(ServiceTrack.PARK), null, 0, true);
        acceptance.accept(promised, version(promised));
        allGood(promised);
        decision.decide(promised, CaseOutcome.GRANTED, "", null, version(promised));
        faulty(
                "proof",
                () -> delivery.deliver(promised, DeliveryWay.POST, DAY, "", version(promised)));
        faulty(
                "on",
                () ->
                        delivery.deliver(
                                promised,
                                DeliveryWay.POST,
                                DAY.minusDays(1),
                                "EMS1",
                                version(promised)));
        delivery.deliver(promised, DeliveryWay.POST, DAY, "EMS1", version(promised));
        refused("pledgeOpen", () -> delivery.archive(promised, version(promised)));
        decision.verifyPledge(promised, true, "现场核查", version(promised));
        delivery.archive(promised, version(promised));
        assertThat(held(promised).state()).isEqualTo(CaseState.ARCHIVED);
    }

    @Test
    void a_bundle_is_accepted_with_its_parts_and_decided_when_all_of_them_are() {
        var bundle = submitted(ServiceTrack.BUNDLE, null, note(ServiceTrack.BUNDLE));
        var first = submitted(ServiceTrack.PARK, null, note(ServiceTrack.PARK), bundle, 1, false);
        var second = submitted(ServiceTrack.PARK, null, note(ServiceTrack.PARK), bundle, 2, false);
        refused("part", () -> acceptance.accept(first, version(first)));

        acceptance.accept(bundle, version(bundle));

        assertThat(held(first).state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(held(bundle).dueOn()).isEqualTo(LocalDate.of(2026, 3, 16));
        keeping.stop(second, StopReason.TESTING, DAY, "检测委托书", version(second));
        assertThat(held(bundle).dueOn()).isNull();
        clock.to(DAY.plusDays(1));
        keeping.resume(second, today(), version(second));
        assertThat(held(bundle).dueOn()).isEqualTo(held(second).dueOn());
        allGood(first);
        allGood(second);
        decision.decide(first, CaseOutcome.GRANTED, "", null, version(first));
        assertThat(held(bundle).state()).isEqualTo(CaseState.ACCEPTED);
        decision.decide(second, CaseOutcome.GRANTED, "", null, version(second));
        assertThat(held(bundle).outcome()).isEqualTo(CaseOutcome.GRANTED);
        delivery.deliver(bundle, DeliveryWay.IN_PERSON, today(), "王芳", version(bundle));
        assertThat(held(first).state()).isEqualTo(CaseState.DELIVERED);
        assertThat(held(bundle).state()).isEqualTo(CaseState.DELIVERED);
        delivery.archive(bundle, version(bundle));
        assertThat(held(second).state()).isEqualTo(CaseState.ARCHIVED);
    }

    @Test
    void another_zone_sees_nothing() {
        var id = accepted();
        zones.in(
                "case-acts-other",
                () -> {
                    for (ThrowingCallable act :
                            List.<ThrowingCallable>of(
                                    () -> acceptance.accept(id, 2),
                                    () -> stop(id, DAY, "通知"),
                                    () -> keeping.extend(id, 2),
                                    () -> review.check(id, "a", true, null, 2),
                                    () -> review.remark(id, "看看"),
                                    () -> decision.decide(id, CaseOutcome.GRANTED, "", null, 2),
                                    () -> delivery.archive(id, 2))) {
                        assertThatThrownBy(act).isInstanceOf(UnknownCase.class);
                    }
                    assertThat(work(() -> reader.letters(id))).isEmpty();
                    assertThat(work(() -> reader.events(id))).isEmpty();
                    return id;
                });
        assertThat(acts(id)).containsExactly(CaseAct.SUBMIT, CaseAct.ACCEPT);
    }

    private void stop(CaseId id, LocalDate from, String document) {
        keeping.stop(id, StopReason.HEARING, from, document, seen(id));
    }

    /** Of a case that is not to be seen, anything. */
    private long seen(CaseId id) {
        try {
            return version(id);
        } catch (UnknownCase hidden) {
            return 1;
        }
    }

    private void defer(CaseId id, Set<String> materials, LocalDate until) {
        acceptance.acceptDeferred(id, materials, until, version(id));
    }

    private boolean deemed(CaseId id) {
        return SystemActing.inTenant(CurrentTenant.get(), () -> acceptance.deemAccepted(id));
    }

    private <T> T withNulls(java.util.function.Supplier<T> work) {
        return transaction.execute(open -> work.get());
    }

    private static void refused(String key, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        CaseRefused.class,
                        refused ->
                                assertThat(refused.messageKey())
                                        .isEqualTo("services.refusal.case." + key));
    }

    private static void faulty(String field, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ServicesFieldsRefused.class,
                        refused ->
                                assertThat(refused.fields())
                                        .extracting(Refusal.FieldFault::field)
                                        .contains(field));
    }
}
