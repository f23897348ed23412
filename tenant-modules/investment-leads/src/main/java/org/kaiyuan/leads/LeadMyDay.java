package org.kaiyuan.leads;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kaiyuan.leads.MyDay.Section;
import org.kaiyuan.platform.access.CurrentPerson;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What whoever asks has to do today, in five statements. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + LeadPermissions.READ + "')")
public class LeadMyDay {
    /** The most leads of one section. */
    public static final int MOST = 50;

    private static final int FROM_THE_POOL = 10;
    private static final int SILENT_DAYS = 7;

    private final JdbcTemplate jdbc;
    private final LeadSight sight;
    private final LeadReviews reviews;
    private final CurrentPerson person;
    private final Clock clock;

    LeadMyDay(
            JdbcTemplate jdbc,
            LeadSight sight,
            LeadReviews reviews,
            CurrentPerson person,
            Clock clock) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.reviews = reviews;
        this.person = person;
        this.clock = clock;
    }

    public MyDay today() {
        var today = LocalDate.now(clock);
        var mine =
                new LeadFilter.Draft()
                        .owner(person.username())
                        .states(Set.of(LeadState.ACTIVE))
                        .filter();
        return new MyDay(
                today,
                section(
                        mine.but().dueUntil(today.minusDays(1)).filter(),
                        "",
                        List.of(),
                        "l.due_on, l.id",
                        MOST),
                section(
                        mine.but().dueUntil(today).filter(),
                        " and l.due_on >= ?",
                        List.of(today),
                        "l.due_on, l.id",
                        MOST),
                reviews.waitingForMe(),
                section(
                        new LeadFilter.Draft().pool(true).filter(),
                        "",
                        List.of(),
                        "l.pooled_at desc, l.id desc",
                        FROM_THE_POOL),
                section(
                        mine.but().silentUntil(today.plusDays(SILENT_DAYS)).filter(),
                        "",
                        List.of(),
                        "l.silent_on, l.id",
                        MOST));
    }

    /** The condition on the state is said in words, too, because the partial indexes know it so. */
    private Section section(
            LeadFilter filter, String narrower, List<Object> with, String orderBy, int most) {
        var sql = LeadSql.of(filter, sight.seen());
        var arguments = new ArrayList<>(List.of(sql.arguments()));
        arguments.addAll(with);
        arguments.add(most + 1);
        var rows =
                jdbc.query(
                        "select "
                                + LeadDirectory.COLUMNS
                                + " from leads.lead l where "
                                + sql.where()
                                + " and l.state = 'ACTIVE'"
                                + narrower
                                + " order by "
                                + orderBy
                                + " limit ?",
                        LeadDirectory::row,
                        arguments.toArray());
        return new Section(
                rows.size() > most ? rows.subList(0, most) : rows, rows.size() > most, filter);
    }
}
