package org.kaiyuan.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.AccountId;
import org.kaiyuan.platform.access.AccountRegistration;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.platform.notices.Notices;
import org.kaiyuan.platform.notices.WebhookOutbox;
import org.kaiyuan.platform.notices.Webhooks;
import org.kaiyuan.testing.ActAsZone;
import org.springframework.beans.factory.annotation.Autowired;

/** Reminders of powers, with a clock of the test. */
@ActAsZone(PowerTimesTest.TIMES)
class PowerTimesTest extends PowerTest {
    static final String TIMES = "powertimes";

    @Autowired ReadinessKeeping keeping;
    @Autowired PowerEvaluating evaluating;
    @Autowired PowerUseRulesKeeping rules;
    @Autowired PowerExpiries expiries;
    @Autowired ListDirectory lists;
    @Autowired WhoDecides who;
    @Autowired AccountRegistration accounts;
    @Autowired ZonePeople people;
    @Autowired Notices notices;
    @Autowired WebhookOutbox outbox;
    @Autowired Webhooks webhooks;

    @BeforeEach
    void somebody_who_sees_to_powers() throws Exception {
        asSystem(
                TIMES,
                () -> {
                    accounts.join(account("powertimes-admin", "管理员"), Role.ZONE_ADMIN);
                    accounts.join(account("powertimes-wang", "王敏"), Role.ZONE_STAFF);
                    return true;
                });
        owner("delete from notices.delivery");
        owner("delete from notices.webhook");
    }

    @Test
    void what_is_in_force_and_not_ready_is_told_once_a_day_until_it_is() throws Exception {
        var entry = granted("企业投资项目备案", today.minusDays(1));
        granted("尚未生效", today.plusDays(10));
        owned(entry);

        run(today);
        run(today);
        assertThat(of("notReady"))
                .containsExactly("powertimes-wang notReady [1, 企业投资项目备案, " + today + "]");
        run(today.plusDays(1));
        assertThat(of("notReady")).hasSize(2);

        ready(entry, 1);
        run(today.plusDays(2));
        assertThat(of("notReady")).hasSize(2);
    }

    @Test
    void where_nobody_owns_it_those_are_told_who_may_write() throws Exception {
        granted("甲", today.minusDays(1));
        var gone = granted("乙", today.minusDays(1));
        owned(gone);
        owner("update delegation.readiness set owner = 'somebody-who-left'");

        run(today);

        assertThat(of("notReady"))
                .containsExactlyInAnyOrder(
                        "powertimes-admin notReady [2, 乙, " + today + "]",
                        "powertimes-wang notReady [2, 乙, " + today + "]");
    }

    @Test
    void a_last_day_is_told_ninety_thirty_and_seven_days_before_and_on_the_day_after()
            throws Exception {
        var last = today.plusDays(91);
        var entry = granted(Power.of("企业投资项目备案", today.plusDays(1)).until(last)).getFirst();
        owned(entry);
        ready(entry, 1);

        run(today);
        assertThat(of("expir")).isEmpty();
        for (int before : List.of(90, 89, 30, 29, 7, 6, 0)) {
            run(last.minusDays(before));
        }
        assertThat(of("expir")).hasSize(3).allMatch(one -> one.contains("expiring [1, 企业投资"));
        run(last.plusDays(1));
        run(last.plusDays(2));
        assertThat(of("expir")).hasSize(4).last().asString().contains("expired [1, 企业投资");
    }

    @Test
    void who_hears_late_hears_once() throws Exception {
        var entry = granted(Power.of("甲", today.plusDays(1)).until(today.plusDays(5))).getFirst();
        owned(entry);

        run(today);

        assertThat(of("expir")).hasSize(1);
    }

    @Test
    void other_systems_are_told_once_of_an_entry_and_a_threshold() throws Exception {
        webhooks.register("https://93.184.216.34/hook", List.of("delegation.expiring"));
        var last = today.plusDays(91);
        granted(Power.of("企业投资项目备案", today.plusDays(1)).until(last));

        for (int before : List.of(91, 90, 89, 30, 30, 7, 0, -1)) {
            run(last.minusDays(before));
        }

        assertThat(
                        query(
                                "select kind || ' ' || (payload::jsonb -> 'data' ->> 'daysBefore') from notices.delivery order by created_at, 1"))
                .containsExactlyInAnyOrder(
                        "delegation.expiring 90",
                        "delegation.expiring 30",
                        "delegation.expiring 7");
    }

    @Test
    void a_handover_is_told_before_its_day_and_when_it_is_overdue_unless_all_is_ready()
            throws Exception {
        var day = today.plusDays(20);
        owned(handedOverBy("甲", day));
        var done = handedOverBy("乙", day);
        ready(done, 0);

        for (int before : List.of(11, 10, 9, 1, 0, -1, -2)) {
            run(day.minusDays(before));
        }

        assertThat(of("handover"))
                .containsExactly(
                        "powertimes-wang handover [1, 甲, " + day + "]",
                        "powertimes-wang handover [1, 甲, " + day + "]",
                        "powertimes-wang handoverOverdue [1, 甲, " + day + "]");
    }

    @Test
    void the_yearly_evaluation_is_told_on_its_day_for_what_has_none() throws Exception {
        rules.decide(
                new PowerUseRules(
                        12, today.getMonthValue(), today.getDayOfMonth(), List.of(7), List.of()),
                0);
        var decided = rules.current();
        int year = decided.yearDueOn(today);
        var first = LocalDate.of(year, 1, 2);
        var done = granted("甲", first);
        owned(granted("乙", first));
        evaluating.evaluate(done, year, EvaluationVerdict.KEEP, null, 0);

        run(today.minusDays(1));
        assertThat(of("evaluation")).noneMatch(one -> one.contains(today.toString()));
        run(today);
        run(today.plusDays(1));

        assertThat(of("evaluation").stream().filter(one -> one.contains(today.toString())))
                .containsExactly("powertimes-wang evaluation [1, 乙, " + today + "]");
    }

    @Test
    void a_basis_that_was_repealed_is_told_once_with_the_powers_concerned() throws Exception {
        var entry = granted("企业投资项目备案", today.plusDays(5));
        owned(entry);
        run(today);
        assertThat(of("basis")).isEmpty();
        repealed(entry, BasisState.AMENDED, 0);
        run(today);
        run(today.plusDays(1));
        assertThat(of("basis")).containsExactly("powertimes-wang basis.AMENDED [1, 企业投资项目备案]");
        repealed(entry, BasisState.REPEALED, 1);
        run(today.plusDays(2));

        assertThat(of("basis")).hasSize(2).last().asString().contains("basis.REPEALED");
    }

    @Test
    void many_nodes_at_once_tell_it_once() throws Exception {
        owned(granted("甲", today.minusDays(1)));
        try (var pool = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 12; i++) {
                pool.submit(() -> run(today));
            }
        }

        assertThat(of("notReady")).hasSize(1);
    }

    @Test
    void grants_that_have_run_out_are_drafted_as_ended_in_one_go() {
        var last = today.minusDays(3);
        var gone =
                granted(
                        Power.of("甲", today.minusDays(100)).until(last),
                        Power.of("乙", today.minusDays(100)).until(today.minusDays(1)),
                        Power.of("丙", today.minusDays(100)).until(today));
        var recalled = granted(Power.of("丁", today.minusDays(100)).until(last)).getFirst();
        recalled(recalled, listOf(recalled), today.minusDays(50));

        assertThat(expiries.expiriesToRecord(null, 1).items())
                .extracting(UnrecordedExpiry::matterName)
                .containsExactly("甲");
        var next = expiries.expiriesToRecord(null, 1).next();
        assertThat(expiries.expiriesToRecord(next, 5).items())
                .extracting(UnrecordedExpiry::matterName)
                .containsExactly("乙");
        var list = listOf(gone.getFirst());
        assertThat(expiries.record()).containsOnly(java.util.Map.entry(list, 2));

        assertThat(expiries.expiriesToRecord(null, 10).items()).isEmpty();
        assertThat(expiries.record()).isEmpty();
        publish(list);
        assertThat(expiries.expiriesToRecord(null, 10).items()).isEmpty();
        var ruling = who.decides(noteOf(gone.getFirst()).matter(), null, today);
        assertThat(ruling.why()).isEqualTo(WhyNot.EXPIRED);
        assertThat(ruling.chain())
                .extracting(one -> one.note().act(), one -> one.note().effectiveOn())
                .contains(org.assertj.core.api.Assertions.tuple(EntryAct.EXPIRY, last.plusDays(1)));
        assertThat(lists.get(list).drafted()).isZero();
    }

    @Test
    void another_zone_is_told_nothing() throws Exception {
        granted("甲", today.minusDays(1));

        asSystem(
                "luzhou",
                () -> {
                    times(today).run();
                    return true;
                });

        assertThat(told()).isEmpty();
        assertThat(query("select kind from delegation.use_told")).isEmpty();
        zones.in(
                "luzhou",
                () -> {
                    assertThat(expiries.expiriesToRecord(null, 10).items()).isEmpty();
                    return null;
                });
    }

    private EntryId handedOverBy(String matter, LocalDate day) {
        var note = note(Power.of(matter, today.plusDays(60)));
        var list = drafting.begin(PowerListKind.EMPOWERMENT, "清单" + System.nanoTime());
        var entry =
                drafting.put(
                        list,
                        null,
                        new EntryNote(
                                note.matter(),
                                note.act(),
                                null,
                                note.originalAuthority(),
                                note.receivingBody(),
                                note.mode(),
                                note.scope(),
                                new EntryNote.Days(note.effectiveOn(), day, null),
                                EntryNote.Paper.NONE,
                                note.letter(),
                                note.particulars(),
                                null));
        publish(list);
        return entry;
    }

    private void repealed(EntryId entry, BasisState state, long version) {
        matters.revise(
                noteOf(entry).matter(),
                new MatterDraft(
                        null,
                        null,
                        "企业投资项目备案",
                        MatterKind.PERMIT,
                        null,
                        List.of(new LegalBasis("《条例》", null, state, null))),
                version);
    }

    private void owned(EntryId entry) {
        keeping.assign(List.of(entry), "powertimes-wang", null);
        try {
            owner("delete from notices.notice");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void ready(EntryId entry, long version) {
        keeping.write(
                entry,
                new ReadinessDraft(
                        version == 0 ? null : "powertimes-wang",
                        null,
                        Arrays.stream(ReadinessItem.values())
                                .map(item -> ReadinessLine.done(item, today))
                                .toList()),
                version);
    }

    private AccountId account(String username, String name) {
        return accounts.register(username, "long-enough-password", name, false, false);
    }

    private boolean run(LocalDate day) {
        return asSystem(
                TIMES,
                () -> {
                    times(day).run();
                    return true;
                });
    }

    private PowerTimes times(LocalDate day) {
        var here = ZoneId.of("Asia/Shanghai");
        var fixed = Clock.fixed(day.atTime(9, 0).atZone(here).toInstant(), here);
        return new PowerTimes(
                new PowerReminders(jdbc, people, notices, fixed),
                rules,
                notices,
                outbox,
                jdbc,
                transactions,
                fixed);
    }

    /** Those of a kind, without the room's prefix. */
    private List<String> of(String kind) throws Exception {
        return told().stream()
                .map(one -> one.replace("delegation.notice.", ""))
                .filter(one -> one.split(" ", 3)[1].startsWith(kind))
                .toList();
    }
}
