package org.kaiyuan.plots;

import java.time.LocalDate;
import org.kaiyuan.platform.refusal.Refusal;

/** A plot cannot be held for a lead: the sentence says why. */
public final class ReservationRefused extends Refusal {
    private ReservationRefused(String why, Object... arguments) {
        super("plots.refusal.reservation." + why, arguments);
    }

    /** Another lead holds it. */
    public static ReservationRefused held(LocalDate until) {
        return new ReservationRefused("held", until);
    }

    /** This lead holds it, or waits for it, already. */
    public static ReservationRefused twice() {
        return new ReservationRefused("twice");
    }

    /** The plot was supplied, or is no more. */
    public static ReservationRefused notOpen(PlotState state) {
        return new ReservationRefused("notOpen", state);
    }

    /** The lead was put aside or has ended. */
    public static ReservationRefused leadEnded() {
        return new ReservationRefused("leadEnded");
    }

    /** Another lead, or nobody of the leads, has a contract for it. */
    public static ReservationRefused contracted() {
        return new ReservationRefused("contracted");
    }

    /** A lead holds it that the contract does not name. */
    public static ReservationRefused heldAgainstContract(LocalDate until) {
        return new ReservationRefused("heldAgainstContract", until);
    }

    public static ReservationRefused ended() {
        return new ReservationRefused("ended");
    }

    /** It is held until that day already. */
    public static ReservationRefused notLonger(LocalDate until) {
        return new ReservationRefused("notLonger", until);
    }

    public static ReservationRefused day(LocalDate latest) {
        return new ReservationRefused("day", latest);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
