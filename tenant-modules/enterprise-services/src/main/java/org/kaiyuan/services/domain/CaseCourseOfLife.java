package org.kaiyuan.services.domain;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.services.CaseAct;
import org.kaiyuan.services.CaseCourse;
import org.kaiyuan.services.CaseState;
import org.kaiyuan.services.Procedure;
import org.kaiyuan.services.ServiceTrack;
import org.kaiyuan.services.StepKind;

/** How a case may go on: from state to state, and what may be done in each. */
public final class CaseCourseOfLife {
    /** What no procedure takes away: the law gives it, or it is about who works on the case. */
    private static final Set<CaseAct> ALWAYS =
            Collections.unmodifiableSet(
                    EnumSet.of(
                            CaseAct.SUBMIT,
                            CaseAct.DEEM_ACCEPTED,
                            CaseAct.SUPPLEMENT,
                            CaseAct.DEFERRED_HANDED_IN,
                            CaseAct.WITHDRAW,
                            CaseAct.RESUME,
                            CaseAct.EXTEND,
                            CaseAct.DECLINE_EXTENSION,
                            CaseAct.VERIFY_PLEDGE,
                            CaseAct.GIVE_OPINION,
                            CaseAct.UPPER_DECIDED,
                            CaseAct.CLAIM,
                            CaseAct.RELEASE,
                            CaseAct.HAND_OVER,
                            CaseAct.REMARK));

    private static final Set<CaseAct> OF_WORKERS =
            EnumSet.of(CaseAct.CLAIM, CaseAct.RELEASE, CaseAct.HAND_OVER, CaseAct.REMARK);

    private CaseCourseOfLife() {}

    public static boolean mayBecome(ServiceTrack track, CaseState now, CaseState next) {
        boolean ticket = track == ServiceTrack.TICKET;
        return switch (now) {
            case SUBMITTED ->
                    ticket
                            ? next == CaseState.DECIDED
                                    || next == CaseState.DELIVERED
                                    || next == CaseState.WITHDRAWN
                            : next == CaseState.SUPPLEMENT
                                    || next == CaseState.ACCEPTED
                                    || next == CaseState.NOT_ACCEPTED
                                    || next == CaseState.WITHDRAWN;
            case SUPPLEMENT ->
                    next == CaseState.SUBMITTED
                            || next == CaseState.NOT_ACCEPTED
                            || next == CaseState.WITHDRAWN;
            case ACCEPTED -> next == CaseState.DECIDED || next == CaseState.WITHDRAWN;
            case DECIDED -> next == CaseState.DELIVERED;
            case DELIVERED -> next == CaseState.ARCHIVED;
            case ARCHIVED, NOT_ACCEPTED, WITHDRAWN -> false;
        };
    }

    /** What the law and the state allow, before the procedure is asked. */
    public static Set<CaseAct> acts(
            CaseState state, ServiceTrack track, @Nullable CaseCourse course) {
        var acts = EnumSet.of(CaseAct.REMARK);
        switch (state) {
            case SUBMITTED -> {
                acts.addAll(OF_WORKERS);
                acts.add(CaseAct.WITHDRAW);
                if (track == ServiceTrack.TICKET) {
                    acts.addAll(EnumSet.of(CaseAct.ASSIGN, CaseAct.ANSWER));
                } else {
                    acts.addAll(
                            EnumSet.of(
                                    CaseAct.PRECHECK,
                                    CaseAct.CHECK,
                                    CaseAct.ACCEPT,
                                    CaseAct.ACCEPT_DEFERRED,
                                    CaseAct.ASK_SUPPLEMENT,
                                    CaseAct.NOT_ACCEPT,
                                    CaseAct.DEEM_ACCEPTED));
                }
            }
            case SUPPLEMENT -> {
                acts.addAll(OF_WORKERS);
                acts.addAll(EnumSet.of(CaseAct.SUPPLEMENT, CaseAct.NOT_ACCEPT, CaseAct.WITHDRAW));
            }
            case ACCEPTED -> {
                acts.addAll(OF_WORKERS);
                acts.add(CaseAct.WITHDRAW);
                acts.add(CaseAct.DEFERRED_HANDED_IN);
                acts.add(CaseAct.CHECK);
                if (track == ServiceTrack.BUNDLE) {
                    acts.add(CaseAct.DECIDE);
                } else if (course == CaseCourse.UPPER) {
                    acts.addAll(EnumSet.of(CaseAct.STOP, CaseAct.RESUME, CaseAct.UPPER_DECIDED));
                } else {
                    acts.addAll(
                            EnumSet.of(
                                    CaseAct.STOP,
                                    CaseAct.RESUME,
                                    CaseAct.ASK_EXTENSION,
                                    CaseAct.EXTEND,
                                    CaseAct.DECLINE_EXTENSION,
                                    CaseAct.ASK_OPINION,
                                    CaseAct.GIVE_OPINION,
                                    CaseAct.DECIDE));
                }
            }
            case DECIDED -> {
                acts.addAll(OF_WORKERS);
                acts.addAll(EnumSet.of(CaseAct.DELIVER, CaseAct.VERIFY_PLEDGE));
            }
            case DELIVERED -> acts.addAll(EnumSet.of(CaseAct.ARCHIVE, CaseAct.VERIFY_PLEDGE));
            // it stays what it is; its papers are archived all the same
            case NOT_ACCEPTED, WITHDRAWN -> acts.add(CaseAct.ARCHIVE);
            case ARCHIVED -> {}
        }
        return acts;
    }

    /** Whether nothing more will happen to it but that it is archived, or was. */
    public static boolean hasEnded(CaseState state) {
        return switch (state) {
            case SUBMITTED, SUPPLEMENT, ACCEPTED, DECIDED -> false;
            case DELIVERED, ARCHIVED, NOT_ACCEPTED, WITHDRAWN -> true;
        };
    }

    /** Whether the service's own procedure lets it be done in that step. */
    public static boolean inProcedure(Procedure procedure, StepKind step, CaseAct act) {
        if (ALWAYS.contains(act)) {
            return true;
        }
        var taken = procedure.of(step);
        return taken == null || taken.acts().isEmpty() || taken.acts().contains(act);
    }

    /** Where a case stands that was handed in just now. */
    public static StepKind first(ServiceTrack track, Procedure procedure) {
        if (track == ServiceTrack.TICKET) {
            return StepKind.REVIEW;
        }
        return procedure.of(StepKind.PRECHECK) == null ? StepKind.ACCEPT : StepKind.PRECHECK;
    }

    /** Where a case stands that was accepted just now. */
    public static StepKind accepted(Procedure procedure, CaseCourse course) {
        boolean reviewed =
                procedure.of(StepKind.REVIEW) != null
                        || (course != CaseCourse.UPPER && !procedure.seats().isEmpty());
        return reviewed ? StepKind.REVIEW : StepKind.DECIDE;
    }
}
