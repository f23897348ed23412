package org.kaiyuan.services.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.services.CaseCourse;
import org.kaiyuan.services.CaseState;
import org.kaiyuan.services.CaseStop;
import org.kaiyuan.services.ServiceTrack;

/**
 * What the clock must know of a case.
 *
 * @param part whether it is a part of a bundle
 * @param saidSince from which the five days for saying something run
 * @param stops in their order
 * @param deferredDueOn by when 容缺 papers were promised; null where none is missing
 * @param opinionsDueOn days of the opinions that are awaited
 * @param pledgeOpen whether a promise is still to be verified
 * @param partsDueOn of a bundle the latest day of its parts; null where that cannot be said
 */
public record CaseTimes(
        ServiceTrack track,
        CaseState state,
        boolean part,
        LocalDate submittedOn,
        LocalDate saidSince,
        @Nullable LocalDate supplementDueOn,
        @Nullable LocalDate acceptedOn,
        @Nullable CaseCourse course,
        @Nullable Integer statutoryDays,
        int promisedDays,
        int extensionDays,
        List<CaseStop> stops,
        @Nullable LocalDate deferredDueOn,
        List<LocalDate> opinionsDueOn,
        @Nullable LocalDate decidedOn,
        boolean pledgeOpen,
        @Nullable LocalDate partsDueOn) {
    public CaseTimes {
        stops = List.copyOf(stops);
        opinionsDueOn = List.copyOf(opinionsDueOn);
    }

    /** On which the clock began to run; that day is not counted. Null while it has not begun. */
    public @Nullable LocalDate startedOn() {
        return track == ServiceTrack.TICKET ? submittedOn : acceptedOn;
    }

    /** Working days that are promised, with an extension: never more than the law gives. */
    public int days() {
        if (statutoryDays == null) {
            return promisedDays + extensionDays;
        }
        int days =
                course == CaseCourse.UPPER ? statutoryDays : Math.min(promisedDays, statutoryDays);
        return days + extensionDays;
    }

    /** Working days that the law gives, with an extension; null where no law does. */
    public @Nullable Integer lawDays() {
        return statutoryDays == null ? null : statutoryDays + extensionDays;
    }

    public boolean stopped() {
        return !stops.isEmpty() && stops.getLast().to() == null;
    }

    /** Whether somebody is to decide, and the clock is about that. */
    public boolean running() {
        return state == CaseState.ACCEPTED
                || (track == ServiceTrack.TICKET && state == CaseState.SUBMITTED);
    }
}
