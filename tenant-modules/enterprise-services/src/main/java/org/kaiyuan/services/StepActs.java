package org.kaiyuan.services;

import java.util.EnumSet;
import java.util.Set;

/** What the law lets be done in a step; a procedure may allow less, never more. */
public final class StepActs {
    private static final Set<CaseAct> ANYWHERE =
            EnumSet.of(
                    CaseAct.CLAIM,
                    CaseAct.RELEASE,
                    CaseAct.HAND_OVER,
                    CaseAct.REMARK,
                    CaseAct.WITHDRAW);

    private StepActs() {}

    /** The steps of a track, in their order. */
    public static Set<StepKind> steps(ServiceTrack track) {
        return track == ServiceTrack.TICKET
                ? EnumSet.of(
                        StepKind.APPLY,
                        StepKind.REVIEW,
                        StepKind.DECIDE,
                        StepKind.DELIVER,
                        StepKind.ARCHIVE)
                : EnumSet.allOf(StepKind.class);
    }

    /** Those of them that no procedure goes without. */
    public static Set<StepKind> needed(ServiceTrack track) {
        return track == ServiceTrack.TICKET
                ? EnumSet.of(StepKind.APPLY, StepKind.REVIEW, StepKind.DECIDE)
                : EnumSet.complementOf(EnumSet.of(StepKind.PRECHECK));
    }

    /** All that may be done in a step. */
    public static Set<CaseAct> of(ServiceTrack track, StepKind step) {
        var acts = EnumSet.copyOf(ANYWHERE);
        boolean ticket = track == ServiceTrack.TICKET;
        switch (step) {
            case APPLY -> acts.add(CaseAct.SUBMIT);
            case PRECHECK, ACCEPT ->
                    acts.addAll(
                            EnumSet.of(
                                    CaseAct.PRECHECK,
                                    CaseAct.CHECK,
                                    CaseAct.ASK_SUPPLEMENT,
                                    CaseAct.SUPPLEMENT,
                                    CaseAct.ACCEPT,
                                    CaseAct.ACCEPT_DEFERRED,
                                    CaseAct.DEEM_ACCEPTED,
                                    CaseAct.NOT_ACCEPT));
            case REVIEW, DECIDE -> {
                if (ticket) {
                    acts.addAll(EnumSet.of(CaseAct.ASSIGN, CaseAct.ANSWER));
                } else {
                    acts.addAll(
                            EnumSet.of(
                                    CaseAct.CHECK,
                                    CaseAct.DEFERRED_HANDED_IN,
                                    CaseAct.STOP,
                                    CaseAct.RESUME,
                                    CaseAct.ASK_EXTENSION,
                                    CaseAct.EXTEND,
                                    CaseAct.DECLINE_EXTENSION,
                                    CaseAct.ASK_OPINION,
                                    CaseAct.GIVE_OPINION,
                                    CaseAct.DECIDE,
                                    CaseAct.UPPER_DECIDED));
                }
            }
            case DELIVER -> acts.addAll(EnumSet.of(CaseAct.DELIVER, CaseAct.VERIFY_PLEDGE));
            case ARCHIVE -> acts.addAll(EnumSet.of(CaseAct.ARCHIVE, CaseAct.VERIFY_PLEDGE));
        }
        return acts;
    }

    /** Acts without one of which nobody comes out of a step. */
    public static Set<CaseAct> outOf(ServiceTrack track, StepKind step) {
        return switch (step) {
            case APPLY, PRECHECK, REVIEW -> Set.of();
            case ACCEPT -> EnumSet.of(CaseAct.ACCEPT, CaseAct.ACCEPT_DEFERRED);
            case DECIDE ->
                    track == ServiceTrack.TICKET
                            ? EnumSet.of(CaseAct.ANSWER)
                            : EnumSet.of(CaseAct.DECIDE);
            case DELIVER -> EnumSet.of(CaseAct.DELIVER);
            case ARCHIVE -> EnumSet.of(CaseAct.ARCHIVE);
        };
    }
}
