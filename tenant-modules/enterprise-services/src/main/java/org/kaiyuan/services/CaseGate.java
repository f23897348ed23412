package org.kaiyuan.services;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.portal.PortalPermissions;
import org.kaiyuan.services.domain.CaseCourseOfLife;
import org.springframework.stereotype.Component;

/** Which acts a case allows: by its state, its track, who decides, the step of its procedure, and what was done already. */
@Component
class CaseGate {
    private static final Set<CaseAct> OF_THE_ENTERPRISE =
            EnumSet.of(CaseAct.SUPPLEMENT, CaseAct.DEFERRED_HANDED_IN, CaseAct.WITHDRAW);
    private static final Set<CaseAct> OF_DECIDERS =
            EnumSet.of(
                    CaseAct.DECIDE,
                    CaseAct.UPPER_DECIDED,
                    CaseAct.VERIFY_PLEDGE,
                    CaseAct.EXTEND,
                    CaseAct.DECLINE_EXTENSION);
    private static final Set<CaseAct> OF_BOTH =
            EnumSet.of(
                    CaseAct.STOP,
                    CaseAct.RESUME,
                    CaseAct.ASK_EXTENSION,
                    CaseAct.CHECK,
                    CaseAct.ASK_OPINION,
                    CaseAct.GIVE_OPINION,
                    CaseAct.REMARK);

    private final Clock clock;

    CaseGate(Clock clock) {
        this.clock = clock;
    }

    /** @throws CaseRefused when the case does not allow it; says what to do */
    void allowed(Held held, ServiceNote note, CaseAct act) {
        var refused = refusal(held, note, act);
        if (refused != null) {
            throw refused;
        }
    }

    /** What whoever looks may do next; for showing or hiding, since each act asks again. */
    Set<CaseAct> acts(Held held, ServiceNote note, CurrentPerson person) {
        var acts = EnumSet.noneOf(CaseAct.class);
        for (var act : CaseCourseOfLife.acts(held.state(), held.track(), held.course())) {
            if (refusal(held, note, act) == null && may(held, act, person)) {
                acts.add(act);
            }
        }
        return acts;
    }

    private static boolean may(Held held, CaseAct act, CurrentPerson person) {
        if (act == CaseAct.DEEM_ACCEPTED) {
            return false;
        }
        if (OF_THE_ENTERPRISE.contains(act)) {
            return person.may(PortalPermissions.ENTER);
        }
        boolean decides = person.may(ServicesPermissions.DECIDE);
        if (OF_DECIDERS.contains(act)) {
            return decides
                    && !(act == CaseAct.EXTEND
                            && person.username().equals(held.extensionAskedBy()));
        }
        if (act == CaseAct.CLAIM && held.owner() != null) {
            return false;
        }
        if (act == CaseAct.RELEASE && held.owner() == null) {
            return false;
        }
        return person.may(ServicesPermissions.HANDLE) || (decides && OF_BOTH.contains(act));
    }

    private @Nullable CaseRefused refusal(Held held, ServiceNote note, CaseAct act) {
        if (!CaseCourseOfLife.acts(held.state(), held.track(), held.course()).contains(act)) {
            return new CaseRefused("services.refusal.case.state", act, held.state());
        }
        if (held.partOf() != null && isOfTheWhole(held, act)) {
            return new CaseRefused("services.refusal.case.part", act);
        }
        if (!CaseCourseOfLife.inProcedure(note.procedure(), stepNow(held), act)) {
            return new CaseRefused("services.refusal.case.procedure", stepNow(held), act);
        }
        return ofTheAct(held, note, act);
    }

    /** Parts are taken in together; each is handled, decided and delivered by itself. */
    private static boolean isOfTheWhole(Held held, CaseAct act) {
        return (held.state() == CaseState.SUBMITTED || held.state() == CaseState.SUPPLEMENT)
                && act != CaseAct.REMARK
                && act != CaseAct.CHECK;
    }

    private @Nullable CaseRefused ofTheAct(Held held, ServiceNote note, CaseAct act) {
        return switch (act) {
            case ASK_SUPPLEMENT ->
                    when(
                            held.supplementAskedOn() != null,
                            "supplementOnce",
                            held.supplementAskedOn());
            case ACCEPT_DEFERRED ->
                    when(!note.modes().contains(HandlingMode.DEFERRAL), "noDeferral");
            case DEFERRED_HANDED_IN -> when(held.deferredDueOn() == null, "nothingDeferred");
            case NOT_ACCEPT -> {
                var due = held.supplementDueOn();
                yield when(
                        held.state() == CaseState.SUPPLEMENT
                                && due != null
                                && !today().isAfter(due),
                        "supplementAwaited",
                        due);
            }
            case PRECHECK -> when(held.step() != StepKind.PRECHECK, "prechecked");
            case STOP -> when(held.stopped(), "stands", held.stoppedSince());
            case RESUME -> when(!held.stopped(), "runs");
            case DECIDE -> when(held.stopped(), "stands", held.stoppedSince());
            case ASK_EXTENSION ->
                    held.extensionDays() > 0
                            ? when(true, "extendedOnce", held.extensionDays())
                            : when(held.extensionAsked(), "extensionAsked");
            case EXTEND, DECLINE_EXTENSION -> when(!held.extensionAsked(), "noExtensionAsked");
            case VERIFY_PLEDGE -> when(!held.pledgeOpen(), "noPledge");
            case ARCHIVE ->
                    held.archivedAt() != null
                            ? when(true, "archived")
                            : when(held.pledgeOpen(), "pledgeOpen");
            default -> null;
        };
    }

    /**
     * A review whose opinions are all there, or whose days have all passed, is over; what has ended waits for the archive,
     * wherever it stood.
     */
    private StepKind stepNow(Held held) {
        if (CaseCourseOfLife.hasEnded(held.state())) {
            return StepKind.ARCHIVE;
        }
        var awaited = held.opinionsDueOn();
        boolean reviewed = awaited == null || today().isAfter(awaited);
        return held.step() == StepKind.REVIEW && reviewed && held.track() != ServiceTrack.TICKET
                ? StepKind.DECIDE
                : held.step();
    }

    private static @Nullable CaseRefused when(
            boolean refused, String key, @Nullable Object... arguments) {
        return refused ? new CaseRefused("services.refusal.case." + key, text(arguments)) : null;
    }

    /** Days as everybody writes them. */
    private static @Nullable Object[] text(@Nullable Object[] arguments) {
        var texts = arguments.clone();
        for (int i = 0; i < texts.length; i++) {
            if (texts[i] instanceof LocalDate day) {
                texts[i] = day.toString();
            }
        }
        return texts;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
