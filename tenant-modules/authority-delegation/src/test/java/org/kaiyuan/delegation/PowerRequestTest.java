package org.kaiyuan.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.files.AttachedFile;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.records.RecordChangeRefused;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.platform.records.UnknownRecord;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.testing.ActAsZone;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** 点菜 over two tenants, of whom neither is let into the other. */
@RecordApplicationEvents
@ActAsZone(PowerRequestTest.PARK)
class PowerRequestTest extends PowerTest {
    static final String PARK = "asking-park";
    private static final String CITY = "asked-city";
    private static final String ELSEWHERE = "asked-elsewhere";
    private static final String THIRD = "third-park";
    private static final String LONELY = "lonely-park";

    @Autowired PowerRequesting requesting;
    @Autowired PowerAnswering answering;
    @Autowired PowerRequestDirectory directory;
    @Autowired PowerRequestInbox inbox;
    @Autowired Attachments attachments;
    @Autowired ChangeHistory history;
    @Autowired ApplicationEventPublisher publisher;
    @Autowired ApplicationEvents events;

    TenantId city = new TenantId(1);

    @BeforeEach
    void a_park_its_supervisor_and_others() throws Exception {
        city = zones.zone(CITY);
        register(PARK, "{5106}", "MANAGEMENT_COMMITTEE");
        register(THIRD, "{5106}", "MANAGEMENT_COMMITTEE");
        register(LONELY, "{9901}", "MANAGEMENT_COMMITTEE");
        register(CITY, "{5106}", "SUPERVISOR");
        register(ELSEWHERE, "{5107}", "SUPERVISOR");
        owner("truncate delegation.power_request cascade");
    }

    @Test
    void a_request_goes_through_four_answers_and_ends_in_an_entry_to_be_drafted() throws Exception {
        var matter = matter("企业投资项目备案");
        var id =
                requesting.begin(
                        new PowerRequestDraft(
                                matter, null, "", AUTHORITY, "园区企业多", 120, "技改备案", "已有窗口"));
        requesting.send(id, city, 1);
        arrived(id);
        assertThat(directory.get(id).next()).isEqualTo(AnswerStep.DEPARTMENT);

        for (var step : AnswerStep.values()) {
            answer(id, step, AnswerOutcome.AGREED);
        }

        await(() -> assertThat(directory.get(id).state()).isEqualTo(RequestState.GRANTED));
        var park = directory.get(id);
        assertThat(park.answersNow())
                .extracting(PowerAnswer::step, one -> one.note().body(), PowerAnswer::writtenName)
                .containsExactly(
                        tuple(AnswerStep.DEPARTMENT, "DEPARTMENT 单位", "测试园区 asked-city"),
                        tuple(AnswerStep.STAFFING, "STAFFING 单位", "测试园区 asked-city"),
                        tuple(AnswerStep.LEGALITY, "LEGALITY 单位", "测试园区 asked-city"),
                        tuple(AnswerStep.GOVERNMENT, "GOVERNMENT 单位", "测试园区 asked-city"));
        var granted = directory.granted(id);
        assertThat(granted.matter()).isEqualTo(matter);
        var note = granted.note(matter, "经开区行政审批局", DelegationMode.DIRECT);
        assertThat(note.originalAuthority()).isEqualTo(AUTHORITY);
        assertThat(note.effectiveOn()).isEqualTo(today.plusDays(30));
        assertThat(note.document().number()).isEqualTo("文〔2026〕GOVERNMENT");
        var list = drafting.begin(PowerListKind.EMPOWERMENT, "点菜" + System.nanoTime());
        drafting.put(list, null, note);
        publish(list);
        in(CITY, () -> assertThat(directory.get(id).state()).isEqualTo(RequestState.GRANTED));
        assertThat(acts(id))
                .contains("begun", "sent", "answered")
                .doesNotContain("received", "written");
    }

    @Test
    void each_side_sees_only_what_the_other_has_published() throws Exception {
        var id = sent("施工许可");
        answering.note(id, "内部：先与住建局沟通", directory.get(id).version());
        in(
                CITY,
                () -> {
                    var seen = directory.get(id);
                    assertThat(seen.notes()).isNull();
                    assertThat(seen.said().matter()).isNull();
                    answering.note(id, "市里意见：暂缓", seen.version());
                    answering.write(
                            id,
                            AnswerStep.DEPARTMENT,
                            note(AnswerOutcome.AGREED, AnswerStep.DEPARTMENT));
                    assertThat(directory.get(id).answers()).hasSize(1);
                    assertThat(directory.get(id).notes()).isEqualTo("市里意见：暂缓");
                });

        assertThat(directory.get(id).notes()).isEqualTo("内部：先与住建局沟通");
        assertThat(directory.get(id).answers()).isEmpty();
        assertThat(
                        query(
                                "select coalesce(after, '') from audit.change where subject_id = '%s'"
                                        .formatted(id)))
                .noneMatch(said -> said.contains("暂缓"));
    }

    @Test
    void another_zone_sees_nothing() throws Exception {
        var id = sent("施工许可");
        var draft = answerDraft(id);
        var file = in(CITY, () -> attach(draft, "意见.txt", "同意"));
        for (var other : List.of(THIRD, ELSEWHERE, LONELY)) {
            in(
                    other,
                    () -> {
                        assertThat(directory.list(Set.of(), null, 10).items()).isEmpty();
                        assertThat(directory.counts()).isEmpty();
                        assertThatThrownBy(() -> directory.get(id))
                                .isInstanceOf(UnknownPowerRequest.class);
                        assertThatThrownBy(() -> answering.note(id, "x", 1))
                                .isInstanceOf(UnknownPowerRequest.class);
                        assertThatThrownBy(() ->
                                        answering.write(
                                                id,
                                                AnswerStep.DEPARTMENT,
                                                note(AnswerOutcome.AGREED, AnswerStep.DEPARTMENT)))
                                .isInstanceOf(UnknownPowerRequest.class);
                        assertThatThrownBy(() -> requesting.withdraw(id, "x", 1))
                                .isInstanceOf(UnknownPowerRequest.class);
                        assertThatThrownBy(
                                        () -> attachments.of(PowerRequestRecords.of(id), null, 10))
                                .isInstanceOf(UnknownRecord.class);
                        assertThatThrownBy(() -> attachments.find(file.id()))
                                .isInstanceOf(org.kaiyuan.platform.files.UnknownFile.class);
                    });
        }
    }

    @Test
    void files_come_with_what_is_published_as_copies_of_ones_own() throws Exception {
        var id = begun("施工许可");
        attach(PowerRequestRecords.of(id), "承接方案.txt", "方案全文");
        requesting.send(id, city, 1);
        arrived(id);
        assertThatThrownBy(() -> attach(PowerRequestRecords.of(id), "迟到.txt", "x"))
                .isInstanceOf(RecordChangeRefused.class);
        in(
                CITY,
                () ->
                        await(() ->
                                assertThat(contents(PowerRequestRecords.of(id)))
                                        .containsExactly("承接方案.txt 方案全文")));

        var answer = answerDraft(id);
        in(
                CITY,
                () -> {
                    attach(answer, "函.txt", "同意的函");
                    assertThatThrownBy(() -> attach(PowerRequestRecords.of(id), "改.txt", "x"))
                            .isInstanceOf(RecordChangeRefused.class);
                });
        assertThatThrownBy(() -> attachments.of(answer, null, 10))
                .isInstanceOf(UnknownRecord.class);
        in(CITY, () -> answering.publish(new PowerAnswerId(answer.id()), 1));

        await(() -> assertThat(contents(answer)).containsExactly("函.txt 同意的函"));
        assertThatThrownBy(() -> attach(answer, "改.txt", "x"))
                .isInstanceOf(RecordChangeRefused.class);
        in(
                CITY,
                () ->
                        assertThatThrownBy(() -> attach(answer, "改.txt", "x"))
                                .isInstanceOf(RecordChangeRefused.class));
    }

    @Test
    void what_is_returned_is_revised_unseen_and_sent_again_to_all_steps() throws Exception {
        var id = sent("施工许可");
        answer(id, AnswerStep.DEPARTMENT, AnswerOutcome.AGREED);
        answer(id, AnswerStep.STAFFING, AnswerOutcome.RETURNED);
        await(() -> assertThat(directory.get(id).state()).isEqualTo(RequestState.RETURNED));

        requesting.revise(id, freely("施工许可（限额以下）", "写清范围"), directory.get(id).version());
        in(
                CITY,
                () -> {
                    assertThat(directory.get(id).said().matterName()).isEqualTo("施工许可");
                    assertThatThrownBy(() ->
                                    answering.write(
                                            id,
                                            AnswerStep.LEGALITY,
                                            note(AnswerOutcome.AGREED, AnswerStep.LEGALITY)))
                            .hasMessageContaining("requestState [RETURNED]");
                });
        requesting.send(id, null, directory.get(id).version());

        in(
                CITY,
                () ->
                        await(() -> {
                            var again = directory.get(id);
                            assertThat(again.round()).isEqualTo(2);
                            assertThat(again.state()).isEqualTo(RequestState.SENT);
                            assertThat(again.said().reason()).isEqualTo("写清范围");
                            assertThat(again.next()).isEqualTo(AnswerStep.DEPARTMENT);
                            assertThat(again.answers()).hasSize(2);
                        }));
        answer(id, AnswerStep.DEPARTMENT, AnswerOutcome.REFUSED);
        await(() -> assertThat(directory.get(id).state()).isEqualTo(RequestState.REFUSED));
        assertThatThrownBy(() -> directory.granted(id)).isInstanceOf(PowerRequestRefused.class);
        assertThatThrownBy(() -> requesting.send(id, null, directory.get(id).version()))
                .isInstanceOf(PowerRequestRefused.class);
    }

    @Test
    void who_answers_before_it_is_their_turn_is_told_whose_turn_it_is() throws Exception {
        var id = sent("施工许可");

        in(
                CITY,
                () -> {
                    assertThatThrownBy(() ->
                                    answering.write(
                                            id,
                                            AnswerStep.GOVERNMENT,
                                            note(AnswerOutcome.AGREED, AnswerStep.GOVERNMENT)))
                            .isInstanceOf(PowerRequestRefused.class)
                            .hasMessageContaining("answerOrder [DEPARTMENT, GOVERNMENT]");
                    var draft =
                            answering.write(
                                    id,
                                    AnswerStep.DEPARTMENT,
                                    note(AnswerOutcome.AGREED, AnswerStep.DEPARTMENT));
                    assertThatThrownBy(() ->
                                    answering.write(
                                            id,
                                            AnswerStep.DEPARTMENT,
                                            note(AnswerOutcome.AGREED, AnswerStep.DEPARTMENT)))
                            .hasMessageContaining("answerDrafted");
                    answering.revise(
                            draft, note(AnswerOutcome.CONDITIONAL, AnswerStep.DEPARTMENT), 1);
                    assertThatThrownBy(() -> answering.publish(draft, 1))
                            .isInstanceOf(PowerChangedMeanwhile.class);
                    answering.publish(draft, 2);
                    assertThatThrownBy(() -> answering.publish(draft, 3))
                            .hasMessageContaining("answerPublished");
                });
        assertThatThrownBy(() ->
                        answering.write(
                                id,
                                AnswerStep.STAFFING,
                                note(AnswerOutcome.AGREED, AnswerStep.STAFFING)))
                .isInstanceOf(PowerRequestRefused.class)
                .hasMessageContaining("answeredBy");
    }

    @Test
    void who_does_not_supervise_the_zone_cannot_be_asked() throws Exception {
        var id = begun("施工许可");

        assertThatThrownBy(() -> requesting.send(id, zones.zone(ELSEWHERE), 1))
                .hasMessageContaining("noSupervisor");
        assertThatThrownBy(() -> requesting.send(id, zones.zone(THIRD), 1))
                .hasMessageContaining("noSupervisor");
        assertThatThrownBy(() -> requesting.send(id, null, 1))
                .isInstanceOf(DelegationFieldsRefused.class);
        requesting.send(id, city, 1);
        var told = told(id).getFirst();
        var astray =
                new PowerRequestTold(
                        zones.zone(ELSEWHERE),
                        told.zone(),
                        told.zoneName(),
                        "x",
                        told.request(),
                        9,
                        1,
                        told.said(),
                        told.sentAt(),
                        null,
                        null,
                        List.of());
        assertThat(asSystem(ELSEWHERE, () -> inbox.keep(astray))).isFalse();
        in(ELSEWHERE, () -> assertThat(directory.list(Set.of(), null, 10).items()).isEmpty());
        in(
                CITY,
                () -> {
                    assertThat(directory.asks()).isFalse();
                    assertThatThrownBy(() -> requesting.begin(freely("甲", "乙")))
                            .hasMessageContaining("supervisorAsks");
                });
    }

    @Test
    void a_park_without_a_supervisor_notes_the_answers_itself() throws Exception {
        in(
                LONELY,
                () -> {
                    assertThat(directory.supervisors()).isEmpty();
                    assertThat(directory.asks()).isTrue();
                    var id = begun("施工许可");
                    requesting.send(id, null, 1);
                    assertThat(directory.get(id).answeredHere()).isTrue();
                    for (var step : AnswerStep.values()) {
                        var answer = answering.write(id, step, note(AnswerOutcome.AGREED, step));
                        attach(PowerAnswerRecords.of(answer), "扫描件.txt", "盖章");
                        answering.publish(answer, 1);
                    }
                    assertThat(directory.get(id).state()).isEqualTo(RequestState.GRANTED);
                    assertThat(directory.granted(id).matter()).isNull();
                    assertThat(directory.granted(id).matterName()).isEqualTo("施工许可");
                });
        assertThat(events.stream(PowerAnswerTold.class)).isEmpty();
    }

    @Test
    void told_twice_and_in_any_order_both_sides_have_the_same_once() throws Exception {
        var id = begun("施工许可");
        attach(PowerRequestRecords.of(id), "方案.txt", "一稿");
        requesting.send(id, city, 1);
        arrived(id);
        answer(id, AnswerStep.DEPARTMENT, AnswerOutcome.RETURNED);
        await(() -> assertThat(directory.get(id).state()).isEqualTo(RequestState.RETURNED));
        requesting.revise(id, freely("施工许可", "二稿"), directory.get(id).version());
        requesting.send(id, null, directory.get(id).version());
        requesting.withdraw(id, "不再需要", directory.get(id).version());
        in(
                CITY,
                () ->
                        await(() ->
                                assertThat(directory.get(id).state())
                                        .isEqualTo(RequestState.WITHDRAWN)));
        var parksMessages = told(id);
        assertThat(parksMessages).hasSize(3);
        var before = in(CITY, () -> directory.get(id));
        var lines = in(CITY, () -> history.of(List.of(id.value()), null, 200).size());
        var parkBefore = directory.get(id);

        again(parksMessages.get(2));
        again(parksMessages.get(0));
        again(parksMessages.get(1));
        again(events.stream(PowerAnswerTold.class).findFirst().orElseThrow());

        assertThat(in(CITY, () -> directory.get(id))).isEqualTo(before);
        assertThat(in(CITY, () -> history.of(List.of(id.value()), null, 200).size()))
                .isEqualTo(lines);
        assertThat(directory.get(id)).isEqualTo(parkBefore);
        assertThat(in(CITY, () -> contents(PowerRequestRecords.of(id))))
                .containsExactly("方案.txt 一稿");

        owner("delete from delegation.power_answer", CITY);
        owner("delete from delegation.power_request", CITY);
        again(parksMessages.get(2));
        again(parksMessages.get(0));
        assertThat(in(CITY, () -> directory.get(id)))
                .extracting(PowerRequest::state, PowerRequest::round, one -> one.said().reason())
                .containsExactly(RequestState.WITHDRAWN, 2, "二稿");
    }

    @Test
    void a_decision_counts_on_both_sides_where_the_park_withdrew_before_it_heard()
            throws Exception {
        var id = sent("施工许可");
        var draft = answerDraft(id);
        requesting.withdraw(id, "不再需要", directory.get(id).version());
        in(
                CITY,
                () ->
                        await(() ->
                                assertThat(directory.get(id).state())
                                        .isEqualTo(RequestState.WITHDRAWN)));
        in(
                CITY,
                () ->
                        assertThatThrownBy(
                                        () -> answering.publish(new PowerAnswerId(draft.id()), 1))
                                .isInstanceOf(PowerRequestRefused.class));

        var crossed =
                new PowerAnswerTold(
                        zones.zone(PARK),
                        city,
                        id.value(),
                        draft.id(),
                        1,
                        AnswerStep.DEPARTMENT,
                        note(AnswerOutcome.REFUSED, AnswerStep.DEPARTMENT),
                        java.time.Instant.now(),
                        List.of());
        asSystem(PARK, () -> inbox.keep(crossed));

        assertThat(directory.get(id).state()).isEqualTo(RequestState.REFUSED);
    }

    @Test
    void an_answer_by_who_was_not_asked_is_not_kept() throws Exception {
        var id = sent("施工许可");
        var forged =
                new PowerAnswerTold(
                        zones.zone(PARK),
                        zones.zone(ELSEWHERE),
                        id.value(),
                        PowerAnswerId.next().value(),
                        1,
                        AnswerStep.DEPARTMENT,
                        note(AnswerOutcome.REFUSED, AnswerStep.DEPARTMENT),
                        java.time.Instant.now(),
                        List.of());

        assertThat(asSystem(PARK, () -> inbox.keep(forged))).isFalse();

        assertThat(directory.get(id).answers()).isEmpty();
    }

    @Test
    void requests_are_listed_the_last_begun_first_and_counted_by_state() throws Exception {
        var drafts = List.of(begun("一"), begun("二"), begun("三"));
        requesting.withdraw(drafts.get(1), null, 1);

        var first = directory.list(Set.of(), null, 2);
        assertThat(first.items()).extracting(PowerRequestRow::matterName).containsExactly("三", "二");
        assertThat(directory.list(Set.of(), first.next(), 2).items())
                .extracting(PowerRequestRow::matterName)
                .containsExactly("一");
        assertThat(directory.list(Set.of(RequestState.WITHDRAWN), null, 9).items()).hasSize(1);
        assertThat(directory.counts())
                .containsOnly(
                        java.util.Map.entry(RequestState.DRAFT, 2),
                        java.util.Map.entry(RequestState.WITHDRAWN, 1));
    }

    @Test
    void what_is_missing_is_said_at_its_fields_and_who_was_slower_is_told() {
        assertThatThrownBy(() -> requesting.begin(freely(" ", "")))
                .isInstanceOf(DelegationFieldsRefused.class);
        var id = requesting.begin(new PowerRequestDraft(null, null, "甲", "", "", null, null, null));
        assertThatThrownBy(() -> requesting.send(id, city, 1))
                .isInstanceOfSatisfying(
                        DelegationFieldsRefused.class,
                        refused ->
                                assertThat(refused.fields())
                                        .extracting(one -> one.field())
                                        .containsExactly("originalAuthority", "reason"));
        requesting.revise(id, freely("乙", "理由"), 1);
        assertThatThrownBy(() -> requesting.revise(id, freely("丙", "理由"), 1))
                .isInstanceOf(PowerChangedMeanwhile.class);
        assertThatThrownBy(() ->
                        requesting.begin(
                                new PowerRequestDraft(
                                        MatterId.next(), null, "", "x", "y", null, null, null)))
                .isInstanceOf(UnknownMatter.class);
    }

    @Test
    void each_side_needs_its_own_permission() throws Exception {
        var id = sent("施工许可");

        as(PARK, "delegation:read", () -> assertThat(directory.get(id).round()).isOne());
        as(
                PARK,
                "delegation:read",
                () ->
                        assertThatThrownBy(() -> requesting.begin(freely("甲", "乙")))
                                .isInstanceOf(AccessDeniedException.class));
        as(
                PARK,
                "delegation:answer",
                () ->
                        assertThatThrownBy(() -> answering.note(id, "x", 1))
                                .isInstanceOf(AccessDeniedException.class));
        as(
                CITY,
                "delegation:write",
                () ->
                        assertThatThrownBy(() ->
                                        answering.write(
                                                id,
                                                AnswerStep.DEPARTMENT,
                                                note(AnswerOutcome.AGREED, AnswerStep.DEPARTMENT)))
                                .isInstanceOf(AccessDeniedException.class));
        as(CITY, "delegation:answer", () -> assertThat(directory.get(id).round()).isOne());
    }

    private PowerRequestId begun(String matter) {
        return requesting.begin(freely(matter, "企业多跑路"));
    }

    private PowerRequestId sent(String matter) throws Exception {
        var id = begun(matter);
        requesting.send(id, city, 1);
        arrived(id);
        return id;
    }

    private void arrived(PowerRequestId id) throws Exception {
        in(CITY, () -> await(() -> assertThat(directory.get(id)).isNotNull()));
    }

    private static PowerRequestDraft freely(String matter, String reason) {
        return new PowerRequestDraft(null, null, matter, AUTHORITY, reason, null, null, null);
    }

    private PowerAnswerNote note(AnswerOutcome outcome, AnswerStep step) {
        return new PowerAnswerNote(outcome, step + " 单位", "意见", "文〔2026〕" + step, today, null);
    }

    private void answer(PowerRequestId id, AnswerStep step, AnswerOutcome outcome)
            throws Exception {
        in(
                CITY,
                () -> {
                    await(() -> assertThat(directory.get(id).next()).isEqualTo(step));
                    answering.publish(answering.write(id, step, note(outcome, step)), 1);
                });
    }

    private RecordRef answerDraft(PowerRequestId id) throws Exception {
        return in(
                CITY,
                () ->
                        PowerAnswerRecords.of(
                                answering.write(
                                        id,
                                        AnswerStep.DEPARTMENT,
                                        note(AnswerOutcome.AGREED, AnswerStep.DEPARTMENT))));
    }

    private AttachedFile attach(RecordRef record, String name, String text) throws IOException {
        return attachments.attach(
                record, name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> contents(RecordRef record) {
        return attachments.of(record, null, 10).items().stream().map(this::content).toList();
    }

    private String content(AttachedFile file) {
        try (var opened = attachments.open(file.id())) {
            return file.name()
                    + " "
                    + new String(opened.content().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<PowerRequestTold> told(PowerRequestId id) {
        return events.stream(PowerRequestTold.class)
                .filter(one -> one.request().equals(id.value()))
                .distinct()
                .toList();
    }

    /** Delivered once more, as the registry does after a crash. */
    private void again(Object event) throws SQLException {
        new TransactionTemplate(transactions)
                .executeWithoutResult(open -> publisher.publishEvent(event));
        await(() ->
                assertThat(
                                query(
                                        "select id::text from events.event_publication"
                                                + " where completion_date is null and event_type like '%Told'"))
                        .isEmpty());
    }

    private List<String> acts(PowerRequestId id) {
        return history.of(List.of(id.value()), null, 200).stream()
                .map(one -> one.act())
                .distinct()
                .toList();
    }

    private static void await(ThrowingAct assertion) {
        Awaitility.await()
                .pollInSameThread()
                .ignoreExceptionsInstanceOf(Refusal.class)
                .untilAsserted(assertion::run);
    }

    /** What a test does that may throw anything. */
    interface ThrowingAct {
        void run() throws Exception;
    }

    private void in(String zone, ThrowingAct act) {
        zones.in(
                zone,
                () -> {
                    act.run();
                    return null;
                });
    }

    private <T extends @Nullable Object> T in(String zone, Callable<T> work) {
        return zones.in(zone, work);
    }

    private void as(String zone, String permission, ThrowingAct act) throws Exception {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(zones.somebody(zone, permission)));
        try {
            act.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private void register(String code, String divisions, String kind) throws SQLException {
        zones.zone(code);
        owner(
                "update tenancy.tenant set divisions = '%s', kind = '%s', state = 'ACTIVE' where code = '%s'"
                        .formatted(divisions, kind, code));
    }

    private void owner(String statement, String zone) throws SQLException {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("set app.tenant_id = '" + zones.zone(zone).value() + "'");
            sql.execute(statement);
        }
    }
}
