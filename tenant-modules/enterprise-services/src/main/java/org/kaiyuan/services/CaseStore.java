package org.kaiyuan.services;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.calendar.WorkingDays;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.services.domain.CaseClock;
import org.kaiyuan.services.domain.CaseCourseOfLife;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Cases inside the transaction of an act: it holds the case, changes it, says what happened, and settles it; who acts has
 * been asked for permission.
 */
@Component
class CaseStore {
    /** What the history calls a case, and what its files hang on. */
    static final String SUBJECT = "services.case";

    private final JdbcTemplate jdbc;
    private final CaseReader reader;
    private final WorkingDays workingDays;
    private final CurrentPerson person;
    private final ChangeHistory history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseStore(
            JdbcTemplate jdbc,
            CaseReader reader,
            WorkingDays workingDays,
            CurrentPerson person,
            ChangeHistory history,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.workingDays = workingDays;
        this.person = person;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The case, and nobody else changes it until the transaction ends; of a part, nor its bundle's.
     *
     * @throws UnknownCase when there is none that whoever acts may see
     */
    Held hold(CaseId id) {
        for (var parent :
                jdbc.query(
                        "select part_of from services.case_file where id = ? and part_of is not null",
                        (row, n) -> row.getObject(1, UUID.class),
                        id.value())) {
            jdbc.query(
                    "select 1 from services.case_file where id = ? for update",
                    (row, n) -> 1,
                    parent);
        }
        var held =
                jdbc
                        .query(
                                "select "
                                        + Held.COLUMNS
                                        + " from services.case_file c where c.id = ? for update of c",
                                (row, n) -> Held.of(row),
                                id.value())
                        .stream()
                        .findFirst()
                        .orElseThrow(UnknownCase::new);
        refuseHidden(held);
        return held;
    }

    /**
     * @param basedOn the version that was seen
     * @throws ServicesChangedMeanwhile when somebody else was quicker
     */
    Held hold(CaseId id, long basedOn) {
        var held = hold(id);
        if (held.version() != basedOn) {
            throw new ServicesChangedMeanwhile(
                    held.version(),
                    history.newest(id.value(), (int) Math.clamp(held.version() - basedOn, 1, 50)));
        }
        return held;
    }

    /** To be read, not to be changed. */
    Held read(CaseId id) {
        return reader.read(id);
    }

    /** As {@link #read}, of what whoever acts may see: an operating company's people see what was assigned to it. */
    Held seen(CaseId id) {
        var held = reader.read(id);
        refuseHidden(held);
        return held;
    }

    /** An operating company's people act on what was assigned to it, and on nothing else. */
    private static void refuseHidden(Held held) {
        var company = held.company();
        if (!CaseSight.sees(company == null ? null : company.value())) {
            throw new UnknownCase();
        }
    }

    /** @return false where one was made of the same already; then nothing is inserted */
    boolean insert(NewCase made) {
        var at = Timestamp.from(made.at());
        int inserted =
                jdbc.update(
                        """
                        insert into services.case_file (tenant_id, id, receipt, pickup_code, made_of, service_id, edition, title,
                            track, matter_id, part_of, part_number, enterprise_id, enterprise_name, credit_code,
                            applicant_username, applicant_name, applicant_phone, channel, state, step, step_since, waiting_for,
                            answers, pledged, submitted_at, said_since, statutory_days, promised_days, team)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'SUBMITTED', ?, ?, 'PARK',
                            ?::jsonb, ?, ?, ?, ?, ?, ?)
                        on conflict (tenant_id, made_of) where part_of is null do nothing\
                        """,
                        CurrentTenant.get().value(),
                        made.id().value(),
                        made.receipt(),
                        made.pickupCode(),
                        made.madeOf(),
                        made.service().value(),
                        made.edition(),
                        made.title(),
                        made.track().name(),
                        made.matter() == null ? null : made.matter().value(),
                        made.partOf() == null ? null : made.partOf().value(),
                        made.partNumber(),
                        made.enterprise() == null ? null : made.enterprise().value(),
                        made.enterpriseName(),
                        made.creditCode(),
                        made.applicantUsername(),
                        made.applicant().name(),
                        made.applicant().phone(),
                        made.channel().name(),
                        made.step().name(),
                        at,
                        ServiceJson.write(made.answers()),
                        made.pledged(),
                        at,
                        LocalDate.ofInstant(made.at(), Held.ZONE),
                        made.statutoryDays(),
                        made.promisedDays(),
                        made.team());
        return inserted > 0;
    }

    /** What is known of each material at the beginning. */
    void insertMaterials(CaseId id, Map<String, MaterialState> materials) {
        var zone = CurrentTenant.get().value();
        jdbc.batchUpdate(
                "insert into services.case_material (tenant_id, case_id, material, state) values (?, ?, ?, ?)",
                materials.entrySet().stream()
                        .map(one ->
                                new Object[] {
                                    zone, id.value(), one.getKey(), one.getValue().name()
                                })
                        .toList());
    }

    /**
     * Writes columns of the case; does not count as a change of its version, {@link #settle} does.
     *
     * @param columns such as {@code state = ?, ended_on = ?}
     */
    void change(CaseId id, String columns, @Nullable Object... values) {
        var all = new ArrayList<@Nullable Object>(Arrays.asList(values));
        all.add(id.value());
        jdbc.update("update services.case_file set " + columns + " where id = ?", all.toArray());
    }

    /** The case goes on to a state and a step. */
    void become(Held held, CaseState next, StepKind step) {
        if (!CaseCourseOfLife.mayBecome(held.track(), held.state(), next)) {
            throw new CaseRefused("services.refusal.case.become", held.state(), next);
        }
        change(
                held.id(),
                "state = ?, step = ?, step_since = ?",
                next.name(),
                step.name(),
                Timestamp.from(clock.instant()));
    }

    /** As {@link #become}; it is the work of the step's team from now on, where the procedure names one. */
    void become(Held held, CaseState next, StepKind step, ServiceNote note) {
        become(held, next, step);
        team(held.id(), step, note);
    }

    private void team(CaseId id, StepKind step, ServiceNote note) {
        var taken = note.procedure().of(step);
        if (taken != null && taken.team() != null) {
            change(id, "team = ?", taken.team());
        }
    }

    /** As {@link #step}; it is the work of the step's team from now on, where the procedure names one. */
    void step(Held held, StepKind step, ServiceNote note) {
        if (held.step() != step) {
            step(held, step);
            team(held.id(), step, note);
        }
    }

    /** The case goes on to another step of the same state. */
    void step(Held held, StepKind step) {
        if (held.step() != step) {
            change(
                    held.id(),
                    "step = ?, step_since = ?",
                    step.name(),
                    Timestamp.from(clock.instant()));
        }
    }

    /**
     * Writes what happened into the case and the history, and tells it.
     *
     * @param on the day as of which it counts
     * @param open whether the enterprise sees it
     * @return the event's number in the case
     */
    int happened(
            Held held,
            CaseAct act,
            StepKind step,
            LocalDate on,
            @Nullable String said,
            boolean open) {
        var numbers =
                jdbc.query(
                        """
                        insert into services.case_event (tenant_id, case_id, number, act, step, on_day, at, by_username, by_name,
                            said, open)
                        select ?, ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?
                        from services.case_event where case_id = ?
                        returning number\
                        """,
                        (row, n) -> row.getInt(1),
                        CurrentTenant.get().value(),
                        held.id().value(),
                        act.name(),
                        step.name(),
                        on,
                        Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)),
                        person.username(),
                        byName(),
                        said,
                        open,
                        held.id().value());
        history.record(
                SUBJECT,
                held.id().value(),
                act.name().toLowerCase(Locale.ROOT),
                said == null ? List.of() : List.of(new FieldChange("said", null, said)));
        int number = numbers.getFirst();
        events.publishEvent(new CaseMoved(CurrentTenant.get(), held.id().value(), number, act));
        return number;
    }

    /** What the case calls who acts: kept, so in Chinese where it is the system. */
    String byName() {
        return SystemActing.USERNAME.equals(person.username()) ? "系统" : person.displayName();
    }

    /** Works out anew what follows from the acts: days, whose turn it is, when the clock looks; of a part, of its bundle too. */
    void settle(CaseId id) {
        settle(id, 1);
    }

    /** As {@link #settle}, without a new version: nothing changed but the day. */
    void settleByClock(CaseId id) {
        settle(id, 0);
    }

    private void settle(CaseId id, int change) {
        var held = reader.read(id);
        var now = clock(held);
        var today = LocalDate.now(clock);
        boolean begun = held.acceptedOn() != null || held.track() == ServiceTrack.TICKET;
        boolean kept = held.decidedOn() != null && held.dueOn() != null;
        jdbc.update(
                """
                update services.case_file set version = version + ?, due_on = ?, statutory_due_on = ?, stopped_since = ?,
                    next_on = ?, waiting_for = ? where id = ?\
                """,
                change,
                kept ? held.dueOn() : begun ? CaseClock.known(now::dueOn) : null,
                kept ? held.statutoryDueOn() : begun ? CaseClock.known(now::statutoryDueOn) : null,
                now.of().stopped() ? now.of().stops().getLast().from() : null,
                now.nextOn(today, told(id)),
                waitingFor(held).name(),
                id.value());
        if (held.partOf() != null) {
            settle(held.partOf(), 0);
        }
    }

    /** The clock of a case, by what is stored of it now. */
    CaseClock clock(Held held) {
        return new CaseClock(workingDays.calendar(), reader.times(held));
    }

    /** What the clock has told of the case already, as {@link CaseClock#nextOn} wants it. */
    Set<String> told(CaseId id) {
        return Set.copyOf(
                jdbc.query(
                        "select kind || '@' || of_day from services.case_told where case_id = ?",
                        (row, n) -> row.getString(1),
                        id.value()));
    }

    private WaitingFor waitingFor(Held held) {
        return switch (held.state()) {
            case SUBMITTED, DECIDED -> WaitingFor.PARK;
            case SUPPLEMENT -> WaitingFor.ENTERPRISE;
            case ACCEPTED -> {
                boolean upper =
                        held.bundle()
                                ? reader.parts(held.id()).stream()
                                        .filter(part -> part.state() == CaseState.ACCEPTED)
                                        .allMatch(part -> part.course() == CaseCourse.UPPER)
                                : held.course() == CaseCourse.UPPER;
                yield upper ? WaitingFor.UPPER : WaitingFor.PARK;
            }
            case DELIVERED, ARCHIVED, NOT_ACCEPTED, WITHDRAWN -> WaitingFor.NOBODY;
        };
    }

    List<CaseStop> stops(CaseId id) {
        return reader.stops(id);
    }

    List<CaseReader.MaterialLine> materials(CaseId id) {
        return reader.materials(id);
    }

    List<CaseOpinion> opinions(CaseId id) {
        return reader.opinions(id);
    }

    List<CaseEvent> events(CaseId id) {
        return reader.events(id);
    }

    List<CaseLetter> letters(CaseId id) {
        return reader.letters(id);
    }

    /** The cases of a bundle, in their order. */
    List<Held> parts(CaseId bundle) {
        return reader.parts(bundle);
    }
}
