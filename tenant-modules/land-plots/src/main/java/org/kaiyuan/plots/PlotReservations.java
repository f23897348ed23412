package org.kaiyuan.plots;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadDirectory;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.leads.LeadRow;
import org.kaiyuan.leads.LeadState;
import org.kaiyuan.plots.domain.Faults;
import org.kaiyuan.plots.domain.Plots;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holding a plot for a lead: one at a time, until a day; whoever comes later may queue. The database itself
 * lets no two hold one plot.
 */
@Service
@Transactional
public class PlotReservations {
    /** A reservation lasts at most so long before somebody has to say again that it is meant. */
    public static final int MOST_DAYS = 180;

    private static final int MOST = 200;

    private final Plots plots;
    private final LeadDirectory leads;
    private final JdbcTemplate jdbc;
    private final ReservationKeeping keeping;
    private final Clock clock;

    PlotReservations(
            Plots plots,
            LeadDirectory leads,
            JdbcTemplate jdbc,
            ReservationKeeping keeping,
            Clock clock) {
        this.plots = plots;
        this.leads = leads;
        this.jdbc = jdbc;
        this.keeping = keeping;
        this.clock = clock;
    }

    /**
     * Holds the plot for the lead; of many who try at once, one gets it.
     *
     * @param until the last day, at most 180 days ahead
     * @param queue whether to wait where another lead holds it
     * @return its id; {@link ReservationState#QUEUED} where it waits
     * @throws UnknownPlot when there is none
     * @throws org.kaiyuan.leads.UnknownLead when there is none that may be seen
     * @throws PlotHasEnded when others took its place
     * @throws ReservationRefused when it is held and {@code queue} is false, held or waited for by this lead
     *     already, not open any more, contracted without this lead, or the lead is not pursued
     */
    @PreAuthorize("hasAllRoles('" + PlotPermissions.RESERVE + "', '" + LeadPermissions.READ + "')")
    public UUID reserve(PlotId id, LeadId leadId, LocalDate until, boolean queue) {
        refuseDay(until);
        var lead = leads.details(leadId);
        if (lead.state() != LeadState.ACTIVE) {
            throw ReservationRefused.leadEnded();
        }
        var plot = plots.hold(id); // whoever else wants it waits here
        if (!keeping.isPursued(leadId)) { // it may have ended while this waited
            throw ReservationRefused.leadEnded();
        }
        plot.refuseEnded();
        if (!plot.state().isOpen()) {
            throw ReservationRefused.notOpen(plot.state());
        }
        if (keeping.isContractedBeside(id, leadId)) {
            throw ReservationRefused.contracted();
        }
        var alive = keeping.find("plot_id = ? and state in ('QUEUED', 'HELD')", id.value());
        if (alive.stream().anyMatch(one -> one.lead().equals(leadId))) {
            throw ReservationRefused.twice();
        }
        var holder = alive.stream().filter(one -> one.state() == ReservationState.HELD).findFirst();
        if (holder.isPresent() && !queue) {
            throw ReservationRefused.held(holder.get().until());
        }
        var state = holder.isPresent() ? ReservationState.QUEUED : ReservationState.HELD;
        return keeping.begin(id, leadId, state, until);
    }

    /**
     * Holds it longer; never shorter, so that nobody takes days away whom an older page misled.
     *
     * @throws UnknownReservation when there is none
     * @throws ReservationRefused when it has ended, for a day that is past, too far or no later than it is, or when a
     *     contract runs that does not name its lead
     */
    @PreAuthorize("hasRole('" + PlotPermissions.RESERVE + "')")
    public void extend(UUID reservation, LocalDate until) {
        refuseDay(until);
        var kept = hold(reservation);
        if (!until.isAfter(kept.until())) {
            throw ReservationRefused.notLonger(kept.until());
        }
        if (keeping.isContractedBeside(kept.plot(), kept.lead())) {
            throw ReservationRefused.contracted();
        }
        jdbc.update(
                "update plots.reservation set until_day = ?, extended = extended + 1, version = version + 1 where id = ?",
                until,
                reservation);
        keeping.record(kept.plot(), "extended", until);
    }

    /**
     * Gives it up; whoever waits longest holds the plot then.
     *
     * @throws UnknownReservation when there is none
     * @throws ReservationRefused when it has ended
     * @throws PlotFieldsRefused for a reason of more than 500 characters
     */
    @PreAuthorize("hasRole('" + PlotPermissions.RESERVE + "')")
    public void release(UUID reservation, @Nullable String reason) {
        var faults = new Faults();
        var why = faults.text("reason", reason, 500);
        faults.refuse();
        keeping.end(hold(reservation), ReservationState.RELEASED, why);
    }

    /**
     * Whether it holds, waits or has ended.
     *
     * @throws UnknownReservation when there is none
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + PlotPermissions.READ + "')")
    public ReservationState state(UUID reservation) {
        return keeping.find("id = ?", reservation).stream()
                .findFirst()
                .orElseThrow(UnknownReservation::new)
                .state();
    }

    /** Those of a plot, who holds it first, then who waits, then the past; at most 200. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + PlotPermissions.READ + "')")
    public List<ReservationLine> of(PlotId id) {
        plots.get(id);
        return lines("plot_id = ?", id.value());
    }

    /** Those of a lead, at most 200. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAllRoles('" + PlotPermissions.READ + "', '" + LeadPermissions.READ + "')")
    public List<ReservationLine> ofLead(LeadId lead) {
        leads.details(lead);
        return lines("lead_id = ?", lead.value());
    }

    private ReservationKeeping.Kept hold(UUID reservation) {
        var plot =
                keeping.find("id = ?", reservation).stream()
                        .findFirst()
                        .orElseThrow(UnknownReservation::new)
                        .plot();
        plots.hold(plot);
        var now = keeping.find("id = ?", reservation).getFirst();
        if (now.state() != ReservationState.HELD && now.state() != ReservationState.QUEUED) {
            throw ReservationRefused.ended();
        }
        return now;
    }

    private void refuseDay(LocalDate until) {
        var today = LocalDate.now(clock);
        var latest = today.plusDays(MOST_DAYS);
        if (until.isBefore(today) || until.isAfter(latest)) {
            throw ReservationRefused.day(latest);
        }
    }

    /** Names of leads are told to whoever may see them, in one statement. */
    private List<ReservationLine> lines(String which, Object argument) {
        var found =
                jdbc.query(
                        """
                        select id, plot_id, lead_id, state, until_day, extended, made_at, made_name, end_reason,
                               case when state = 'QUEUED' then
                                   row_number() over (partition by plot_id, state order by made_at, id) end
                        from plots.reservation where %s
                        order by array_position(array['HELD', 'QUEUED'], state), made_at, id limit %d\
                        """
                                .formatted(which, MOST),
                        (row, n) ->
                                new ReservationLine(
                                        row.getObject(1, UUID.class),
                                        new PlotId(row.getObject(2, UUID.class)),
                                        row.getObject(3, UUID.class),
                                        null,
                                        ReservationState.valueOf(row.getString(4)),
                                        row.getObject(5, LocalDate.class),
                                        row.getInt(6),
                                        row.getObject(10, Long.class) == null
                                                ? null
                                                : Math.toIntExact(row.getLong(10)),
                                        row.getTimestamp(7).toInstant(),
                                        row.getString(8),
                                        row.getString(9)),
                        argument);
        var names =
                leads
                        .rows(
                                found.stream()
                                        .map(line ->
                                                new LeadId(Objects.requireNonNull(line.lead())))
                                        .distinct()
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(row -> row.id().value(), Function.identity()));
        return found.stream().map(line -> named(line, names.get(line.lead()))).toList();
    }

    private static ReservationLine named(ReservationLine line, @Nullable LeadRow lead) {
        return new ReservationLine(
                line.id(),
                line.plot(),
                lead == null ? null : line.lead(),
                lead == null ? null : lead.projectName(),
                line.state(),
                line.until(),
                line.extended(),
                line.place(),
                line.madeAt(),
                line.madeBy(),
                line.endReason());
    }
}
