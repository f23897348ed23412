package org.kaiyuan.delegation;

import static org.kaiyuan.delegation.HistoryWords.change;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.RequestStore.Held;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answering requests for powers, step by step: a supervisor those that it was sent, a park without a supervisor on the
 * platform its own. An answer is written, files are hung on it, and then it is published as a whole.
 */
@Service
@Transactional
@PreAuthorize(
        "hasAnyRole('" + DelegationPermissions.WRITE + "', '" + DelegationPermissions.ANSWER + "')")
public class PowerAnswering {
    /** What the history calls an answer, and what its files hang on. */
    public static final String SUBJECT = "delegation.power-answer";

    private static final int LONGEST_NOTES = 4000;

    private final JdbcTemplate jdbc;
    private final RequestStore store;
    private final Attachments attachments;
    private final HistoryWords words;
    private final ChangeHistory history;
    private final CurrentPerson person;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PowerAnswering(
            JdbcTemplate jdbc,
            RequestStore store,
            Attachments attachments,
            HistoryWords words,
            ChangeHistory history,
            CurrentPerson person,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.attachments = attachments;
        this.words = words;
        this.history = history;
        this.person = person;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Begins the answer of the step that is awaited; nobody else sees it.
     *
     * @throws UnknownPowerRequest when there is none
     * @throws PowerRequestRefused when it is not awaiting answers, another step is awaited, somebody is writing that answer
     *     already, or it is not answered on this side
     * @throws DelegationFieldsRefused with all that is wrong
     */
    public PowerAnswerId write(PowerRequestId request, AnswerStep step, PowerAnswerNote note) {
        note.check(step, LocalDate.now(clock));
        var held = store.hold(request);
        refuseOthers(held);
        refuseDisorder(held, step);
        var id = PowerAnswerId.next();
        if (!store.add(request, id, held.round(), step, note, null, person.displayName())) {
            throw PowerRequestRefused.drafted(step);
        }
        history.record(SUBJECT, id.value(), "written", words.answer(null, step, note));
        return id;
    }

    /**
     * Says something else before it is published.
     *
     * @param basedOn the version that was seen
     * @throws UnknownPowerRequest when there is no such answer
     * @throws PowerRequestRefused when it is published, or not answered on this side
     * @throws PowerChangedMeanwhile when somebody else was quicker
     * @throws DelegationFieldsRefused with all that is wrong
     */
    public void revise(PowerAnswerId id, PowerAnswerNote note, long basedOn) {
        var before = unpublished(id, basedOn);
        note.check(before.answer().step(), LocalDate.now(clock));
        jdbc.update(
                """
                update delegation.power_answer set outcome = ?, body = ?, said = ?, document = ?, answered_on = ?,
                    granted_on = ?, written_name = ?, version = version + 1
                where id = ?\
                """,
                note.outcome().name(),
                note.body(),
                note.said(),
                note.document(),
                note.answeredOn(),
                note.grantedOn(),
                person.displayName(),
                id.value());
        history.record(
                SUBJECT,
                id.value(),
                "revised",
                words.answer(before.answer().note(), before.answer().step(), note));
    }

    /**
     * Publishes it with its files: from now on it stays as it is, and the other side has it as a record of its own.
     *
     * @param basedOn the version that was seen
     * @throws UnknownPowerRequest when there is no such answer
     * @throws PowerRequestRefused when it is published, the request awaits none, or another step is awaited
     * @throws PowerChangedMeanwhile when somebody else was quicker
     */
    public void publish(PowerAnswerId id, long basedOn) {
        var before = unpublished(id, basedOn);
        var answer = before.answer();
        var request = before.request();
        if (answer.round() != request.round()) {
            throw PowerRequestRefused.state(request.state());
        }
        refuseDisorder(request, answer.step());
        var now = clock.instant();
        jdbc.update(
                "update delegation.power_answer set published_at = ?, version = version + 1 where id = ?",
                Timestamp.from(now),
                id.value());
        store.settle(request.id());
        history.record(
                PowerRequesting.SUBJECT,
                request.id().value(),
                "answered",
                words.answer(null, answer.step(), answer.note()));
        if (request.side() == RequestSide.SUPERVISOR) {
            events.publishEvent(
                    new PowerAnswerTold(
                            request.zone(),
                            CurrentTenant.get(),
                            request.id().value(),
                            id.value(),
                            answer.round(),
                            answer.step(),
                            answer.note(),
                            now,
                            files(id)));
        }
    }

    /**
     * Notes of this side alone; the other never sees them.
     *
     * @param basedOn the version of the request that was seen
     * @throws UnknownPowerRequest when there is none
     * @throws PowerChangedMeanwhile when somebody else was quicker
     * @throws DelegationFieldsRefused when it is too long
     */
    public void note(PowerRequestId id, @Nullable String notes, long basedOn) {
        var tidy = notes == null || notes.isBlank() ? null : notes.strip();
        if (tidy != null && tidy.length() > LONGEST_NOTES) {
            throw new DelegationFieldsRefused("notes", "delegation.rule.longest", LONGEST_NOTES);
        }
        var held = store.hold(id);
        refuseUnlessMay(held.side());
        if (held.version() != basedOn) {
            throw PowerChangedMeanwhile.of(history, id.value(), held.version(), basedOn);
        }
        jdbc.update(
                "update delegation.power_request set notes = ?, version = version + 1 where id = ?",
                tidy,
                id.value());
        history.record(
                PowerRequesting.SUBJECT,
                id.value(),
                "noted",
                List.of(change("notes", held.notes(), tidy)));
    }

    private record Written(PowerAnswer answer, Held request) {}

    private Written unpublished(PowerAnswerId id, long basedOn) {
        var request =
                jdbc
                        .query(
                                "select request_id from delegation.power_answer where id = ?",
                                (row, n) -> new PowerRequestId(row.getObject(1, UUID.class)),
                                id.value())
                        .stream()
                        .findFirst()
                        .orElseThrow(UnknownPowerRequest::new);
        var held = store.hold(request);
        refuseOthers(held);
        var answer =
                store.answers(request).stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow(UnknownPowerRequest::new);
        if (answer.isPublished()) {
            throw PowerRequestRefused.published();
        }
        if (answer.version() != basedOn) {
            throw PowerChangedMeanwhile.of(history, id.value(), answer.version(), basedOn);
        }
        return new Written(answer, held);
    }

    private void refuseOthers(Held request) {
        if (!request.isAnsweredHere()) {
            throw PowerRequestRefused.answeredBy(String.valueOf(request.supervisorName()));
        }
        refuseUnlessMay(request.side());
    }

    private void refuseUnlessMay(RequestSide side) {
        var needed =
                side == RequestSide.PARK
                        ? DelegationPermissions.WRITE
                        : DelegationPermissions.ANSWER;
        if (!person.may(needed)) {
            throw new AccessDeniedException("This side of a request needs " + needed);
        }
    }

    private void refuseDisorder(Held request, AnswerStep step) {
        if (request.state() != RequestState.SENT) {
            throw PowerRequestRefused.state(request.state());
        }
        var next = store.next(request.id(), request.round());
        if (next != null && next != step) {
            throw PowerRequestRefused.order(next, step);
        }
    }

    private List<UUID> files(PowerAnswerId id) {
        return attachments.of(PowerAnswerRecords.of(id), null, Attachments.MOST).items().stream()
                .map(file -> file.id().value())
                .toList();
    }
}
