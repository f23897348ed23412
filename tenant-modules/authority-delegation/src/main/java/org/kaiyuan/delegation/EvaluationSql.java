package org.kaiyuan.delegation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which powers a year's evaluation is about: those in force on the last day of it that has passed, and those that were
 * evaluated; once a report is closed only these.
 */
final class EvaluationSql {
    /** A common table expression {@code members}; asks for {@link #members}. */
    static final String MEMBERS =
            "with "
                    + CurrentGrants.GRANTS
                    + ", "
                    + UseSql.SPAN
                    + """
                    , members as (
                        select g.tenant_id, g.entry_id, g.original_authority from grants g
                        where g.effective_on <= ? and not exists (
                            select from delegation.evaluation_report r where r.tenant_id = g.tenant_id and r.year = ?
                                and r.original_authority = g.original_authority)
                        union
                        select e.tenant_id, e.entry_id, e.original_authority from delegation.evaluation e where e.year = ?)
                    """;

    /** Lines of one authority; asks for the year and the authority, then for what is added. */
    static final String LINES =
            MEMBERS
                    + """
                    , x as (
                        select i.tenant_id, i.entry_id, n.effective_on, n.name_key,
                               case when e.year is null then n.code else e.matter_code end as matter_code,
                               coalesce(e.matter_name, n.name) as matter_name,
                               coalesce(e.receiving_body, n.receiving_body) as receiving_body, coalesce(e.mode, n.mode) as mode,
                               e.year, e.verdict, e.said, e.decisions as was_decisions, e.last_used_on as was_last_used_on,
                               e.open as was_open, e.overdue as was_overdue, e.overturned as was_overturned, e.by_name, e.at,
                               e.version
                        from members i
                        left join delegation.evaluation e
                            on e.tenant_id = i.tenant_id and e.entry_id = i.entry_id and e.year = ?
                        cross join lateral (
                            select w.effective_on, m.name_key, m.name, m.code, w.receiving_body, w.mode
                            from delegation.wording w
                            join delegation.matter m on m.tenant_id = w.tenant_id and m.id = w.matter_id
                            where w.tenant_id = i.tenant_id and w.entry_id = i.entry_id
                            order by w.from_edition desc limit 1) n
                        where i.original_authority = ? %s)
                    select x.*, f.* from x
                    """
                    + UseSql.FIGURES
                    + " order by x.name_key, x.entry_id";

    private EvaluationSql() {}

    /** What {@link #MEMBERS} asks for. */
    static List<Object> members(int year, LocalDate today) {
        var last = UseSql.lastDayOf(year, today);
        var arguments = new ArrayList<Object>(List.of(last, last));
        arguments.addAll(UseSql.year(year, today));
        arguments.addAll(List.of(last, year, year));
        return arguments;
    }

    static EvaluationLine line(ResultSet row, int number) throws SQLException {
        var evaluation = evaluation(row);
        return new EvaluationLine(
                new EntryId(row.getObject("entry_id", UUID.class)),
                row.getString("matter_code"),
                row.getString("matter_name"),
                row.getString("receiving_body"),
                DelegationMode.valueOf(row.getString("mode")),
                evaluation == null ? UseSql.figures(row) : evaluation.figures(),
                evaluation);
    }

    private static @Nullable PowerEvaluation evaluation(ResultSet row) throws SQLException {
        var verdict = row.getString("verdict");
        return verdict == null
                ? null
                : new PowerEvaluation(
                        row.getInt("year"),
                        EvaluationVerdict.valueOf(verdict),
                        row.getString("said"),
                        new UseFigures(
                                row.getInt("was_decisions"),
                                row.getObject("was_last_used_on", LocalDate.class),
                                row.getInt("was_open"),
                                row.getInt("was_overdue"),
                                row.getInt("was_overturned")),
                        row.getString("by_name"),
                        row.getTimestamp("at").toInstant(),
                        row.getLong("version"));
    }
}
