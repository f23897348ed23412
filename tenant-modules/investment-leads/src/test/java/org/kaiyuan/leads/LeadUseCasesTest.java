package org.kaiyuan.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.springframework.beans.factory.annotation.Autowired;

@KaiyuanTest
@ActAsZone("deyang")
class LeadUseCasesTest {
    @Autowired LeadRegistration registration;
    @Autowired LeadRevision revision;
    @Autowired LeadMoves moves;
    @Autowired LeadAssignment assignment;
    @Autowired LeadFollowups followups;
    @Autowired LeadReviews reviews;
    @Autowired LeadAgreements agreements;
    @Autowired LeadProgress progress;
    @Autowired LeadDirectory directory;
    @Autowired LeadRemoval removal;
    @Autowired LeadRulesKeeping rules;
    @Autowired LeadScoreTables tables;
    @Autowired Attachments attachments;
    @Autowired LeadPeople people;
    @Autowired TestServers servers;

    @BeforeEach
    void no_leads() throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute(
                    "truncate leads.lead, leads.setting, leads.score_table, leads.code_counter cascade");
        }
        people.member("deyang", "leads-agent", "招商员");
        people.signIn("deyang", "leads-agent");
    }

    @Test
    void what_is_registered_is_found_again_with_a_code_of_its_zone_and_year() {
        var first = registration.register(WholeLead.draft("显示模组项目").profile(), false);
        var second = registration.register(WholeLead.draft("锂电隔膜项目").profile(), false);

        var found = directory.details(first);
        assertThat(found.code()).matches("DEYANG-\\d{4}-0001");
        assertThat(directory.details(second).code()).endsWith("-0002");
        assertThat(found.profile().contacts())
                .singleElement()
                .satisfies(contact -> assertThat(contact.phone()).isEqualTo("138****5678"));
        assertThat(found.stage()).isEqualTo(LeadStage.CLUE);
        assertThat(found.dueKind()).isEqualTo(DueKind.ANSWER);
        assertThat(directory.find(LeadFilter.ALL, LeadOrder.NAME, null, 10).items())
                .extracting(LeadRow::projectName)
                .containsExactlyInAnyOrder("显示模组项目", "锂电隔膜项目");
    }

    @Test
    void pages_follow_each_other_in_every_order_without_loss() {
        for (int i = 0; i < 7; i++) {
            var draft =
                    WholeLead.draft("项目" + i).totalInvestment(new BigDecimal(400000000 + i % 3));
            registration.register(draft.profile(), i % 2 == 0);
        }
        for (var order : LeadOrder.values()) {
            var names = new ArrayList<String>();
            String after = null;
            do {
                var page = directory.find(LeadFilter.ALL, order, after, 2);
                page.items().forEach(row -> names.add(row.projectName()));
                after = page.next();
            } while (after != null);
            assertThat(names).as(order.name()).hasSize(7).doesNotHaveDuplicates();
        }
    }

    @Test
    void faults_are_named_by_field_and_nothing_is_kept() {
        var bad =
                LeadDraft.named(" ")
                        .totalInvestment(new BigDecimal("-1"))
                        .investors(
                                List.of(
                                        new InvestorLine(
                                                null, "甲公司", "123", null, "CN", false, false, false,
                                                null)))
                        .profile();

        assertThatThrownBy(() -> registration.register(bad, false))
                .isInstanceOfSatisfying(
                        LeadFieldsRefused.class,
                        refused ->
                                assertThat(refused.fields())
                                        .extracting(FieldFault::field)
                                        .containsExactlyInAnyOrder(
                                                "projectName",
                                                "totalInvestment",
                                                "investors[0].creditCode"));
        assertThat(directory.count(LeadFilter.ALL).count()).isZero();
    }

    @Test
    void a_revision_on_an_old_version_is_refused_and_says_who_was_quicker() {
        var id = registration.register(WholeLead.draft("旧名项目").profile(), false);
        long seen = directory.details(id).version();
        revision.revise(id, seen, p -> LeadDraft.of(p).projectName("新名项目").profile());

        assertThatThrownBy(() ->
                        revision.revise(
                                id, seen, p -> LeadDraft.of(p).projectName("另名项目").profile()))
                .isInstanceOfSatisfying(
                        LeadChangedMeanwhile.class,
                        refused ->
                                assertThat(refused.changes())
                                        .anySatisfy(change ->
                                                assertThat(change.after()).isEqualTo("新名项目")));
    }

    @Test
    void a_lead_goes_the_whole_way_through_its_gates() {
        var id = registration.register(WholeLead.draft("全程项目").profile(), false);
        moves.move(id, MoveOrder.to(LeadStage.NEGOTIATION));

        assertThatThrownBy(() -> moves.move(id, MoveOrder.to(LeadStage.SIGNED)))
                .isInstanceOfSatisfying(
                        LeadGatesRefused.class,
                        refused ->
                                assertThat(refused.gates())
                                        .extracting(RefusedGate::gate)
                                        .containsExactly(
                                                Gate.FILES, Gate.REVIEW_PASSED, Gate.AGREEMENT));
        assertThat(directory.details(id).stage()).isEqualTo(LeadStage.NEGOTIATION);

        attach(id);
        pass(id);
        agreements.add(id, agreement());
        moves.move(id, MoveOrder.to(LeadStage.SIGNED));
        assertThat(directory.details(id).signedOn()).isEqualTo(LocalDate.of(2026, 5, 6));

        assertThatThrownBy(() -> moves.move(id, MoveOrder.to(LeadStage.CONSTRUCTION)))
                .isInstanceOfSatisfying(
                        LeadGatesRefused.class,
                        refused ->
                                assertThat(refused.gates())
                                        .extracting(RefusedGate::gate)
                                        .containsExactly(
                                                Gate.ENTERPRISE, Gate.ENVIRONMENT, Gate.ENERGY));
        progress.registerEnterprise(id, "四川全程显示科技有限公司", null);
        progress.clear(id, cleared(ClearanceKind.ENVIRONMENT));
        progress.clear(id, cleared(ClearanceKind.ENERGY));
        moves.move(id, MoveOrder.to(LeadStage.FULL_CAPACITY));

        assertThat(directory.moves(id))
                .extracting(StageMoveLine::to)
                .containsExactly(
                        LeadStage.CLUE,
                        LeadStage.NEGOTIATION,
                        LeadStage.SIGNED,
                        LeadStage.FULL_CAPACITY);
        assertThat(progress.milestones(id).getFirst().actualOn())
                .isEqualTo(LocalDate.of(2026, 5, 6));
    }

    @Test
    void a_gate_is_overridden_with_reason_and_file_only() {
        var id = registration.register(LeadDraft.named("空白项目").profile(), false);
        var bare = new MoveOrder(LeadStage.ASSESSMENT, "园区主任办公会议定", true, null);

        assertThatThrownBy(() -> moves.move(id, bare)).isInstanceOf(OverrideRefused.class);

        var file = attach(id);
        moves.move(id, new MoveOrder(LeadStage.ASSESSMENT, "园区主任办公会议定", true, file));
        assertThat(directory.moves(id).getLast().overridden()).containsExactly(Gate.FIELDS);
        assertThat(directory.history(id, null, 20))
                .anySatisfy(change -> assertThat(change.act()).isEqualTo("overridden"))
                .filteredOn(change ->
                        change.act().equals("overridden") && "file".equals(change.field()))
                .singleElement()
                .satisfies(change -> assertThat(change.after()).isEqualTo("项目建议书.txt"));
    }

    @Test
    void who_was_not_the_quicker_is_told_where_the_lead_stands() {
        var id = registration.register(WholeLead.draft("两页项目").profile(), false);
        moves.moveFrom(id, LeadStage.CLUE, MoveOrder.to(LeadStage.ASSESSMENT));

        assertThatThrownBy(() ->
                        moves.moveFrom(id, LeadStage.CLUE, MoveOrder.to(LeadStage.ASSESSMENT)))
                .isInstanceOfSatisfying(
                        LeadMoveRefused.class,
                        refused -> {
                            assertThat(refused.messageKey()).isEqualTo("leads.refusal.there");
                            assertThat(refused.now()).isEqualTo(LeadStage.ASSESSMENT);
                        });
        assertThatThrownBy(() ->
                        moves.moveFrom(id, LeadStage.CLUE, MoveOrder.to(LeadStage.NEGOTIATION)))
                .isInstanceOfSatisfying(
                        LeadMoveRefused.class,
                        refused ->
                                assertThat(refused.messageKey())
                                        .isEqualTo("leads.refusal.movedMeanwhile"));
    }

    @Test
    void a_reason_that_is_missing_is_missed_at_its_field() {
        var id = registration.register(WholeLead.draft("搁置项目").profile(), false);

        assertThatThrownBy(() -> moves.putAside(id, LeadState.PAUSED, " "))
                .isInstanceOfSatisfying(
                        LeadReasonRefused.class,
                        refused ->
                                assertThat(refused.fields())
                                        .extracting(FieldFault::field)
                                        .containsExactly("reason"));
    }

    @Test
    void a_file_of_another_lead_is_no_reason_to_pass() {
        var id = registration.register(LeadDraft.named("空白项目").profile(), false);
        var file = attach(registration.register(LeadDraft.named("另一项目").profile(), false));

        assertThatThrownBy(() ->
                        moves.move(id, new MoveOrder(LeadStage.ASSESSMENT, "有理由", true, file)))
                .isInstanceOf(OverrideRefused.class);
    }

    @Test
    void there_is_no_way_back_from_signing() {
        var id = signed();

        assertThatThrownBy(() ->
                        moves.move(id, new MoveOrder(LeadStage.NEGOTIATION, "写错了", false, null)))
                .isInstanceOf(LeadMoveRefused.class);
    }

    @Test
    void a_step_back_wants_a_reason() {
        var id = registration.register(WholeLead.draft("回退项目").profile(), false);
        moves.move(id, MoveOrder.to(LeadStage.NEGOTIATION));

        assertThatThrownBy(() -> moves.move(id, MoveOrder.to(LeadStage.ASSESSMENT)))
                .isInstanceOf(LeadReasonRefused.class);
        moves.move(id, new MoveOrder(LeadStage.ASSESSMENT, "需要重新研判", false, null));
        assertThat(directory.details(id).stage()).isEqualTo(LeadStage.ASSESSMENT);
    }

    @Test
    void a_veto_fails_a_review_whatever_its_score() {
        var id = registration.register(WholeLead.draft("否决项目").profile(), false);
        var review = reviews.open(id, List.of("leads-agent"), null);
        reviews.give(review, most(), List.of("投资主体失信"), null);

        assertThat(reviews.close(review, "会议纪要", null)).isEqualTo(ReviewState.FAILED);
    }

    @Test
    void a_review_keeps_the_score_table_by_which_it_was_begun() {
        var id = registration.register(WholeLead.draft("评审项目").profile(), false);
        var review = reviews.open(id, List.of("leads-agent"), null);
        int before = tables.newest().number();
        tables.decide(
                before,
                new ScoreTable(0, List.of(new ScoreItem("all", "综合", 100)), List.of("一票否决"), 80));

        assertThat(reviews.get(review).table().items()).hasSize(11);
        assertThat(tables.newest().items()).hasSize(1);
        reviews.give(review, most(), List.of(), null);
        assertThat(reviews.close(review, "会议纪要", null)).isEqualTo(ReviewState.PASSED);
    }

    @Test
    void nobody_closes_a_review_before_all_have_answered() {
        var id = registration.register(WholeLead.draft("等待项目").profile(), false);
        var review = reviews.open(id, List.of("leads-agent"), null);

        assertThatThrownBy(() -> reviews.close(review, "会议纪要", null))
                .isInstanceOf(ReviewRefused.class);
    }

    @Test
    void a_talk_answers_the_investor_and_plans_the_next() {
        var id = registration.register(WholeLead.draft("跟进项目").profile(), false);
        var next = LocalDate.now().plusDays(1);

        followups.note(
                id,
                new FollowupNote(FollowupKind.CALL, null, "对方关心电价", List.of("王敏"), "发送电价政策", next));

        var now = directory.details(id);
        assertThat(now.followedAt()).isNotNull();
        assertThat(now.profile().nextActionOn()).isEqualTo(next);
        assertThat(now.dueKind()).isEqualTo(DueKind.ACTION);
        assertThat(followups.of(id, null, 10))
                .singleElement()
                .satisfies(one -> assertThat(one.text()).isEqualTo("对方关心电价"));
        assertThat(followed(id))
                .containsExactly(
                        "followup: CALL " + LocalDate.now() + " 对方关心电价",
                        "nextAction: " + next + " 发送电价政策");
    }

    @Test
    void history_keeps_the_first_words_of_a_talk() {
        var id = registration.register(WholeLead.draft("长谈项目").profile(), false);

        followups.note(
                id,
                new FollowupNote(
                        FollowupKind.VISIT, null, "谈\n" + "地".repeat(90), List.of(), null, null));

        assertThat(followed(id))
                .contains("followup: VISIT " + LocalDate.now() + " 谈 " + "地".repeat(58) + "…");
    }

    private List<String> followed(LeadId id) {
        return directory.history(id, null, 50).stream()
                .filter(change -> change.act().equals("followed"))
                .map(change -> change.field() + ": " + change.after())
                .toList();
    }

    @Test
    void the_zone_renames_hides_and_reorders_what_comes_before_signing() {
        var choices = new ArrayList<>(LeadRules.DEFAULT.stages());
        choices.set(1, new LeadRules.StageChoice(LeadStage.NEGOTIATION, "洽谈", false));
        choices.set(2, new LeadRules.StageChoice(LeadStage.ASSESSMENT, null, true));
        var d = LeadRules.DEFAULT;
        rules.decide(
                new LeadRules(
                        d.answerDays(),
                        d.triageDays(),
                        d.majorTriageDays(),
                        d.majorYuan(),
                        d.feedbackDays(),
                        d.followUpDays(),
                        d.poolDays(),
                        d.remindDays(),
                        d.escalateDays(),
                        d.claimLimit(),
                        d.firstReportYuan(),
                        null,
                        choices));

        assertThat(rules.rules().shown())
                .startsWith(LeadStage.CLUE, LeadStage.NEGOTIATION, LeadStage.REVIEW);
        assertThat(rules.rules().nameOf(LeadStage.NEGOTIATION)).isEqualTo("洽谈");
        var id = registration.register(LeadDraft.named("空白项目").profile(), false);
        assertThat(moves.refusing(id, LeadStage.REVIEW))
                .first()
                .satisfies(gate -> assertThat(gate.missing()).contains("investors"));
    }

    @Test
    void another_zone_sees_nothing() {
        var id = signed();
        var review = reviews.of(id).getFirst().id();

        people.as(
                "luzhou",
                "leads-stranger",
                () -> {
                    assertThatThrownBy(() -> assignment.claim(id)).isInstanceOf(UnknownLead.class);
                    assertThat(directory.find(LeadFilter.ALL, LeadOrder.NAME, null, 10).items())
                            .isEmpty();
                    assertThat(directory.board(List.of(LeadStage.values()), LeadFilter.ALL, 10))
                            .allSatisfy(column -> assertThat(column.count()).isZero());
                    assertThat(directory.count(LeadFilter.ALL).count()).isZero();
                    assertThat(directory.rows(List.of(id))).isEmpty();
                    for (var act :
                            List.<Runnable>of(
                                    () -> directory.details(id),
                                    () -> directory.moves(id),
                                    () -> directory.history(id, null, 10),
                                    () -> followups.of(id, null, 10),
                                    () -> reviews.of(id),
                                    () -> agreements.of(id),
                                    () -> progress.funds(id),
                                    () -> progress.milestones(id),
                                    () -> progress.clearances(id),
                                    () -> moves.move(id, MoveOrder.to(LeadStage.REGISTERED)),
                                    () -> removal.remove(id, 0))) {
                        assertThatThrownBy(act::run).isInstanceOf(UnknownLead.class);
                    }
                    assertThatThrownBy(() -> reviews.get(review)).isInstanceOf(ReviewRefused.class);
                    assertThat(rules.rules()).isEqualTo(LeadRules.DEFAULT);
                    return true;
                });
    }

    private LeadId signed() {
        var id = registration.register(WholeLead.draft("签约项目").profile(), false);
        attach(id);
        pass(id);
        agreements.add(id, agreement());
        moves.move(id, MoveOrder.to(LeadStage.SIGNED));
        return id;
    }

    private UUID attach(LeadId id) {
        try {
            return attachments
                    .attach(
                            LeadRecords.of(id),
                            "项目建议书.txt",
                            new ByteArrayInputStream("项目建议书".getBytes(StandardCharsets.UTF_8)))
                    .id()
                    .value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void pass(LeadId id) {
        var review = reviews.open(id, List.of("leads-agent"), null);
        reviews.give(review, most(), List.of(), null);
        assertThat(reviews.close(review, "会议纪要", null)).isEqualTo(ReviewState.PASSED);
    }

    private static Map<String, Integer> most() {
        return ScoreTable.DEFAULT.items().stream()
                .collect(Collectors.toMap(ScoreItem::key, ScoreItem::most));
    }

    private static AgreementNote agreement() {
        return new AgreementNote(
                AgreementKind.INVESTMENT,
                "投资协议",
                List.of("德阳经开区管委会", "甲公司"),
                new BigDecimal("600000000"),
                new BigDecimal("600000000"),
                new BigDecimal("150000"),
                LocalDate.of(2026, 5, 6),
                LocalDate.of(2026, 9, 1),
                LocalDate.of(2027, 9, 1));
    }

    private static ClearanceLine cleared(ClearanceKind kind) {
        return new ClearanceLine(
                kind,
                ClearanceOutcome.PASSED,
                "德环审〔2026〕1号",
                LocalDate.of(2026, 6, 1),
                null,
                null,
                null);
    }
}
