package org.kaiyuan.services;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.services.domain.CaseTimes;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reading a case and what belongs to it inside the transaction of a use case; who asks has been asked for permission. */
@Component
class CaseReader {
    private final JdbcTemplate jdbc;

    CaseReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is known of a material, by its key.
     *
     * @param asked for in the supplement
     */
    record MaterialLine(
            String material, MaterialState state, @Nullable String remark, boolean asked) {}

    /** @throws UnknownCase when there is none, or it is another zone's */
    Held read(CaseId id) {
        return jdbc
                .query(
                        "select " + Held.COLUMNS + " from services.case_file c where c.id = ?",
                        (row, n) -> Held.of(row),
                        id.value())
                .stream()
                .findFirst()
                .orElseThrow(UnknownCase::new);
    }

    /** The cases of a bundle, in their order. */
    List<Held> parts(CaseId bundle) {
        return jdbc.query(
                "select "
                        + Held.COLUMNS
                        + " from services.case_file c where c.part_of = ? order by c.part_number",
                (row, n) -> Held.of(row),
                bundle.value());
    }

    List<CaseStop> stops(CaseId id) {
        return jdbc.query(
                "select reason, from_on, to_on, document from services.case_stop where case_id = ? order by number",
                (row, n) ->
                        new CaseStop(
                                StopReason.valueOf(row.getString(1)),
                                row.getObject(2, LocalDate.class),
                                row.getObject(3, LocalDate.class),
                                row.getString(4)),
                id.value());
    }

    /** By their keys. */
    List<MaterialLine> materials(CaseId id) {
        return jdbc.query(
                "select material, state, remark, asked from services.case_material where case_id = ? order by material",
                (row, n) ->
                        new MaterialLine(
                                row.getString(1),
                                MaterialState.valueOf(row.getString(2)),
                                row.getString(3),
                                row.getBoolean(4)),
                id.value());
    }

    List<CaseOpinion> opinions(CaseId id) {
        return jdbc.query(
                """
                select seat, seat_name, team, due_on, verdict, said, signed_name, signed_at, hash
                from services.case_opinion where case_id = ? order by due_on, seat\
                """,
                CaseReader::opinion,
                id.value());
    }

    private static CaseOpinion opinion(ResultSet row, int n) throws SQLException {
        var verdict = row.getString(5);
        var at = row.getTimestamp(8);
        return new CaseOpinion(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                verdict == null ? null : CheckVerdict.valueOf(verdict),
                row.getString(6),
                row.getString(7),
                at == null ? null : at.toInstant(),
                row.getString(9));
    }

    /** The first first. */
    List<CaseEvent> events(CaseId id) {
        return jdbc.query(
                """
                select number, act, step, on_day, at, by_name, said, open from services.case_event
                where case_id = ? order by number\
                """,
                (row, n) ->
                        new CaseEvent(
                                row.getInt(1),
                                CaseAct.valueOf(row.getString(2)),
                                StepKind.valueOf(row.getString(3)),
                                row.getObject(4, LocalDate.class),
                                row.getTimestamp(5).toInstant(),
                                row.getString(6),
                                row.getString(7),
                                row.getBoolean(8)),
                id.value());
    }

    /** The first first. */
    List<CaseLetter> letters(CaseId id) {
        return jdbc.query(
                """
                select id, kind, number, title, body, on_day, signed_name from services.letter
                where case_id = ? order by at, id\
                """,
                (row, n) ->
                        new CaseLetter(
                                new LetterId(row.getObject(1, UUID.class)),
                                LetterKind.valueOf(row.getString(2)),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getObject(6, LocalDate.class),
                                row.getString(7)),
                id.value());
    }

    /** What the clock must know of it. */
    CaseTimes times(Held held) {
        var id = held.id();
        var stops = held.acceptedOn() == null ? List.<CaseStop>of() : stops(id);
        boolean awaited =
                held.deferredDueOn() != null
                        && materials(id).stream()
                                .anyMatch(line -> line.state() == MaterialState.DEFERRED);
        var opinions =
                held.opinionsDueOn() == null
                        ? List.<LocalDate>of()
                        : opinions(id).stream()
                                .filter(one -> one.verdict() == null)
                                .map(CaseOpinion::dueOn)
                                .toList();
        return new CaseTimes(
                held.track(),
                held.state(),
                held.partOf() != null,
                held.submittedOn(),
                held.saidSince(),
                held.supplementDueOn(),
                held.acceptedOn(),
                held.course(),
                held.statutoryDays(),
                held.promisedDays(),
                held.extensionDays(),
                stops,
                awaited ? held.deferredDueOn() : null,
                opinions,
                held.decidedOn(),
                held.pledgeOpen(),
                held.bundle() ? latest(parts(id)) : null);
    }

    /** Null where a day of one cannot be said. */
    private static @Nullable LocalDate latest(List<Held> parts) {
        var counting = parts.stream().filter(part -> part.state() != CaseState.WITHDRAWN).toList();
        if (counting.isEmpty() || counting.stream().anyMatch(part -> part.dueOn() == null)) {
            return null;
        }
        return counting.stream()
                .map(part -> Objects.requireNonNull(part.dueOn()))
                .max(LocalDate::compareTo)
                .orElse(null);
    }
}
