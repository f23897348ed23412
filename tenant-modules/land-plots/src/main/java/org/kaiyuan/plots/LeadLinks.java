package org.kaiyuan.plots;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadDirectory;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadRow;
import org.kaiyuan.leads.LeadState;
import org.kaiyuan.plots.domain.Plots;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What land keeps by the id of a lead. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class LeadLinks {
    private final LeadDirectory leads;
    private final Plots plots;
    private final ReservationKeeping keeping;
    private final JdbcTemplate jdbc;

    LeadLinks(LeadDirectory leads, Plots plots, ReservationKeeping keeping, JdbcTemplate jdbc) {
        this.leads = leads;
        this.plots = plots;
        this.keeping = keeping;
        this.jdbc = jdbc;
    }

    /**
     * Leads that hold or wait for a plot and are pursued no more; of one page of those that hold or wait.
     *
     * @param next where the next page begins; null after the last one
     */
    record Ended(List<LeadId> leads, @Nullable UUID next) {}

    /**
     * Whoever was told of a lead's end before its reservation was there would have missed it.
     *
     * @param after {@link Ended#next} of the page before; null for the first
     */
    Ended ended(@Nullable UUID after) {
        var some =
                jdbc.query(
                        """
                        select distinct tenant_id, lead_id from plots.reservation
                        where state in ('QUEUED', 'HELD') and lead_id > ? order by lead_id limit %d\
                        """
                                .formatted(ReservationKeeping.AT_ONCE),
                        (row, n) -> new LeadId(row.getObject(2, UUID.class)),
                        after == null ? new UUID(0, 0) : after);
        var pursued =
                leads.rows(some).stream()
                        .filter(row -> row.state() == LeadState.ACTIVE)
                        .map(LeadRow::id)
                        .collect(Collectors.toSet());
        return new Ended(
                some.stream().filter(lead -> !pursued.contains(lead)).toList(),
                some.size() < ReservationKeeping.AT_ONCE ? null : some.getLast().value());
    }

    /** What a lead that is pursued no more holds goes to the one that it became part of, or is free. */
    void settle(LeadId lead) {
        leads.survivorOf(lead)
                .ifPresentOrElse(
                        survivor -> follow(lead, survivor),
                        () -> keeping.releaseUnlessPursued(lead));
    }

    /**
     * Two leads turned out to be one: what the one held, waited for, wanted or was supplied with is the other's. Done
     * twice it does nothing the second time.
     *
     * @param told into which it was merged; where that one was merged on, the last of them counts
     */
    public void follow(LeadId gone, LeadId told) {
        var survivor = leads.survivorOf(gone).orElse(told);
        jdbc.query(
                        "select plot_id from plots.reservation where lead_id = ? and state in ('QUEUED', 'HELD') order by plot_id",
                        (row, n) -> new PlotId(row.getObject(1, UUID.class)),
                        gone.value())
                .forEach(plot -> follow(plot, gone, survivor));
        var links =
                List.of(
                        // what is over, and proves a supply
                        "plots.reservation set lead_id = ? where lead_id = ? and state not in ('QUEUED', 'HELD')",
                        "plots.reservation_task set lead_id = ? where lead_id = ?",
                        "plots.supply_contract set lead_id = ? where lead_id = ?");
        links.forEach(link -> jdbc.update("update " + link, survivor.value(), gone.value()));
        preferences(gone, survivor);
    }

    /** Where both hold or wait for one plot, the better of both places is the survivor's. */
    private void follow(PlotId plot, LeadId gone, LeadId survivor) {
        plots.hold(plot);
        var alive = "plot_id = ? and state in ('QUEUED', 'HELD') and lead_id = ?";
        for (var one : keeping.find(alive, plot.value(), gone.value())) {
            for (var other : keeping.find(alive, plot.value(), survivor.value())) {
                if (other.state() == ReservationState.HELD) {
                    keeping.end(one, ReservationState.RELEASED, null);
                    return;
                }
                keeping.end(other, ReservationState.RELEASED, null);
            }
            jdbc.update(
                    "update plots.reservation set lead_id = ?, version = version + 1 where id = ?",
                    survivor.value(),
                    one.id());
            if (one.state() == ReservationState.HELD) {
                keeping.answered(survivor);
            }
        }
    }

    /** After its own, as many as a lead may have. */
    private void preferences(LeadId gone, LeadId survivor) {
        PlotPreferences.lock(jdbc, survivor);
        jdbc.update(
                """
                insert into plots.preference (tenant_id, lead_id, plot_id, place, chosen_at, chosen_by, chosen_name)
                select n.tenant_id, ?, n.plot_id, h.last + row_number() over (order by n.place), n.chosen_at, n.chosen_by,
                       n.chosen_name
                from plots.preference n,
                     (select coalesce(max(place), 0) as last from plots.preference where lead_id = ?) h
                where n.lead_id = ? and not exists (
                    select from plots.preference s
                    where s.tenant_id = n.tenant_id and s.lead_id = ? and s.plot_id = n.plot_id)
                order by n.place limit (select %d - coalesce(max(place), 0) from plots.preference where lead_id = ?)\
                """
                        .formatted(PlotPreferences.MOST),
                survivor.value(),
                survivor.value(),
                gone.value(),
                survivor.value(),
                survivor.value());
        jdbc.update("delete from plots.preference where lead_id = ?", gone.value());
    }
}
