package org.kaiyuan.services;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.services.domain.CaseTimes;
import org.kaiyuan.services.domain.ClockMark;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Cases at which the clock has to look: read, told of and put off in a handful of statements for many of them. */
@Component
class DueCases {
    private static final String[] KINDS =
            Arrays.stream(ClockMark.Kind.values())
                    .flatMap(kind ->
                            kind == ClockMark.Kind.WARN
                                    ? org.kaiyuan.services.domain.CaseClock.WARN_DAYS.stream()
                                            .map(days -> kind.name() + "_" + days)
                                    : java.util.stream.Stream.of(kind.name()))
                    .toArray(String[]::new);

    private static final String DUE =
            """
            select c.id, c.receipt, c.next_on, c.track, c.state, c.part_of, (c.submitted_at at time zone 'Asia/Shanghai')::date as submitted_on,
                   c.said_since, c.supplement_due_on, c.accepted_on, c.course, c.statutory_days, c.promised_days, c.extension_days,
                   c.due_on, c.decided_on,
                   case when c.deferred_due_on is not null and exists (
                       select from services.case_material m
                       where m.tenant_id = c.tenant_id and m.case_id = c.id and m.state = 'DEFERRED')
                   then c.deferred_due_on end as deferred_due_on,
                   array(select o.due_on from services.case_opinion o
                         where o.tenant_id = c.tenant_id and o.case_id = c.id and o.verdict is null) as opinions,
                   c.pledged and c.pledge_kept is null and coalesce(c.outcome = 'GRANTED', false) as pledge_open,
                   case when c.track = 'BUNDLE' then (
                       select case when count(*) = count(p.due_on) then max(p.due_on) end from services.case_file p
                       where p.tenant_id = c.tenant_id and p.part_of = c.id and p.state <> 'WITHDRAWN') end as parts_due_on
            from services.case_file c
            where c.next_on <= ? and (c.next_on, c.id) > (?, ?)
            order by c.next_on, c.id limit ? for update of c skip locked\
            """;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    DueCases(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param dueOn as it is stored */
    record Due(
            UUID id,
            String receipt,
            LocalDate nextOn,
            @Nullable LocalDate dueOn,
            CaseTimes times) {}

    /** What was told, and of which day. */
    record Told(UUID id, String kind, LocalDate ofDay) {
        String text() {
            return kind + "@" + ofDay;
        }
    }

    /**
     * Those whose day has come, in the order of days; what somebody else is working on is left to them. They are ours until
     * the transaction ends.
     *
     * @param after the last of those before
     */
    List<Due> take(LocalDate today, DayPlace after, int atMost) {
        record Row(Due due, boolean maybeStopped) {}
        var rows =
                jdbc.query(
                        DUE,
                        (row, n) -> new Row(due(row, List.of()), day(row, "accepted_on") != null),
                        today,
                        after.day(),
                        after.id(),
                        atMost);
        var stops =
                stops(
                        rows.stream()
                                .filter(Row::maybeStopped)
                                .map(row -> row.due().id())
                                .toArray(UUID[]::new));
        return rows.stream()
                .map(row -> {
                    var of = stops.get(row.due().id());
                    return of == null ? row.due() : with(row.due(), of);
                })
                .toList();
    }

    private Map<UUID, List<CaseStop>> stops(UUID[] ids) {
        Map<UUID, List<CaseStop>> stops = new HashMap<>();
        if (ids.length > 0) {
            jdbc.query(
                    """
                    select case_id, reason, from_on, to_on, document from services.case_stop
                    where case_id = any (?) order by case_id, number\
                    """,
                    row -> {
                        stops.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                                .add(
                                        new CaseStop(
                                                StopReason.valueOf(row.getString(2)),
                                                row.getObject(3, LocalDate.class),
                                                row.getObject(4, LocalDate.class),
                                                row.getString(5)));
                    },
                    (Object) ids);
        }
        return stops;
    }

    /** @return those that nobody had told; also with two nodes each is among them once */
    Set<Told> mark(List<Told> marks) {
        if (marks.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(
                jdbc.query(
                        """
                        insert into services.case_told (tenant_id, case_id, kind, of_day, at)
                        select ?, m.case_id, m.kind, m.of_day, ? from unnest(?::uuid[], ?::text[], ?::date[]) m (case_id, kind, of_day)
                        on conflict do nothing returning case_id, kind, of_day\
                        """,
                        DueCases::told,
                        CurrentTenant.get().value(),
                        Timestamp.from(clock.instant()),
                        marks.stream().map(Told::id).toArray(UUID[]::new),
                        marks.stream().map(Told::kind).toArray(String[]::new),
                        marks.stream().map(one -> Date.valueOf(one.ofDay())).toArray(Date[]::new)));
    }

    /** What was ever told of them, as {@code CaseClock.nextOn} wants it. */
    Map<UUID, Set<String>> told(List<Due> of) {
        Map<UUID, Set<String>> told = new HashMap<>();
        jdbc.query(
                "select case_id, kind, of_day from services.case_told where case_id = any (?) and kind = any (?)",
                row -> {
                    var one = told(row, 0);
                    told.computeIfAbsent(one.id(), id -> new HashSet<>()).add(one.text());
                },
                of.stream().map(Due::id).toArray(UUID[]::new),
                KINDS);
        return told;
    }

    /** The version stays: nothing changed but the day. */
    void putOff(Map<UUID, @Nullable LocalDate> next) {
        var ids = next.keySet().toArray(UUID[]::new);
        var days =
                Arrays.stream(ids)
                        .map(next::get)
                        .map(day -> day == null ? null : Date.valueOf(day))
                        .toArray(Date[]::new);
        jdbc.update(
                """
                update services.case_file c set next_on = n.next_on
                from unnest(?::uuid[], ?::date[]) n (id, next_on) where c.id = n.id\
                """,
                ids,
                days);
    }

    private static Told told(ResultSet row, int n) throws SQLException {
        return new Told(
                row.getObject(1, UUID.class), row.getString(2), row.getObject(3, LocalDate.class));
    }

    private static Due with(Due due, List<CaseStop> stops) {
        var of = due.times();
        return new Due(
                due.id(),
                due.receipt(),
                due.nextOn(),
                due.dueOn(),
                new CaseTimes(
                        of.track(),
                        of.state(),
                        of.part(),
                        of.submittedOn(),
                        of.saidSince(),
                        of.supplementDueOn(),
                        of.acceptedOn(),
                        of.course(),
                        of.statutoryDays(),
                        of.promisedDays(),
                        of.extensionDays(),
                        stops,
                        of.deferredDueOn(),
                        of.opinionsDueOn(),
                        of.decidedOn(),
                        of.pledgeOpen(),
                        of.partsDueOn()));
    }

    private static Due due(ResultSet row, List<CaseStop> stops) throws SQLException {
        var course = row.getString("course");
        return new Due(
                row.getObject("id", UUID.class),
                row.getString("receipt"),
                row.getObject("next_on", LocalDate.class),
                day(row, "due_on"),
                new CaseTimes(
                        ServiceTrack.valueOf(row.getString("track")),
                        CaseState.valueOf(row.getString("state")),
                        row.getObject("part_of") != null,
                        row.getObject("submitted_on", LocalDate.class),
                        row.getObject("said_since", LocalDate.class),
                        day(row, "supplement_due_on"),
                        day(row, "accepted_on"),
                        course == null ? null : CaseCourse.valueOf(course),
                        row.getObject("statutory_days", Integer.class),
                        row.getInt("promised_days"),
                        row.getInt("extension_days"),
                        stops,
                        day(row, "deferred_due_on"),
                        days(row.getArray("opinions")),
                        day(row, "decided_on"),
                        row.getBoolean("pledge_open"),
                        day(row, "parts_due_on")));
    }

    private static List<LocalDate> days(Array days) throws SQLException {
        return Arrays.stream((Date[]) days.getArray()).map(Date::toLocalDate).toList();
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
