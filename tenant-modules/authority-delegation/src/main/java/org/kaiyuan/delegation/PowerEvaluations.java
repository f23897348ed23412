package org.kaiyuan.delegation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was said of the zone's powers, year by year, for those who delegated them. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + DelegationPermissions.READ + "')")
public class PowerEvaluations {
    /** The largest page. */
    public static final int MOST = 200;

    /** Most rows of a report that is read as a whole; a file has them all. */
    public static final int MOST_ROWS = 2000;

    private static final int MOST_GROUPS = 200;

    private static final String GROUPS =
            EvaluationSql.MEMBERS
                    + """
                    select i.original_authority, count(*) as powers, count(*) filter (where e.verdict = 'KEEP') as keep,
                           count(*) filter (where e.verdict = 'ADJUST') as adjust,
                           count(*) filter (where e.verdict = 'RECALL') as recall, min(r.closed_at) as closed_at,
                           min(r.closed_name) as closed_name
                    from members i
                    left join delegation.evaluation e
                        on e.tenant_id = i.tenant_id and e.entry_id = i.entry_id and e.year = ?
                    left join delegation.evaluation_report r
                        on r.tenant_id = i.tenant_id and r.year = ? and r.original_authority = i.original_authority
                    """;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    PowerEvaluations(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A page; {@code next} is null on the last one. */
    public record Page(List<EvaluationLine> items, @Nullable EntryId next) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /** Of a year by who delegated, in their order, at most 200; one statement. */
    public List<EvaluationGroup> groups(int year) {
        var arguments = EvaluationSql.members(year, LocalDate.now(clock));
        arguments.addAll(List.of(year, year, MOST_GROUPS));
        return jdbc.query(
                GROUPS + "group by i.original_authority order by i.original_authority limit ?",
                (row, n) -> group(year, row),
                arguments.toArray());
    }

    /** One of them; without powers where that authority delegated nothing. */
    public EvaluationGroup group(int year, String originalAuthority) {
        var arguments = EvaluationSql.members(year, LocalDate.now(clock));
        arguments.addAll(List.of(year, year, originalAuthority));
        return jdbc
                .query(
                        GROUPS + "where i.original_authority = ? group by i.original_authority",
                        (row, n) -> group(year, row),
                        arguments.toArray())
                .stream()
                .findFirst()
                .orElse(new EvaluationGroup(year, originalAuthority, 0, 0, 0, 0, null, null));
    }

    /**
     * In the order of the names of their matters.
     *
     * @param missing only those without a verdict
     * @param after the last of the page before; null for the first
     * @param limit at most {@link #MOST}
     */
    public Page lines(
            int year,
            String originalAuthority,
            boolean missing,
            @Nullable EntryId after,
            int limit) {
        int most = Math.clamp(limit, 1, MOST);
        var arguments = begin(year, originalAuthority);
        var where = new StringBuilder();
        if (missing) {
            where.append(" and e.year is null");
        }
        if (after != null) {
            where.append(
                    """
                     and (n.name_key, i.entry_id) > (
                        select m.name_key, w.entry_id from delegation.wording w
                        join delegation.matter m on m.tenant_id = w.tenant_id and m.id = w.matter_id
                        where w.entry_id = ? order by w.from_edition desc limit 1)\
                    """);
            arguments.add(after.value());
        }
        where.append(" order by n.name_key, i.entry_id limit ?");
        arguments.add(most + 1);
        var found =
                jdbc.query(
                        EvaluationSql.LINES.formatted(where),
                        EvaluationSql::line,
                        arguments.toArray());
        if (found.size() <= most) {
            return new Page(found, null);
        }
        var page = found.subList(0, most);
        return new Page(page, page.getLast().entry());
    }

    /** The report for an authority, as it is or as it was closed. */
    public EvaluationReport report(int year, String originalAuthority) {
        var arguments = begin(year, originalAuthority);
        arguments.add(MOST_ROWS);
        var rows =
                jdbc.query(
                        EvaluationSql.LINES.formatted("order by n.name_key, i.entry_id limit ?"),
                        EvaluationSql::line,
                        arguments.toArray());
        return new EvaluationReport(group(year, originalAuthority), sums(rows), rows);
    }

    private List<Object> begin(int year, String originalAuthority) {
        var arguments = new ArrayList<>(EvaluationSql.members(year, LocalDate.now(clock)));
        arguments.addAll(List.of(year, originalAuthority));
        return arguments;
    }

    static UseFigures sums(List<EvaluationLine> rows) {
        return rows.stream().map(EvaluationLine::figures).reduce(UseFigures.NONE, UseFigures::plus);
    }

    private static EvaluationGroup group(int year, ResultSet row) throws SQLException {
        var closed = row.getTimestamp("closed_at");
        return new EvaluationGroup(
                year,
                row.getString("original_authority"),
                row.getInt("powers"),
                row.getInt("keep"),
                row.getInt("adjust"),
                row.getInt("recall"),
                closed == null ? null : closed.toInstant(),
                row.getString("closed_name"));
    }
}
