package org.kaiyuan.plots;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.plots.domain.Plot;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How open tasks of reservations are done, by a person or by a plot that is held at last. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ReservationTaskBook {
    private final JdbcTemplate jdbc;
    private final ChangeHistory history;
    private final CurrentPerson person;
    private final Clock clock;

    ReservationTaskBook(
            JdbcTemplate jdbc, ChangeHistory history, CurrentPerson person, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.person = person;
        this.clock = clock;
    }

    private record Done(UUID plot, Instant openedAt) {}

    /**
     * Does those that are open.
     *
     * @param note SQL for what was done, of the task {@code t} and its plot {@code p}
     * @param which of them
     * @param arguments of the note, then of the condition
     * @return how many were open
     */
    int done(String note, String which, Object... arguments) {
        var all = new ArrayList<Object>();
        all.add(Timestamp.from(clock.instant()));
        all.add(person.username());
        all.add(person.displayName());
        all.addAll(Arrays.asList(arguments));
        var done =
                jdbc.query(
                        """
                        update plots.reservation_task t set done_at = ?, done_by = ?, done_name = ?, note = %s
                        from plots.plot p
                        where %s and t.done_at is null and p.tenant_id = t.tenant_id and p.id = t.plot_id
                        returning t.plot_id, t.opened_at\
                        """
                                .formatted(note, which),
                        (row, n) ->
                                new Done(
                                        row.getObject(1, UUID.class),
                                        row.getTimestamp(2).toInstant()),
                        all.toArray());
        // the note may name the lead, which not everybody may see who reads the plot's history
        for (var one : done) {
            history.record(
                    Plot.SUBJECT,
                    one.plot(),
                    "taskDone",
                    List.of(
                            new FieldChange(
                                    "taskOpened",
                                    null,
                                    LocalDate.ofInstant(one.openedAt(), clock.getZone())
                                            .toString())));
        }
        return done.size();
    }
}
