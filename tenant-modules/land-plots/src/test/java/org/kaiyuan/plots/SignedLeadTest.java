package org.kaiyuan.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.leads.Gate;
import org.kaiyuan.leads.LeadDirectory;
import org.kaiyuan.leads.LeadDraft;
import org.kaiyuan.leads.LeadGatesRefused;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadMoves;
import org.kaiyuan.leads.LeadRecords;
import org.kaiyuan.leads.LeadRegistration;
import org.kaiyuan.leads.LeadStage;
import org.kaiyuan.leads.LeadState;
import org.kaiyuan.leads.MoveOrder;
import org.kaiyuan.leads.RefusedGate;
import org.kaiyuan.leads.UnknownLead;
import org.kaiyuan.platform.access.AccountRegistration;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of chosen plots when a lead signs, and of the lead at 供地. */
@KaiyuanTest
@ActAsZone(SignedLeadTest.ZONE)
class SignedLeadTest {
    static final String ZONE = "signing";
    private static final LocalDate SOON = LocalDate.now().plusDays(30);

    @Autowired PlotPreferences preferences;
    @Autowired ReservationTasks tasks;
    @Autowired ReservationForSigned signed;
    @Autowired PlotReservations reservations;
    @Autowired PlotRegistration registration;
    @Autowired PlotDirectory directory;
    @Autowired LeadRegistration leads;
    @Autowired LeadDirectory leadDirectory;
    @Autowired LeadMoves leadMoves;
    @Autowired Attachments attachments;
    @Autowired AccountRegistration accounts;
    @Autowired JdbcTemplate jdbc;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Zones zones;
    @Autowired TestServers servers;

    @BeforeEach
    void bare_ground_and_somebody_who_may_hold_plots() throws Exception {
        owner("truncate plots.plot, plots.signing, leads.lead cascade");
        owner("delete from notices.notice");
        SystemActing.inTenant(
                zones.zone(ZONE),
                () -> {
                    accounts.join(
                            accounts.register(
                                    "signing-staff", "long-enough-password", "工作人员", false, false),
                            Role.ZONE_STAFF);
                    return true;
                });
    }

    @Test
    void the_first_free_plot_that_was_chosen_is_held_once_the_lead_signs() throws Exception {
        var taken = plot("A-01", 0);
        var free = plot("A-02", 400);
        var spare = plot("A-03", 800);
        reservations.reserve(taken, lead("乙项目"), SOON, false);
        var lead = lead("甲项目");
        preferences.choose(lead, taken);
        preferences.choose(lead, free);
        preferences.choose(lead, spare);

        sign(lead);

        await().pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !reservations.ofLead(lead).isEmpty());
        assertThat(reservations.ofLead(lead))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.plot()).isEqualTo(free);
                    assertThat(line.state()).isEqualTo(ReservationState.HELD);
                    assertThat(line.until())
                            .isEqualTo(LocalDate.now().plusDays(PlotReservations.MOST_DAYS));
                });
        assertThat(tasks.open(null, 10).items()).isEmpty();
    }

    @Test
    void an_event_that_is_told_twice_is_answered_once() throws Exception {
        var plot = plot("A-01", 0);
        var lead = signedLead("甲项目");
        preferences.choose(lead, plot);
        var move = UUID.randomUUID();

        told(lead, move);
        reservations.release(reservations.ofLead(lead).getFirst().id(), "改选其他地块");
        told(lead, move);

        assertThat(reservations.ofLead(lead))
                .extracting(ReservationLine::state)
                .containsExactly(ReservationState.RELEASED);
        told(lead, UUID.randomUUID());
        assertThat(reservations.ofLead(lead)).hasSize(2);
    }

    @Test
    void events_that_come_twice_at_once_leave_one_task_and_one_notice() throws Exception {
        var plot = plot("A-01", 0);
        reservations.reserve(plot, lead("乙项目"), SOON, false);
        var lead = signedLead("甲项目");
        preferences.choose(lead, plot);
        var move = UUID.randomUUID();
        var start = new CountDownLatch(1);
        var answered = new AtomicInteger();
        Callable<Integer> once =
                () -> {
                    told(lead, move);
                    return answered.incrementAndGet();
                };
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                pool.submit(() -> {
                    start.await();
                    return zones.in(ZONE, once);
                });
            }
            start.countDown();
        }

        assertThat(answered).hasValue(8);
        assertThat(tasks.open(null, 9).items()).hasSize(1);
        assertThat(notices()).containsExactly("signing-staff plots.notice.reservationTask A-01");
        assertThat(leadDirectory.details(lead).stage()).isEqualTo(LeadStage.SIGNED);
    }

    @Test
    void where_nothing_can_be_held_the_contract_stands_and_somebody_gets_a_task() throws Exception {
        var held = plot("A-01", 0);
        var supplied = plot("A-02", 400);
        var lead = signedLead("甲项目");
        reservations.reserve(held, lead("乙项目"), SOON, false);
        preferences.choose(lead, held);
        preferences.choose(lead, supplied);
        owner("update plots.plot set state = 'SUPPLIED' where id = '" + supplied.value() + "'");

        told(lead, UUID.randomUUID());

        var task = tasks.open(null, 10).items().getFirst();
        assertThat(task.plot()).isEqualTo(held);
        assertThat(task.reason()).isEqualTo(ReservationTaskReason.HELD);
        assertThat(task.leadName()).isEqualTo("甲项目");
        assertThat(reservations.ofLead(lead)).isEmpty();
        assertThat(leadDirectory.details(lead).stage()).isEqualTo(LeadStage.SIGNED);

        assertThatThrownBy(() -> tasks.done(task.id(), " ")).isInstanceOf(PlotFieldsRefused.class);
        assertThatThrownBy(() -> tasks.done(task.id(), "长".repeat(1001)))
                .isInstanceOf(PlotFieldsRefused.class);
        tasks.done(task.id(), "改供三号地块");
        assertThat(tasks.open(null, 10).items()).isEmpty();
        assertThatThrownBy(() -> tasks.done(task.id(), "再办一次"))
                .isInstanceOf(UnknownReservationTask.class);
        assertThat(directory.history(held, null, 10))
                .anySatisfy(one -> assertThat(one.act()).isEqualTo("taskDone"));
    }

    @Test
    void a_task_is_done_once_a_plot_is_held_for_its_lead() throws Exception {
        var held = plot("A-01", 0);
        var lead = signedLead("甲项目");
        reservations.reserve(held, lead("乙项目"), SOON, false);
        preferences.choose(lead, held);
        told(lead, UUID.randomUUID());
        assertThat(tasks.open(null, 10).items()).hasSize(1);

        reservations.reserve(held, lead, SOON, true);
        assertThat(tasks.open(null, 10).items()).as("only waiting").hasSize(1);

        reservations.release(reservations.of(held).getFirst().id(), null);
        assertThat(tasks.open(null, 10).items()).as("let in").isEmpty();
        assertThat(directory.history(held, null, 10))
                .anySatisfy(one -> assertThat(one.act()).isEqualTo("taskDone"));
    }

    @Test
    void tasks_come_page_by_page_the_newest_first() throws Exception {
        var plot = plot("A-01", 0);
        reservations.reserve(plot, lead("乙项目"), SOON, false);
        for (var name : List.of("一项目", "二项目", "三项目")) {
            var lead = signedLead(name);
            preferences.choose(lead, plot);
            told(lead, UUID.randomUUID());
        }

        var first = tasks.open(null, 2);
        var second = tasks.open(first.next(), 2);

        assertThat(first.items())
                .extracting(ReservationTask::leadName)
                .containsExactly("三项目", "二项目");
        assertThat(second.items()).extracting(ReservationTask::leadName).containsExactly("一项目");
        assertThat(second.next()).isNull();
    }

    @Test
    void who_ended_or_chose_nothing_or_holds_a_plot_gets_neither_plot_nor_task() throws Exception {
        var plot = plot("A-01", 0);
        var other = plot("A-02", 400);
        var ended = signedLead("终止项目");
        preferences.choose(ended, plot);
        leadMoves.putAside(ended, LeadState.ENDED, "投资方放弃");
        var holding = signedLead("已有地项目");
        preferences.choose(holding, plot);
        reservations.reserve(other, holding, SOON, false);
        var choosing = signedLead("未选地项目");

        for (var lead : List.of(ended, holding, choosing)) {
            told(lead, UUID.randomUUID());
        }

        assertThat(reservations.of(plot)).isEmpty();
        assertThat(tasks.open(null, 10).items()).isEmpty();
    }

    @Test
    void of_a_confidential_lead_a_task_tells_the_plot_alone() throws Exception {
        var plot = plot("A-01", 0);
        reservations.reserve(plot, lead("乙项目"), SOON, false);
        var secret = signedLead("保密项目");
        preferences.choose(secret, plot);
        owner("update leads.lead set confidential = true where id = '" + secret.value() + "'");

        SystemActing.inTenant(
                zones.zone(ZONE),
                () -> {
                    told(secret, UUID.randomUUID());
                    return true;
                });

        assertThat(tasks.open(null, 10).items())
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.lead()).isNull();
                    assertThat(task.leadName()).isNull();
                    assertThat(task.plotNumber()).isEqualTo("A-01");
                });
        assertThat(notices()).containsExactly("signing-staff plots.notice.reservationTask A-01");
        assertThatThrownBy(() -> preferences.of(secret)).isInstanceOf(UnknownLead.class);
        assertThatThrownBy(() -> preferences.choose(secret, plot)).isInstanceOf(UnknownLead.class);
    }

    @Test
    void plots_are_chosen_in_an_order_at_most_five_and_withdrawn_again() throws Exception {
        var lead = lead("甲项目");
        for (int i = 0; i < PlotPreferences.MOST; i++) {
            preferences.choose(lead, plot("A-0" + i, i * 400));
        }
        var sixth = plot("A-09", 4000);
        assertThatThrownBy(() -> preferences.choose(lead, sixth))
                .isInstanceOf(PreferenceRefused.class);
        var second = preferences.of(lead).get(1).plot();

        preferences.choose(lead, second);
        preferences.withdraw(lead, second);
        preferences.withdraw(lead, second);

        assertThat(preferences.of(lead))
                .extracting(one -> one.place() + " " + one.number())
                .containsExactly("1 A-00", "2 A-02", "3 A-03", "4 A-04");
        preferences.choose(lead, sixth);
        assertThat(preferences.of(lead).getLast().plot()).isEqualTo(sixth);
        owner("update plots.plot set state = 'SUPPLIED' where id = '" + second.value() + "'");
        preferences.withdraw(lead, sixth);
        assertThatThrownBy(() -> preferences.choose(lead, second))
                .isInstanceOf(PreferenceRefused.class);
    }

    @Test
    void ground_is_only_reached_with_a_plot_supplied_to_the_lead() throws Exception {
        var plot = plot("A-01", 0);
        var lead = signedLead("甲项目");
        var other = signedLead("乙项目");
        reservations.reserve(plot, lead, SOON, false);
        assertThat(refusing(lead)).contains(Gate.LAND_SUPPLIED);
        assertThatThrownBy(() -> leadMoves.move(lead, MoveOrder.to(LeadStage.LAND)))
                .isInstanceOf(LeadGatesRefused.class);

        // supplied, and the hold that led to it was used; not taken back since
        owner("update plots.plot set state = 'SUPPLIED' where id = '" + plot.value() + "'");
        owner(
                "update plots.reservation set state = 'USED', ended_at = now() where plot_id = '"
                        + plot.value()
                        + "'");
        assertThat(refusing(lead)).doesNotContain(Gate.LAND_SUPPLIED);
        assertThat(refusing(other)).contains(Gate.LAND_SUPPLIED);
        owner("update plots.plot set state = 'RECOVERED' where id = '" + plot.value() + "'");
        assertThat(refusing(lead)).contains(Gate.LAND_SUPPLIED);

        leadMoves.move(lead, new MoveOrder(LeadStage.LAND, "园区主任办公会议定", true, attached(lead)));
        assertThat(leadDirectory.details(lead).stage()).isEqualTo(LeadStage.LAND);
        assertThat(leadDirectory.moves(lead).getLast().overridden()).contains(Gate.LAND_SUPPLIED);
    }

    @Test
    void another_zone_sees_nothing() throws Exception {
        var plot = plot("A-01", 0);
        reservations.reserve(plot, lead("乙项目"), SOON, false);
        var lead = signedLead("甲项目");
        preferences.choose(lead, plot);
        told(lead, UUID.randomUUID());
        var task = tasks.open(null, 10).items().getFirst().id();

        zones.in(
                "luzhou",
                () -> {
                    assertThat(tasks.open(null, 10).items()).isEmpty();
                    assertThatThrownBy(() -> tasks.done(task, "已办"))
                            .isInstanceOf(UnknownReservationTask.class);
                    assertThatThrownBy(() -> preferences.of(lead)).isInstanceOf(UnknownLead.class);
                    var own = leads.register(LeadDraft.named("泸州项目").profile(), true);
                    assertThatThrownBy(() -> preferences.choose(own, plot))
                            .isInstanceOf(UnknownPlot.class);
                    assertThat(jdbc.queryForList("select 1 from plots.reservation_task")).isEmpty();
                    return CurrentTenant.get();
                });
        assertThat(tasks.open(null, 10).items()).hasSize(1);
    }

    private List<Gate> refusing(LeadId lead) {
        return leadMoves.refusing(lead, LeadStage.LAND).stream().map(RefusedGate::gate).toList();
    }

    /** As the reaction does, in one transaction. */
    private void told(LeadId lead, UUID move) {
        new TransactionTemplate(transactions).executeWithoutResult(t -> signed.reserve(lead, move));
    }

    private LeadId lead(String name) {
        return leads.register(LeadDraft.named(name).profile(), true);
    }

    /** As if it had signed long ago: no event tells of it. */
    private LeadId signedLead(String name) throws Exception {
        var lead = lead(name);
        owner("update leads.lead set stage = 'SIGNED' where id = '" + lead.value() + "'");
        return lead;
    }

    private void sign(LeadId lead) throws Exception {
        leadMoves.move(lead, new MoveOrder(LeadStage.SIGNED, "园区主任办公会议定", true, attached(lead)));
    }

    private UUID attached(LeadId lead) throws Exception {
        return attachments
                .attach(
                        LeadRecords.of(lead),
                        "会议纪要.txt",
                        new ByteArrayInputStream("会议纪要".getBytes(StandardCharsets.UTF_8)))
                .id()
                .value();
    }

    private PlotId plot(String number, int east) {
        return registration.register(
                Papers.of(number), PlotLineageTest.square(442_000 + east, 3_442_200, 200, 200));
    }

    private List<String> notices() {
        return zones.in(
                ZONE,
                () ->
                        new TransactionTemplate(transactions)
                                .execute(t ->
                                        jdbc.queryForList(
                                                "select username || ' ' || message_key || ' ' || array_to_string(arguments, ', ') from notices.notice order by 1",
                                                String.class)));
    }

    private void owner(String statement) throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute(
                    "select set_config('app.tenant_id', '"
                            + zones.zone(ZONE).value()
                            + "', false)");
            sql.execute(statement);
        }
    }
}
