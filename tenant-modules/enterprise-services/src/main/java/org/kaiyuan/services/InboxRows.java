package org.kaiyuan.services;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.platform.calendar.CalendarYearMissing;
import org.kaiyuan.platform.calendar.WorkingCalendar;
import org.kaiyuan.platform.calendar.WorkingDays;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Rows of lists of cases: one statement for the page and one for its stops, however many cases are on it. */
@Component
class InboxRows {
    /** Of {@code services.case_file c}. */
    static final String COLUMNS =
            """
            c.id, c.receipt, c.service_id, c.title, c.track, c.enterprise_id, c.enterprise_name, c.state, c.waiting_for, c.channel,
            c.submitted_at, c.due_on, c.stopped_since, c.team, c.owner, c.owner_name, c.outcome, c.version, c.urgent_on\
            """;

    private final JdbcTemplate jdbc;
    private final WorkingDays workingDays;
    private final Clock clock;

    InboxRows(JdbcTemplate jdbc, WorkingDays workingDays, Clock clock) {
        this.jdbc = jdbc;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /**
     * A row as it was read.
     *
     * @param sortedBy what the page is sorted by, where that is a day
     */
    record Read(CaseRow row, LocalDate sortedBy) {}

    private record Stop(LocalDate from, @Nullable LocalDate to) {}

    /** @param sortedBy column with the day by which the page is sorted */
    List<Read> read(String sql, String sortedBy, Object... arguments) {
        var found =
                jdbc.query(
                        sql,
                        (row, n) ->
                                new Read(
                                        bare(row),
                                        java.util.Objects.requireNonNull(
                                                row.getObject(sortedBy, LocalDate.class))),
                        arguments);
        var today = LocalDate.now(clock);
        var calendar = workingDays.calendar();
        var stops = stopsAfter(today, found);
        return found.stream()
                .map(one ->
                        new Read(
                                counted(
                                        one.row(),
                                        calendar,
                                        today,
                                        stops.getOrDefault(one.row().id().value(), List.of())),
                                one.sortedBy()))
                .toList();
    }

    /** Stops in which a day that is still to come lies. */
    private Map<UUID, List<Stop>> stopsAfter(LocalDate today, List<Read> found) {
        Map<UUID, List<Stop>> stops = new HashMap<>();
        if (found.isEmpty()) {
            return stops;
        }
        jdbc.query(
                "select case_id, from_on, to_on from services.case_stop where case_id = any (?) and (to_on is null or to_on > ?)",
                row -> {
                    stops.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                            .add(
                                    new Stop(
                                            row.getObject(2, LocalDate.class),
                                            row.getObject(3, LocalDate.class)));
                },
                found.stream().map(one -> one.row().id().value()).toArray(UUID[]::new),
                today);
        return stops;
    }

    private static CaseRow counted(
            CaseRow row, WorkingCalendar calendar, LocalDate today, List<Stop> stops) {
        var due = row.dueOn();
        if (due == null || !isUndecided(row.state())) {
            return row;
        }
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
                due,
                remaining(calendar, today, due, stops),
                due.isBefore(today),
                row.stopped(),
                row.team(),
                row.owner(),
                row.ownerName(),
                row.outcome(),
                row.version());
    }

    /** As {@link org.kaiyuan.platform.calendar.Deadline#remaining} counts, from the last day backwards. */
    private static @Nullable Integer remaining(
            WorkingCalendar calendar, LocalDate today, LocalDate due, List<Stop> stops) {
        try {
            int left = calendar.between(today, due);
            for (var stop : stops) {
                var from = stop.from().isAfter(today) ? stop.from() : today.plusDays(1);
                var to = stop.to();
                if (to != null && to.isAfter(from)) {
                    left -= calendar.between(from.minusDays(1), to.minusDays(1));
                }
            }
            return left;
        } catch (CalendarYearMissing nobodyCanSay) {
            return null;
        }
    }

    static boolean isUndecided(CaseState state) {
        return state == CaseState.SUBMITTED
                || state == CaseState.SUPPLEMENT
                || state == CaseState.ACCEPTED;
    }

    private static CaseRow bare(ResultSet row) throws SQLException {
        var enterprise = row.getObject("enterprise_id", UUID.class);
        var outcome = row.getString("outcome");
        return new CaseRow(
                new CaseId(row.getObject("id", UUID.class)),
                row.getString("receipt"),
                new ServiceId(row.getObject("service_id", UUID.class)),
                row.getString("title"),
                ServiceTrack.valueOf(row.getString("track")),
                enterprise == null ? null : new EnterpriseId(enterprise),
                row.getString("enterprise_name"),
                CaseState.valueOf(row.getString("state")),
                WaitingFor.valueOf(row.getString("waiting_for")),
                CaseChannel.valueOf(row.getString("channel")),
                instant(row, "submitted_at"),
                row.getObject("due_on", LocalDate.class),
                null,
                false,
                row.getObject("stopped_since", LocalDate.class) != null,
                row.getString("team"),
                row.getString("owner"),
                row.getString("owner_name"),
                outcome == null ? null : CaseOutcome.valueOf(outcome),
                row.getLong("version"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
