package org.kaiyuan.services;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.calendar.CalendarYearMissing;
import org.kaiyuan.platform.calendar.WorkingCalendar;
import org.kaiyuan.platform.calendar.WorkingDays;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Figures of cases, each in one statement. What was handed in once counts once: a bundle is one case, its parts are not counted
 * beside it. By service, or of one service, a part counts at the service that it is a case of, as one that was handed in alone
 * does; so lines by service may sum to more than the total. Whoever asks has asked for permission.
 */
@Component
class FigureSql {
    private static final int MOST_LINES = 500;
    private static final int MOST_EDITIONS = 1000;

    private final JdbcTemplate jdbc;
    private final ServiceStore services;
    private final WorkingDays workingDays;
    private final Clock clock;

    FigureSql(JdbcTemplate jdbc, ServiceStore services, WorkingDays workingDays, Clock clock) {
        this.jdbc = jdbc;
        this.services = services;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** Without a group: one line, with zeros where there is nothing. */
    FigureLine total(FigureQuestion question) {
        return lines("''", question, false).stream()
                .findFirst()
                .orElse(new FigureLine("", "", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, null, 0, true));
    }

    List<FigureLine> by(FigureGroup group, FigureQuestion question) {
        return lines(
                switch (group) {
                    case SERVICE -> "c.service_id::text";
                    case TEAM -> "coalesce(c.team, '')";
                    case MONTH ->
                            "to_char(c.submitted_at at time zone '%s', 'YYYY-MM')"
                                    .formatted(clock.getZone());
                },
                question,
                group == FigureGroup.SERVICE);
    }

    private List<FigureLine> lines(String key, FigureQuestion question, boolean byService) {
        var arguments = new ArrayList<Object>();
        var asked = asked(key, question, byService, arguments);
        arguments.add(LocalDate.now(clock));
        arguments.add(MOST_LINES);
        return jdbc.query(
                """
                with asked as (%s),
                rated as (
                    select a.key, count(*) as ratings, sum(r.stars) as stars, count(*) filter (where r.stars <= 2) as bad
                    from asked a join services.rating r on r.tenant_id = a.tenant_id and r.case_id = a.id
                    group by a.key),
                counted as (
                    select a.key, count(*) as received, count(a.accepted_on) as accepted, count(*) filter (where a.deemed) as deemed,
                           count(a.decided_on) as decided, count(*) filter (where a.decided_on <= a.due_on) as on_time,
                           count(*) filter (where a.undecided) as undecided,
                           count(*) filter (where a.undecided and a.due_on < ?) as overdue,
                           count(a.supplement_asked_on) as supplements,
                           count(*) filter (where a.state = 'WITHDRAWN') as withdrawn,
                           count(*) filter (where a.state = 'NOT_ACCEPTED') as not_accepted
                    from asked a group by a.key)
                select n.*, coalesce(s.title, n.key) as name, r.ratings, r.stars, r.bad
                from counted n
                left join rated r on r.key = n.key
                left join services.service s on s.id::text = n.key
                order by n.key limit ?\
                """
                        .formatted(asked),
                FigureSql::line,
                arguments.toArray());
    }

    /** How long steps took, from the days of what happened; together with what all procedures concerned promise alike. */
    List<StepFigure> steps(FigureQuestion question) {
        var arguments = new ArrayList<Object>();
        var asked = asked("''", question, false, arguments);
        Map<StepKind, Map<Integer, Integer>> casesByDays = new EnumMap<>(StepKind.class);
        var calendar = workingDays.calendar();
        jdbc.query(
                """
                with asked as (%s),
                days as (
                    select e.case_id,
                           min(e.on_day) filter (where e.act = 'SUBMIT') as submitted,
                           max(e.on_day) filter (where e.act in ('SUBMIT', 'SUPPLEMENT')) as complete,
                           min(e.on_day) filter (where e.act = 'PRECHECK') as prechecked,
                           min(e.on_day) filter (where e.act in ('ACCEPT', 'ACCEPT_DEFERRED', 'DEEM_ACCEPTED')) as accepted,
                           max(e.on_day) filter (where e.act = 'GIVE_OPINION') as reviewed,
                           min(e.on_day) filter (where e.act in ('DECIDE', 'UPPER_DECIDED', 'ANSWER')) as decided,
                           min(e.on_day) filter (where e.act = 'DELIVER') as delivered,
                           min(e.on_day) filter (where e.act = 'ARCHIVE') as archived
                    from asked a join services.case_event e on e.tenant_id = a.tenant_id and e.case_id = a.id
                    group by e.case_id)
                select v.step, v.from_on, v.to_on, count(*)
                from days d cross join lateral (values
                    ('PRECHECK', d.submitted, d.prechecked),
                    ('ACCEPT', d.complete, d.accepted),
                    ('REVIEW', d.accepted, d.reviewed),
                    ('DECIDE', coalesce(d.reviewed, d.accepted, d.submitted), d.decided),
                    ('DELIVER', d.decided, d.delivered),
                    ('ARCHIVE', coalesce(d.delivered, d.decided), d.archived)) v (step, from_on, to_on)
                where v.to_on >= v.from_on group by 1, 2, 3\
                """
                        .formatted(asked),
                row -> {
                    var days =
                            between(
                                    calendar,
                                    row.getObject(2, LocalDate.class),
                                    row.getObject(3, LocalDate.class));
                    if (days != null) {
                        casesByDays
                                .computeIfAbsent(
                                        StepKind.valueOf(row.getString(1)), s -> new TreeMap<>())
                                .merge(days, row.getInt(4), Integer::sum);
                    }
                },
                arguments.toArray());
        var promised = promised(question);
        var figures = new ArrayList<StepFigure>();
        casesByDays.forEach(
                (step, byDays) -> figures.add(figure(step, byDays, promised.get(step))));
        return figures;
    }

    private static StepFigure figure(
            StepKind step, Map<Integer, Integer> byDays, @Nullable Integer promised) {
        int cases = 0;
        long sum = 0;
        for (var one : byDays.entrySet()) {
            cases += one.getValue();
            sum += (long) one.getKey() * one.getValue();
        }
        int wanted = (int) Math.ceil(cases * 0.9);
        int seen = 0;
        int p90 = 0;
        for (var one : byDays.entrySet()) { // in the order of days
            if (seen < wanted) {
                seen += one.getValue();
                p90 = one.getKey();
            }
        }
        return new StepFigure(
                step,
                cases,
                BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(cases), 1, RoundingMode.HALF_UP),
                BigDecimal.valueOf(p90).setScale(1),
                promised);
    }

    /** By step what all editions concerned promise alike; a step that one of them does not promise is not there. */
    private Map<StepKind, Integer> promised(FigureQuestion question) {
        var arguments = new ArrayList<Object>();
        var asked = asked("''", question, false, arguments);
        arguments.add(MOST_EDITIONS);
        record Edition(ServiceId service, int number) {}
        var editions =
                jdbc.query(
                        "with asked as (%s) select distinct a.service_id, a.edition from asked a limit ?"
                                .formatted(asked),
                        (row, n) ->
                                new Edition(
                                        new ServiceId(row.getObject(1, java.util.UUID.class)),
                                        row.getInt(2)),
                        arguments.toArray());
        Map<StepKind, Integer> promised = new EnumMap<>(StepKind.class);
        for (var step : StepKind.values()) {
            var days =
                    editions.stream()
                            .map(one -> services.note(one.service(), one.number()).procedure())
                            .map(procedure -> procedure.of(step))
                            .map(taken -> taken == null ? null : taken.days())
                            .distinct()
                            .limit(2)
                            .toList();
            if (days.size() == 1 && days.getFirst() != null) {
                promised.put(step, days.getFirst());
            }
        }
        return promised;
    }

    /** @param byService whether parts of bundles count, each at its service */
    private String asked(
            String key, FigureQuestion question, boolean byService, List<Object> arguments) {
        var where = new StringBuilder();
        arguments.add(
                Timestamp.from(question.from().atDay(1).atStartOfDay(clock.getZone()).toInstant()));
        arguments.add(
                Timestamp.from(
                        question.to()
                                .plusMonths(1)
                                .atDay(1)
                                .atStartOfDay(clock.getZone())
                                .toInstant()));
        var service = question.service();
        if (service == null && !byService) {
            where.append(" and c.part_of is null");
        }
        if (service != null) {
            where.append(" and c.service_id = ?");
            arguments.add(service.value());
        }
        var team = question.team();
        if (team != null) {
            where.append(" and c.team = ?");
            arguments.add(team);
        }
        var only = CaseSight.only();
        if (only != null) {
            where.append(" and c.company = ?");
            arguments.add(only);
        }
        return """
        select c.tenant_id, c.id, %s as key, c.service_id, c.edition, c.state, c.accepted_on, c.deemed, c.decided_on, c.due_on,
               c.supplement_asked_on, %s as undecided
        from services.case_file c
        where c.submitted_at >= ? and c.submitted_at < ?%s\
        """
                .formatted(key, InboxSql.UNDECIDED, where);
    }

    private static @Nullable Integer between(
            WorkingCalendar calendar, LocalDate from, LocalDate to) {
        try {
            return calendar.between(from, to);
        } catch (CalendarYearMissing nobodyCanSay) {
            return null;
        }
    }

    private static FigureLine line(ResultSet row, int n) throws SQLException {
        int ratings = row.getInt("ratings");
        int decided = row.getInt("decided");
        return new FigureLine(
                row.getString("key"),
                row.getString("name"),
                row.getInt("received"),
                row.getInt("accepted"),
                row.getInt("deemed"),
                decided,
                row.getInt("on_time"),
                row.getInt("undecided"),
                row.getInt("overdue"),
                row.getInt("supplements"),
                row.getInt("withdrawn"),
                row.getInt("not_accepted"),
                ratings,
                ratings == 0
                        ? null
                        : BigDecimal.valueOf(row.getLong("stars"))
                                .divide(BigDecimal.valueOf(ratings), 1, RoundingMode.HALF_UP),
                row.getInt("bad"),
                decided < ServiceFigures.SMALL);
    }
}
