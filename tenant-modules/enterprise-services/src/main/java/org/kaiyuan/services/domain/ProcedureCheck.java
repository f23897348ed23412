package org.kaiyuan.services.domain;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.services.ProcedureStep;
import org.kaiyuan.services.ReviewSeat;
import org.kaiyuan.services.ServiceNote;
import org.kaiyuan.services.ServiceTrack;
import org.kaiyuan.services.StepActs;
import org.kaiyuan.services.StepKind;

/** Whether a procedure is one that the law knows: complete, in its order, and within what is promised. */
final class ProcedureCheck {
    /** 行政许可法 §32: something is said within five days. */
    private static final int SAID_WITHIN = 5;

    /** 行政许可法 §44: delivered within ten days. */
    private static final int DELIVERED_WITHIN = 10;

    private static final int MOST_DAYS = 365;

    private final ServiceTrack track;
    private final ServiceNote note;
    private final NoteFaults faults;

    ProcedureCheck(ServiceTrack track, ServiceNote note, NoteFaults faults) {
        this.track = track;
        this.note = note;
        this.faults = faults;
    }

    void check() {
        var steps = note.procedure().steps();
        if (!faults.most("procedure.steps", steps, StepKind.values().length)) {
            return;
        }
        var known = StepActs.steps(track);
        Set<StepKind> seen = EnumSet.noneOf(StepKind.class);
        @Nullable StepKind last = null;
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var place = "procedure.steps[" + i + "]";
            if (!known.contains(step.step())) {
                faults.add(place + ".step", "stepNotHere", step.step());
            } else if (!seen.add(step.step())) {
                faults.add(place + ".step", "twice");
            } else if (last != null && step.step().compareTo(last) < 0) {
                faults.add(place + ".step", "stepOrder", step.step(), last);
            }
            last = step.step();
            step(place, step);
        }
        for (var needed : StepActs.needed(track)) {
            if (!seen.contains(needed)) {
                faults.add("procedure.steps", "stepMissing", needed);
            }
        }
        days();
        seats();
    }

    private void step(String place, ProcedureStep step) {
        faults.longest(place + ".team", step.team(), 60);
        if (step.days() != null) {
            faults.between(place + ".days", step.days(), 0, MOST_DAYS);
        }
        if (step.acts().isEmpty()) {
            return;
        }
        step.acts().stream()
                .filter(act -> !StepActs.of(track, step.step()).contains(act))
                .sorted()
                .forEach(act -> faults.add(place + ".acts", "actNotHere", act));
        var out = StepActs.outOf(track, step.step());
        if (!out.isEmpty() && Collections.disjoint(out, step.acts())) {
            faults.add(place + ".acts", "noWayOut", out.iterator().next());
        }
    }

    private void days() {
        boolean ticket = track == ServiceTrack.TICKET;
        within(
                ticket
                        ? EnumSet.of(StepKind.APPLY, StepKind.REVIEW, StepKind.DECIDE)
                        : EnumSet.of(StepKind.REVIEW, StepKind.DECIDE),
                note.promisedDays(),
                "stepsBeyondPromise");
        if (!ticket) {
            within(EnumSet.of(StepKind.PRECHECK, StepKind.ACCEPT), SAID_WITHIN, "acceptBeyondLaw");
        }
        within(EnumSet.of(StepKind.DELIVER), DELIVERED_WITHIN, "deliverBeyondLaw");
    }

    /** The fault is at the step by which it becomes too much. */
    private void within(Set<StepKind> steps, int most, String rule) {
        int sum = 0;
        var all = note.procedure().steps();
        for (int i = 0; i < all.size(); i++) {
            var step = all.get(i);
            var days = step.days();
            if (days == null || !steps.contains(step.step())) {
                continue;
            }
            boolean kept = sum <= most;
            sum += Math.clamp(days, 0, MOST_DAYS);
            if (kept && sum > most) {
                faults.add("procedure.steps[" + i + "].days", rule, most);
            }
        }
    }

    private void seats() {
        var seats = note.procedure().seats();
        if (track == ServiceTrack.TICKET && !seats.isEmpty()) {
            faults.add("procedure.seats", "ticketHasNoSeats");
            return;
        }
        if (!faults.most("procedure.seats", seats, 20)) {
            return;
        }
        for (int i = 0; i < seats.size(); i++) {
            var seat = seats.get(i);
            var place = "procedure.seats[" + i + "]";
            if (!NoteCheck.KEY.matcher(seat.key()).matches()) {
                faults.add(place + ".key", "key");
            }
            faults.text(place + ".name", seat.name(), 100);
            faults.longest(place + ".team", seat.team(), 60);
            faults.between(place + ".days", seat.days(), 0, Math.max(note.promisedDays(), 0));
        }
        faults.once(seats, ReviewSeat::key, i -> "procedure.seats[" + i + "].key");
        faults.once(seats, seat -> seat.name().strip(), i -> "procedure.seats[" + i + "].name");
    }
}
