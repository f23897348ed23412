package org.kaiyuan.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.kaiyuan.leads.LeadDirectory;
import org.kaiyuan.leads.LeadDraft;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadLandEvidence;
import org.kaiyuan.leads.LeadMerge;
import org.kaiyuan.leads.LeadRegistration;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.testing.ActAsZone;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reservations beside contracts, and beside others who change them at the same time. */
@ActAsZone("deyang")
class PlotReservationsTest extends SupplyGround {
    @Autowired PlotReservations reservations;
    @Autowired ReservationKeeping keeping;
    @Autowired ReservationTimes times;
    @Autowired SupplyRulesKeeping rules;
    @Autowired LeadRegistration leads;
    @Autowired LeadDirectory leadDirectory;
    @Autowired LeadMerge merge;
    @Autowired PlotPreferences preferences;
    @Autowired LeadLandEvidence evidence;
    @Autowired PlatformTransactionManager transactions;

    @Test
    void a_plot_that_is_contracted_with_another_lead_is_held_for_nobody_else() {
        open();
        var id = announced("A-01", 1);
        var first = lead("甲项目");
        contracts.sign(id, named(note("A-01", TODAY), first));

        refused(
                () -> reservations.reserve(id, lead("乙项目"), TODAY.plusDays(30), true),
                "contracted");

        reservations.reserve(id, first, TODAY.plusDays(30), false);
        assertThat(state(first)).isEqualTo(ReservationState.HELD);
    }

    @Test
    void no_contract_is_signed_past_the_lead_that_holds_the_plot() {
        open();
        var id = announced("A-01", 1);
        var first = lead("甲项目");
        reservations.reserve(id, first, TODAY.plusDays(30), false);

        refused(() -> contracts.sign(id, note("A-01", TODAY)), "heldAgainstContract");
        refused(
                () -> contracts.sign(id, named(note("A-01", TODAY), lead("乙项目"))),
                "heldAgainstContract");

        contracts.sign(id, named(note("A-01", TODAY), first));
        refused(() -> contracts.amend(id, 0, note("A-01", TODAY), "改"), "heldAgainstContract");
    }

    @Test
    void who_waits_does_not_get_a_plot_that_is_contracted_beside_them_until_the_contract_ends() {
        open();
        var id = announced("A-01", 1);
        var first = lead("甲项目");
        var second = lead("乙项目");
        var held = reservations.reserve(id, first, TODAY.plusDays(30), false);
        reservations.reserve(id, second, TODAY.plusDays(30), true);
        contracts.sign(id, named(note("A-01", TODAY), first));

        reservations.release(held, null);
        assertThat(state(second)).isEqualTo(ReservationState.QUEUED);

        contracts.end(id, 0, TODAY, "双方协商解除");
        assertThat(state(second)).isEqualTo(ReservationState.HELD);
    }

    @Test
    void what_a_running_contract_names_does_not_run_out() throws Exception {
        open();
        var id = announced("A-01", 1);
        var first = lead("甲项目");
        var second = lead("乙项目");
        reservations.reserve(id, first, TODAY.plusDays(30), false);
        reservations.reserve(id, second, TODAY.plusDays(30), true);
        contracts.sign(id, named(note("A-01", TODAY), first));
        owner("update plots.reservation set until_day = current_date - 2");

        times();
        assertThat(state(first)).isEqualTo(ReservationState.HELD);
        assertThat(state(second)).isEqualTo(ReservationState.EXPIRED);

        contracts.end(id, 0, TODAY, "双方协商解除");
        times();
        assertThat(state(first)).isEqualTo(ReservationState.EXPIRED);
    }

    @Test
    void what_a_lead_had_goes_to_the_one_that_it_becomes_part_of() {
        open();
        var held = plot("A-01", 1);
        var both = plot("A-02", 2);
        var wanted = plot("A-03", 3);
        var contracted = announced("A-04", 4);
        var gone = lead("甲项目");
        var survivor = lead("甲项目（重复）");
        reservations.reserve(held, gone, TODAY.plusDays(30), false);
        reservations.reserve(both, gone, TODAY.plusDays(30), false);
        reservations.reserve(both, survivor, TODAY.plusDays(30), true);
        preferences.choose(survivor, held);
        preferences.choose(gone, held);
        preferences.choose(gone, wanted);
        contracts.sign(contracted, named(note("A-04", TODAY), gone));

        merge.merge(
                survivor,
                leadDirectory.details(survivor).version(),
                gone,
                leadDirectory.details(gone).version(),
                Set.of());

        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(preferences.of(survivor)).hasSize(2));
        assertThat(preferences.of(survivor))
                .extracting(PreferenceLine::plot)
                .containsExactly(held, wanted);
        assertThat(reservations.ofLead(survivor))
                .filteredOn(line -> line.state() == ReservationState.HELD)
                .hasSize(2);
        assertThat(reservations.of(both))
                .filteredOn(line ->
                        line.state() == ReservationState.HELD
                                || line.state() == ReservationState.QUEUED)
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.state()).isEqualTo(ReservationState.HELD);
                    assertThat(line.lead()).isEqualTo(survivor.value());
                });
        assertThat(contracts.running(contracted).orElseThrow().note().leadId())
                .isEqualTo(survivor.value());
    }

    @Test
    void who_waits_is_let_in_when_the_contract_comes_to_name_them() {
        open();
        var id = announced("A-01", 1);
        var first = lead("甲项目");
        var second = lead("乙项目");
        var held = reservations.reserve(id, first, TODAY.plusDays(30), false);
        reservations.reserve(id, second, TODAY.plusDays(30), true);
        contracts.sign(id, named(note("A-01", TODAY), first));
        reservations.release(held, null);
        assertThat(state(second)).isEqualTo(ReservationState.QUEUED);

        contracts.amend(id, 0, named(note("A-01", TODAY), second), "改由乙项目使用");

        assertThat(state(second)).isEqualTo(ReservationState.HELD);
    }

    /** Who was told too early is found an hour later. */
    @Test
    void what_a_merged_lead_holds_goes_to_the_survivor_whenever_it_came() throws Exception {
        var id = plot("A-01", 1);
        var gone = lead("甲项目");
        var survivor = lead("甲项目（重复）");
        reservations.reserve(id, gone, TODAY.plusDays(30), false);
        owner(
                "update leads.lead set merged_into = '%s' where id = '%s'"
                        .formatted(survivor.value(), gone.value()));

        times();

        assertThat(state(survivor)).isEqualTo(ReservationState.HELD);
    }

    @Test
    void who_waits_waits_until_their_day_only() throws Exception {
        var id = plot("A-01", 1);
        var first = lead("甲项目");
        var second = lead("乙项目");
        reservations.reserve(id, first, TODAY.plusDays(30), false);
        reservations.reserve(id, second, TODAY.plusDays(30), true);
        owner("update plots.reservation set until_day = current_date - 2 where state = 'QUEUED'");

        times();

        assertThat(state(second)).isEqualTo(ReservationState.EXPIRED);
        assertThat(state(first)).isEqualTo(ReservationState.HELD);
    }

    @Test
    void a_day_is_only_put_off_and_only_where_no_contract_stands_against_it() {
        open();
        var id = announced("A-01", 1);
        var first = lead("甲项目");
        var held = reservations.reserve(id, first, TODAY.plusDays(30), false);
        var waiting = reservations.reserve(id, lead("乙项目"), TODAY.plusDays(30), true);

        refused(() -> reservations.extend(held, TODAY.plusDays(29)), "notLonger");
        refused(() -> reservations.extend(held, TODAY.plusDays(30)), "notLonger");
        reservations.extend(held, TODAY.plusDays(31));
        contracts.sign(id, named(note("A-01", TODAY), first));
        reservations.extend(held, TODAY.plusDays(32));

        refused(() -> reservations.extend(waiting, TODAY.plusDays(60)), "contracted");
        assertThat(reservations.ofLead(first).getFirst().until()).isEqualTo(TODAY.plusDays(32));
    }

    @Test
    void an_extension_that_comes_while_reservations_run_out_is_kept() throws Exception {
        var id = plot("A-01", 1);
        var first = lead("甲项目");
        reservations.reserve(id, first, TODAY.plusDays(30), false);
        owner("update plots.reservation set until_day = current_date - 2");

        whileLocked(
                id,
                () -> asSystem(times::run),
                "update plots.reservation set until_day = current_date + 60");

        assertThat(state(first)).isEqualTo(ReservationState.HELD);
    }

    @Test
    void who_was_promoted_meanwhile_and_ends_makes_room_for_the_next() throws Exception {
        var id = plot("A-01", 1);
        var first = lead("甲项目");
        var second = lead("乙项目");
        var third = lead("丙项目");
        reservations.reserve(id, first, TODAY.plusDays(30), false);
        reservations.reserve(id, second, TODAY.plusDays(30), true);
        reservations.reserve(id, third, TODAY.plusDays(30), true);
        ended(second);

        whileLocked(
                id,
                () ->
                        asSystem(() ->
                                new TransactionTemplate(transactions)
                                        .executeWithoutResult(
                                                t -> keeping.releaseUnlessPursued(second))),
                "update plots.reservation set state = 'RELEASED', ended_at = now() where state = 'HELD'",
                "update plots.reservation set state = 'HELD' where lead_id = '%s'"
                        .formatted(second.value()));

        assertThat(state(second)).isEqualTo(ReservationState.RELEASED);
        assertThat(state(third)).isEqualTo(ReservationState.HELD);
    }

    @Test
    void nothing_is_held_for_a_lead_that_ended_while_it_waited() throws Exception {
        var id = plot("A-01", 1);
        var first = lead("甲项目");

        assertThatThrownBy(() ->
                        whileLocked(
                                id,
                                () ->
                                        zones.in(
                                                "deyang",
                                                () ->
                                                        reservations.reserve(
                                                                id,
                                                                first,
                                                                TODAY.plusDays(30),
                                                                false)),
                                "update leads.lead set state = 'ENDED' where id = '%s'"
                                        .formatted(first.value())))
                .rootCause()
                .isInstanceOfSatisfying(
                        ReservationRefused.class,
                        refused ->
                                assertThat(refused.messageKey())
                                        .isEqualTo("plots.refusal.reservation.leadEnded"));
    }

    @Test
    void what_an_ended_lead_still_holds_is_found_by_the_hour() throws Exception {
        var id = plot("A-01", 1);
        var first = lead("甲项目");
        var second = lead("乙项目");
        reservations.reserve(id, first, TODAY.plusDays(30), false);
        reservations.reserve(id, second, TODAY.plusDays(30), true);
        ended(first);

        times();

        assertThat(state(first)).isEqualTo(ReservationState.RELEASED);
        assertThat(state(second)).isEqualTo(ReservationState.HELD);
    }

    @Test
    void why_it_was_given_up_fits_what_is_kept() {
        var first = lead("甲项目");
        var held = reservations.reserve(plot("A-01", 1), first, TODAY.plusDays(30), false);

        PlotSupplyTest.refused(() -> reservations.release(held, "长".repeat(501)), "reason");
        reservations.release(held, "改选\u0000其他地块");

        assertThat(reservations.ofLead(first).getFirst().endReason()).isEqualTo("改选其他地块");
    }

    @Test
    void ground_that_was_taken_back_and_supplied_to_another_is_nobodys_evidence_any_more()
            throws Exception {
        open();
        rules.decide(PlotSupplyTest.without(SupplyRules.DEFAULT), 0);
        var first = lead("甲项目");
        var second = lead("乙项目");
        var id = announced("A-01", 1);
        reservations.reserve(id, first, TODAY.plusDays(30), false);
        move(id, PlotState.SUPPLIED);
        assertThat(isSupplied(first)).isTrue();

        move(id, PlotState.RECOVERED, PlotState.RESERVE, PlotState.APPROVED, PlotState.ANNOUNCED);
        reservations.reserve(id, second, TODAY.plusDays(30), false);
        move(id, PlotState.SUPPLIED);

        assertThat(isSupplied(first)).isFalse();
        assertThat(isSupplied(second)).isTrue();
    }

    @Test
    void ground_whose_contract_ended_and_that_another_signed_for_is_the_others() {
        open();
        var first = lead("甲项目");
        var second = lead("乙项目");
        var id = announced("A-01", 1);
        reservations.reserve(id, first, TODAY.plusDays(30), false);
        contracts.sign(id, named(note("A-01", TODAY), first));
        move(id, PlotState.SUPPLIED);
        assertThat(isSupplied(first)).isTrue();

        contracts.end(id, 0, TODAY, "双方协商解除");
        assertThat(isSupplied(first)).isFalse();
        contracts.sign(id, named(note("A-02", TODAY), second));

        assertThat(isSupplied(first)).isFalse();
        assertThat(isSupplied(second)).isTrue();
    }

    @Test
    void another_zone_sees_nothing() {
        var held = reservations.reserve(plot("A-01", 1), lead("甲项目"), TODAY.plusDays(30), false);

        zones.in(
                "luzhou",
                () -> {
                    assertThatThrownBy(() -> reservations.extend(held, TODAY.plusDays(60)))
                            .isInstanceOf(UnknownReservation.class);
                    return 0;
                });
    }

    /** Somebody else has the plot until the work waits for it, and changes something before they let go. */
    private void whileLocked(PlotId id, Callable<?> work, String... meanwhile) throws Exception {
        try (var owner = servers.asOwner();
                var pool = Executors.newSingleThreadExecutor()) {
            owner.setAutoCommit(false);
            try (var sql = owner.createStatement()) {
                sql.execute(
                        "select set_config('app.tenant_id', '%d', false)"
                                .formatted(zones.zone("deyang").value()));
                sql.execute(
                        "select 1 from plots.plot where id = '%s' for update"
                                .formatted(id.value()));
            }
            var working = pool.submit(work);
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> isWaitedFor(owner));
            try (var sql = owner.createStatement()) {
                for (var statement : meanwhile) {
                    sql.execute(statement);
                }
            }
            owner.commit();
            try {
                working.get();
            } catch (ExecutionException failed) {
                throw new IllegalStateException(failed.getCause());
            }
        }
    }

    private static boolean isWaitedFor(Connection owner) throws SQLException {
        try (var sql = owner.createStatement();
                var rows =
                        sql.executeQuery(
                                "select 1 from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))")) {
            return rows.next();
        }
    }

    private int asSystem(Runnable work) {
        return SystemActing.inTenant(
                zones.zone("deyang"),
                () -> {
                    work.run();
                    return 0;
                });
    }

    private void times() {
        asSystem(times::run);
    }

    private boolean isSupplied(LeadId lead) {
        return Objects.requireNonNull(
                new TransactionTemplate(transactions).execute(t -> evidence.isSupplied(lead)));
    }

    private void ended(LeadId lead) throws Exception {
        owner("update leads.lead set state = 'ENDED' where id = '%s'".formatted(lead.value()));
    }

    private ReservationState state(LeadId lead) {
        return reservations.ofLead(lead).getFirst().state();
    }

    private LeadId lead(String name) {
        return leads.register(LeadDraft.named(name).profile(), true);
    }

    private static void refused(ThrowingCallable attempt, String why) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        ReservationRefused.class,
                        refused ->
                                assertThat(refused.messageKey())
                                        .isEqualTo("plots.refusal.reservation." + why));
    }
}
