package org.kaiyuan.delegation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** How the use of powers is counted, by set: for the last twelve months as for a year. */
final class UseSql {
    /** A common table expression {@code span}; it asks for {@link #lastYear} or {@link #year}. */
    static final String SPAN =
            "span as (select ?::date as since, ?::date as till, ?::date as cutoff)";

    /** Of {@code x}, which has the tenant, an entry and its first day, as {@code f}. */
    static final String FIGURES =
            """
            cross join span s
            cross join lateral (
                select y.decisions, u.last_used_on, o.open + p.open as open, y.late + o.late + p.late as overdue, v.overturned,
                       case when greatest(x.effective_on, u.last_used_on) <= s.cutoff
                            then greatest(x.effective_on, u.last_used_on) end as unused_since
                from (select coalesce(sum(d.cases) filter (where d.outcome <> 'WITHDRAWN'), 0) as decisions,
                             coalesce(sum(d.cases) filter (where d.decided_on > d.due_on), 0) as late
                      from delegation.power_decision d
                      where d.tenant_id = x.tenant_id and d.entry_id = x.entry_id
                        and d.used_on > s.since and d.used_on <= s.till and d.decided_on is not null) y
                cross join (select (select d.used_on from delegation.power_decision d
                                    where d.tenant_id = x.tenant_id and d.entry_id = x.entry_id and d.used_on <= s.till
                                      and d.outcome is distinct from 'WITHDRAWN'
                                    order by d.used_on desc limit 1) as last_used_on) u
                cross join (select coalesce(sum(d.cases), 0) as open,
                                   coalesce(sum(d.cases) filter (where d.due_on < s.till), 0) as late
                            from delegation.power_decision d
                            where d.tenant_id = x.tenant_id and d.entry_id = x.entry_id
                              and d.decided_on is null and d.accepted_on <= s.till) o
                cross join (select coalesce(sum(d.cases), 0) as open,
                                   coalesce(sum(d.cases) filter (where d.due_on < s.till), 0) as late
                            from delegation.power_decision d
                            where d.tenant_id = x.tenant_id and d.entry_id = x.entry_id
                              and d.used_on > s.till and d.decided_on is not null and d.accepted_on <= s.till) p
                cross join (select coalesce(sum(d.overturned), 0) as overturned
                            from delegation.power_decision d
                            where d.tenant_id = x.tenant_id and d.entry_id = x.entry_id and d.overturned > 0
                              and d.overturned_on > s.since and d.overturned_on <= s.till) v) f
            """;

    /** Of {@code g}, whether a power has not been used since the zone's last day for it; by {@code s}. */
    static final String UNUSED =
            """
            (g.effective_on <= s.cutoff and not exists (
                select from delegation.power_decision d where d.tenant_id = g.tenant_id and d.entry_id = g.entry_id
                    and d.used_on > s.cutoff and d.outcome is distinct from 'WITHDRAWN'))
            """;

    static final String OVERDUE =
            """
            (exists (select from delegation.power_decision d where d.tenant_id = g.tenant_id and d.entry_id = g.entry_id
                     and d.decided_on is null and d.due_on < s.till)
             or exists (select from delegation.power_decision d where d.tenant_id = g.tenant_id and d.entry_id = g.entry_id
                        and d.decided_on > d.due_on and d.used_on > s.since))
            """;

    static final String OVERTURNED =
            """
            exists (select from delegation.power_decision d where d.tenant_id = g.tenant_id and d.entry_id = g.entry_id
                    and d.overturned > 0 and d.overturned_on > s.since)
            """;

    private UseSql() {}

    /** The twelve months until today. */
    static List<LocalDate> lastYear(LocalDate today, int unusedMonths) {
        return List.of(today.minusYears(1), today, today.minusMonths(unusedMonths));
    }

    /** A year, as far as it has passed. */
    static List<LocalDate> year(int year, LocalDate today) {
        var till = lastDayOf(year, today);
        return List.of(LocalDate.of(year - 1, 12, 31), till, till);
    }

    /** The last day of a year that has passed. */
    static LocalDate lastDayOf(int year, LocalDate today) {
        var last = LocalDate.of(year, 12, 31);
        return last.isAfter(today) ? today : last;
    }

    /** Reads the columns that {@link #FIGURES} gives, by their names. */
    static UseFigures figures(ResultSet row) throws SQLException {
        return new UseFigures(
                row.getInt("decisions"),
                row.getObject("last_used_on", LocalDate.class),
                row.getInt("open"),
                row.getInt("overdue"),
                row.getInt("overturned"));
    }
}
