package org.kaiyuan.services;

import static org.kaiyuan.services.CaseMaterialRules.names;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 决定. */
@Service
@Transactional
@PreAuthorize("hasRole('" + ServicesPermissions.DECIDE + "')")
public class CaseDecision {
    private static final int LONGEST_DOCUMENT = 300;

    private final CaseStore store;
    private final ServiceStore services;
    private final CaseGate gate;
    private final CaseMaterialRules materials;
    private final CaseBundles bundles;
    private final LetterWriting letters;
    private final CurrentPerson person;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseDecision(
            CaseStore store,
            ServiceStore services,
            CaseGate gate,
            CaseMaterialRules materials,
            CaseBundles bundles,
            LetterWriting letters,
            CurrentPerson person,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.services = services;
        this.gate = gate;
        this.materials = materials;
        this.bundles = bundles;
        this.letters = letters;
        this.person = person;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Writes the decision document, and tells the list of powers where one was used. Of a bundle all parts that are not
     * decided yet.
     *
     * @param outcome granted or refused
     * @param said why; wanted for a refusal (行政许可法 §38)
     * @param conditions wanted where 容缺 papers are still missing
     */
    public void decide(
            CaseId id,
            CaseOutcome outcome,
            String said,
            @Nullable String conditions,
            long basedOn) {
        if (outcome == CaseOutcome.ANSWERED) {
            throw new ServicesFieldsRefused("outcome", "services.case.rule.outcome");
        }
        var why =
                outcome == CaseOutcome.REFUSED
                        ? CaseAcceptance.required("said", said)
                        : said.strip();
        CaseAcceptance.refuseLonger("said", why);
        CaseAcceptance.refuseLonger("conditions", conditions);
        var under = conditions == null || conditions.isBlank() ? null : conditions.strip();
        var held = store.hold(id, basedOn);
        gate.allowed(held, note(held), CaseAct.DECIDE);
        if (!held.bundle()) {
            one(held, outcome, why, under);
            return;
        }
        var open =
                store.parts(id).stream()
                        .filter(part -> part.state() == CaseState.ACCEPTED)
                        .toList();
        var upper =
                open.stream()
                        .filter(part -> part.course() == CaseCourse.UPPER)
                        .map(Held::title)
                        .toList();
        if (!upper.isEmpty()) {
            throw new CaseRefused("services.refusal.case.bundleUpper", upper);
        }
        for (var part : open) {
            gate.allowed(part, note(part), CaseAct.DECIDE);
            one(part, outcome, why, under);
        }
    }

    private void one(Held held, CaseOutcome outcome, String why, @Nullable String under) {
        var note = note(held);
        var silent = silent(held);
        if (outcome == CaseOutcome.GRANTED) {
            refuseIncomplete(held, note, under);
        }
        var today = today();
        decided(held, outcome, today, joined(why, under));
        store.happened(
                held,
                CaseAct.DECIDE,
                StepKind.DECIDE,
                today,
                Stream.of(
                                letters.word(outcome),
                                joined(why, under),
                                silent.isEmpty()
                                        ? null
                                        : letters.text("services.case.said.silent", silent))
                        .filter(Objects::nonNull)
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("；")),
                true);
        store.settle(held.id());
        Map<LetterPlace, String> places = new EnumMap<>(LetterPlace.class);
        places.put(LetterPlace.OUTCOME, letters.word(outcome));
        places.put(LetterPlace.REASON, why);
        places.put(LetterPlace.CONDITIONS, under == null ? "" : under);
        letters.write(
                store.read(held.id()),
                note,
                outcome == CaseOutcome.GRANTED ? LetterKind.GRANTED : LetterKind.REFUSED,
                today,
                places);
        tell(held, today, outcome);
        bundles.follow(held.id());
    }

    /**
     * 代办: what the upper body decided.
     *
     * @param on when it decided
     * @param document number of its decision
     */
    public void upperDecided(
            CaseId id,
            CaseOutcome outcome,
            LocalDate on,
            String document,
            @Nullable String said,
            long basedOn) {
        var faults = new ArrayList<FieldFault>();
        if (outcome == CaseOutcome.ANSWERED) {
            faults.add(new FieldFault("outcome", "services.case.rule.outcome", List.of()));
        }
        ServicesFieldsRefused.required(faults, "document", document);
        ServicesFieldsRefused.longer(faults, "document", document, LONGEST_DOCUMENT);
        ServicesFieldsRefused.refuse(faults);
        CaseAcceptance.refuseLonger("said", said);
        var held = store.hold(id, basedOn);
        gate.allowed(held, note(held), CaseAct.UPPER_DECIDED);
        refuseOutside("on", on, held.acceptedOn());
        if (held.stopped()) {
            throw new CaseRefused(
                    "services.refusal.case.stands", String.valueOf(held.stoppedSince()));
        }
        var words = joined(document.strip(), said == null ? null : said.strip());
        decided(held, outcome, on, words);
        store.happened(
                held,
                CaseAct.UPPER_DECIDED,
                StepKind.DECIDE,
                on,
                letters.word(outcome) + "；" + words,
                true);
        store.settle(id);
        tell(held, on, outcome);
        bundles.follow(id);
    }

    /** 告知承诺: what verifying found, within two months after. */
    public void verifyPledge(CaseId id, boolean kept, String said, long basedOn) {
        var found = CaseAcceptance.required("said", said);
        var held = store.hold(id, basedOn);
        gate.allowed(held, note(held), CaseAct.VERIFY_PLEDGE);
        store.change(id, "pledge_kept = ?, pledge_said = ?", kept, found);
        store.happened(
                held,
                CaseAct.VERIFY_PLEDGE,
                held.step(),
                today(),
                letters.text(kept ? "services.case.said.kept" : "services.case.said.broken", found),
                true);
        store.settle(id);
    }

    private void decided(Held held, CaseOutcome outcome, LocalDate on, String words) {
        store.change(
                held.id(),
                """
                outcome = ?, decided_on = ?, decision = ?, decided_name = ?, extension_asked_days = null,
                extension_asked_by = null, extension_asked_why = null\
                """,
                outcome.name(),
                on,
                words,
                person.displayName());
        store.become(held, CaseState.DECIDED, StepKind.DELIVER, note(held));
    }

    private void tell(Held held, LocalDate on, CaseOutcome outcome) {
        events.publishEvent(
                new CaseDecided(
                        CurrentTenant.get(),
                        held.id().value(),
                        held.receipt(),
                        held.entry() == null ? null : held.entry().value(),
                        on,
                        outcome));
    }

    /** Seats that did not answer by their day; while a day has not passed there is no decision. */
    private List<String> silent(Held held) {
        var awaited =
                store.opinions(held.id()).stream().filter(one -> one.verdict() == null).toList();
        var inTime = awaited.stream().filter(one -> !one.dueOn().isBefore(today())).toList();
        if (!inTime.isEmpty()) {
            throw new CaseRefused(
                    "services.refusal.case.opinions",
                    inTime.stream().map(CaseOpinion::seatName).toList(),
                    inTime.getLast().dueOn().toString());
        }
        return awaited.stream().map(CaseOpinion::seatName).toList();
    }

    private void refuseIncomplete(Held held, ServiceNote note, @Nullable String under) {
        var lacking = materials.lacking(held.id(), note);
        if (!lacking.isEmpty()) {
            throw new CaseRefused("services.refusal.case.decideLacking", names(lacking));
        }
        var unchecked = materials.unchecked(held.id(), note);
        if (!unchecked.isEmpty()) {
            throw new CaseRefused("services.refusal.case.unchecked", names(unchecked));
        }
        var deferred = materials.deferred(held.id(), note);
        if (!deferred.isEmpty() && under == null) {
            throw new CaseRefused("services.refusal.case.decideDeferred", names(deferred));
        }
    }

    private void refuseOutside(String field, LocalDate on, @Nullable LocalDate earliest) {
        if (on.isAfter(today())) {
            throw new ServicesFieldsRefused(field, "services.case.rule.future");
        }
        if (earliest != null && on.isBefore(earliest)) {
            throw new ServicesFieldsRefused(
                    field, "services.case.rule.notBefore", earliest.toString());
        }
    }

    private static String joined(String first, @Nullable String second) {
        return second == null || second.isEmpty()
                ? first
                : first.isEmpty() ? second : first + "\n" + second;
    }

    private ServiceNote note(Held held) {
        return services.note(held.service(), held.edition());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
