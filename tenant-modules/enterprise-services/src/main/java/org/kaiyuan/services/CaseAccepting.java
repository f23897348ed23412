package org.kaiyuan.services;

import static org.kaiyuan.services.CaseMaterialRules.names;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.calendar.WorkingDays;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.services.domain.CaseClock;
import org.kaiyuan.services.domain.CaseCourseOfLife;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What acceptance does, whoever brings it about: who decides is frozen, the clock starts, the seats are opened, letters go out. */
@Component
class CaseAccepting {
    private final JdbcTemplate jdbc;
    private final CaseStore store;
    private final ServiceStore services;
    private final CaseRulings rulings;
    private final CaseMaterialRules materials;
    private final LetterWriting letters;
    private final WorkingDays workingDays;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseAccepting(
            JdbcTemplate jdbc,
            CaseStore store,
            ServiceStore services,
            CaseRulings rulings,
            CaseMaterialRules materials,
            LetterWriting letters,
            WorkingDays workingDays,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.services = services;
        this.rulings = rulings;
        this.materials = materials;
        this.letters = letters;
        this.workingDays = workingDays;
        this.events = events;
        this.clock = clock;
    }

    /**
     * How it comes about.
     *
     * @param on as of when it counts
     * @param deferredUntil 容缺: by when the rest follows; null where nothing does
     */
    record Way(CaseAct act, LocalDate on, @Nullable LocalDate deferredUntil) {
        boolean deemed() {
            return act == CaseAct.DEEM_ACCEPTED;
        }
    }

    /** A bundle with all its parts; the case is held, and may be accepted. */
    void accept(Held held, ServiceNote note, Way way) {
        if (held.bundle()) {
            for (var part : store.parts(held.id())) {
                if (part.state() == CaseState.SUBMITTED) {
                    one(part, services.note(part.service(), part.edition()), way);
                }
            }
        }
        one(held, note, way);
    }

    private void one(Held held, ServiceNote note, Way way) {
        if (!way.deemed()) {
            refuseLacking(held, note);
        }
        var ruling = rulings.ask(held.track(), held.matter(), way.on());
        var step =
                held.bundle()
                        ? StepKind.REVIEW
                        : CaseCourseOfLife.accepted(note.procedure(), ruling.course());
        var deferred = materials.deferred(held.id(), note);
        store.change(
                held.id(),
                "accepted_on = ?, deemed = ?, course = ?, ruling = ?::jsonb, entry_id = ?, deferred_due_on = ?",
                way.on(),
                way.deemed(),
                ruling.course().name(),
                ServiceJson.write(ruling),
                ruling.entry() == null ? null : ruling.entry().value(),
                deferred.isEmpty() ? null : way.deferredUntil());
        store.become(held, CaseState.ACCEPTED, step, note);
        if (ruling.course() != CaseCourse.UPPER && !held.bundle()) {
            openSeats(held.id(), note, way.on());
        }
        store.happened(held, way.act(), StepKind.ACCEPT, way.on(), said(ruling), true);
        store.settle(held.id());
        var accepted = store.read(held.id());
        if (held.partOf() == null) {
            boolean follows = !deferred.isEmpty() && way.deferredUntil() != null;
            letters.write(
                    accepted,
                    note,
                    follows ? LetterKind.DEFERRAL : LetterKind.ACCEPTANCE,
                    LocalDate.now(clock),
                    follows
                            ? Map.of(
                                    LetterPlace.ITEMS,
                                    LetterWriting.items(names(deferred)),
                                    LetterPlace.REASON,
                                    "补交期限：" + LetterWriting.day(way.deferredUntil()) + "。")
                            : Map.of());
        }
        if (ruling.course() == CaseCourse.UPPER) {
            handUp(accepted, note, ruling);
        }
        events.publishEvent(
                new CaseAccepted(
                        CurrentTenant.get(),
                        held.id().value(),
                        held.receipt(),
                        ruling.entry() == null ? null : ruling.entry().value(),
                        way.on(),
                        accepted.dueOn(),
                        way.deemed()));
    }

    private void refuseLacking(Held held, ServiceNote note) {
        var lacking = materials.lacking(held.id(), note);
        if (!lacking.isEmpty()) {
            throw new CaseRefused(
                    held.supplementAskedOn() == null
                            ? "services.refusal.case.lacking"
                            : "services.refusal.case.lackingStill",
                    names(lacking));
        }
    }

    private void handUp(Held held, ServiceNote note, CaseRuling ruling) {
        Map<LetterPlace, String> places = new EnumMap<>(LetterPlace.class);
        if (ruling.body() != null) {
            places.put(LetterPlace.BODY, ruling.body());
        }
        if (ruling.why() != null) {
            places.put(LetterPlace.REASON, "原因：" + letters.word(ruling.why()) + "。");
        }
        letters.write(held, note, LetterKind.HANDED_UP, LocalDate.now(clock), places);
    }

    /** Where the year of a seat's last day is not known, the last day that is. */
    private void openSeats(CaseId id, ServiceNote note, LocalDate on) {
        var today = LocalDate.now(clock);
        var from = on.isBefore(today) ? today : on;
        var seats = note.procedure().seats();
        jdbc.batchUpdate(
                """
                insert into services.case_opinion (tenant_id, case_id, seat, seat_name, team, due_on) values (?, ?, ?, ?, ?, ?)\
                """,
                seats.stream()
                        .map(seat ->
                                new Object[] {
                                    CurrentTenant.get().value(),
                                    id.value(),
                                    seat.key(),
                                    seat.name(),
                                    seat.team(),
                                    seatDueOn(from, seat.days())
                                })
                        .toList());
    }

    private LocalDate seatDueOn(LocalDate from, int days) {
        var calendar = workingDays.calendar();
        var due = CaseClock.known(() -> calendar.plus(from, days));
        if (due != null) {
            return due;
        }
        var last = from;
        while (calendar.known(last.plusDays(1))) {
            last = last.plusDays(1);
        }
        return last;
    }

    /** Who decides, and why: for the enterprise, too. */
    private @Nullable String said(CaseRuling ruling) {
        var parts =
                switch (ruling.course()) {
                    case OWN -> List.<String>of();
                    case HERE -> List.of(letters.word(ruling.course()), or(ruling.basis()));
                    case UPPER ->
                            List.of(
                                    letters.word(ruling.course()),
                                    or(ruling.body()),
                                    ruling.why() == null ? "" : letters.word(ruling.why()));
                };
        var said = parts.stream().filter(one -> !one.isEmpty()).collect(Collectors.joining("；"));
        return said.isEmpty() ? null : said;
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
