package org.kaiyuan.plots;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadDirectory;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadState;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.plots.domain.Plot;
import org.kaiyuan.plots.domain.Plots;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How reservations end, whoever ends them: a person, their day, their lead, a supply. Each ends once, and whoever
 * waits longest holds the plot then.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ReservationKeeping {
    private static final String ALIVE = "state in ('QUEUED', 'HELD')";

    private static final String OVER =
            """
            until_day < ? and not exists (
                select from plots.supply_contract c
                where c.tenant_id = plots.reservation.tenant_id and c.plot_id = plots.reservation.plot_id
                  and c.lead_id = plots.reservation.lead_id and c.ended_on is null)\
            """;

    static final int AT_ONCE = 200;

    private final Plots plots;
    private final LeadDirectory leads;
    private final ReservationTaskBook tasks;
    private final JdbcTemplate jdbc;
    private final ChangeHistory history;
    private final CurrentPerson person;
    private final Clock clock;

    ReservationKeeping(
            Plots plots,
            LeadDirectory leads,
            ReservationTaskBook tasks,
            JdbcTemplate jdbc,
            ChangeHistory history,
            CurrentPerson person,
            Clock clock) {
        this.plots = plots;
        this.leads = leads;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.history = history;
        this.person = person;
        this.clock = clock;
    }

    /** What of a reservation is kept. */
    record Kept(UUID id, PlotId plot, LeadId lead, ReservationState state, LocalDate until) {}

    /** Holds the plot for the lead, or lets it wait; the caller holds the plot and knows that it may. */
    UUID begin(PlotId plot, LeadId lead, ReservationState state, LocalDate until) {
        var reservation = UuidV7.next();
        jdbc.update(
                """
                insert into plots.reservation
                    (tenant_id, id, plot_id, lead_id, state, until_day, made_at, made_by, made_name)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                CurrentTenant.get().value(),
                reservation,
                plot.value(),
                lead.value(),
                state.name(),
                until,
                Timestamp.from(clock.instant()),
                person.username(),
                person.displayName());
        record(plot, state == ReservationState.HELD ? "reserved" : "queued", until);
        if (state == ReservationState.HELD) {
            answered(lead);
        }
        return reservation;
    }

    /** Who waits holds it from now on; the caller holds the plot, and nobody else holds it. */
    void promote(Kept waiting, LocalDate until) {
        jdbc.update(
                "update plots.reservation set state = 'HELD', until_day = ?, version = version + 1 where id = ?",
                until,
                waiting.id());
        record(waiting.plot(), "reserved", until);
        answered(waiting.lead());
    }

    /** A plot is held for the lead: what somebody was to see to for it is done. */
    void answered(LeadId lead) {
        tasks.done("p.number", "t.lead_id = ?", lead.value());
    }

    /**
     * Ends everything that a lead holds or waits for when it is pursued no more; what became part of another lead is
     * that one's ({@link LeadLinks}). Harmless when told twice.
     */
    public void releaseUnlessPursued(LeadId lead) {
        var alive = find(ALIVE + " and lead_id = ?", lead.value());
        if (alive.isEmpty() || isPursued(lead) || leads.survivorOf(lead).isPresent()) {
            return;
        }
        endEach(alive, "true", ReservationState.RELEASED);
    }

    /**
     * Ends what has run out, but not what a running contract names: that ends with the supply. At most 200.
     *
     * @return how many have ended
     */
    int expire() {
        var today = LocalDate.now(clock);
        return endEach(
                find(ALIVE + " and " + OVER + " order by until_day, id limit " + AT_ONCE, today),
                OVER,
                ReservationState.EXPIRED,
                today);
    }

    boolean isPursued(LeadId lead) {
        return leads.rows(List.of(lead)).stream().anyMatch(row -> row.state() == LeadState.ACTIVE);
    }

    /**
     * The plot was supplied, and is nobody else's any more; the caller holds it. Who held it has used it, unless the
     * contract names another lead.
     */
    void supplied(PlotId plot) {
        for (var one : find(ALIVE + " and plot_id = ?", plot.value())) {
            boolean used =
                    one.state() == ReservationState.HELD && !isContractedBeside(plot, one.lead());
            finish(one, used ? ReservationState.USED : ReservationState.RELEASED, null);
        }
    }

    /**
     * No contract is signed past the lead that holds the plot; the caller holds it, too.
     *
     * @param lead the one that the contract names
     * @throws ReservationRefused when another lead holds it
     */
    void refuseContract(PlotId plot, @Nullable UUID lead) {
        find("state = 'HELD' and plot_id = ?", plot.value()).stream()
                .filter(held -> !held.lead().value().equals(lead))
                .findFirst()
                .ifPresent(held -> {
                    throw ReservationRefused.heldAgainstContract(held.until());
                });
    }

    /** Whether a contract runs for the plot that does not name this lead. */
    boolean isContractedBeside(PlotId plot, LeadId lead) {
        return !jdbc.queryForList(
                        """
                        select 1 from plots.supply_contract
                        where plot_id = ? and ended_on is null and lead_id is distinct from ?\
                        """,
                        plot.value(),
                        lead.value())
                .isEmpty();
    }

    /** What kept others away is gone: where nobody holds the plot, whoever waits longest does. The caller holds it, too. */
    void letIn(PlotId plot) {
        if (find("state = 'HELD' and plot_id = ?", plot.value()).isEmpty()) {
            next(plot);
        }
    }

    /** Ends one; the caller holds its plot. */
    void end(Kept one, ReservationState state, @Nullable String reason) {
        if (finish(one, state, reason) && one.state() == ReservationState.HELD) {
            next(one.plot());
        }
    }

    List<Kept> find(String which, Object... arguments) {
        return jdbc.query(
                "select id, plot_id, lead_id, state, until_day from plots.reservation where "
                        + which,
                (row, n) ->
                        new Kept(
                                row.getObject(1, UUID.class),
                                new PlotId(row.getObject(2, UUID.class)),
                                new LeadId(row.getObject(3, UUID.class)),
                                ReservationState.valueOf(row.getString(4)),
                                row.getObject(5, LocalDate.class)),
                arguments);
    }

    /** Without the lead, which not everybody may see who reads the plot's history. */
    void record(PlotId plot, String act, LocalDate until) {
        history.record(
                Plot.SUBJECT,
                plot.value(),
                act,
                List.of(new FieldChange("until", null, until.toString())));
    }

    /**
     * In the order of their plots, so that two who end many never wait for each other. Each is looked at again once
     * nobody else can touch it: it may have been extended, promoted or ended meanwhile.
     *
     * @param still what must be so of each then
     * @return how many have ended
     */
    private int endEach(List<Kept> all, String still, ReservationState state, Object... arguments) {
        int ended = 0;
        for (var one :
                all.stream().sorted(Comparator.comparing(kept -> kept.plot().value())).toList()) {
            plots.hold(one.plot());
            for (var now :
                    find(ALIVE + " and " + still + " and id = ?", with(arguments, one.id()))) {
                end(now, state, null);
                ended++;
            }
        }
        return ended;
    }

    private static Object[] with(Object[] arguments, Object last) {
        var all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = last;
        return all;
    }

    private boolean finish(Kept one, ReservationState state, @Nullable String reason) {
        int ended =
                jdbc.update(
                        """
                        update plots.reservation
                        set state = ?, ended_at = ?, end_reason = ?, version = version + 1
                        where id = ? and state in ('QUEUED', 'HELD')\
                        """,
                        state.name(),
                        Timestamp.from(clock.instant()),
                        reason,
                        one.id());
        if (ended > 0) {
            record(
                    one.plot(),
                    switch (state) {
                        case USED -> "used";
                        case EXPIRED -> "expired";
                        default -> "released";
                    },
                    one.until());
        }
        return ended > 0;
    }

    /** Nobody is let in past a contract that runs for somebody else. */
    private void next(PlotId plot) {
        jdbc.query(
                """
                update plots.reservation set state = 'HELD', version = version + 1
                where id = (select w.id from plots.reservation w where w.plot_id = ? and w.state = 'QUEUED'
                            and w.until_day >= ? and not exists (
                                select from plots.supply_contract c
                                where c.tenant_id = w.tenant_id and c.plot_id = w.plot_id and c.ended_on is null
                                  and c.lead_id is distinct from w.lead_id)
                            order by w.made_at, w.id limit 1)
                returning until_day, lead_id\
                """,
                row -> {
                    record(plot, "reserved", row.getObject(1, LocalDate.class));
                    answered(new LeadId(row.getObject(2, UUID.class)));
                },
                plot.value(),
                LocalDate.now(clock));
    }
}
