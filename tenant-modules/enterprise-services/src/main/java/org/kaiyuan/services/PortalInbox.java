package org.kaiyuan.services;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.portal.PortalPermissions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What waits for an enterprise, and what it was told. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + PortalPermissions.ENTER + "')")
public class PortalInbox {
    /** The most that is shown. */
    static final int MOST = 50;

    /** Of so many cases, the newest, news are told. */
    private static final int MOST_CASES = 100;

    /** A rating that nobody gave is not asked for any longer. */
    private static final Duration RATED_WITHIN = Duration.ofDays(30);

    private static final String TO_DO =
            """
            select c.id, c.title, c.receipt, t.kind, t.due_on, coalesce(t.due_on, date '2999-12-31') as by_day, t.at
            from services.case_file c cross join lateral (
                select 'supplement' as kind, c.supplement_due_on as due_on, c.step_since as at where c.state = 'SUPPLEMENT'
                union all
                select 'deferred', c.deferred_due_on, c.step_since where c.state = 'ACCEPTED' and exists (
                    select from services.case_material m
                    where m.tenant_id = c.tenant_id and m.case_id = c.id and m.state = 'DEFERRED')
                union all
                select 'fetch', null, c.step_since where c.state = 'DECIDED' and ?
                union all
                select 'rate', null, c.step_since
                where c.state in ('DELIVERED', 'ARCHIVED') and c.step_since > ? and not exists (
                    select from services.rating r
                    where r.tenant_id = c.tenant_id and r.case_id = c.id and r.contact = 'RESULT')) t
            where c.enterprise_id = ? and c.part_of is null and (c.open or c.submitted_at > ?)
            order by by_day, t.at desc, c.id limit ?\
            """;

    private static final String NEWS =
            """
            select c.id, c.title, c.receipt, e.act, e.at
            from (select id, tenant_id, title, receipt from services.case_file
                  where enterprise_id = ? and part_of is null order by submitted_at desc, id desc limit ?) c
            join services.case_event e on e.tenant_id = c.tenant_id and e.case_id = c.id
            where e.open and e.act not in ('SUBMIT', 'SUPPLEMENT', 'DEFERRED_HANDED_IN', 'WITHDRAW')
            order by e.at desc, c.id, e.number desc limit ?\
            """;

    private final EnterpriseDoor door;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    PortalInbox(EnterpriseDoor door, JdbcTemplate jdbc, Clock clock) {
        this.door = door;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What is to be done first, then the newest of what happened; at most 50.
     *
     * @throws org.kaiyuan.enterprises.UnknownEnterprise when one does not stand for it
     */
    public List<PortalToDo> of(EnterpriseId enterprise) {
        var standing = door.with(enterprise, ColleagueRight.SEE);
        var now = clock.instant();
        var all =
                new ArrayList<>(
                        jdbc.query(
                                TO_DO,
                                PortalInbox::toDo,
                                standing.may(ColleagueRight.RESULTS),
                                Timestamp.from(now.minus(RATED_WITHIN)),
                                standing.id().value(),
                                // who was decided later than that is not asked to rate
                                Timestamp.from(now.minus(Duration.ofDays(400))),
                                MOST));
        all.addAll(jdbc.query(NEWS, PortalInbox::news, standing.id().value(), MOST_CASES, MOST));
        return List.copyOf(all.subList(0, Math.min(MOST, all.size())));
    }

    private static PortalToDo toDo(ResultSet row, int n) throws SQLException {
        return new PortalToDo(
                new CaseId(row.getObject("id", UUID.class)),
                row.getString("title"),
                row.getString("receipt"),
                "services.inbox." + row.getString("kind"),
                row.getTimestamp("at").toInstant(),
                row.getObject("due_on", LocalDate.class),
                true);
    }

    private static PortalToDo news(ResultSet row, int n) throws SQLException {
        return new PortalToDo(
                new CaseId(row.getObject("id", UUID.class)),
                row.getString("title"),
                row.getString("receipt"),
                "services.inbox.news." + row.getString("act"),
                row.getTimestamp("at").toInstant(),
                null,
                false);
    }
}
