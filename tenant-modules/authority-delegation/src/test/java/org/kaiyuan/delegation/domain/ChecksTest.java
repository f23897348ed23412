package org.kaiyuan.delegation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kaiyuan.delegation.BoundaryShare;
import org.kaiyuan.delegation.DelegationMode;
import org.kaiyuan.delegation.Duty;
import org.kaiyuan.delegation.DutyStep;
import org.kaiyuan.delegation.EntryAct;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.EntryNote;
import org.kaiyuan.delegation.Finding;
import org.kaiyuan.delegation.GrantDraft;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.delegation.PowerListKind;
import org.kaiyuan.delegation.WrittenEntry;

/** Every rule on the day on which it begins to hold, and on the day before. */
class ChecksTest {
    private static final LocalDate DECIDED = LocalDate.of(2026, 3, 2);
    private static final LocalDate FIRST = DECIDED.plusDays(30);
    private static final LocalDate HANDED_OVER = LocalDate.of(2026, 4, 14);
    private static final MatterId MATTER = MatterId.next();
    private static final Checks.Facts USUAL = facts(30, 0);

    @Test
    void what_is_delegated_directly_begins_thirty_days_after_the_decision() {
        var early = grant().from(FIRST.minusDays(1)).entry();

        assertThat(check(early))
                .extracting(Finding::entry, Finding::rule, Finding::arguments)
                .containsExactly(tuple(early.id(), "tooEarly", List.of(30, FIRST)));
        assertThat(check(grant().from(FIRST).entry())).isEmpty();
    }

    @Test
    void a_decree_may_name_other_days() {
        var sixty = facts(60, 5);

        assertThat(rules(sixty, grant().from(DECIDED.plusDays(59)).entry()))
                .containsExactly("tooEarly");
        assertThat(rules(sixty, grant().from(DECIDED.plusDays(60)).entry())).isEmpty();
        assertThat(rules(facts(0, 0), grant().from(DECIDED).entry())).isEmpty();
        assertThat(
                        rules(
                                sixty,
                                grant().mode(DelegationMode.ENTRUSTED)
                                        .letter("委1")
                                        .from(DECIDED.plusDays(4))
                                        .entry()))
                .containsExactly("beforeSigning");
        assertThat(
                        rules(
                                sixty,
                                grant().mode(DelegationMode.ENTRUSTED)
                                        .letter("委1")
                                        .from(DECIDED.plusDays(5))
                                        .entry()))
                .isEmpty();
    }

    @Test
    void what_is_entrusted_begins_when_it_is_signed_and_needs_a_letter() {
        var entrusted = grant().mode(DelegationMode.ENTRUSTED).letter("委1");

        assertThat(rules(USUAL, entrusted.from(DECIDED).entry())).isEmpty();
        assertThat(rules(USUAL, entrusted.from(DECIDED.minusDays(1)).entry()))
                .containsExactly("beforeSigning");
        assertThat(rules(USUAL, entrusted.letter(null).from(DECIDED).entry()))
                .containsExactly("letterMissing");
        for (var mode : List.of(DelegationMode.BRANCH, DelegationMode.REPORT)) {
            assertThat(rules(USUAL, grant().mode(mode).from(DECIDED).entry())).isEmpty();
        }
    }

    @Test
    void the_handover_is_over_within_the_working_days_of_the_decree() {
        assertThat(rules(USUAL, grant().handover(HANDED_OVER).entry())).isEmpty();
        assertThat(check(grant().handover(HANDED_OVER.plusDays(1)).entry()))
                .extracting(Finding::rule, Finding::arguments)
                .containsExactly(tuple("handoverLate", List.of(HANDED_OVER)));
    }

    @Test
    void without_a_day_of_the_decision_no_day_is_judged() {
        var undated = grant().decided(null).from(LocalDate.of(1999, 1, 1)).handover(HANDED_OVER);

        assertThat(rules(USUAL, undated.entry())).isEmpty();
    }

    @Test
    void a_list_of_entrustments_holds_nothing_else() {
        assertThat(rules(PowerListKind.ENTRUSTMENT, USUAL, grant().entry()))
                .containsExactly("notEntrusted");
        assertThat(
                        rules(
                                PowerListKind.ENTRUSTMENT,
                                USUAL,
                                grant().mode(DelegationMode.ENTRUSTED).letter("委1").entry()))
                .isEmpty();
    }

    @Test
    void a_repealed_basis_is_found_in_every_kind_of_list() {
        var facts = new Checks.Facts(List.of(), Set.of(MATTER), USUAL.days(), null);
        for (var kind : PowerListKind.values()) {
            assertThat(rules(kind, facts, grant().entry()))
                    .as("%s", kind)
                    .contains("basisRepealed");
        }
        assertThat(rules(facts, grant().about(MatterId.next()).entry())).isEmpty();
    }

    @Test
    void what_was_published_before_is_not_judged_anew() {
        var old = grant().from(DECIDED).entry();

        assertThat(Checks.of(PowerListKind.EMPOWERMENT, List.of(old), Set.of(), USUAL)).isEmpty();
    }

    @Test
    void no_power_is_passed_on_within_a_list_and_across_lists() {
        var first = grant().body("园区管委会").entry();
        var second = grant().authority("园区管委会").body("街道办").entry();

        assertThat(check(first, second))
                .extracting(Finding::entry, Finding::rule, Finding::arguments)
                .contains(tuple(second.id(), "passedOn", List.of("园区管委会")));
        assertThat(rules(beside(first), second)).contains("passedOn");
        assertThat(rules(beside(first), grant().about(MatterId.next()).authority("园区管委会").entry()))
                .isEmpty();
        // an office that the authority keeps in its own hands passes nothing on
        var own = grant().authority("园区管委会").body("园区管委会").entry();
        assertThat(rules(beside(own), grant().authority("园区管委会").body("园区管委会").entry())).isEmpty();
    }

    @Test
    void no_two_bodies_hold_a_power_at_one_place_and_time() {
        var one = grant().body("甲局").from(FIRST).to(FIRST.plusDays(100)).entry();

        assertThat(check(one, grant().body("乙局").from(FIRST.plusDays(100)).entry()))
                .extracting(Finding::rule)
                .containsExactly("twoBodies");
        assertThat(check(one, grant().body("乙局").from(FIRST.plusDays(101)).entry())).isEmpty();
        assertThat(check(one, grant().body("甲局").from(FIRST).entry())).isEmpty();
        assertThat(check(one, grant().body("乙局").about(MatterId.next()).entry())).isEmpty();
        assertThat(check(one, grant().body("乙局").mode(DelegationMode.COUNTER).from(FIRST).entry()))
                .isEmpty();
    }

    @Test
    void parts_of_the_zone_and_categories_keep_bodies_apart() {
        var north = grant().body("甲局").place("北区").entry();

        assertThat(check(north, grant().body("乙局").place("南区").entry())).isEmpty();
        assertThat(rules(beside(north), grant().body("乙局").place("北区").entry()))
                .containsExactly("twoBodies");
        assertThat(rules(beside(north), grant().body("乙局").entry()))
                .as("all of the zone holds the north")
                .containsExactly("twoBodies");
        var small = grant().body("甲局").category("小型").entry();
        assertThat(check(small, grant().body("乙局").category("大型").entry())).isEmpty();
        assertThat(rules(beside(small), grant().body("乙局").entry())).containsExactly("twoBodies");
    }

    @Test
    void what_is_ended_makes_room_from_its_day_on() {
        var old = grant().body("甲局").from(FIRST.minusDays(200)).decided(null).entry();
        var recall = end(EntryAct.RECALL, old, FIRST.plusDays(10));

        assertThat(rules(beside(old, recall), grant().body("乙局").from(FIRST.plusDays(10)).entry()))
                .isEmpty();
        assertThat(rules(beside(old, recall), grant().body("乙局").from(FIRST.plusDays(9)).entry()))
                .containsExactly("twoBodies");
        // the recall may come with the same draft
        var next = grant().body("乙局").from(FIRST.plusDays(10)).entry();
        assertThat(check(old, recall, next)).isEmpty();
    }

    @Test
    void an_end_ends_a_grant_of_its_list() {
        var grant = grant().entry();
        var recall = end(EntryAct.RECALL, grant, FIRST.plusDays(10));

        assertThat(check(grant, recall)).isEmpty();
        assertThat(check(recall))
                .extracting(Finding::entry, Finding::rule)
                .containsExactly(tuple(recall.id(), "endsNothing"));
        assertThat(Checks.of(PowerListKind.EMPOWERMENT, List.of(recall), Set.of(grant.id()), USUAL))
                .as("the draft takes the grant out")
                .extracting(Finding::rule)
                .containsExactly("endsNothing");
        var expiry = end(EntryAct.EXPIRY, recall, FIRST.plusDays(20));
        assertThat(check(grant, recall, expiry))
                .as("an end ends no end")
                .extracting(Finding::entry)
                .containsExactly(expiry.id());
    }

    @Test
    void every_step_has_its_responsibility_and_its_accountability() {
        var whole = duties(DutyStep.values());
        assertThat(rules(PowerListKind.DUTIES, USUAL, whole)).isEmpty();
        assertThat(
                        Checks.of(
                                PowerListKind.DUTIES,
                                List.of(duties(DutyStep.FILING, DutyStep.DELIVERY)),
                                Set.of(),
                                USUAL))
                .isEmpty();
        var missing = duties(DutyStep.FILING, DutyStep.DECISION, DutyStep.DELIVERY);
        assertThat(findings(PowerListKind.DUTIES, USUAL, missing))
                .extracting(Finding::rule, Finding::arguments)
                .containsExactly(
                        tuple(
                                "dutiesMissing",
                                List.of(
                                        List.of(
                                                DutyStep.INVESTIGATION,
                                                DutyStep.HEARING,
                                                DutyStep.NOTIFICATION))));
        var bare =
                grant().with(
                                new EntryNote.Particulars(
                                        null,
                                        null,
                                        Arrays.stream(DutyStep.values())
                                                .map(step -> new Duty(step, "责任", ""))
                                                .toList(),
                                        List.of()))
                        .entry();
        assertThat(rules(PowerListKind.DUTIES, USUAL, bare)).containsExactly("dutiesMissing");
    }

    @Test
    void exactly_one_party_decides() {
        assertThat(rules(PowerListKind.BOUNDARIES, USUAL, shares(1))).isEmpty();
        for (int many : new int[] {0, 2, 3}) {
            assertThat(findings(PowerListKind.BOUNDARIES, USUAL, shares(many)))
                    .extracting(Finding::rule, Finding::arguments)
                    .containsExactly(tuple("oneDecides", List.of((long) many)));
        }
    }

    @Test
    void powers_and_duties_pair_in_both_directions() {
        var other = MatterId.next();
        var power = grant().entry();
        var duty = duties(DutyStep.values());

        assertThat(rules(PowerListKind.POWERS, paired(MATTER), power)).isEmpty();
        assertThat(rules(PowerListKind.POWERS, paired(other), power))
                .containsExactly("powerWithoutDuty");
        assertThat(rules(PowerListKind.DUTIES, paired(MATTER), duty)).isEmpty();
        assertThat(rules(PowerListKind.DUTIES, paired(other), duty))
                .containsExactly("dutyWithoutPower", "powersWithoutDuty");
        assertThat(findings(PowerListKind.DUTIES, paired(MATTER, other), duty))
                .extracting(Finding::entry, Finding::rule, Finding::arguments)
                .containsExactly(tuple(null, "powersWithoutDuty", List.of(1L)));
        assertThat(rules(PowerListKind.DUTIES, paired(MATTER), duty, duties(DutyStep.values())))
                .containsExactly("dutyTwice");
        // a power in parts of the zone is several entries and one power
        assertThat(
                        rules(
                                PowerListKind.POWERS,
                                paired(other),
                                grant().place("北区").entry(),
                                grant().place("南区").entry()))
                .containsExactly("powerWithoutDuty");
    }

    @Test
    void a_zone_without_the_other_list_pairs_nothing() {
        assertThat(rules(PowerListKind.POWERS, USUAL, grant().entry())).isEmpty();
        assertThat(rules(PowerListKind.DUTIES, USUAL, duties(DutyStep.values()))).isEmpty();
    }

    private static List<Finding> check(WrittenEntry... all) {
        return findings(PowerListKind.EMPOWERMENT, USUAL, all);
    }

    private static List<String> rules(Checks.Facts facts, WrittenEntry... all) {
        return rules(PowerListKind.EMPOWERMENT, facts, all);
    }

    private static List<String> rules(PowerListKind kind, Checks.Facts facts, WrittenEntry... all) {
        return findings(kind, facts, all).stream().map(Finding::rule).toList();
    }

    /** All of them are new. */
    private static List<Finding> findings(
            PowerListKind kind, Checks.Facts facts, WrittenEntry... all) {
        return Checks.of(
                kind,
                List.of(all),
                Arrays.stream(all).map(WrittenEntry::id).collect(Collectors.toSet()),
                facts);
    }

    private static Checks.Facts facts(int direct, int entrusted) {
        return new Checks.Facts(
                List.of(),
                Set.of(),
                note ->
                        new Checks.DecreeDays(
                                direct,
                                entrusted,
                                note.document().decidedOn() == null ? null : HANDED_OVER),
                null);
    }

    private static Checks.Facts beside(WrittenEntry... others) {
        return new Checks.Facts(List.of(others), Set.of(), USUAL.days(), null);
    }

    private static Checks.Facts paired(MatterId... matters) {
        return new Checks.Facts(List.of(), Set.of(), USUAL.days(), Set.of(matters));
    }

    private static WrittenEntry duties(DutyStep... steps) {
        return grant().with(
                        new EntryNote.Particulars(
                                null,
                                null,
                                Arrays.stream(steps)
                                        .map(step -> new Duty(step, "责任", "追责"))
                                        .toList(),
                                List.of()))
                .entry();
    }

    private static WrittenEntry shares(int deciding) {
        var parties = BoundaryShare.Party.values();
        return grant().with(
                        new EntryNote.Particulars(
                                null,
                                null,
                                List.of(),
                                Arrays.stream(parties)
                                        .map(party ->
                                                new BoundaryShare(
                                                        party,
                                                        party.ordinal() < deciding
                                                                ? BoundaryShare.Part.DECIDES
                                                                : BoundaryShare.Part.INFORMED,
                                                        null))
                                        .toList()))
                .entry();
    }

    private static WrittenEntry end(EntryAct act, WrittenEntry grant, LocalDate on) {
        return new WrittenEntry(EntryId.next(), GrantDraft.end(act, grant.id(), grant.note(), on));
    }

    private static GrantDraft grant() {
        return new GrantDraft(MATTER).from(FIRST).decided(DECIDED);
    }
}
