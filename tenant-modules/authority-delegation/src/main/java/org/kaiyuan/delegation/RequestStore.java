package org.kaiyuan.delegation;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.domain.RequestCourse;
import org.kaiyuan.delegation.domain.RequestCourse.Answered;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Requests and their answers as this side has them; whoever asks has asked for permission. */
@Component
class RequestStore {
    /** Nobody is asked so often. */
    private static final int MOST_ANSWERS = 400;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    RequestStore(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A row that nobody else writes until the transaction ends.
     *
     * @param told number of the park's last message
     */
    record Held(
            PowerRequestId id,
            RequestSide side,
            TenantId zone,
            String zoneName,
            @Nullable TenantId supervisor,
            @Nullable String supervisorName,
            RequestState state,
            int round,
            long told,
            PowerRequestDraft said,
            @Nullable PowerRequestDraft sentSaid,
            @Nullable Instant sentAt,
            @Nullable String notes,
            String begunBy,
            long version) {

        boolean isAnsweredHere() {
            return side == RequestSide.SUPERVISOR || supervisor == null;
        }
    }

    /** @throws UnknownPowerRequest when there is none */
    Held hold(PowerRequestId id) {
        return jdbc
                .query(
                        "select r.* from delegation.power_request r where r.id = ? for update",
                        RequestStore::held,
                        id.value())
                .stream()
                .findFirst()
                .orElseThrow(UnknownPowerRequest::new);
    }

    /** By round and step, at most 400. */
    List<PowerAnswer> answers(PowerRequestId id) {
        return jdbc.query(
                """
                select a.* from delegation.power_answer a where a.request_id = ?
                order by a.round, array_position(array['DEPARTMENT', 'STAFFING', 'LEGALITY', 'GOVERNMENT'], a.step) limit ?\
                """,
                RequestStore::answer,
                id.value(),
                MOST_ANSWERS);
    }

    /** Whose answer is awaited. */
    @Nullable AnswerStep next(PowerRequestId id, int round) {
        return RequestCourse.next(published(answers(id), round));
    }

    static List<Answered> published(List<PowerAnswer> answers, int round) {
        return answers.stream()
                .filter(one -> one.round() == round && one.isPublished())
                .map(one -> new Answered(one.step(), one.note().outcome()))
                .toList();
    }

    /**
     * An answer that this side has.
     *
     * @param published null for a draft of this side
     * @return false where the round has one of that step, or it is there already
     */
    boolean add(
            PowerRequestId request,
            PowerAnswerId id,
            int round,
            AnswerStep step,
            PowerAnswerNote note,
            @Nullable Instant published,
            String writtenName) {
        return jdbc.update(
                        """
                        insert into delegation.power_answer (tenant_id, id, request_id, round, step, outcome, body, said,
                            document, answered_on, granted_on, published_at, written_name)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing\
                        """,
                        CurrentTenant.get().value(),
                        id.value(),
                        request.value(),
                        round,
                        step.name(),
                        note.outcome().name(),
                        note.body(),
                        note.said(),
                        note.document(),
                        note.answeredOn(),
                        note.grantedOn(),
                        published == null ? null : Timestamp.from(published),
                        writtenName)
                == 1;
    }

    /** Lets the row say where it stands now, by its rounds, its answers and whether it was taken back. */
    RequestState settle(PowerRequestId id) {
        var now =
                jdbc.queryForMap(
                        "select round, withdrawn_at from delegation.power_request where id = ?",
                        id.value());
        int round = (Integer) Objects.requireNonNull(now.get("round"));
        var withdrawn = (Timestamp) now.get("withdrawn_at");
        var answers =
                answers(id).stream()
                        .filter(one -> one.round() == round && one.isPublished())
                        .toList();
        var state = RequestCourse.state(round, withdrawn != null, published(answers, round));
        var ended =
                !state.hasEnded()
                        ? null
                        : state == RequestState.WITHDRAWN
                                ? LocalDate.ofInstant(
                                        Objects.requireNonNull(withdrawn).toInstant(),
                                        clock.getZone())
                                : day(answers.getLast().note());
        jdbc.update(
                """
                update delegation.power_request set state = ?, ended_on = ?, updated_at = ?, version = version + 1
                where id = ?\
                """,
                state.name(),
                ended == null ? null : Date.valueOf(ended),
                Timestamp.from(clock.instant()),
                id.value());
        return state;
    }

    private static LocalDate day(PowerAnswerNote last) {
        return last.grantedOn() == null ? last.answeredOn() : last.grantedOn();
    }

    static Held held(ResultSet row, int number) throws SQLException {
        long supervisor = row.getLong("supervisor_id");
        boolean alone = row.wasNull();
        var sent = row.getString("sent_said");
        return new Held(
                new PowerRequestId(row.getObject("id", UUID.class)),
                RequestSide.valueOf(row.getString("side")),
                new TenantId(row.getLong("zone_id")),
                row.getString("zone_name"),
                alone ? null : new TenantId(supervisor),
                row.getString("supervisor_name"),
                RequestState.valueOf(row.getString("state")),
                row.getInt("round"),
                row.getLong("told"),
                said(row),
                sent == null ? null : Wordings.JSON.readValue(sent, PowerRequestDraft.class),
                instant(row, "sent_at"),
                row.getString("notes"),
                row.getString("begun_by"),
                row.getLong("version"));
    }

    static PowerRequestDraft said(ResultSet row) throws SQLException {
        var matter = row.getObject("matter_id", UUID.class);
        return new PowerRequestDraft(
                matter == null ? null : new MatterId(matter),
                row.getString("matter_code"),
                row.getString("matter_name"),
                row.getString("original_authority"),
                row.getString("reason"),
                row.getObject("cases", Integer.class),
                row.getString("cases_said"),
                row.getString("readiness_said"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    static PowerAnswer answer(ResultSet row, int number) throws SQLException {
        return new PowerAnswer(
                new PowerAnswerId(row.getObject("id", UUID.class)),
                row.getInt("round"),
                AnswerStep.valueOf(row.getString("step")),
                new PowerAnswerNote(
                        AnswerOutcome.valueOf(row.getString("outcome")),
                        row.getString("body"),
                        row.getString("said"),
                        row.getString("document"),
                        row.getObject("answered_on", LocalDate.class),
                        row.getObject("granted_on", LocalDate.class)),
                instant(row, "published_at"),
                row.getString("written_name"),
                row.getLong("version"));
    }
}
