package org.kaiyuan.plots;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.kaiyuan.leads.LeadDirectory;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.leads.LeadState;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.plots.domain.Plots;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plots that somebody has chosen for a lead (意向地块). They promise nothing: once the lead signs, the first of them
 * that is free is held for it, see {@link ReservationForSigned}.
 */
@Service
@Transactional
public class PlotPreferences {
    /** So many a lead may have. */
    public static final int MOST = 5;

    private final Plots plots;
    private final LeadDirectory leads;
    private final JdbcTemplate jdbc;
    private final CurrentPerson person;
    private final Clock clock;

    PlotPreferences(
            Plots plots,
            LeadDirectory leads,
            JdbcTemplate jdbc,
            CurrentPerson person,
            Clock clock) {
        this.plots = plots;
        this.leads = leads;
        this.jdbc = jdbc;
        this.person = person;
        this.clock = clock;
    }

    /**
     * Chooses a plot after those that are chosen already; harmless when it is one of them.
     *
     * @throws UnknownPlot when there is none
     * @throws org.kaiyuan.leads.UnknownLead when there is none that may be seen
     * @throws PlotHasEnded when others took its place
     * @throws PreferenceRefused when the lead is not pursued, the plot was supplied, or there are five already
     */
    @PreAuthorize("hasAllRoles('" + PlotPermissions.RESERVE + "', '" + LeadPermissions.READ + "')")
    public void choose(LeadId lead, PlotId id) {
        if (leads.details(lead).state() != LeadState.ACTIVE) {
            throw PreferenceRefused.leadEnded();
        }
        var plot = plots.get(id);
        plot.refuseEnded();
        if (!plot.state().isOpen()) {
            throw PreferenceRefused.notOpen(plot.state());
        }
        lock(jdbc, lead);
        var chosen =
                jdbc.queryForList(
                        "select plot_id from plots.preference where lead_id = ?",
                        UUID.class,
                        lead.value());
        if (chosen.contains(id.value())) {
            return;
        }
        if (chosen.size() >= MOST) {
            throw PreferenceRefused.tooMany(MOST);
        }
        jdbc.update(
                """
                insert into plots.preference (tenant_id, lead_id, plot_id, place, chosen_at, chosen_by, chosen_name)
                values (?, ?, ?, ?, ?, ?, ?)\
                """,
                CurrentTenant.get().value(),
                lead.value(),
                id.value(),
                chosen.size() + 1,
                Timestamp.from(clock.instant()),
                person.username(),
                person.displayName());
    }

    /**
     * Chooses it no more; those after it move up. Harmless when it was not chosen.
     *
     * @throws org.kaiyuan.leads.UnknownLead when there is none that may be seen
     */
    @PreAuthorize("hasAllRoles('" + PlotPermissions.RESERVE + "', '" + LeadPermissions.READ + "')")
    public void withdraw(LeadId lead, PlotId id) {
        leads.details(lead);
        lock(jdbc, lead);
        jdbc.update(
                "delete from plots.preference where lead_id = ? and plot_id = ?",
                lead.value(),
                id.value());
        jdbc.update(
                """
                update plots.preference p set place = o.place
                from (select plot_id, row_number() over (order by place) as place from plots.preference
                      where lead_id = ?) o
                where p.lead_id = ? and p.plot_id = o.plot_id and p.place <> o.place\
                """,
                lead.value(),
                lead.value());
    }

    /**
     * Those of a lead, the first first.
     *
     * @throws org.kaiyuan.leads.UnknownLead when there is none that may be seen
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAllRoles('" + PlotPermissions.READ + "', '" + LeadPermissions.READ + "')")
    public List<PreferenceLine> of(LeadId lead) {
        leads.details(lead);
        return jdbc.query(
                """
                select f.plot_id, p.number, p.name, p.state, f.place, r.until_day, p.ended_on is not null, f.chosen_at,
                       f.chosen_name
                from plots.preference f
                join plots.plot p on p.tenant_id = f.tenant_id and p.id = f.plot_id
                left join plots.reservation r
                    on r.tenant_id = f.tenant_id and r.plot_id = f.plot_id and r.state = 'HELD'
                where f.lead_id = ? order by f.place limit ?\
                """,
                (row, n) ->
                        new PreferenceLine(
                                new PlotId(row.getObject(1, UUID.class)),
                                row.getString(2),
                                row.getString(3),
                                PlotState.valueOf(row.getString(4)),
                                row.getInt(5),
                                row.getObject(6, LocalDate.class),
                                row.getBoolean(7),
                                row.getTimestamp(8).toInstant(),
                                row.getString(9)),
                lead.value(),
                MOST);
    }

    /** Two who choose for one lead at once do so one after the other. */
    static void lock(JdbcTemplate jdbc, LeadId lead) {
        jdbc.query(
                "select pg_advisory_xact_lock(hashtextextended(?, 0))",
                row -> {},
                "plots.preference " + CurrentTenant.get().value() + " " + lead.value());
    }
}
