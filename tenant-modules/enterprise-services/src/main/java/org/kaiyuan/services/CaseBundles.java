package org.kaiyuan.services;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A bundle (一件事) follows its parts: it is decided, delivered or withdrawn when all of them are. */
@Component
class CaseBundles {
    private final CaseStore store;
    private final LetterWriting letters;
    private final CurrentPerson person;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseBundles(
            CaseStore store,
            LetterWriting letters,
            CurrentPerson person,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.letters = letters;
        this.person = person;
        this.events = events;
        this.clock = clock;
    }

    /** To be called after every act on a case that may end it; nothing happens to one that is no part. */
    void follow(CaseId moved) {
        var partOf = store.read(moved).partOf();
        if (partOf == null) {
            return;
        }
        var bundle = store.read(partOf);
        var parts = store.parts(partOf);
        var left = parts.stream().filter(part -> part.state() != CaseState.WITHDRAWN).toList();
        if (bundle.state() == CaseState.ACCEPTED && left.isEmpty()) {
            withdrawn(bundle);
        } else if (bundle.state() == CaseState.ACCEPTED
                && left.stream().allMatch(part -> part.decidedOn() != null)) {
            decided(bundle, left);
        } else if (bundle.state() == CaseState.DECIDED
                && left.stream().allMatch(part -> part.deliveredOn() != null)) {
            delivered(bundle, left);
        }
    }

    private void withdrawn(Held bundle) {
        var today = LocalDate.now(clock);
        store.become(bundle, CaseState.WITHDRAWN, bundle.step());
        store.change(bundle.id(), "ended_on = ?", today);
        store.happened(bundle, CaseAct.WITHDRAW, bundle.step(), today, null, true);
        publish(bundle, today, null);
        store.settle(bundle.id());
    }

    private void decided(Held bundle, List<Held> parts) {
        var on = latest(parts, Held::decidedOn);
        var outcome =
                parts.stream().allMatch(part -> part.outcome() == CaseOutcome.GRANTED)
                        ? CaseOutcome.GRANTED
                        : CaseOutcome.REFUSED;
        var said =
                parts.stream()
                        .map(part ->
                                part.title()
                                        + "："
                                        + letters.word(Objects.requireNonNull(part.outcome())))
                        .collect(Collectors.joining("；"));
        store.change(
                bundle.id(),
                "outcome = ?, decided_on = ?, decision = ?, decided_name = ?",
                outcome.name(),
                on,
                said,
                person.displayName());
        store.become(bundle, CaseState.DECIDED, StepKind.DELIVER);
        store.happened(bundle, CaseAct.DECIDE, StepKind.DECIDE, on, said, true);
        publish(bundle, on, outcome);
        store.settle(bundle.id());
    }

    private void delivered(Held bundle, List<Held> parts) {
        var on = latest(parts, Held::deliveredOn);
        var last =
                parts.stream()
                        .max(Comparator.comparing(p -> day(p, Held::deliveredOn)))
                        .orElseThrow();
        store.change(
                bundle.id(),
                "delivered_on = ?, delivered_way = ?, delivered_proof = ?, ended_on = ?",
                on,
                last.deliveredWay() == null ? null : last.deliveredWay().name(),
                last.deliveredProof(),
                on);
        store.become(bundle, CaseState.DELIVERED, StepKind.ARCHIVE);
        store.happened(bundle, CaseAct.DELIVER, StepKind.DELIVER, on, null, true);
        store.settle(bundle.id());
    }

    private void publish(Held bundle, LocalDate on, @Nullable CaseOutcome outcome) {
        events.publishEvent(
                new CaseDecided(
                        CurrentTenant.get(),
                        bundle.id().value(),
                        bundle.receipt(),
                        null,
                        on,
                        outcome));
    }

    private static LocalDate latest(List<Held> parts, Function<Held, @Nullable LocalDate> day) {
        return parts.stream()
                .map(part -> day(part, day))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static LocalDate day(Held part, Function<Held, @Nullable LocalDate> day) {
        return Objects.requireNonNull(day.apply(part));
    }
}
