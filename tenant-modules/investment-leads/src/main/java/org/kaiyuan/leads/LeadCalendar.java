package org.kaiyuan.leads;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.kaiyuan.platform.access.CurrentPerson;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Next actions, due days, planned milestones and fairs by day. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + LeadPermissions.READ + "')")
public class LeadCalendar {
    /** The most entries of one day; its total says how many there are. */
    public static final int MOST_OF_A_DAY = 20;

    /** A month with the days of its first and last week is no longer. */
    private static final int MOST_DAYS = 42;

    private final JdbcTemplate jdbc;
    private final LeadSight sight;
    private final CurrentPerson person;

    LeadCalendar(JdbcTemplate jdbc, LeadSight sight, CurrentPerson person) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.person = person;
    }

    /**
     * Days on which there is something, in one statement.
     *
     * @param to the last day; what is more than six weeks after the first is left out
     * @param mine whether only one's own leads count; fairs are everybody's
     */
    public List<CalendarDay> days(LocalDate from, LocalDate to, boolean mine) {
        var last =
                ChronoUnit.DAYS.between(from, to) < MOST_DAYS ? to : from.plusDays(MOST_DAYS - 1);
        var seen = sight.seen();
        var where =
                "l.merged_into is null and l.state = 'ACTIVE'"
                        + (mine ? " and l.owner = ?" : "")
                        + seen.sql();
        var ofLeads = new ArrayList<Object>();
        if (mine) {
            ofLeads.add(person.username());
        }
        ofLeads.addAll(seen.arguments());
        var arguments = new ArrayList<Object>();
        for (int part = 0; part < 3; part++) {
            arguments.addAll(ofLeads);
            arguments.add(from);
            arguments.add(last);
        }
        arguments.add(last);
        arguments.add(from);
        arguments.add(from);
        arguments.add(last);
        arguments.add(MOST_OF_A_DAY);
        var entries = new LinkedHashMap<LocalDate, List<CalendarDay.Entry>>();
        var totals = new LinkedHashMap<LocalDate, Long>();
        jdbc.query(
                """
                with entry (rank, kind, on_day, id, title, detail) as (
                    select 2, 'ACTION', l.next_action_on, l.id, l.project_name, l.next_action
                    from leads.lead l where %1$s and l.next_action_on between ? and ?
                    union all
                    select 3, 'DUE', l.due_on, l.id, l.project_name, l.due_kind
                    from leads.lead l where %1$s and l.due_kind <> 'ACTION'
                        and coalesce(l.due_on, date '9999-12-31') between ? and ?
                    union all
                    select 1, 'MILESTONE', m.planned_on, l.id, l.project_name, m.stage
                    from leads.milestone m
                    join leads.lead l on l.tenant_id = m.tenant_id and l.id = m.lead_id
                    where %1$s and m.planned_on between ? and ? and m.actual_on is null
                    union all
                    select 0, 'FAIR', d.day::date, f.id, f.name, f.place
                    from leads.fair f
                    cross join lateral generate_series(f.held_on, least(coalesce(f.ended_on, f.held_on), f.held_on + 60),
                        interval '1 day') as d (day)
                    where f.held_on <= ? and f.held_on >= ?::date - 60 and d.day::date between ? and ?
                ), counted as (
                    select entry.*, row_number() over (partition by on_day order by rank, title, id) as nth,
                        count(*) over (partition by on_day) as total
                    from entry
                )
                select * from counted where nth <= ? order by on_day, nth\
                """
                        .formatted(where),
                row -> {
                    var on = row.getObject("on_day", LocalDate.class);
                    totals.put(on, row.getLong("total"));
                    entries.computeIfAbsent(on, day -> new ArrayList<>())
                            .add(
                                    new CalendarDay.Entry(
                                            CalendarDay.Kind.valueOf(row.getString("kind")),
                                            row.getObject("id", UUID.class),
                                            row.getString("title"),
                                            row.getString("detail")));
                },
                arguments.toArray());
        return entries.entrySet().stream()
                .map(day ->
                        new CalendarDay(
                                day.getKey(),
                                day.getValue(),
                                totals.getOrDefault(day.getKey(), 0L)))
                .toList();
    }
}
