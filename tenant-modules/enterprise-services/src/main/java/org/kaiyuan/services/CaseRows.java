package org.kaiyuan.services;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.platform.calendar.WorkingDays;
import org.kaiyuan.services.domain.CaseClock;
import org.springframework.stereotype.Component;

/** Rows of lists of cases: what is left is counted from the day that is stored, so that a list asks once. */
@Component
class CaseRows {
    /** What {@link #of(ResultSet)} reads; {@code c} is the case. */
    static final String COLUMNS =
            """
            c.id, c.receipt, c.service_id, c.title, c.track, c.enterprise_id, c.enterprise_name, c.state, c.waiting_for, c.channel,
            c.submitted_at, c.due_on, c.stopped_since, c.team, c.owner, c.owner_name, c.outcome, c.decided_on, c.version\
            """;

    private final WorkingDays workingDays;
    private final Clock clock;

    CaseRows(WorkingDays workingDays, Clock clock) {
        this.workingDays = workingDays;
        this.clock = clock;
    }

    CaseRow of(ResultSet row) throws SQLException {
        var enterprise = row.getObject("enterprise_id", UUID.class);
        var outcome = row.getString("outcome");
        var state = CaseState.valueOf(row.getString("state"));
        var due = row.getObject("due_on", LocalDate.class);
        boolean running = running(state, row.getObject("decided_on", LocalDate.class));
        return new CaseRow(
                new CaseId(row.getObject("id", UUID.class)),
                row.getString("receipt"),
                new ServiceId(row.getObject("service_id", UUID.class)),
                row.getString("title"),
                ServiceTrack.valueOf(row.getString("track")),
                enterprise == null ? null : new EnterpriseId(enterprise),
                row.getString("enterprise_name"),
                state,
                WaitingFor.valueOf(row.getString("waiting_for")),
                CaseChannel.valueOf(row.getString("channel")),
                row.getTimestamp("submitted_at").toInstant(),
                due,
                remaining(due, running),
                overdue(due, running),
                row.getObject("stopped_since", LocalDate.class) != null,
                row.getString("team"),
                row.getString("owner"),
                row.getString("owner_name"),
                outcome == null ? null : CaseOutcome.valueOf(outcome),
                row.getLong("version"));
    }

    CaseRow of(Held held) {
        var due = held.dueOn();
        boolean running = running(held.state(), held.decidedOn());
        return new CaseRow(
                held.id(),
                held.receipt(),
                held.service(),
                held.title(),
                held.track(),
                held.enterprise(),
                held.enterpriseName(),
                held.state(),
                held.waitingFor(),
                held.channel(),
                held.submittedAt(),
                due,
                remaining(due, running),
                overdue(due, running),
                held.stopped(),
                held.team(),
                held.owner(),
                held.ownerName(),
                held.outcome(),
                held.version());
    }

    /**
     * As an enterprise sees it: without sign-in names and teams of the park.
     *
     * @param results whether its outcome is for who looks
     */
    static CaseRow outside(CaseRow row, boolean results) {
        return new CaseRow(
                row.id(),
                row.receipt(),
                row.service(),
                row.title(),
                row.track(),
                row.enterprise(),
                row.enterpriseName(),
                row.state(),
                row.waitingFor(),
                row.channel(),
                row.submittedAt(),
                row.dueOn(),
                row.remaining(),
                row.overdue(),
                row.stopped(),
                null,
                null,
                row.ownerName(),
                results ? row.outcome() : null,
                row.version());
    }

    private static boolean running(CaseState state, @Nullable LocalDate decidedOn) {
        return decidedOn == null && (state == CaseState.SUBMITTED || state == CaseState.ACCEPTED);
    }

    private @Nullable Integer remaining(@Nullable LocalDate due, boolean running) {
        return due == null || !running
                ? null
                : CaseClock.known(() -> workingDays.between(LocalDate.now(clock), due));
    }

    private boolean overdue(@Nullable LocalDate due, boolean running) {
        return running && due != null && due.isBefore(LocalDate.now(clock));
    }
}
