package org.kaiyuan.plots.reactions;

import org.kaiyuan.leads.LeadMoved;
import org.kaiyuan.plots.ReservationForSigned;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * The first free plot that was chosen for a lead is held for it once it comes to 签约. Whatever becomes of that, the
 * contract stands. May run twice: a step is answered once.
 */
@Component
class ReservePlotWhenLeadSigned {
    private final ReservationForSigned reservation;

    ReservePlotWhenLeadSigned(ReservationForSigned reservation) {
        this.reservation = reservation;
    }

    @ApplicationModuleListener
    void on(LeadMoved moved) {
        if (moved.to().isSigned() && !moved.from().isSigned()) {
            reservation.reserve(moved.leadId(), moved.moveId());
        }
    }
}
