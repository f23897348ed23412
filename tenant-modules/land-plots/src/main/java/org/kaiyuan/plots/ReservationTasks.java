package org.kaiyuan.plots;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
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
import org.kaiyuan.platform.records.Moment;
import org.kaiyuan.plots.domain.Faults;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Leads that have signed and for which no plot could be held: what is open, and saying that it is done. */
@Service
@Transactional
public class ReservationTasks {
    /** The largest page. */
    public static final int MOST = 200;

    private static final int LONGEST = 1000;

    private final LeadDirectory leads;
    private final ReservationTaskBook book;
    private final JdbcTemplate jdbc;

    ReservationTasks(LeadDirectory leads, ReservationTaskBook book, JdbcTemplate jdbc) {
        this.leads = leads;
        this.book = book;
        this.jdbc = jdbc;
    }

    /**
     * A page of those that are open, the newest first; leads are told to whoever may see them.
     *
     * @param after {@link ReservationTaskPage#next()} of the page before, null for the first
     * @param limit at most {@link #MOST}
     * @throws org.kaiyuan.platform.records.CursorRefused when {@code after} is of no such list
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAllRoles('" + PlotPermissions.READ + "', '" + LeadPermissions.READ + "')")
    public ReservationTaskPage open(@Nullable String after, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        var arguments = new ArrayList<Object>();
        var where = "t.done_at is null";
        var place = Moment.parse(after);
        if (place != null) {
            where += " and (t.opened_at, t.id) < (?, ?)";
            arguments.addAll(List.of(Timestamp.from(place.at()), place.id()));
        }
        arguments.add(most + 1);
        var found =
                jdbc.query(
                        """
                        select t.id, t.plot_id, p.number, p.name, t.reason, t.lead_id, t.opened_at
                        from plots.reservation_task t
                        join plots.plot p on p.tenant_id = t.tenant_id and p.id = t.plot_id
                        where %s order by t.opened_at desc, t.id desc limit ?\
                        """
                                .formatted(where),
                        ReservationTasks::task,
                        arguments.toArray());
        boolean more = found.size() > most;
        var page = named(more ? found.subList(0, most) : found);
        return new ReservationTaskPage(
                page,
                more ? new Moment(page.getLast().openedAt(), page.getLast().id()).cursor() : null);
    }

    /**
     * Somebody has seen to it.
     *
     * @param note what was done
     * @throws UnknownReservationTask when there is none that is open
     * @throws PlotFieldsRefused without a note, or with one of more than 1,000 characters
     */
    @PreAuthorize("hasRole('" + PlotPermissions.RESERVE + "')")
    public void done(UUID task, @Nullable String note) {
        var faults = new Faults();
        var said = faults.neededText("note", note, LONGEST);
        faults.refuse();
        if (book.done("?", "t.id = ?", said, task) == 0) {
            throw new UnknownReservationTask();
        }
    }

    /** In one statement. */
    private List<ReservationTask> named(List<ReservationTask> found) {
        var names =
                leads
                        .rows(
                                found.stream()
                                        .map(one -> new LeadId(Objects.requireNonNull(one.lead())))
                                        .distinct()
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(row -> row.id().value(), Function.identity()));
        return found.stream().map(one -> named(one, names.get(one.lead()))).toList();
    }

    private static ReservationTask named(ReservationTask one, @Nullable LeadRow lead) {
        return new ReservationTask(
                one.id(),
                one.plot(),
                one.plotNumber(),
                one.plotName(),
                one.reason(),
                lead == null ? null : one.lead(),
                lead == null ? null : lead.projectName(),
                one.openedAt());
    }

    private static ReservationTask task(ResultSet row, int number) throws SQLException {
        return new ReservationTask(
                row.getObject(1, UUID.class),
                new PlotId(row.getObject(2, UUID.class)),
                row.getString(3),
                row.getString(4),
                ReservationTaskReason.valueOf(row.getString(5)),
                row.getObject(6, UUID.class),
                null,
                row.getObject(7, OffsetDateTime.class).toInstant());
    }
}
